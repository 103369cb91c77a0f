#include "models/measure/windowfit.h"

#include "models/spectrum/wavelength.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr double reachInSigma = 5; // half of a window beyond a line's centre
constexpr double leastReachKmS = 1500;
constexpr double curvedFromKmS = 9000; // a continuum over more than this may be curved
constexpr double coverSigma = 1.5;
constexpr double coverShare = 0.6;

double reachKmS(const ExpectedLine& line, const LineFrame& frame)
{
    return std::max(leastReachKmS, reachInSigma * frame.sigmaKmS(line));
}

/// The sign an amplitude must have, 0 either.
int wantedSign(const ExpectedLine& line)
{
    return line.kind == LineKind::Emission ? 1 : line.kind == LineKind::Absorption ? -1 : 0;
}

BasisFunction gaussian(const Samples& samples, PixelRange pixels, double centre, double sigma)
{
    BasisFunction values;
    values.reserve(pixels.size());
    for (auto pixel = pixels.first; pixel < pixels.end; ++pixel) {
        const double off = (samples.wavelengthAngstrom[pixel] - centre) / sigma;
        values.push_back(std::abs(off) < 6 ? std::exp(-0.5 * off * off) : 0);
    }
    return values;
}
}

WindowFitter::WindowFitter(const Samples& samples, const std::vector<double>& weights)
    : m_samples(samples)
    , m_weights(weights)
{
}

bool WindowFitter::covers(const ExpectedLine& line, const LineFrame& frame) const
{
    const double centre = observedWavelength(line.vacuumAngstrom, frame.z);
    const double half = centre * coverSigma * frame.sigmaKmS(line) / speedOfLightKmS;
    const auto& grid = m_samples.wavelengthAngstrom;
    if (grid.empty() || centre - half < grid.front() || centre + half > grid.back())
        return false;
    const auto pixels = pixelsBetween(m_samples, centre - half, centre + half);
    int known = 0;
    for (auto pixel = pixels.first; pixel < pixels.end; ++pixel)
        known += m_weights[pixel] > 0 ? 1 : 0;
    return known > 0 && known >= coverShare * double(pixels.size());
}

std::vector<LineWindow> WindowFitter::windows(const std::vector<ExpectedLine>& lines,
                                              const LineFrame& frame) const
{
    std::vector<LineWindow> windows;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (!covers(lines[at], frame))
            continue;
        const double centre = observedWavelength(lines[at].vacuumAngstrom, frame.z);
        const double reach = centre * reachKmS(lines[at], frame) / speedOfLightKmS;
        const auto pixels = pixelsBetween(m_samples, centre - reach, centre + reach);
        if (!windows.empty() && pixels.first < windows.back().pixels.end) {
            windows.back().pixels.first = std::min(windows.back().pixels.first, pixels.first);
            windows.back().pixels.end = std::max(windows.back().pixels.end, pixels.end);
            windows.back().lines.push_back(at);
        } else {
            windows.push_back({pixels, {at}});
        }
    }
    return windows;
}

/// What is fitted to a window: continuum terms, then a Gaussian for each component.
struct WindowFitter::Functions
{
    std::vector<double> flux;
    std::vector<double> weight;
    std::vector<BasisFunction> values;
    std::vector<int> signs;
    std::vector<std::size_t> firstAmplitude;

    LinearFit solve(const std::vector<bool>& active) const
    {
        return weightedFit(values, flux, weight, active);
    }

    WindowFit take(LinearFit linear, std::vector<bool> active) const
    {
        WindowFit fit {std::move(linear), std::move(active), firstAmplitude, {}};
        fit.residual.assign(flux.size(), 0);
        for (std::size_t pixel = 0; pixel < flux.size() && fit.linear.solved; ++pixel) {
            double model = 0;
            for (std::size_t at = 0; at < values.size(); ++at)
                model += fit.linear.values[at] * values[at][pixel];
            fit.residual[pixel] = std::sqrt(weight[pixel]) * (flux[pixel] - model);
        }
        return fit;
    }
};

WindowFitter::Functions WindowFitter::functionsOf(const LineWindow& window,
                                                  const std::vector<ExpectedLine>& lines,
                                                  const LineFrame& frame) const
{
    const auto& grid = m_samples.wavelengthAngstrom;
    const double first = grid[window.pixels.first];
    const double last = grid[window.pixels.end - 1];
    const double middle = (first + last) / 2;
    const std::size_t terms = (last - first) / middle * speedOfLightKmS > curvedFromKmS ? 3 : 2;
    Functions functions;
    functions.values.resize(terms);
    functions.signs.assign(terms, 0);
    for (auto pixel = window.pixels.first; pixel < window.pixels.end; ++pixel) {
        const bool known = m_weights[pixel] > 0;
        functions.flux.push_back(known ? double(m_samples.flux[pixel]) : 0);
        functions.weight.push_back(m_weights[pixel]);
        const double x = 2 * (grid[pixel] - middle) / std::max(last - first, 1e-6);
        functions.values[0].push_back(1);
        functions.values[1].push_back(x);
        if (terms > 2)
            functions.values[2].push_back(x * x);
    }
    for (const auto index : window.lines) {
        functions.firstAmplitude.push_back(functions.values.size());
        for (const double rest : lines[index].components) {
            const double centre = observedWavelength(rest, frame.z);
            const double sigma = centre * frame.sigmaKmS(lines[index]) / speedOfLightKmS;
            functions.values.push_back(gaussian(m_samples, window.pixels, centre, sigma));
            functions.signs.push_back(wantedSign(lines[index]));
        }
    }
    return functions;
}

WindowFit WindowFitter::fit(const LineWindow& window, const std::vector<ExpectedLine>& lines,
                            const LineFrame& frame, AmplitudeSigns signs) const
{
    const auto functions = functionsOf(window, lines, frame);
    std::vector<bool> active(functions.values.size(), true);
    auto linear = functions.solve(active);
    while (signs == AmplitudeSigns::Wanted && linear.solved) {
        std::size_t worst = 0;
        double most = 0;
        for (std::size_t at = 0; at < active.size(); ++at) {
            const double wrong = -functions.signs[at] * linear.values[at];
            if (active[at] && wrong > most * linear.errors[at]) {
                most = wrong / linear.errors[at];
                worst = at;
            }
        }
        if (!(most > 0))
            break;
        active[worst] = false;
        linear = functions.solve(active);
    }
    return functions.take(std::move(linear), std::move(active));
}

WindowFit WindowFitter::fitAgain(const WindowFit& earlier, const LineWindow& window,
                                 const std::vector<ExpectedLine>& lines, const LineFrame& frame) const
{
    const auto functions = functionsOf(window, lines, frame);
    return functions.take(functions.solve(earlier.active), earlier.active);
}
