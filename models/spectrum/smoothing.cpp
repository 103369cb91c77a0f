#include "models/spectrum/smoothing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace {
constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

struct Window
{
    std::size_t first;
    std::size_t end;
};
}

int oddWidth(int pixels)
{
    return pixels <= 1 ? 1 : pixels + (pixels % 2 == 0 ? 1 : 0);
}

Trace smoothed(const std::vector<float>& flux, const std::vector<float>& inverseVariance,
               const UsablePixels& usable, int width, const std::vector<std::size_t>& firstPixels)
{
    const auto count = flux.size();
    const auto half = static_cast<std::size_t>(oddWidth(width) / 2);
    const bool weighted = !inverseVariance.empty();
    Trace trace {std::vector<float>(count, nothing), {}};
    if (weighted)
        trace.error.assign(count, nothing);

    const auto meanAt = [&](std::size_t pixel, Window window) {
        double sum = 0; // direct sums: a running one would lose the faint pixels beside a bright line
        double weights = 0;
        for (auto at = window.first; at < window.end; ++at) {
            if (!usable[at])
                continue;
            const double weight = weighted ? double(inverseVariance[at]) : 1.0;
            sum += weight * double(flux[at]);
            weights += weight;
        }
        trace.flux[pixel] = static_cast<float>(sum / weights);
        if (weighted)
            trace.error[pixel] = static_cast<float>(1.0 / std::sqrt(weights));
    };

    for (std::size_t stretch = 0; stretch < firstPixels.size(); ++stretch) {
        const auto begin = firstPixels[stretch];
        const auto end = stretch + 1 < firstPixels.size() ? firstPixels[stretch + 1] : count;
        for (auto pixel = begin; pixel < end; ++pixel) {
            if (usable[pixel])
                meanAt(pixel, {pixel - std::min(half, pixel - begin), std::min(pixel + half + 1, end)});
        }
    }
    return trace;
}
