#include "models/spectrum/fluxrange.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr float largestErrorOverMedian = 4; // beyond: the ends of an arm where the throughput fails
constexpr double lowestPart = 0.005; // of the pixels may lie below the range
constexpr double nearZero = 0.25; // of the upper limit: a lower limit below this brings zero in

float nth(std::vector<float> values, double part)
{
    const auto index = static_cast<std::ptrdiff_t>(part * double(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + index, values.end());
    return values[static_cast<std::size_t>(index)];
}

/// A value held to what its neighbours in the spectrum allow: the peak of a resolved line stands less than
/// twice as high above the usual level as the higher pixel beside it, a cosmic ray stands alone.
float heldBy(float value, float before, float behind, float level)
{
    constexpr float steepest = 1.9F; // Gaussian of one pixel's σ: 1.65
    const auto [low, high] = std::minmax(before, behind);
    const float ceiling = std::max(high, level + steepest * (high - level));
    const float floor = std::min(low, level - steepest * (level - low));
    return std::clamp(value, floor, ceiling);
}

/// The usual error of the trusted pixels, 0 when errors are unknown.
float medianError(const std::vector<float>& error, const UsablePixels& trusted, std::size_t first,
                  std::size_t end)
{
    std::vector<float> errors;
    for (auto pixel = first; pixel < end && !error.empty(); ++pixel) {
        if (trusted[pixel] && std::isfinite(error[pixel]))
            errors.push_back(error[pixel]);
    }
    return errors.empty() ? 0 : nth(std::move(errors), 0.5);
}

/// The trusted fluxes without spikes of a single pixel.
std::vector<float> despiked(const std::vector<float>& flux, const std::vector<float>& error,
                            const UsablePixels& trusted, std::size_t first, std::size_t end)
{
    const float limit = largestErrorOverMedian * medianError(error, trusted, first, end);
    std::vector<float> kept;
    kept.reserve(end - first);
    for (auto pixel = first; pixel < end; ++pixel) {
        const bool isNoisy = limit > 0 && !(error[pixel] <= limit);
        if (trusted[pixel] && std::isfinite(flux[pixel]) && !isNoisy)
            kept.push_back(flux[pixel]);
    }
    if (kept.size() < 2)
        return kept;
    const float level = nth(kept, 0.5);
    auto filtered = kept;
    for (std::size_t at = 0; at < kept.size(); ++at) {
        const float before = kept[at > 0 ? at - 1 : 1];
        const float behind = kept[at + 1 < kept.size() ? at + 1 : kept.size() - 2];
        filtered[at] = heldBy(kept[at], before, behind, level);
    }
    return filtered;
}

std::vector<float> finite(const std::vector<float>& flux, std::size_t first, std::size_t end)
{
    std::vector<float> values;
    std::copy_if(flux.begin() + std::ptrdiff_t(first), flux.begin() + std::ptrdiff_t(end),
                 std::back_inserter(values), [](float value) { return std::isfinite(value); });
    return values;
}
}

FluxRange fluxRange(const std::vector<float>& flux, const std::vector<float>& error,
                    const UsablePixels& trusted, std::size_t first, std::size_t end, bool wholeSpectrum)
{
    auto values = despiked(flux, error, trusted, first, end);
    if (values.empty())
        values = finite(flux, first, end);
    if (values.empty())
        return {};

    FluxRange range {double(nth(values, lowestPart)), double(*std::ranges::max_element(values))};
    if (range.from > 0 && (wholeSpectrum || range.from < nearZero * range.to))
        range.from = 0;
    if (range.to < 0 && wholeSpectrum)
        range.to = 0;
    if (!(range.to > range.from)) { // a flat line stands in the middle
        const double half = range.from == 0 ? 1 : 0.5 * std::abs(range.from);
        return {range.from - half, range.to + half};
    }
    const double margin = 0.03 * (range.to - range.from);
    return {range.from == 0 ? -margin : range.from - margin, range.to + margin};
}
