#include "models/redshift/preparedspectrum.h"

#include "models/redshift/numbers.h"
#include "models/spectrum/maskbits.h"
#include "models/spectrum/usablepixels.h"

namespace {
constexpr int block = PreparedSpectrum::blockPixels;
constexpr int blockCount = observedGrid.size / block;
/// Relative uncertainty a pixel of observedGrid that no S/N can beat: templates and flux calibration.
constexpr float relativeFloor = 0.042F;
/// The same for narrow features: no single line, or cosmic ray, outweighs all the others.
constexpr float relativeLineFloor = 0.25F;

/// Blocks on either side of one whose median the smooth flux is: 7700 km/s in all follow every band of a cool
/// star, as the floor must; calibration is relative to 19,000 km/s, which leave a QSO its broad lines.
constexpr int localReach = 3;
constexpr int shapeReach = 8;

struct WeakRange
{
    double fromAngstrom, toAngstrom;
    float factor; ///< On the weight
};

/// [O I] and Na I of the sky, telluric O2 A and B bands; observed vacuum, facts on the night sky.
constexpr std::array<WeakRange, 6> weakRanges {{{5567, 5591, 0},
                                                {5888, 5902, 0},
                                                {6297, 6307, 0.2F},
                                                {6360.5, 6370.5, 0.2F},
                                                {6864, 6950, 0.1F},
                                                {7586, 7710, 0.1F}}};

bool isLowResolutionLamost(Layout layout)
{
    return layout == Layout::LamostImage || layout == Layout::LamostNormalisedImage
        || layout == Layout::LamostTable;
}

/// Takes away what is not measured: zeros, masked pixels, the unreliable ends of the range.
Samples withoutEnds(const Spectrum& spectrum)
{
    const bool fromLamost = isLowResolutionLamost(spectrum.layout);
    const auto& samples = spectrum.coadd;
    const auto usable = usablePixels(samples, worthlessBits(spectrum.layout));
    Samples result;
    result.wavelengthAngstrom = samples.wavelengthAngstrom;
    result.flux = samples.flux;
    result.inverseVariance = samples.inverseVariance;
    const auto count = static_cast<int>(result.flux.size());
    const bool hasErrors = result.inverseVariance.size() == result.flux.size();
    const auto forget = [&](int i) {
        result.flux[i] = std::numeric_limits<float>::quiet_NaN();
        if (hasErrors)
            result.inverseVariance[i] = 0;
    };
    for (int i = 0; i < count; ++i) {
        const double wavelength = result.wavelengthAngstrom[i];
        // The flux calibration of LAMOST's outermost 50 Å is not to be trusted.
        if (!usable[i] || result.flux[i] == 0 || (fromLamost && (wavelength < 3750 || wavelength > 9030)))
            forget(i);
    }
    const auto known = [&](int i) {
        return std::isfinite(result.flux[i]) && (!hasErrors || result.inverseVariance[i] > 0);
    };
    int first = 0;
    while (first < count && !known(first))
        ++first;
    int last = count - 1;
    while (last > first && !known(last))
        --last;
    for (int i = 0; i < 10; ++i) {
        if (first + i < count)
            forget(first + i);
        if (last - i >= 0)
            forget(last - i);
    }
    return result;
}

double medianSnr(const Samples& samples, const GridSamples& grid)
{
    std::vector<float> values;
    const bool hasErrors = samples.inverseVariance.size() == samples.size();
    for (std::size_t i = 0; hasErrors && i < samples.size(); ++i) {
        if (samples.inverseVariance[i] > 0 && std::isfinite(samples.flux[i]))
            values.push_back(samples.flux[i] * std::sqrt(samples.inverseVariance[i]));
    }
    for (std::size_t i = 0; !hasErrors && i < grid.flux.size(); ++i) {
        if (grid.weight[i] > 0)
            values.push_back(grid.flux[i] * std::sqrt(grid.weight[i]));
    }
    return values.empty() ? 0.0 : static_cast<double>(medianOf(values));
}

/// The median of a value over the known pixels of ±`reach` blocks, for every `step`-th block; unknown for the
/// others and where there are none.
template<typename Value>
std::vector<float> blockMedians(const GridSamples& grid, int reach, Value value, int step = 1)
{
    std::vector<float> values;
    std::vector<int> begins; // of each block in `values`, and their end
    for (int i = 0; i < observedGrid.size; ++i) {
        if (i % block == 0)
            begins.push_back(static_cast<int>(values.size()));
        if (i > 0 && i + 1 < observedGrid.size && grid.weight[i] > 0)
            values.push_back(value(i));
    }
    begins.push_back(static_cast<int>(values.size()));

    const auto ordered = orderedOf(values);
    std::vector<float> medians(blockCount, std::numeric_limits<float>::quiet_NaN());
    for (int k = 0; k < blockCount; k += step) {
        const int begin = begins[std::max(0, k - reach)];
        const int count = begins[std::min(blockCount, k + reach + 1)] - begin;
        if (count >= 8)
            medians[k] = medianOf(ordered.data() + begin, count);
    }
    return medians;
}

void fillGaps(std::vector<float>& values)
{
    int previous = -1;
    for (int k = 0; k < static_cast<int>(values.size()); ++k) {
        if (!std::isfinite(values[k]))
            continue;
        for (int gap = previous + 1; gap < k; ++gap) {
            const float part =
                previous < 0 ? 1.0F : static_cast<float>(gap - previous) / static_cast<float>(k - previous);
            values[gap] = previous < 0 ? values[k] : (1 - part) * values[previous] + part * values[k];
        }
        previous = k;
    }
    for (int k = previous + 1; previous >= 0 && k < static_cast<int>(values.size()); ++k)
        values[k] = values[previous];
}

/// Lowers weights where second differences scatter more than the errors say.
void trustScatter(GridSamples& grid)
{
    const auto excess = blockMedians(grid, 3, [&](int i) {
        const float difference = grid.flux[i] - 0.5F * (grid.flux[i - 1] + grid.flux[i + 1]);
        const bool alone = grid.weight[i - 1] <= 0 || grid.weight[i + 1] <= 0;
        return alone ? 0.0F : 1.4826F / 1.2247F * std::abs(difference) * std::sqrt(grid.weight[i]);
    });
    for (int i = 0; i < observedGrid.size; ++i) {
        if (const float factor = excess[i / block]; factor > 1)
            grid.weight[i] /= factor * factor;
    }
}

/// Values of blocks, linearly between their centres, at every pixel.
std::vector<float> betweenBlocks(const std::vector<float>& blocks)
{
    std::vector<float> pixels(observedGrid.size);
    for (int i = 0; i < observedGrid.size; ++i) {
        const float place =
            std::clamp((static_cast<float>(i) - 0.5F * (block - 1)) / block, 0.0F, blockCount - 1.001F);
        const int k = static_cast<int>(place);
        const float part = place - static_cast<float>(k);
        pixels[i] = (1 - part) * blocks[k] + part * blocks[k + 1];
    }
    return pixels;
}

/// The flux without what is narrower than 1000 km/s.
std::vector<float> withoutNarrowLines(const GridSamples& grid)
{
    auto medians = blockMedians(grid, 0, [&](int i) { return grid.flux[i]; });
    fillGaps(medians);
    return betweenBlocks(medians);
}

/// The smooth, positive run of the flux at every pixel, of medians over ±`reach` blocks.
std::vector<float> smoothShape(const GridSamples& grid, int reach)
{
    // Neighbours of wide windows differ by little.
    auto medians = blockMedians(
        grid, reach, [&](int i) { return grid.flux[i]; }, 1 + reach / 4);
    fillGaps(medians);
    std::vector<float> smooth(medians.size());
    constexpr std::array<float, 4> kernel {0.266F, 0.213F, 0.109F, 0.036F}; // Gaussian, σ = 1.5 blocks
    for (int k = 0; k < blockCount; ++k) {
        float sum = 0;
        for (int j = -3; j <= 3; ++j)
            sum += kernel[std::abs(j)] * medians[std::clamp(k + j, 0, blockCount - 1)];
        smooth[k] = std::max(std::abs(sum / 0.982F), 0.1F);
    }
    return betweenBlocks(smooth);
}

PreparedSpectrum::Level joined(const PreparedSpectrum::Level& fine, int factor)
{
    PreparedSpectrum::Level level {factor, fine.first / factor, fine.size / factor, block / factor, {}, {},
                                   {}};
    level.flux.assign(level.size, 0);
    level.weight.assign(level.size, 0);
    level.shape.assign(level.size, 0);
    for (int i = 0; i < level.size; ++i) {
        float weighted = 0;
        for (int j = i * factor; j < (i + 1) * factor; ++j) {
            level.weight[i] += fine.weight[j];
            weighted += fine.weight[j] * fine.flux[j];
            level.shape[i] += fine.shape[j] / static_cast<float>(factor);
        }
        level.flux[i] = level.weight[i] > 0 ? weighted / level.weight[i] : 0;
    }
    return level;
}

/// Where the flux jumps most near the place the arms overlap, within which calibration may put a step.
double joinOf(const GridSamples& grid)
{
    double best = 5900;
    double bestStep = 0;
    std::vector<float> before;
    std::vector<float> after;
    const int reach = 60;
    for (int centre = static_cast<int>(observedGrid.pixelOf(5680));
         centre < static_cast<int>(observedGrid.pixelOf(6000)); centre += 6) {
        before.clear();
        after.clear();
        for (int i = 4; i < reach; ++i) {
            if (grid.weight[centre - i] > 0)
                before.push_back(grid.flux[centre - i]);
            if (grid.weight[centre + i] > 0)
                after.push_back(grid.flux[centre + i]);
        }
        if (before.size() < 10 || after.size() < 10)
            continue;
        const double step = std::abs(medianOf(before) - medianOf(after));
        if (step > bestStep) {
            bestStep = step;
            best = observedGrid.wavelengthAt(centre);
        }
    }
    return best;
}

/// Adds to the errors what templates and calibration cannot be trusted with, and what lines must not
/// outweigh.
void withFloor(GridSamples& grid)
{
    const auto local = smoothShape(grid, localReach);
    const auto broad = withoutNarrowLines(grid);
    for (int i = 0; i < observedGrid.size; ++i) {
        if (grid.weight[i] <= 0)
            continue;
        const float floor = relativeFloor * local[i];
        const float lineFloor = relativeLineFloor * (grid.flux[i] - broad[i]);
        grid.weight[i] = 1 / (1 / grid.weight[i] + floor * floor + lineFloor * lineFloor);
    }
}

double meanOfKnown(const std::vector<float>& weights)
{
    double sum = 0;
    int known = 0;
    for (const float weight : weights) {
        sum += static_cast<double>(weight);
        known += weight > 0;
    }
    return known > 0 ? sum / known : 0.0;
}

struct PixelRange
{
    int first, size;
};

/// The known blocks with one on either side, for lines at the ends, and up to a multiple of 8 in number,
/// which sums over blocks like.
PixelRange searchedRange(int firstBlock, int lastBlock)
{
    const int wanted = (lastBlock - firstBlock + 3 + 7) / 8 * 8;
    const int first = std::max(0, std::min(firstBlock - 1, blockCount - wanted));
    return {first * block, std::min(wanted, blockCount - first) * block};
}

std::vector<float> cut(const std::vector<float>& values, PixelRange range)
{
    return {values.begin() + range.first, values.begin() + range.first + range.size};
}

/// Makes the median flux 1 and returns what it was; 0 when there is too little to see.
float scaleToMedian(GridSamples& grid)
{
    std::vector<float> values;
    for (int i = 0; i < observedGrid.size; ++i) {
        if (grid.weight[i] > 0)
            values.push_back(std::abs(grid.flux[i]));
    }
    if (values.size() < 100)
        return 0;
    const float scale = medianOf(values);
    if (!(scale > 0) || !std::isfinite(scale))
        return 0;
    for (int i = 0; i < observedGrid.size; ++i) {
        grid.flux[i] /= scale;
        grid.weight[i] *= scale * scale;
    }
    return scale;
}
}

std::optional<PreparedSpectrum> prepared(const Spectrum& spectrum)
{
    const auto samples = withoutEnds(spectrum);
    auto grid = rebinned(samples, observedGrid);
    for (const auto& range : weakRanges) {
        const int last = static_cast<int>(observedGrid.pixelOf(range.toAngstrom));
        for (int i = static_cast<int>(observedGrid.pixelOf(range.fromAngstrom)) + 1; i <= last; ++i)
            grid.weight[i] *= range.factor;
    }
    const float scale = scaleToMedian(grid);
    if (scale == 0)
        return std::nullopt;
    trustScatter(grid);

    PreparedSpectrum result;
    result.scale = static_cast<double>(scale);
    result.snr = medianSnr(samples, grid);
    const auto isKnown = [](float weight) { return weight > 0; };
    const auto& weights = grid.weight;
    result.firstBlock =
        static_cast<int>(std::find_if(weights.begin(), weights.end(), isKnown) - weights.begin()) / block;
    result.lastBlock =
        static_cast<int>(weights.rend() - std::find_if(weights.rbegin(), weights.rend(), isKnown) - 1)
        / block;
    const auto range = searchedRange(result.firstBlock, result.lastBlock);
    result.noiseWeight = cut(weights, range);
    withFloor(grid);
    result.levels[0] = {1,
                        range.first,
                        range.size,
                        block,
                        cut(grid.flux, range),
                        cut(grid.weight, range),
                        cut(smoothShape(grid, shapeReach), range)};
    result.levels[1] = joined(result.levels[0], 2);
    result.levels[2] = joined(result.levels[0], 8);
    for (auto& level : result.levels)
        level.meanWeight = meanOfKnown(level.weight);
    for (const float weight : result.levels[1].weight)
        result.knownPixels += weight > 0;
    if (isLowResolutionLamost(spectrum.layout))
        result.joinAngstrom = joinOf(grid);
    return result;
}
