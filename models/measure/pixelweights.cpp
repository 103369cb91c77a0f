#include "models/measure/pixelweights.h"

#include "models/spectrum/maskbits.h"

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
    for (std::size_t pixel = 0; pixel < weights.size(); ++pixel) {
        const double weight = known ? double(samples.inverseVariance[pixel]) : same;
        if (std::isfinite(samples.flux[pixel]) && std::isfinite(weight) && weight > 0)
            weights[pixel] = weight;
    }
    const auto worthless = worthlessBits(spectrum.layout);
    for (const auto& run : samples.andMask) {
        const auto first = std::min(static_cast<std::size_t>(run.first), weights.size());
        const auto end = std::min(first + static_cast<std::size_t>(run.count), weights.size());
        if (run.bits & worthless)
            std::fill(weights.begin() + std::ptrdiff_t(first), weights.begin() + std::ptrdiff_t(end), 0.0);
    }
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
    const auto left = pixel > 0 ? pixel - 1 : pixel;
    const auto right = pixel + 1 < grid.size() ? pixel + 1 : pixel;
    return right > left ? (grid[right] - grid[left]) / double(right - left) : 0;
}
