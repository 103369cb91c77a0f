#include "widgets/frame/actionbutton.h"

#include "widgets/frame/actions.h"

#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

QToolButton* actionButton(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    const auto word = action->iconText();
    if (const auto key = keyText(action); !key.isEmpty() && !word.endsWith(key))
        action->setIconText(u"%1  %2"_s.arg(word, key));
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setAccessibleName(action->text());
    button->setProperty("framed", true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setHidden(!action->isVisible());
    QObject::connect(action, &QAction::changed, button,
                     [action, button] { button->setVisible(action->isVisible()); });
    return button;
}
