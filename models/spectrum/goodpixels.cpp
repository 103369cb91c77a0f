#include "models/spectrum/goodpixels.h"

#include "models/spectrum/maskbits.h"

#include <cmath>

bool hasGoodPixel(const Samples& samples, quint32 worthless)
{
    auto run = samples.andMask.begin();
    for (std::size_t pixel = 0; pixel < samples.size(); ++pixel) {
        const auto at = static_cast<qint32>(pixel);
        while (run != samples.andMask.end() && run->first + run->count <= at)
            ++run;
        const bool masked = run != samples.andMask.end() && run->first <= at && (run->bits & worthless) != 0;
        const bool weighted = samples.inverseVariance.empty() || samples.inverseVariance[pixel] > 0;
        if (!masked && weighted && std::isfinite(samples.flux[pixel]))
            return true;
    }
    return false;
}

bool hasGoodPixel(const Spectrum& spectrum)
{
    return hasGoodPixel(spectrum.coadd, worthlessBits(spectrum.layout));
}
