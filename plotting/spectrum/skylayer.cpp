#include "plotting/spectrum/skylayer.h"

#include "models/lines/labellayout.h"
#include "models/spectrum/tracepath.h"
#include "plotting/spectrum/axes.h"
#include "plotting/spectrum/plotstate.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr double lineHalfWidth = 3; // Å; about the resolution of the survey
constexpr double bandStripHeight = 4; // pixels; OH bands cover half of the red, so they are a strip only
constexpr double skySpectrumPart = 0.1; // of the plot's height
constexpr double wideView = 2; // Å per pixel; beyond, only the chief features have captions

/// Wide bands are fainter than lines: they lie over one another.
QColor shadeOf(const SkyFeature& feature, QColor sky)
{
    const float strength = feature.kind == SkyKind::Telluric ? 0.6F
        : feature.kind == SkyKind::ArmJoin                   ? 0.4F
                                                             : 1;
    sky.setAlphaF(sky.alphaF() * strength);
    return sky;
}

QString captionOf(const SkyFeature& feature)
{
    return feature.kind == SkyKind::ArmJoin ? QCoreApplication::translate("SpectrumPlot", "arm join")
                                            : feature.label;
}
}

SkyLayer::SkyLayer(QCustomPlot* plot, const PlotState& state)
    : QCPLayerable(plot, QStringLiteral("background"))
    , m_state(state)
{
}

void SkyLayer::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false);
}

double SkyLayer::x(double vacuumAngstrom) const
{
    return mParentPlot->xAxis->coordToPixel(m_state.drawn.scale.position(vacuumAngstrom));
}

void SkyLayer::draw(QCPPainter* painter)
{
    if (m_state.drawn.isEmpty())
        return;
    painter->setClipRect(mParentPlot->axisRect()->rect());
    drawFolds(*painter);
    if (!m_state.sky)
        return;
    auto features = builtInSky().features;
    std::erase_if(features, [](const SkyFeature& feature) { return feature.kind == SkyKind::ArmJoin; });
    std::ranges::copy(armJoins(*m_state.drawn.spectrum), std::back_inserter(features));
    drawBands(*painter, features);
    drawSkySpectrum(*painter);
    drawCaptions(*painter, features);
}

QRectF SkyLayer::bandOf(const SkyFeature& feature) const
{
    const QRectF rect = mParentPlot->axisRect()->rect();
    const double spread = feature.kind == SkyKind::EmissionLine ? lineHalfWidth : 0;
    const double left = std::round(x(feature.fromAngstrom - spread));
    const double right = std::max(std::round(x(feature.toAngstrom + spread)), left + 1);
    const bool isStrip = feature.kind == SkyKind::EmissionBand;
    return {left, isStrip ? rect.bottom() - bandStripHeight : rect.top(), right - left,
            isStrip ? bandStripHeight : rect.height()};
}

void SkyLayer::drawBands(QCPPainter& painter, const std::vector<SkyFeature>& features) const
{
    const auto& scale = m_state.drawn.scale;
    for (const auto& feature : features) {
        if (!scale.isInFold(feature.fromAngstrom) && !scale.isInFold(feature.toAngstrom))
            painter.fillRect(bandOf(feature), shadeOf(feature, m_state.palette.sky));
    }
}

void SkyLayer::drawSkySpectrum(QCPPainter& painter) const
{
    const auto& drawn = m_state.drawn;
    const auto& sky = drawn.spectrum->sky;
    if (sky.size() != drawn.position.size())
        return;
    auto sorted = sky;
    std::erase_if(sorted, [](float value) { return !std::isfinite(value); });
    if (sorted.empty())
        return;
    const auto high = sorted.begin() + std::ptrdiff_t(0.995 * double(sorted.size() - 1));
    std::ranges::nth_element(sorted, high);
    if (!(*high > 0))
        return;
    const QRectF rect = mParentPlot->axisRect()->rect();
    const auto range = mParentPlot->xAxis->range();
    PixelMap map;
    map.xFactor = rect.width() / range.size();
    map.xOffset = rect.left() - range.lower * map.xFactor;
    map.yFactor = -skySpectrumPart * rect.height() / double(*high);
    map.yOffset = rect.bottom() - labelBands(m_state, rect.height()).skyHeight;
    const auto view = drawn.between(range.lower, range.upper);
    const auto path = tracePath(drawn.position, sky, view.first, view.end, map);
    painter.setPen(QPen(m_state.palette.masked, 0));
    for (std::size_t line = 0; line < path.lineCount(); ++line)
        painter.drawPolyline(path.points.data() + path.starts[line],
                             static_cast<int>(path.lineEnd(line) - path.starts[line]));
}

void SkyLayer::drawCaptions(QCPPainter& painter, const std::vector<SkyFeature>& features) const
{
    const QRectF rect = mParentPlot->axisRect()->rect();
    const QFontMetricsF metrics(m_state.captionFont);
    const bool isWide = mParentPlot->xAxis->range().size() > wideView * rect.width();
    std::vector<const SkyFeature*> captioned;
    std::vector<LabelWish> wishes;
    for (const auto& feature : features) {
        const auto caption = captionOf(feature);
        const QRectF band = bandOf(feature).intersected(rect);
        if (caption.isEmpty() || band.isEmpty() || (isWide && feature.importance > 1)
            || m_state.drawn.scale.isInFold(feature.fromAngstrom))
            continue;
        captioned.push_back(&feature);
        wishes.push_back({band.center().x(), metrics.horizontalAdvance(caption), feature.importance});
    }
    const auto places = placeLabels(wishes, {rect.left() + 2, rect.right() - 2, 1, 8});
    const double baseline = rect.bottom() - bandStripHeight - metrics.descent() - 1;
    painter.setFont(m_state.captionFont);
    auto ink = m_state.palette.axis;
    ink.setAlphaF(0.55F);
    painter.setPen(ink);
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (places[at].isShown())
            painter.drawText(QPointF(places[at].left, baseline), captionOf(*captioned[at]));
    }
}

void SkyLayer::drawFolds(QCPPainter& painter) const
{
    const QRectF rect = mParentPlot->axisRect()->rect();
    const auto& spans = m_state.drawn.scale.spans();
    for (std::size_t span = 1; span < spans.size(); ++span) {
        const double left = x(spans[span - 1].to);
        const double right = x(spans[span].from);
        painter.setPen(QPen(m_state.palette.axis, 0, Qt::DotLine));
        painter.drawLine(QPointF(left, rect.top()), QPointF(left, rect.bottom()));
        painter.drawLine(QPointF(right, rect.top()), QPointF(right, rect.bottom()));
    }
}
