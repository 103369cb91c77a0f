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

float medianOfThree(float a, float b, float c)
{
    return std::max(std::min(a, b), std::min(std::max(a, b), c));
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

/// The trusted fluxes, each replaced by the median of itself and its trusted neighbours.
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
    auto filtered = kept;
    for (std::size_t at = 1; at + 1 < kept.size(); ++at)
        filtered[at] = medianOfThree(kept[at - 1], kept[at], kept[at + 1]);
    if (filtered.size() >= 3) { // the ends have one neighbour only
        filtered.front() = filtered[1];
        filtered.back() = filtered[filtered.size() - 2];
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
