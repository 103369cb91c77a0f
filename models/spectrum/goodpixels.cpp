#include "models/spectrum/goodpixels.h"

#include "models/spectrum/maskbits.h"
#include "models/spectrum/usablepixels.h"

#include <algorithm>

bool hasGoodPixel(const Samples& samples, quint32 worthless)
{
    const auto usable = usablePixels(samples, worthless);
    return std::ranges::find(usable, 1) != usable.end();
}

bool hasGoodPixel(const Spectrum& spectrum)
{
    return hasGoodPixel(spectrum.coadd, worthlessBits(spectrum.layout));
}
