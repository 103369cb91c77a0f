#include "models/measure/pixelweights.h"

#include "models/spectrum/maskbits.h"
#include "models/spectrum/pixeledges.h"
#include "models/spectrum/usablepixels.h"

#include <algorithm>
#include <cmath>

namespace {
/// The scatter of white noise from neighbours that differ: the median of |difference| is 0.954 σ.
double weightFromScatter(const std::vector<float>& flux)
{
    constexpr double medianOfDifferences = 0.954;
    std::vector<double> differences;
    differences.reserve(flux.size());
    for (std::size_t pixel = 1; pixel < flux.size(); ++pixel) {
        const double difference = std::abs(double(flux[pixel]) - double(flux[pixel - 1]));
        if (std::isfinite(difference))
            differences.push_back(difference);
    }
    if (differences.empty())
        return 0;
    const auto middle = differences.begin() + std::ptrdiff_t(differences.size() / 2);
    std::ranges::nth_element(differences, middle);
    const double sigma = *middle / medianOfDifferences;
    return sigma > 0 ? 1 / (sigma * sigma) : 0;
}
}

std::vector<double> pixelWeights(const Spectrum& spectrum)
{
    const auto& samples = spectrum.coadd;
    std::vector<double> weights(samples.size(), 0);
    if (samples.flux.size() != samples.size())
        return weights;
    const bool known = samples.inverseVariance.size() == samples.size();
    const double same = known ? 0 : weightFromScatter(samples.flux);
    const auto usable = usablePixels(samples, worthlessBits(spectrum.layout));
    for (std::size_t pixel = 0; pixel < weights.size(); ++pixel)
        if (usable[pixel])
            weights[pixel] = known ? double(samples.inverseVariance[pixel]) : same;
    return weights;
}

PixelRange pixelsBetween(const Samples& samples, double fromAngstrom, double toAngstrom)
{
    const auto& grid = samples.wavelengthAngstrom;
    const auto first = std::ranges::lower_bound(grid, fromAngstrom) - grid.begin();
    const auto end = std::ranges::upper_bound(grid, toAngstrom) - grid.begin();
    return {std::size_t(first), std::size_t(std::max(first, end))};
}

double pixelWidth(const Samples& samples, std::size_t pixel)
{
    const auto& grid = samples.wavelengthAngstrom;
    if (grid.size() < 2)
        return 0;
    const auto [left, right] = pixelEdges([&grid](std::size_t i) { return grid[i]; }, pixel, grid.size());
    return right - left;
}
