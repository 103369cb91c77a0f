#include "plotting/spectrum/lineoverlay.h"

#include "models/lines/labellayout.h"
#include "models/spectrum/wavelength.h"
#include "plotting/spectrum/axes.h"
#include "plotting/spectrum/plotstate.h"

#include <cmath>

namespace {
constexpr double tickHeight = 6; // pixels
constexpr double grabDistance = 4; // pixels
constexpr int gridUnit = 8;

QColor withAlpha(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

/// Vertical dashes by hand: Qt's dashed pens take the slow path.
void drawDashes(QCPPainter& painter, double x, double top, double bottom)
{
    QVector<QLineF> dashes;
    for (double y = top; y < bottom; y += 7)
        dashes.append({x, y, x, std::min(y + 4, bottom)});
    painter.drawLines(dashes);
}
}

LineOverlay::LineOverlay(QCustomPlot* plot, const PlotState& state)
    : QCPLayerable(plot, QStringLiteral("overlay"))
    , m_state(state)
{
    measureLabels();
}

void LineOverlay::measureLabels()
{
    const QFontMetricsF metrics(m_state.font);
    m_labelWidths.clear();
    m_labelTexts.clear();
    for (const auto& line : m_state.lines) {
        m_labelWidths.push_back(metrics.horizontalAdvance(line.label));
        m_labelTexts.emplace_back(line.label);
        m_labelTexts.back().setTextFormat(Qt::PlainText);
        m_labelTexts.back().setPerformanceHint(QStaticText::AggressiveCaching);
        m_labelTexts.back().prepare({}, m_state.font);
    }
}

void LineOverlay::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false);
}

int LineOverlay::leastImportanceLabelled() const
{
    // Wide views name the lines one looks for first; the rest appear as one comes nearer.
    const double angstromPerPixel =
        mParentPlot->xAxis->range().size() / std::max(mParentPlot->axisRect()->width(), 1);
    if (angstromPerPixel > 2)
        return 1;
    return angstromPerPixel > 0.8 ? 2 : 1000;
}

std::vector<LineMark> LineOverlay::visibleMarks() const
{
    std::vector<LineMark> marks;
    if (m_state.drawn.isEmpty())
        return marks;
    const auto& scale = m_state.drawn.scale;
    const QRectF rect = mParentPlot->axisRect()->rect();
    const int mostTicks = leastImportanceLabelled() + 1;
    for (int line = 0; line < static_cast<int>(m_state.lines.size()); ++line) {
        const auto& wanted = m_state.lines[std::size_t(line)];
        const bool isEmission = m_state.emission && wanted.kind != LineKind::Absorption;
        const bool isAbsorption = m_state.absorption && wanted.kind != LineKind::Emission;
        if ((!isEmission && !isAbsorption) || (wanted.importance > mostTicks && line != m_state.hoveredLine))
            continue;
        const double observed = observedWavelength(wanted.vacuumAngstrom, m_state.z);
        if (scale.isInFold(observed))
            continue;
        const double x = mParentPlot->xAxis->coordToPixel(scale.position(observed));
        if (x >= rect.left() && x <= rect.right())
            marks.push_back({line, x, isEmission, -1, {}});
    }
    return marks;
}

void LineOverlay::placeLabelsOf(std::vector<LineMark>& marks, bool emission) const
{
    const QRectF rect = mParentPlot->axisRect()->rect();
    const auto bands = labelBands(m_state, rect.height());
    const int least = leastImportanceLabelled();
    std::vector<LineMark*> wishing;
    std::vector<LabelWish> wishes;
    for (auto& mark : marks) {
        const auto& line = m_state.lines[std::size_t(mark.line)];
        const bool isHovered = mark.line == m_state.hoveredLine;
        if (mark.isEmission != emission || (line.importance > least && !isHovered))
            continue;
        wishing.push_back(&mark);
        wishes.push_back({mark.x, m_labelWidths[std::size_t(mark.line)], isHovered ? -1 : line.importance});
    }
    const auto places = placeLabels(wishes, {rect.left() + 2, rect.right() - 2, bands.rows, gridUnit - 2.0});
    for (std::size_t at = 0; at < places.size(); ++at) {
        const auto& place = places[at];
        if (!place.isShown())
            continue;
        const double rowTop = emission
            ? rect.top() + 2 + (bands.rows - 1 - place.row) * bands.rowHeight
            : rect.bottom() - bands.skyHeight - (bands.rows - place.row) * bands.rowHeight;
        wishing[at]->row = place.row;
        wishing[at]->label = {place.left, rowTop, wishes[at].width, bands.rowHeight};
    }
}

std::vector<LineMark> LineOverlay::marks() const
{
    auto marks = visibleMarks();
    placeLabelsOf(marks, true);
    placeLabelsOf(marks, false);
    return marks;
}

std::optional<LineMark> LineOverlay::markAt(QPointF point) const
{
    const QRectF rect = mParentPlot->axisRect()->rect();
    if (!rect.contains(point))
        return {};
    std::optional<LineMark> best;
    double bestDistance = grabDistance + 1;
    for (const auto& mark : marks()) {
        const bool isNearEdge = mark.isEmission ? point.y() < rect.top() + 2 * tickHeight
                                                : point.y() > rect.bottom() - 2 * tickHeight;
        double distance = std::abs(mark.x - point.x());
        if (mark.row < 0 && !isNearEdge)
            continue;
        if (mark.label.contains(point))
            distance = 0;
        if (distance < bestDistance) {
            best = mark;
            bestDistance = distance;
        }
    }
    return best;
}

void LineOverlay::draw(QCPPainter* painter)
{
    if (m_state.drawn.isEmpty())
        return;
    drawRestCaption(*painter);
    painter->setFont(m_state.font);
    for (const auto& mark : marks())
        drawMark(*painter, mark);
    drawMeasured(*painter);
    if (!m_state.isPicture)
        drawPointer(*painter);
}

void LineOverlay::drawMark(QCPPainter& painter, const LineMark& mark) const
{
    const QRectF rect = mParentPlot->axisRect()->rect();
    const auto& colour = mark.isEmission ? m_state.palette.emission : m_state.palette.absorption;
    const bool isHovered = mark.line == m_state.hoveredLine;
    const double x = std::floor(mark.x);
    if (mark.row < 0) {
        const double top = mark.isEmission ? rect.top() : rect.bottom() - tickHeight;
        painter.setPen(QPen(withAlpha(colour, 0.5F), 0));
        painter.drawLine(QPointF(x, top), QPointF(x, top + tickHeight));
        return;
    }
    const auto bands = labelBands(m_state, rect.height());
    const double lowest = rect.bottom() - bands.skyHeight;
    painter.setPen(QPen(withAlpha(colour, isHovered ? 0.9F : 0.45F), 0));
    if (mark.isEmission)
        painter.drawLine(QPointF(x, mark.label.bottom() + 1), QPointF(x, lowest));
    else
        drawDashes(painter, x, rect.top() + bands.top, mark.label.top() - 1);
    painter.setPen(colour);
    painter.drawStaticText(mark.label.topLeft(), m_labelTexts[std::size_t(mark.line)]);
}

void LineOverlay::drawMeasured(QCPPainter& painter) const
{
    if (!m_state.measured)
        return;
    const auto& line = *m_state.measured;
    const QRectF rect = mParentPlot->axisRect()->rect();
    const auto& scale = m_state.drawn.scale;
    const QPointF from(mParentPlot->xAxis->coordToPixel(scale.position(line.fromAngstrom)),
                       mParentPlot->yAxis->coordToPixel(line.fromContinuum));
    const QPointF to(mParentPlot->xAxis->coordToPixel(scale.position(line.toAngstrom)),
                     mParentPlot->yAxis->coordToPixel(line.toContinuum));
    const QRectF band(from.x(), rect.top(), to.x() - from.x(), rect.height());
    painter.fillRect(band.intersected(rect), withAlpha(m_state.palette.templateFlux, 0.12F));
    painter.setClipRect(rect);
    painter.setPen(QPen(m_state.palette.templateFlux, 0));
    painter.drawLine(from, to);
    painter.setClipping(false);
}

void LineOverlay::drawPointer(QCPPainter& painter) const
{
    const QRectF rect = mParentPlot->axisRect()->rect();
    if (m_state.bandFromX != m_state.bandToX) {
        const double left = std::min(m_state.bandFromX, m_state.bandToX);
        const QRectF band(left, rect.top(), std::abs(m_state.bandToX - m_state.bandFromX), rect.height());
        const auto& colour = m_state.bandMeasures ? m_state.palette.templateFlux : m_state.palette.emission;
        painter.fillRect(band.intersected(rect), withAlpha(colour, 0.12F));
    }
    if (m_state.cursorX >= rect.left() && m_state.cursorX <= rect.right()) {
        painter.setPen(QPen(withAlpha(m_state.palette.axis, 0.35F), 0));
        const double x = std::floor(m_state.cursorX);
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    }
}

void LineOverlay::drawRestCaption(QCPPainter& painter) const
{
    const QRectF rect = mParentPlot->axisRect()->rect();
    const QFontMetricsF metrics(m_state.captionFont);
    const QFontMetricsF numbers(m_state.font);
    const double bottom = rect.top() - 6 - numbers.height();
    painter.setFont(m_state.captionFont);
    painter.setPen(m_state.palette.axis);
    const auto caption = QCoreApplication::translate("SpectrumPlot", "Rest wavelength (Å, vacuum) at z = %1")
                             .arg(m_state.z, 0, 'f', 5);
    painter.drawText(QRectF(rect.left(), bottom - metrics.height(), rect.width(), metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, caption);
}
