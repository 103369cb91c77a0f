#include "widgets/inspect/acceptbutton.h"

#include "widgets/frame/theme.h"

#include <QPainter>

AcceptButton::AcceptButton(QWidget* parent)
    : QPushButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AcceptButton::setAnswer(const QString& deed, const QString& answer)
{
    setText(deed);
    m_answer = answer;
    setAccessibleDescription(answer);
    update();
}

void AcceptButton::setKey(const QString& key)
{
    m_key = key;
    update();
}

QSize AcceptButton::sizeHint() const
{
    const QFontMetrics caption(textFont(TextSize::Caption));
    constexpr int room = 16; // Chinese characters stand taller than the font says
    return {200, fontMetrics().height() + caption.height() + room};
}

void AcceptButton::paintEvent(QPaintEvent*)
{
    const auto colours = ThemeColours::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto ground = isEnabled() ? colours.ink : colours.hover;
    if (isEnabled() && (isDown() || underMouse()))
        ground = colours.ink.lightness() < 128 ? ground.lighter(130) : ground.darker(110);
    painter.setPen(hasFocus() ? QPen(colours.focus, 3) : Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);

    painter.setPen(isEnabled() ? colours.onInk : colours.quiet);
    const auto inner = rect().adjusted(12, 6, -12, -6);
    const auto key = fontMetrics().horizontalAdvance(m_key);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, m_key);
    auto words = inner.adjusted(0, 0, -key - gridUnit, 0);
    auto bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop,
                     QFontMetrics(bold).elidedText(text(), Qt::ElideRight, words.width()));
    const auto small = figureFont(TextSize::Caption);
    painter.setFont(small);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom,
                     QFontMetrics(small).elidedText(m_answer, Qt::ElideRight, words.width()));
}
