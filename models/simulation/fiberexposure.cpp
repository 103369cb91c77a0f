#include "models/simulation/fiberexposure.h"

#include "models/simulation/fiberartifacts.h"
#include "models/simulation/instrument.h"
#include "models/simulation/objectflux.h"
#include "models/simulation/randomstream.h"
#include "models/spectrum/wavelength.h"
#include "models/values/median.h"

#include <algorithm>

namespace {

constexpr auto pixels = static_cast<std::size_t>(LamostGrid::pixelCount);

std::size_t pixelAt(double angstrom)
{
    return static_cast<std::size_t>(
        std::clamp(LamostGrid::pixelOf(angstrom), 0.0, LamostGrid::pixelCount - 1.0));
}

// σ of the wavelength calibration of a LAMOST fibre, km/s (Bai et al. 2017).
constexpr double zeroPointKmS = 4.5;

// Lines of a badly calibrated spectrum are where the object would have them at another velocity.
TrueObject displaced(TrueObject object, double zeroPoint, const std::vector<Defect>& defects)
{
    object.z = (1 + object.z) * (1 + zeroPoint / speedOfLightKmS) - 1;
    for (const auto& defect : defects) {
        if (defect.kind == DefectKind::WavelengthShift)
            object.z = (1 + object.z) * (1 + defect.strength * 420 / speedOfLightKmS) - 1;
    }
    return object;
}

// Counts of the object in every pixel, bright enough for the wanted S/N at 6000–6250 Å.
std::vector<float> objectCounts(const FiberScene& scene, double background)
{
    const double zeroPoint = RandomStream(scene.noiseSeed, {1}).normal(0, zeroPointKmS);
    const auto model = objectFlux(displaced(scene.object, zeroPoint, scene.defects));
    std::vector<float> counts = model.flux();
    if (scene.object.kind == ObjectKind::Sky)
        return counts;
    const auto& shapes = instrument();
    const auto from = static_cast<std::ptrdiff_t>(pixelAt(6000));
    const auto to = static_cast<std::ptrdiff_t>(pixelAt(6250));
    const float brightest = *std::max_element(counts.begin(), counts.end());
    std::vector<float> sample(counts.begin() + from, counts.begin() + to);
    const float reference = std::max(medianOf(sample), 0.03F * brightest);
    const auto middle = pixelAt(6125);
    const double s = scene.signalToNoise;
    const double b = background * shapes.background[middle];
    const double wanted = 0.5 * (s * s + std::sqrt(s * s * s * s + 4 * s * s * b));
    const double scale = wanted / (reference * shapes.throughput[middle]);
    for (std::size_t i = 0; i < pixels; ++i)
        counts[i] *= static_cast<float>(scale) * shapes.throughput[i];
    return counts;
}

// Variance in counts² of every pixel: photons, flat field, and a sky with its lines where the telescope's
// motion puts them.
std::vector<float> countVariance(const std::vector<float>& counts, const SpectrographConditions& conditions)
{
    const auto& shapes = instrument();
    std::vector<float> sky(pixels);
    for (std::size_t i = 0; i < pixels; ++i)
        sky[i] = static_cast<float>(conditions.background) * shapes.background[i];
    std::vector<float> variance(sky);
    for (const auto& line : skyLines()) {
        const double centre =
            LamostGrid::pixelOf(line.vacuumAngstrom / (1 + conditions.heliocentricKmS / speedOfLightKmS));
        const int first = std::max(0, static_cast<int>(centre - 6));
        const int last = std::min(LamostGrid::pixelCount - 1, static_cast<int>(centre + 7));
        for (int pixel = first; pixel <= last; ++pixel) {
            const double x = (pixel - centre) / 1.15;
            variance[static_cast<std::size_t>(pixel)] +=
                static_cast<float>(sky[static_cast<std::size_t>(pixel)] * line.excess
                                   * conditions.skyBrightness * std::exp(-0.5 * x * x));
        }
    }
    constexpr float flatFieldError = 0.002F;
    for (std::size_t i = 0; i < pixels; ++i) {
        const float photons = std::max(counts[i], 0.0F);
        variance[i] += photons + flatFieldError * flatFieldError * photons * photons;
    }
    return variance;
}

// Noise of neighbouring pixels goes together (ρ ≈ 0.33), as resampling onto the log grid leaves it.
std::vector<float> correlatedNoise(RandomStream& random)
{
    constexpr double side = 0.17;
    constexpr double centre = 0.9707;
    std::vector<float> noise(pixels);
    double before = random.normal();
    double here = random.normal();
    for (auto& value : noise) {
        const double after = random.normal();
        value = static_cast<float>(side * (before + after) + centre * here);
        before = here;
        here = after;
    }
    return noise;
}

}

PixelRows exposedFiber(const FiberScene& scene, const SpectrographConditions& conditions)
{
    RandomStream random(scene.noiseSeed, {});
    const auto& shapes = instrument();
    const auto counts = objectCounts(scene, conditions.background);
    const auto variance = countVariance(counts, conditions);
    const auto noise = correlatedNoise(random);
    PixelRows rows;
    rows.flux.resize(pixels);
    rows.inverseVariance.resize(pixels);
    rows.andMask.assign(pixels, 0.0F);
    rows.orMask.assign(pixels, 0.0F);
    rows.wavelength.resize(pixels);
    const auto& grid = LamostGrid::wavelengths();
    const auto unit = static_cast<float>(conditions.fluxPerCount);
    for (std::size_t i = 0; i < pixels; ++i) {
        const float perCount = unit / shapes.throughput[i];
        const float sigma = std::sqrt(variance[i]) * perCount;
        rows.flux[i] = counts[i] * perCount + sigma * noise[i];
        rows.inverseVariance[i] = 1 / (sigma * sigma);
        rows.wavelength[i] = static_cast<float>(grid[i]);
    }
    leaveResiduals(rows, conditions, random);
    for (const auto& defect : scene.defects)
        applyDefect(rows, defect, random);
    leaveGaps(rows, random);
    return rows;
}

std::array<double, 5> bandSignalToNoise(const PixelRows& rows)
{
    struct Band
    {
        double from;
        double to;
    };
    constexpr std::array<Band, 5> bands {
        {{3700, 3900}, {3900, 5500}, {5500, 7000}, {6900, 8200}, {8200, 9100}}};
    std::array<double, 5> ratios {};
    for (std::size_t band = 0; band < bands.size(); ++band) {
        const auto from = pixelAt(bands[band].from);
        const auto to = pixelAt(bands[band].to);
        std::vector<float> ratio;
        ratio.reserve(to - from);
        for (auto i = from; i < to; ++i) {
            if (rows.inverseVariance[i] > 0)
                ratio.push_back(rows.flux[i] * std::sqrt(rows.inverseVariance[i]));
        }
        ratios[band] =
            2 * ratio.size() < to - from ? -9999.0 : std::max(0.0, static_cast<double>(medianOf(ratio)));
    }
    return ratios;
}
