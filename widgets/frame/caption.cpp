#include "widgets/frame/caption.h"

#include "widgets/frame/theme.h"

#include <QLocale>
#include <QPainter>

namespace {
QColor colourOf(Caption::Tone tone, const ThemeColours& colours)
{
    switch (tone) {
    case Caption::Tone::Quiet:
        break;
    case Caption::Tone::Text:
        return colours.text;
    case Caption::Tone::Ok:
        return colours.ok;
    case Caption::Tone::Attention:
        return colours.attention;
    case Caption::Tone::Stop:
        return colours.stop;
    }
    return colours.quiet;
}
}

QString countText(int count)
{
    return QLocale(QLocale::English).toString(count);
}

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    auto bold = textFont(TextSize::Text);
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

Caption::Caption(const QString& text, QWidget* parent)
    : QLabel(text, parent)
{
    setFont(textFont(TextSize::Caption));
    setTextFormat(Qt::PlainText);
}

void Caption::useFigures()
{
    setFont(figureFont(TextSize::Caption));
}

void Caption::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
}

void Caption::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Caption::minimumSizeHint() const
{
    const auto hint = QLabel::minimumSizeHint();
    return m_elided ? QSize(fontMetrics().height(), hint.height()) : hint;
}

void Caption::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto colours = ThemeColours::of(palette());
    painter.setPen(isEnabled() ? colourOf(m_tone, colours) : colours.quiet);
    const auto text = m_elided
        ? fontMetrics().elidedText(QLabel::text(), Qt::ElideRight, contentsRect().width())
        : QLabel::text();
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | (wordWrap() ? Qt::TextWordWrap : 0),
                     text);
}
