#include "db/fits/armmerge.h"

#include <cmath>
#include <limits>

namespace {
constexpr double samePixelAngstrom = 0.01;

/// Walks over a part's pixels and mask runs together.
struct Cursor
{
    const Samples* samples = nullptr;
    std::size_t pixel = 0;
    std::size_t andRun = 0;
    std::size_t orRun = 0;

    double wavelength() const
    {
        return pixel < samples->size() ? samples->wavelengthAngstrom[pixel]
                                       : std::numeric_limits<double>::infinity();
    }
};

quint32 bitsAt(const PixelMask& mask, std::size_t& run, std::size_t pixel)
{
    const auto at = static_cast<qint32>(pixel);
    while (run < mask.size() && mask[run].first + mask[run].count <= at)
        ++run;
    return run < mask.size() && mask[run].first <= at ? mask[run].bits : 0;
}

/// Sums of the pixels that fall together.
struct MergedPixel
{
    double weightedFlux = 0;
    double weight = 0;
    double plainFlux = 0;
    int count = 0;
    int plainCount = 0;
    quint32 andBits = ~0U;
    quint32 orBits = 0;

    void add(Cursor& cursor)
    {
        const auto& samples = *cursor.samples;
        const auto flux = static_cast<double>(samples.flux[cursor.pixel]);
        const auto ivar = samples.inverseVariance.empty()
            ? 1.0
            : static_cast<double>(samples.inverseVariance[cursor.pixel]);
        if (std::isfinite(flux)) {
            weightedFlux += ivar * flux;
            weight += ivar;
            plainFlux += flux;
            ++plainCount;
        }
        const auto all = bitsAt(samples.andMask, cursor.andRun, cursor.pixel);
        andBits &= all;
        orBits |= samples.orMask.empty() ? all : bitsAt(samples.orMask, cursor.orRun, cursor.pixel);
        ++count;
        ++cursor.pixel;
    }

    float flux() const
    {
        if (weight > 0)
            return static_cast<float>(weightedFlux / weight);
        return plainCount > 0 ? static_cast<float>(plainFlux / plainCount)
                              : std::numeric_limits<float>::quiet_NaN();
    }
};
}

Samples mergedSamples(const std::vector<const Samples*>& parts)
{
    std::vector<Cursor> cursors;
    bool errorsKnown = true;
    for (const auto* part : parts) {
        cursors.push_back({part, 0, 0, 0});
        errorsKnown = errorsKnown && !part->inverseVariance.empty();
    }
    Samples merged;
    std::vector<quint32> andBits;
    std::vector<quint32> orBits;
    for (;;) {
        double lowest = std::numeric_limits<double>::infinity();
        for (const auto& cursor : cursors)
            lowest = std::min(lowest, cursor.wavelength());
        if (!std::isfinite(lowest))
            break;
        MergedPixel pixel;
        for (auto& cursor : cursors) {
            if (cursor.wavelength() <= lowest || cursor.wavelength() < lowest + samePixelAngstrom)
                pixel.add(cursor);
        }
        if (!merged.wavelengthAngstrom.empty() && lowest <= merged.wavelengthAngstrom.back())
            continue;
        merged.wavelengthAngstrom.push_back(lowest);
        merged.flux.push_back(pixel.flux());
        if (errorsKnown)
            merged.inverseVariance.push_back(static_cast<float>(pixel.weight));
        andBits.push_back(pixel.andBits);
        orBits.push_back(pixel.orBits);
    }
    merged.andMask = pixelMask(andBits.data(), static_cast<qint32>(andBits.size()));
    merged.orMask = pixelMask(orBits.data(), static_cast<qint32>(orBits.size()));
    return merged;
}
