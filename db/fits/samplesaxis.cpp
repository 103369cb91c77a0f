#include "db/fits/samplesaxis.h"

#include "db/fits/pixelloops.h"
#include "models/spectrum/maskbits.h"
#include "models/spectrum/wavelength.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double longestAngstrom = 1.0e9; // 10 cm: beyond is damage, not light

bool isWavelength(double value)
{
    return value > 0 && value <= longestAngstrom;
}

bool isGoodAxis(const std::vector<double>& axis)
{
    return axis.size() >= 2 && isWavelength(axis.front()) && isWavelength(axis.back())
        && strictlyRises(axis.data(), axis.size());
}

PixelMask shifted(PixelMask mask, qint32 first, qint32 count)
{
    PixelMask kept;
    for (auto run : mask) {
        const auto from = std::max(run.first, first);
        const auto to = std::min(run.first + run.count, first + count);
        if (from < to)
            kept.push_back({from - first, to - from, run.bits});
    }
    return kept;
}

template<typename T>
void keep(std::vector<T>& values, std::ptrdiff_t first, std::ptrdiff_t count)
{
    if (values.empty())
        return;
    values.erase(values.begin() + first + count, values.end());
    values.erase(values.begin(), values.begin() + first);
}

/// Cuts pixels without wavelength off both ends.
void trimEnds(Samples& samples, std::vector<float>& sky)
{
    auto& axis = samples.wavelengthAngstrom;
    const auto begin = std::find_if(axis.begin(), axis.end(), isWavelength);
    const auto end = std::find_if(axis.rbegin(), axis.rend(), isWavelength).base();
    if (begin == axis.begin() && end == axis.end())
        return;
    const auto first = begin - axis.begin();
    const auto count = std::max<std::ptrdiff_t>(0, end - begin);
    keep(axis, first, count);
    keep(samples.flux, first, count);
    keep(samples.inverseVariance, first, count);
    keep(sky, first, count);
    samples.andMask =
        shifted(std::move(samples.andMask), static_cast<qint32>(first), static_cast<qint32>(count));
    samples.orMask =
        shifted(std::move(samples.orMask), static_cast<qint32>(first), static_cast<qint32>(count));
}

void turn(PixelMask& mask, qint32 size)
{
    std::reverse(mask.begin(), mask.end());
    for (auto& run : mask)
        run.first = size - run.first - run.count;
}

void turn(Samples& samples, std::vector<float>& sky)
{
    std::reverse(samples.wavelengthAngstrom.begin(), samples.wavelengthAngstrom.end());
    std::reverse(samples.flux.begin(), samples.flux.end());
    std::reverse(samples.inverseVariance.begin(), samples.inverseVariance.end());
    std::reverse(sky.begin(), sky.end());
    turn(samples.andMask, static_cast<qint32>(samples.size()));
    turn(samples.orMask, static_cast<qint32>(samples.size()));
}
}

namespace {
/// The pixels that rise above all before them.
std::vector<std::size_t> risingPixels(const std::vector<double>& axis)
{
    std::vector<std::size_t> rising;
    double highest = 0;
    for (std::size_t pixel = 0; pixel < axis.size(); ++pixel) {
        if (!isWavelength(axis[pixel]) || axis[pixel] <= highest)
            continue;
        highest = axis[pixel];
        rising.push_back(pixel);
    }
    return rising;
}

template<typename T>
void pick(std::vector<T>& values, const std::vector<std::size_t>& pixels)
{
    if (values.empty())
        return;
    for (std::size_t index = 0; index < pixels.size(); ++index)
        values[index] = values[pixels[index]];
    values.resize(pixels.size());
}

PixelMask picked(const PixelMask& mask, const std::vector<std::size_t>& pixels)
{
    std::vector<quint32> words;
    words.reserve(pixels.size());
    for (const auto pixel : pixels)
        words.push_back(maskBitsAt(mask, static_cast<qint32>(pixel)));
    return pixelMask(words.data(), static_cast<qint32>(words.size()));
}

/// Leaves out pixels that repeat a wavelength or fall behind, where they are few: merged orders and arms,
/// wavelengths rounded to few digits, a zero in the middle.
bool dropFewThatDoNotRise(Samples& samples, std::vector<float>& sky)
{
    constexpr std::size_t oneIn = 20;
    const auto isDamage = [](double value) { return value < 0 || value > longestAngstrom; };
    if (std::ranges::any_of(samples.wavelengthAngstrom, isDamage))
        return false;
    const auto rising = risingPixels(samples.wavelengthAngstrom);
    const auto dropped = samples.size() - rising.size();
    if (rising.size() < 2 || dropped * oneIn > samples.size())
        return false;
    pick(samples.wavelengthAngstrom, rising);
    pick(samples.flux, rising);
    pick(samples.inverseVariance, rising);
    pick(sky, rising);
    samples.andMask = picked(samples.andMask, rising);
    samples.orMask = picked(samples.orMask, rising);
    return true;
}
}

bool settleAxis(Samples& samples, std::vector<float>& sky)
{
    const auto& axis = samples.wavelengthAngstrom;
    if (isGoodAxis(axis))
        return true;
    trimEnds(samples, sky);
    if (axis.size() < 2)
        return false;
    if (axis.front() > axis.back())
        turn(samples, sky);
    return isGoodAxis(axis) || dropFewThatDoNotRise(samples, sky);
}

void dropUnlikelyMask(Samples& samples)
{
    std::size_t measured = 0;
    std::size_t masked = 0;
    for (std::size_t pixel = 0; pixel < samples.inverseVariance.size(); ++pixel)
        measured += samples.inverseVariance[pixel] > 0 ? 1U : 0U;
    for (const auto& run : samples.andMask) {
        for (auto pixel = static_cast<std::size_t>(run.first);
             pixel < static_cast<std::size_t>(run.first + run.count); ++pixel)
            masked += samples.inverseVariance.empty() || samples.inverseVariance[pixel] > 0 ? 1U : 0U;
    }
    if (2 * masked > (samples.inverseVariance.empty() ? samples.size() : measured))
        samples.andMask.clear();
}

void toVacuum(std::vector<double>& wavelengthAngstrom)
{
    for (auto& wavelength : wavelengthAngstrom)
        wavelength = vacuumFromAir(wavelength);
}

void fromLog10(std::vector<double>& wavelength)
{
    for (auto& value : wavelength)
        value = std::pow(10.0, value);
}

void inverseOfVariance(std::vector<float>& variance)
{
    for (auto& value : variance)
        value = value > 0 && std::isfinite(value) ? 1.0F / value : 0.0F;
    cleanInverseVariance(variance);
}

void inverseOfError(std::vector<float>& error)
{
    for (auto& value : error)
        value *= value;
    inverseOfVariance(error);
}

void cleanInverseVariance(std::vector<float>& inverseVariance)
{
    clearBadWeights(inverseVariance.data(), inverseVariance.size());
}

int powerForSmallUnits(const std::vector<float>& flux)
{
    constexpr double small = 1e-12;
    constexpr std::size_t enough = 64; // to tell, in a time that reading a spectrum does not notice
    std::vector<double> sizes;
    for (std::size_t i = 0; i < flux.size(); i += 1 + flux.size() / enough)
        if (std::isfinite(flux[i]) && flux[i] != 0)
            sizes.push_back(std::abs(static_cast<double>(flux[i])));
    if (sizes.empty())
        return 0;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle < small ? -static_cast<int>(std::floor(std::log10(*middle))) : 0;
}

void scaleByPower(std::vector<float>& values, int power)
{
    if (power == 0)
        return;
    const double factor = std::pow(10.0, power);
    for (auto& value : values)
        value = static_cast<float>(static_cast<double>(value) * factor);
}

QString scaledUnit(const QString& unit, int power)
{
    return power == 0 ? unit : u"1e-%1 %2"_s.arg(power).arg(unit).trimmed();
}
