#include "plotting/spectrum/tracelayer.h"

#include "plotting/spectrum/axes.h"
#include "plotting/spectrum/plotstate.h"

#include <QCoreApplication>

#include <cmath>

namespace {
constexpr double gapStripHeight = 6; // pixels; of gaps too narrow to hatch
constexpr double narrowestHatch = 4; // pixels
constexpr double widestCleanNoise = 2; // pixels

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TraceLayer)
};

void drawPath(QCPPainter& painter, const TracePath& path)
{
    for (std::size_t line = 0; line < path.lineCount(); ++line) {
        const auto* points = path.points.data() + path.starts[line];
        const auto count = static_cast<int>(path.lineEnd(line) - path.starts[line]);
        if (count == 1)
            painter.drawPoint(*points);
        else
            painter.drawPolyline(points, count);
    }
}

/// A translucent colour as it looks on a ground.
QColor blended(QColor colour, QColor ground)
{
    const auto mix = [alpha = colour.alphaF()](float over, float under) {
        return alpha * over + (1 - alpha) * under;
    };
    return QColor::fromRgbF(mix(colour.redF(), ground.redF()), mix(colour.greenF(), ground.greenF()),
                            mix(colour.blueF(), ground.blueF()));
}

/// Factor that brings an exposure, often in counts, to the level of the coadd.
double levelFactor(const Samples& coadd, const Samples& exposure)
{
    double coaddSum = 0;
    double exposureSum = 0;
    const auto& grid = coadd.wavelengthAngstrom;
    for (std::size_t pixel = 0; pixel < exposure.size(); pixel += 4) {
        const auto nearest =
            std::ranges::lower_bound(grid, exposure.wavelengthAngstrom[pixel]) - grid.begin();
        if (nearest == 0 || nearest >= std::ssize(grid))
            continue;
        const float ours = coadd.flux[std::size_t(nearest)];
        const float theirs = exposure.flux[pixel];
        if (std::isfinite(ours) && std::isfinite(theirs)) {
            coaddSum += double(ours);
            exposureSum += double(theirs);
        }
    }
    return coaddSum > 0 && exposureSum > 0 ? coaddSum / exposureSum : 1;
}
}

TraceLayer::TraceLayer(QCustomPlot* plot, const PlotState& state)
    : QCPLayerable(plot, QStringLiteral("main"))
    , m_state(state)
{
}

QPen TraceLayer::tracePen() const
{
    return QPen(m_state.palette.flux, 0);
}

QPen TraceLayer::rawPen() const
{
    // Opaque: a translucent polyline darkens where its strokes share a column, which is everywhere.
    return QPen(blended(m_state.palette.rawFlux, m_state.palette.background), 0);
}

void TraceLayer::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false);
}

PixelMap TraceLayer::pixelMap(const QCPPainter& painter) const
{
    const QRect rect = mParentPlot->axisRect()->rect();
    const QCPRange x = mParentPlot->xAxis->range();
    const QCPRange y = mParentPlot->yAxis->range();
    PixelMap map;
    map.xFactor = rect.width() / x.size();
    map.xOffset = rect.left() - x.lower * map.xFactor;
    map.yFactor = -rect.height() / y.size();
    map.yOffset = rect.bottom() - y.lower * map.yFactor;
    map.columnsPerPixel =
        painter.modes().testFlag(QCPPainter::pmVectorized) ? 4 : painter.device()->devicePixelRatioF();
    return map;
}

void TraceLayer::draw(QCPPainter* painter)
{
    const auto& drawn = m_state.drawn;
    if (drawn.isEmpty()) {
        drawWords(*painter, m_state.hint);
        return;
    }
    const QRectF rect = mParentPlot->axisRect()->rect();
    const auto map = pixelMap(*painter);
    painter->setClipRect(rect);
    drawGaps(*painter, map);
    if (!drawn.hasGoodPixel()) {
        drawWords(*painter, Text::tr("No good pixel: all of this spectrum is masked or has no weight."));
        return;
    }
    painter->setClipRect(traceArea());
    if (m_state.error && !drawn.trace.error.empty())
        drawErrorBand(*painter, map);
    if (m_state.exposures)
        drawExposures(*painter, map);
    if (drawn.smoothing > 1) {
        painter->setPen(rawPen());
        drawValues(*painter, drawn.raw.flux);
    }
    painter->setPen(tracePen());
    drawValues(*painter, drawn.trace.flux);
}

QRectF TraceLayer::traceArea() const
{
    const QRectF rect = mParentPlot->axisRect()->rect();
    const auto bands = labelBands(m_state, rect.height());
    return rect.adjusted(0, bands.top - 2, 0, 2 - bands.bottom); // labels stay readable
}

void TraceLayer::drawValues(QCPPainter& painter, const std::vector<float>& values) const
{
    const auto range = mParentPlot->xAxis->range();
    const auto view = m_state.drawn.between(range.lower, range.upper);
    painter.save();
    painter.setClipRect(traceArea());
    drawPath(painter, tracePath(m_state.drawn.position, values, view.first, view.end, pixelMap(painter)));
    painter.restore();
}

bool TraceLayer::isNoisyOnScreen(const QCPPainter& painter) const
{
    std::vector<float> errors;
    for (const float error : m_state.drawn.trace.error)
        if (std::isfinite(error))
            errors.push_back(error);
    if (errors.empty())
        return true;
    const auto middle = errors.begin() + std::ptrdiff_t(errors.size() / 2);
    std::ranges::nth_element(errors, middle);
    return double(*middle) * std::abs(pixelMap(painter).yFactor) > widestCleanNoise;
}

void TraceLayer::drawErrorBand(QCPPainter& painter, const PixelMap& map) const
{
    const auto& drawn = m_state.drawn;
    const auto range = mParentPlot->xAxis->range();
    const auto view = drawn.between(range.lower, range.upper);
    const auto strokes =
        bandStrokes(drawn.position, drawn.trace.flux, drawn.trace.error, view.first, view.end, map);
    if (!painter.modes().testFlag(QCPPainter::pmVectorized)) {
        QVector<QLineF> lines;
        lines.reserve(qsizetype(strokes.size()));
        for (const auto& stroke : strokes)
            lines.append({stroke.x, stroke.top, stroke.x, stroke.bottom});
        painter.setPen(QPen(m_state.palette.error, 0));
        painter.drawLines(lines);
        return;
    }
    // On paper strokes would be hairlines with white between them.
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_state.palette.error);
    for (std::size_t first = 0; first < strokes.size();) {
        auto end = first + 1;
        while (end < strokes.size() && strokes[end].x - strokes[end - 1].x < 1.5 / map.columnsPerPixel)
            ++end;
        QPolygonF band;
        for (auto at = first; at < end; ++at)
            band.append({strokes[at].x, strokes[at].top});
        for (auto at = end; at > first; --at)
            band.append({strokes[at - 1].x, strokes[at - 1].bottom});
        painter.drawPolygon(band);
        first = end;
    }
    painter.setBrush(Qt::NoBrush);
}

void TraceLayer::drawExposures(QCPPainter& painter, const PixelMap& map) const
{
    const auto& drawn = m_state.drawn;
    painter.setPen(rawPen());
    const auto& shown = m_state.shownExposures;
    for (std::size_t at = 0; at < drawn.spectrum->exposures.size(); ++at) {
        const auto& samples = drawn.spectrum->exposures[at].samples;
        if (samples.size() < 2 || samples.flux.size() != samples.size()
            || (!shown.empty() && std::ranges::find(shown, at) == shown.end()))
            continue;
        std::vector<double> position;
        position.reserve(samples.size());
        for (const double wavelength : samples.wavelengthAngstrom)
            position.push_back(drawn.scale.position(wavelength));
        auto scaled = map;
        scaled.yFactor *= levelFactor(drawn.spectrum->coadd, samples);
        drawPath(painter, tracePath(position, samples.flux, 0, samples.size(), scaled));
    }
}

void TraceLayer::drawGaps(QCPPainter& painter, const PixelMap& map) const
{
    const auto& drawn = m_state.drawn;
    const QRectF rect = mParentPlot->axisRect()->rect();
    const QBrush hatch(m_state.palette.masked, Qt::BDiagPattern);
    for (const auto& gap : drawn.gaps) {
        const double left = map.x(drawn.leftEdge(gap.first));
        const double right = map.x(drawn.rightEdge(gap.end - 1));
        if (right < rect.left() || left > rect.right())
            continue;
        const double width = std::max(right - left, 1.0);
        if (width >= narrowestHatch)
            painter.fillRect(QRectF(left, rect.top(), width, rect.height()), hatch);
        else
            painter.fillRect(QRectF(left, rect.bottom() - gapStripHeight, width, gapStripHeight),
                             m_state.palette.masked);
    }
}

void TraceLayer::drawWords(QCPPainter& painter, const QString& words) const
{
    const auto area = mParentPlot->axisRect()->rect();
    constexpr int flags = Qt::AlignCenter | Qt::TextWordWrap;
    painter.setFont(m_state.font);
    constexpr int room = 8;
    const auto ground = painter.fontMetrics().boundingRect(area, flags, words);
    painter.fillRect(ground.adjusted(-room, -room, room, room), m_state.palette.background);
    painter.setPen(m_state.palette.axis);
    painter.drawText(area, flags, words);
}
