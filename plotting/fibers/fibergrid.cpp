#include "plotting/fibers/fibergrid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace {
constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
constexpr std::size_t medianStride = 7; // enough pixels for a level
constexpr float softening = 0.3F; // of the level: below, the flux scale is linear

/// The middle of the finite ones; NaN without any.
float medianOf(std::vector<float>& values)
{
    std::erase_if(values, [](float value) { return !std::isfinite(value); });
    if (values.empty())
        return nothing;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void copyRow(const Samples& samples, const std::vector<double>& grid, float* row)
{
    const bool weighted = !samples.inverseVariance.empty();
    const auto& own = samples.wavelengthAngstrom;
    std::size_t from = 0;
    for (std::size_t pixel = 0; pixel < grid.size(); ++pixel) {
        while (from + 1 < own.size()
               && std::abs(own[from + 1] - grid[pixel]) <= std::abs(own[from] - grid[pixel]))
            ++from;
        const double step = from > 0 ? own[from] - own[from - 1] : own[1] - own[0];
        const bool inside = std::abs(own[from] - grid[pixel]) <= step;
        row[pixel] =
            inside && (!weighted || samples.inverseVariance[from] > 0) ? samples.flux[from] : nothing;
    }
}

/// Level of each fibre: the median of its absolute flux, so that it is never 0 for a fibre with signal.
std::vector<float> levels(const FiberGrid& grid)
{
    std::vector<float> levels;
    std::vector<float> sample;
    for (int fiber = 0; fiber < grid.fibers; ++fiber) {
        sample.clear();
        for (std::size_t pixel = 0; pixel < grid.width(); pixel += medianStride)
            sample.push_back(std::abs(grid.row(fiber)[pixel]));
        const float level = medianOf(sample);
        levels.push_back(level > 0 ? level : nothing);
    }
    return levels;
}

void setRange(ScaledGrid& scaled, double lowPart, double highPart)
{
    std::vector<float> sample;
    for (std::size_t i = 0; i < scaled.values.size(); i += 29)
        if (std::isfinite(scaled.values[i]))
            sample.push_back(scaled.values[i]);
    if (sample.empty())
        return;
    const auto part = [&sample](double share) {
        const auto at = sample.begin() + static_cast<std::ptrdiff_t>(share * double(sample.size() - 1));
        std::nth_element(sample.begin(), at, sample.end());
        return *at;
    };
    scaled.low = part(lowPart);
    scaled.high = std::max(part(highPart), scaled.low + 1e-6F);
}

void subtractUsualShape(ScaledGrid& scaled, const FiberGrid& grid)
{
    std::vector<float> column;
    for (std::size_t pixel = 0; pixel < grid.width(); ++pixel) {
        column.clear();
        for (int fiber = 0; fiber < grid.fibers; ++fiber)
            column.push_back(scaled.values[static_cast<std::size_t>(fiber) * grid.width() + pixel]);
        const float usual = medianOf(column);
        for (int fiber = 0; fiber < grid.fibers; ++fiber)
            scaled.values[static_cast<std::size_t>(fiber) * grid.width() + pixel] -= usual;
    }
}
}

FiberGrid fiberGrid(const std::vector<SpectrumPtr>& byFiber, int firstFiber)
{
    FiberGrid grid;
    grid.firstFiber = firstFiber;
    grid.fibers = static_cast<int>(byFiber.size());
    for (const auto& spectrum : byFiber)
        if (spectrum && spectrum->coadd.size() > grid.wavelengthAngstrom.size())
            grid.wavelengthAngstrom = spectrum->coadd.wavelengthAngstrom;
    grid.flux.assign(byFiber.size() * grid.width(), nothing);
    for (std::size_t fiber = 0; fiber < byFiber.size(); ++fiber) {
        const auto& spectrum = byFiber[fiber];
        if (spectrum && spectrum->coadd.size() > 1 && spectrum->coadd.flux.size() == spectrum->coadd.size())
            copyRow(spectrum->coadd, grid.wavelengthAngstrom, grid.flux.data() + fiber * grid.width());
    }
    return grid;
}

ScaledGrid scaledGrid(const FiberGrid& grid, FiberScale scale)
{
    ScaledGrid scaled;
    scaled.values = grid.flux;
    auto own = levels(grid);
    auto sorted = own;
    const float common = medianOf(sorted);
    for (int fiber = 0; fiber < grid.fibers; ++fiber) {
        auto* row = scaled.values.data() + static_cast<std::size_t>(fiber) * grid.width();
        const float level =
            scale == FiberScale::Flux ? softening * common : own[static_cast<std::size_t>(fiber)];
        for (std::size_t pixel = 0; pixel < grid.width(); ++pixel)
            row[pixel] = scale == FiberScale::Flux ? std::asinh(row[pixel] / level) : row[pixel] / level;
    }
    if (scale != FiberScale::Difference) {
        setRange(scaled, 0.01, 0.99);
        return scaled;
    }
    subtractUsualShape(scaled, grid);
    setRange(scaled, 0.05, 0.95);
    scaled.high = std::max(std::abs(scaled.low), std::abs(scaled.high));
    scaled.low = -scaled.high;
    return scaled;
}
