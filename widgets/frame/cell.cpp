#include "widgets/frame/cell.h"

#include "widgets/frame/theme.h"

#include <QPainter>

Cell::Cell(const QString& text, const QString& key, QWidget* parent)
    : QPushButton(text, parent)
    , m_key(key)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus); // a click leaves the focus, and so the keys, with the spectrum
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Cell::setKey(const QString& key)
{
    m_key = key;
    updateGeometry();
    update();
}

void Cell::setKeyCalled(bool called)
{
    m_keyCalled = called;
    update();
}

QSize Cell::sizeHint() const
{
    const auto metrics = fontMetrics();
    const auto keyWidth = m_key.isEmpty() ? 0 : metrics.horizontalAdvance(m_key) + 6;
    return {metrics.horizontalAdvance(text()) + keyWidth + 16, metrics.height() + 7};
}

QSize Cell::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 6, sizeHint().height()};
}

void Cell::paintEvent(QPaintEvent*)
{
    const auto colours = ThemeColours::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);

    const auto chosen = isChecked();
    auto ground = chosen ? colours.ink : underMouse() && isEnabled() ? colours.hover : colours.base;
    if (!isEnabled() && chosen)
        ground = colours.quiet;
    painter.setPen(hasFocus() || m_keyCalled ? QPen(colours.focus, hasFocus() ? 2 : 1)
                                             : QPen(chosen ? ground : colours.hairline, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(area, 3, 3);

    const auto keyWidth = m_key.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_key) + 6;
    const auto textWidth = fontMetrics().horizontalAdvance(text());
    const auto keyFits = keyWidth > 0 && textWidth + keyWidth + 6 <= width();
    painter.setPen(chosen ? colours.onInk : isEnabled() ? colours.text : colours.quiet);
    painter.drawText(rect().adjusted(3, 0, keyFits ? -keyWidth : -3, 0), Qt::AlignCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width() - 6));
    if (!keyFits)
        return;
    auto faint = chosen ? colours.onInk : colours.quiet;
    faint.setAlphaF(0.75F);
    if (m_keyCalled) {
        auto bold = font();
        bold.setBold(true);
        painter.setFont(bold);
    }
    painter.setPen(m_keyCalled && !chosen ? colours.focus : faint);
    painter.drawText(rect().adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, m_key);
}

void Cell::enterEvent(QEnterEvent* event)
{
    QPushButton::enterEvent(event);
    update();
}

void Cell::leaveEvent(QEvent* event)
{
    QPushButton::leaveEvent(event);
    update();
}
