#include "widgets/frame/focusedge.h"

#include "widgets/frame/theme.h"

#include <QEvent>
#include <QPainter>

namespace {
constexpr int thickness = 2;
}

FocusEdge::FocusEdge(QWidget* target)
    : QWidget(target)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    target->installEventFilter(this);
    follow();
}

void FocusEdge::follow()
{
    setGeometry(0, 0, thickness, parentWidget()->height());
    setVisible(parentWidget()->hasFocus());
    raise();
}

bool FocusEdge::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (watched == parentWidget()
        && (type == QEvent::FocusIn || type == QEvent::FocusOut || type == QEvent::Resize))
        follow();
    return QWidget::eventFilter(watched, event);
}

void FocusEdge::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), ThemeColours::of(palette()).focus);
}
