#include "widgets/frame/pagerail.h"

#include "widgets/frame/glyph.h"
#include "widgets/frame/theme.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

PageRail::PageRail(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_menu(addButton(u"menu"_s))
{
    setObjectName(u"rail"_s);
    setFixedWidth(8 * gridUnit);
    m_layout->setContentsMargins(gridUnit / 2, gridUnit / 2, gridUnit / 2, gridUnit / 2);
    m_layout->setSpacing(gridUnit / 2);
    m_layout->addStretch(1);
    m_layout->addWidget(m_menu);
    m_menu->setObjectName(u"menuButton"_s);
    m_menu->setText(tr("Menu"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    colour();
}

QToolButton* PageRail::addButton(const QString& icon)
{
    auto* button = new QToolButton(this);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize({24, 24});
    button->setFont(textFont(TextSize::Caption));
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_buttons.push_back({button, icon});
    return button;
}

void PageRail::addPage(QAction* action, const QString& icon)
{
    auto* button = addButton(icon);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + u"Button"_s);
    m_layout->insertWidget(m_layout->count() - 2, button);
    colour();
}

void PageRail::setOffered(const QAction* action, bool offered)
{
    for (const auto& [button, icon] : m_buttons)
        if (button->defaultAction() == action)
            button->setVisible(offered);
}

void PageRail::setMenu(const QList<QAction*>& actions)
{
    auto* menu = new QMenu(m_menu);
    menu->addActions(actions);
    m_menu->setMenu(menu);
    connect(menu, &QMenu::aboutToHide, m_menu,
            [this] { // an open menu keeps the leaving of the pointer to itself
                m_menu->setAttribute(Qt::WA_UnderMouse,
                                     m_menu->rect().contains(m_menu->mapFromGlobal(QCursor::pos())));
                m_menu->update();
            });
}

void PageRail::colour()
{
    const auto colours = ThemeColours::of(palette());
    for (const auto& [button, icon] : m_buttons) {
        const auto drawn = glyph(icon, colours.text);
        button->setIcon(drawn);
        if (auto* action = button->defaultAction())
            action->setIcon(drawn);
    }
}

void PageRail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}
