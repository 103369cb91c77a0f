#include "plotting/tile/columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace {
constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
constexpr std::size_t rangeStride = 3; // every third pixel tells the range as well as all
constexpr double lowestPart = 0.005; // of the pixels may leave the picture below
constexpr double highestPart = 0.997;
constexpr float nearZero = 0.3F; // a lower limit below this part of the upper one brings zero in

bool isUsable(const Samples& samples, std::size_t pixel)
{
    return samples.inverseVariance.empty() || samples.inverseVariance[pixel] > 0;
}

float partOf(std::vector<float>& values, double part)
{
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}
}

std::pair<std::size_t, std::size_t> dataSpan(const std::vector<float>& flux)
{
    const auto isData = [](float value) { return value != 0; };
    const auto first = std::ranges::find_if(flux, isData) - flux.begin();
    const auto behind = std::find_if(flux.rbegin(), flux.rend(), isData) - flux.rbegin();
    const auto size = std::ssize(flux);
    return {std::size_t(first), std::size_t(std::max(size - behind, first))};
}

TileColumns tileColumns(const Samples& samples, const std::vector<float>& flux, int columns,
                        double fromAngstrom, double toAngstrom)
{
    const auto count = static_cast<std::size_t>(columns);
    TileColumns tile {std::vector<float>(count, nothing), std::vector<float>(count, nothing),
                      std::vector<float>(count, nothing)};
    const auto& wavelength = samples.wavelengthAngstrom;
    if (wavelength.size() < 2 || flux.size() != wavelength.size())
        return tile;
    const bool whole = !(toAngstrom > fromAngstrom);
    const double first = whole ? wavelength.front() : fromAngstrom;
    const double last = whole ? wavelength.back() : toAngstrom;
    const double scale = (columns - 1e-6) / (last - first);
    const auto [firstPixel, endPixel] = dataSpan(samples.flux);
    std::size_t column = 0;
    float low = 0;
    float high = 0;
    float sum = 0;
    int pixels = 0;
    const auto close = [&] {
        if (pixels == 0)
            return;
        tile.low[column] = low;
        tile.high[column] = high;
        tile.mean[column] = sum / static_cast<float>(pixels);
        pixels = 0;
    };
    for (std::size_t pixel = firstPixel; pixel < endPixel; ++pixel) {
        const float value = flux[pixel];
        if (!std::isfinite(value) || !isUsable(samples, pixel) || wavelength[pixel] < first
            || wavelength[pixel] > last)
            continue;
        const auto own = static_cast<std::size_t>((wavelength[pixel] - first) * scale);
        if (own != column) {
            close();
            column = own;
        }
        low = pixels == 0 ? value : std::min(low, value);
        high = pixels == 0 ? value : std::max(high, value);
        sum = pixels == 0 ? value : sum + value;
        ++pixels;
    }
    close();
    return tile;
}

TileRange tileRange(const Samples& samples)
{
    std::vector<float> values;
    values.reserve(samples.flux.size() / rangeStride + 1);
    for (std::size_t pixel = 0; pixel < samples.flux.size(); pixel += rangeStride) {
        if (std::isfinite(samples.flux[pixel]) && isUsable(samples, pixel))
            values.push_back(samples.flux[pixel]);
    }
    if (values.empty())
        return {};
    TileRange range {partOf(values, lowestPart), partOf(values, highestPart)};
    if (range.from > 0 && range.from < nearZero * range.to)
        range.from = 0;
    if (!(range.to > range.from)) {
        const float half = std::max(std::abs(range.from), 1.0F) / 2;
        return {range.from - half, range.to + half};
    }
    const float margin = 0.06F * (range.to - range.from);
    return {range.from - margin, range.to + margin};
}
