#include "plotting/spectrum/axes.h"

#include "models/spectrum/fluxrange.h"
#include "plotting/spectrum/canvas.h"
#include "plotting/spectrum/plotstate.h"
#include "plotting/spectrum/tickers.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr int gridUnit = 8; // pixels
constexpr double edgeMargin = 0.01; // of the spectrum, free at either end when all is shown
constexpr double narrowestView = 10; // pixels of the spectrum

QColor faded(QColor colour, double factor)
{
    colour.setAlphaF(static_cast<float>(double(colour.alphaF()) * factor));
    return colour;
}

void applyLookTo(QCPAxis& axis, const PlotState& state, bool hasBase)
{
    const QPen hairline(faded(state.palette.axis, 0.6), 0);
    axis.setBasePen(hasBase ? hairline : QPen(Qt::NoPen));
    axis.setTickPen(hasBase ? hairline : QPen(Qt::NoPen));
    axis.setSubTickPen(hairline);
    axis.setTickLabelColor(state.palette.axis);
    axis.setTickLabelFont(state.font);
}
}

LabelBands labelBands(const PlotState& state, double plotHeight)
{
    LabelBands bands;
    bands.rowHeight = QFontMetricsF(state.font).height();
    bands.rows = plotHeight < 320 ? 1 : 2;
    bands.skyHeight = state.sky ? std::ceil(QFontMetricsF(state.captionFont).height()) + 2 : 2;
    const double lineRows = bands.rows * bands.rowHeight + gridUnit;
    bands.top = state.emission ? lineRows : gridUnit;
    bands.bottom = bands.skyHeight + (state.absorption ? lineRows : 0);
    return bands;
}

PlotAxes::PlotAxes(Canvas& canvas, const PlotState& state)
    : m_canvas(canvas)
    , m_state(state)
{
    using Frame = WavelengthTicker::Frame;
    canvas.xAxis->setTicker(QSharedPointer<WavelengthTicker>::create(state, Frame::Observed));
    canvas.xAxis2->setTicker(QSharedPointer<WavelengthTicker>::create(state, Frame::Rest));
    canvas.yAxis->setTicker(QSharedPointer<FluxTicker>::create());
    canvas.xAxis2->setVisible(true);
    canvas.xAxis2->setLayer(QStringLiteral("overlay")); // it moves with the redshift, as the marks do
    canvas.axisRect()->setAutoMargins(QCP::msNone);
    for (auto* axis : {canvas.xAxis, canvas.xAxis2, canvas.yAxis}) {
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(4);
        axis->setSubTickLengthIn(0);
        axis->setSubTickLengthOut(axis == canvas.yAxis ? 0 : 2);
        axis->setTickLabelPadding(2);
        axis->grid()->setVisible(axis == canvas.yAxis);
    }
    canvas.yAxis->setTickLengthOut(0);
    canvas.yAxis->setTickLabelPadding(gridUnit);
    canvas.yAxis->setSubTicks(false);
    applyLook();
}

void PlotAxes::applyLook()
{
    m_canvas.setBackground(m_state.palette.background);
    applyLookTo(*m_canvas.xAxis, m_state, true);
    applyLookTo(*m_canvas.xAxis2, m_state, true);
    applyLookTo(*m_canvas.yAxis, m_state, false);
    m_canvas.yAxis->grid()->setPen(QPen(m_state.palette.grid, 0));
    m_canvas.yAxis->grid()->setZeroLinePen(QPen(faded(m_state.palette.axis, 0.5), 0));
}

void PlotAxes::prepare()
{
    const QFontMetrics numbers(m_state.font);
    const QFontMetrics captions(m_state.captionFont);
    const int numberRow = 4 + 2 + numbers.height();
    const int sideMargin = gridUnit + numbers.horizontalAdvance(QStringLiteral("−0000.0")) + gridUnit;
    const QMargins margins(sideMargin, gridUnit + captions.height() + numberRow, 3 * gridUnit,
                           numberRow + captions.height() + gridUnit);
    auto* rect = m_canvas.axisRect();
    rect->setMargins(margins);
    rect->setOuterRect(m_canvas.viewport());
    rect->update(QCPLayoutElement::upLayout);

    const int labelWidth = numbers.horizontalAdvance(QStringLiteral("00000.0"));
    const int count = std::max(2, rect->width() / (2 * labelWidth + 2 * gridUnit));
    m_canvas.xAxis->ticker()->setTickCount(count);
    m_canvas.xAxis2->ticker()->setTickCount(count);
    m_canvas.yAxis->ticker()->setTickCount(std::clamp(rect->height() / 90, 3, 8));
    for (auto* axis : {m_canvas.xAxis, m_canvas.xAxis2, m_canvas.yAxis})
        axis->setVisible(!m_state.drawn.isEmpty());
    followFlux();
}

void PlotAxes::followFlux()
{
    const auto& drawn = m_state.drawn;
    if (drawn.isEmpty())
        return;
    const auto view = drawn.between(positionFrom(), positionTo());
    const double shown = positionTo() - positionFrom();
    const bool whole = shown > 0.95 * (drawn.position.back() - drawn.position.front());
    const auto flux = fluxRange(drawn.raw.flux, drawn.raw.error, drawn.trusted, view.first, view.end, whole);
    // The trace keeps out of the rows of labels.
    const double height = std::max(m_canvas.axisRect()->height(), 1);
    const auto bands = labelBands(m_state, height);
    const double free = std::max(height - bands.top - bands.bottom, height / 4);
    const double perPixel = (flux.to - flux.from) / free;
    m_canvas.yAxis->setRange(flux.from - bands.bottom * perPixel, flux.to + bands.top * perPixel);
}

void PlotAxes::showAll()
{
    const auto& drawn = m_state.drawn;
    if (drawn.isEmpty())
        return;
    const double margin = edgeMargin * (drawn.position.back() - drawn.position.front());
    setPositionRange(drawn.position.front() - margin, drawn.position.back() + margin);
}

void PlotAxes::setPositionRange(double from, double to)
{
    const auto& drawn = m_state.drawn;
    if (drawn.isEmpty() || !(to > from))
        return;
    const double whole = drawn.position.back() - drawn.position.front();
    const double first = drawn.position.front() - edgeMargin * whole;
    const double last = drawn.position.back() + edgeMargin * whole;
    const double narrowest = narrowestView * whole / double(drawn.position.size());
    const double width = std::clamp(to - from, narrowest, last - first);
    const double start = std::clamp((from + to - width) / 2, first, last - width);
    m_canvas.xAxis->setRange(start, start + width);
    m_canvas.xAxis2->setRange(start, start + width);
}

double PlotAxes::positionFrom() const
{
    return m_canvas.xAxis->range().lower;
}

double PlotAxes::positionTo() const
{
    return m_canvas.xAxis->range().upper;
}

double PlotAxes::wavelengthAtX(double x) const
{
    return m_state.drawn.scale.wavelength(m_canvas.xAxis->pixelToCoord(x));
}

double PlotAxes::xOfWavelength(double vacuumAngstrom) const
{
    return m_canvas.xAxis->coordToPixel(m_state.drawn.scale.position(vacuumAngstrom));
}
