#include "models/redshift/forestveto.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr double firstForestZ = 2.9; // enough of it in the spectra
constexpr double firstLimitZ = 3.5;
constexpr double lymanAlpha = 1215.67;
constexpr int leastPixels = 20;
constexpr double sigmas = 3;

struct RestRange
{
    double fromAngstrom, toAngstrom;
};

constexpr RestRange redward {1260, 1500};
constexpr RestRange forest {1050, 1180};
constexpr RestRange beyondLimit {700, 870};

struct Mean
{
    double flux = 0;
    double error = 0;
};

std::optional<Mean> meanFlux(const PreparedSpectrum::Level& level, RestRange range, double z)
{
    const auto pixel = [&](double restAngstrom) {
        const auto place = observedGrid.pixelOf(restAngstrom * (1 + z)) / level.factor - level.first;
        return static_cast<int>(std::clamp(place, 0.0, static_cast<double>(level.size)));
    };
    Mean mean;
    int known = 0;
    for (int i = pixel(range.fromAngstrom); i < pixel(range.toAngstrom); ++i) {
        if (level.weight[i] <= 0)
            continue;
        ++known;
        mean.flux += static_cast<double>(level.flux[i]);
        mean.error += 1 / static_cast<double>(level.weight[i]);
    }
    if (known < leastPixels)
        return std::nullopt;
    mean.flux /= known;
    mean.error = std::sqrt(mean.error) / known;
    return mean;
}

bool exceeds(const std::optional<Mean>& blue, const Mean& red, double share)
{
    return blue && blue->flux - sigmas * blue->error > share * (red.flux + sigmas * red.error);
}
}

bool isRefutedByForest(const PreparedSpectrum& spectrum, double z)
{
    if (z < firstForestZ)
        return false;
    const auto& level = spectrum.level(2);
    const auto red = meanFlux(level, redward, z);
    if (!red || red->flux <= 0)
        return false;
    // The continuum rises to the blue, sight lines differ, and some light always comes through.
    constexpr double allowance = 1.5;
    constexpr double leastShare = 0.4;
    const double middle = (1 + z) * 0.5 * (forest.fromAngstrom + forest.toAngstrom) / lymanAlpha;
    const double share = std::exp(-0.0018 * std::pow(middle, 3.92));
    if (exceeds(meanFlux(level, forest, z), *red, allowance * std::max(leastShare, share)))
        return true;
    constexpr double mostBeyondLimit = 0.3;
    return z > firstLimitZ && exceeds(meanFlux(level, beyondLimit, z), *red, mostBeyondLimit);
}
