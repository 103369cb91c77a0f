#include "plotting/spectrum/tickers.h"

#include "plotting/spectrum/plotstate.h"

#include <cmath>

namespace {
constexpr int subSteps = 5;

/// 1, 2 or 5 times a power of ten, not below `least`.
double niceStep(double least)
{
    const double magnitude = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * magnitude >= least * 0.999)
            return factor * magnitude;
    }
    return 10 * magnitude;
}

int decimalsOf(double step)
{
    return std::max(0, static_cast<int>(-std::floor(std::log10(step * 1.001))));
}

/// The stretches of wavelength in view.
std::vector<WavelengthSpan> spansInView(const WavelengthScale& scale, const QCPRange& range)
{
    const WavelengthSpan view {scale.wavelength(range.lower), scale.wavelength(range.upper)};
    if (!scale.isFolded())
        return {view};
    std::vector<WavelengthSpan> visible;
    for (const auto& span : scale.spans()) {
        const WavelengthSpan part {std::max(span.from, view.from), std::min(span.to, view.to)};
        if (part.to > part.from)
            visible.push_back(part);
    }
    return visible;
}
}

WavelengthTicker::WavelengthTicker(const PlotState& state, Frame frame)
    : m_state(state)
    , m_frame(frame)
{
}

void WavelengthTicker::generate(const QCPRange& range, const QLocale& /*locale*/, QChar /*formatChar*/,
                                int /*precision*/, QVector<double>& ticks, QVector<double>* subTicks,
                                QVector<QString>* tickLabels)
{
    ticks.clear();
    if (subTicks)
        subTicks->clear();
    if (tickLabels)
        tickLabels->clear();
    const auto& scale = m_state.drawn.scale;
    if (m_state.drawn.isEmpty() || !(range.size() > 0))
        return;
    const double stretch = m_frame == Frame::Rest ? 1 + m_state.z : 1;
    const double step = niceStep(range.size() / stretch / std::max(tickCount(), 2));
    const int decimals = decimalsOf(step);
    const auto position = [&](double wavelength) { return scale.position(wavelength * stretch); };

    for (const auto& span : spansInView(scale, range)) {
        const double from = span.from / stretch;
        const double to = span.to / stretch;
        for (auto count = std::ceil(from / step); count <= to / step; ++count) {
            ticks.append(position(count * step));
            if (tickLabels)
                tickLabels->append(QString::number(count * step, 'f', decimals));
        }
        const double subStep = step / subSteps;
        for (auto count = std::ceil(from / subStep); subTicks && count <= to / subStep; ++count)
            subTicks->append(position(count * subStep));
    }
}

int FluxTicker::exponentFor(const QCPRange& range)
{
    const double largest = std::max(std::abs(range.lower), std::abs(range.upper));
    if (!(largest > 0) || (largest >= 0.01 && largest < 1e4))
        return 0;
    return 3 * static_cast<int>(std::floor(std::log10(largest) / 3));
}

double FluxTicker::getTickStep(const QCPRange& range)
{
    const double step = niceStep(range.size() / std::max(tickCount(), 2));
    m_exponent = exponentFor(range);
    m_decimals = decimalsOf(step / std::pow(10.0, m_exponent));
    return step;
}

QString FluxTicker::getTickLabel(double tick, const QLocale& /*locale*/, QChar /*formatChar*/,
                                 int /*precision*/)
{
    const double shown = tick / std::pow(10.0, m_exponent);
    const auto text = QString::number(std::abs(shown) < 1e-9 ? 0.0 : shown, 'f', m_decimals);
    return text.startsWith(u'-') ? QChar(0x2212) + text.sliced(1) : text; // a true minus, as wide as a figure
}
