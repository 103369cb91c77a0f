#include "widgets/caption.h"

#include "widgets/theme.h"

#include <QPainter>

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

QSize Caption::minimumSizeHint() const
{
    const auto hint = QLabel::minimumSizeHint();
    return m_elided ? QSize(fontMetrics().height(), hint.height()) : hint;
}

void Caption::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(ThemeColours::of(palette()).quiet);
    const auto text = m_elided
        ? fontMetrics().elidedText(QLabel::text(), Qt::ElideRight, contentsRect().width())
        : QLabel::text();
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | (wordWrap() ? Qt::TextWordWrap : 0),
                     text);
}
