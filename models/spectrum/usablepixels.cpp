#include "models/spectrum/usablepixels.h"

#include <algorithm>
#include <cmath>

UsablePixels usablePixels(const Samples& samples, quint32 worthless)
{
    UsablePixels usable(samples.size(), 0);
    const bool hasWeights = samples.inverseVariance.size() == samples.flux.size();
    for (std::size_t pixel = 0; pixel < std::min(usable.size(), samples.flux.size()); ++pixel)
        usable[pixel] = std::isfinite(samples.flux[pixel])
            && (!hasWeights
                || (std::isfinite(samples.inverseVariance[pixel]) && samples.inverseVariance[pixel] > 0));
    for (const auto& run : samples.andMask) {
        if (!(run.bits & worthless))
            continue;
        const auto first = std::min(static_cast<std::size_t>(run.first), usable.size());
        const auto end = std::min(first + static_cast<std::size_t>(run.count), usable.size());
        std::fill(usable.begin() + std::ptrdiff_t(first), usable.begin() + std::ptrdiff_t(end), 0);
    }
    return usable;
}
