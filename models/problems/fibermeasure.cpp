#include "models/problems/fibermeasure.h"

#include "models/lines/skyfeature.h"
#include "models/values/median.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
/// Pixels between two wavelengths.
struct Span
{
    std::size_t first = 0;
    std::size_t end = 0;
};

Span spanOf(const Samples& samples, double fromAngstrom, double toAngstrom)
{
    const auto& grid = samples.wavelengthAngstrom;
    const auto at = [&grid](double angstrom) {
        return static_cast<std::size_t>(std::ranges::lower_bound(grid, angstrom) - grid.begin());
    };
    return {at(fromAngstrom), at(toAngstrom)};
}

bool hasValue(const Samples& samples, std::size_t pixel)
{
    return std::isfinite(samples.flux[pixel])
        && (samples.inverseVariance.empty() || samples.inverseVariance[pixel] > 0);
}

ArmMeasure armOf(const Samples& samples, double fromAngstrom, double toAngstrom)
{
    const auto span = spanOf(samples, fromAngstrom, toAngstrom);
    ArmMeasure arm;
    if (span.end <= span.first)
        return arm;
    std::size_t values = 0;
    std::size_t negative = 0;
    std::vector<double> signalToNoise;
    for (auto pixel = span.first; pixel < span.end; ++pixel) {
        if (!hasValue(samples, pixel))
            continue;
        ++values;
        negative += samples.flux[pixel] < 0 ? 1 : 0;
        if (!samples.inverseVariance.empty())
            signalToNoise.push_back(double(samples.flux[pixel])
                                    * std::sqrt(double(samples.inverseVariance[pixel])));
    }
    arm.empty = 1 - double(values) / double(span.end - span.first);
    arm.negative = values == 0 ? 0 : double(negative) / double(values);
    arm.snr = medianOf(signalToNoise);
    return arm;
}

/// A straight line through a stretch of spectrum, continued to one wavelength.
struct Continued
{
    double flux = 0;
    double error = 0;
};

std::optional<Continued> continuedTo(const Samples& samples, double fromAngstrom, double toAngstrom,
                                     double angstrom)
{
    const auto span = spanOf(samples, fromAngstrom, toAngstrom);
    double n = 0, x1 = 0, x2 = 0, y = 0, xy = 0, yy = 0;
    for (auto pixel = span.first; pixel < span.end; ++pixel) {
        if (!hasValue(samples, pixel))
            continue;
        const double x = samples.wavelengthAngstrom[pixel] - angstrom;
        const double flux = samples.flux[pixel];
        n += 1;
        x1 += x;
        x2 += x * x;
        y += flux;
        xy += x * flux;
        yy += flux * flux;
    }
    const double determinant = n * x2 - x1 * x1;
    if (n < 20 || determinant <= 0)
        return {};
    const double flux = (x2 * y - x1 * xy) / determinant;
    const double slope = (n * xy - x1 * y) / determinant;
    const double scatter = std::max(0.0, yy - flux * y - slope * xy) / (n - 2);
    return Continued {flux, std::sqrt(scatter * x2 / determinant)};
}

/// Pixel-to-pixel scatter, free of slopes and wide features: rms of second differences over √6.
std::optional<double> localRms(const Samples& samples, double fromAngstrom, double toAngstrom)
{
    const auto span = spanOf(samples, fromAngstrom, toAngstrom);
    std::vector<double> differences;
    for (auto pixel = span.first + 1; pixel + 1 < span.end; ++pixel) {
        if (hasValue(samples, pixel - 1) && hasValue(samples, pixel) && hasValue(samples, pixel + 1))
            differences.push_back(std::pow(double(samples.flux[pixel - 1]) - 2 * double(samples.flux[pixel])
                                               + double(samples.flux[pixel + 1]),
                                           2));
    }
    if (differences.size() < 20)
        return {};
    double sum = 0;
    for (const double difference : differences)
        sum += difference;
    return std::sqrt(sum / double(differences.size()) / 6);
}

/// How far the flux at a wavelength stands off the line between its surroundings 8 Å on either side, in σ.
std::optional<double> stepAt(const Samples& samples, double angstrom)
{
    constexpr std::size_t reach = 2; // pixels: the width of a sky line
    const auto at = spanOf(samples, angstrom, angstrom).first;
    const auto left = spanOf(samples, angstrom - 8, angstrom).first;
    const auto right = spanOf(samples, angstrom + 8, angstrom).first;
    if (left < reach || right + reach >= samples.size() || samples.inverseVariance.empty())
        return {};
    const auto mean = [&samples](std::size_t centre) {
        return (samples.flux[centre - 1] + samples.flux[centre] + samples.flux[centre + 1]) / 3;
    };
    const float ground = (mean(left) + mean(right)) / 2;
    double largest = 0;
    for (auto pixel = at - reach; pixel <= at + reach; ++pixel) {
        if (!hasValue(samples, pixel))
            return {};
        largest = std::max(largest,
                           std::abs(samples.flux[pixel] - ground)
                               * std::sqrt(double(samples.inverseVariance[pixel])));
    }
    return largest;
}

std::optional<double> skyLineResidual(const Samples& samples)
{
    double onLine = 0;
    double beside = 0;
    int lines = 0;
    for (const auto& feature : builtInSky().features) {
        if (feature.kind != SkyKind::EmissionLine || feature.importance > 1)
            continue;
        const double line = (feature.fromAngstrom + feature.toAngstrom) / 2;
        const auto residual = stepAt(samples, line);
        const auto left = stepAt(samples, line - 16);
        const auto right = stepAt(samples, line + 16);
        if (!residual || !left || !right)
            continue;
        onLine += *residual * *residual;
        beside += (*left * *left + *right * *right) / 2;
        ++lines;
    }
    return lines >= 3 && beside > 0 ? std::optional(std::sqrt(onLine / beside)) : std::nullopt;
}

std::optional<double> instrumentMagnitude(const Samples& samples)
{
    const auto span = spanOf(samples, 6050, 6250);
    std::vector<double> flux;
    for (auto pixel = span.first; pixel < span.end; ++pixel)
        if (hasValue(samples, pixel))
            flux.push_back(samples.flux[pixel]);
    const double median = medianOf(flux);
    return median > 0 ? std::optional(-2.5 * std::log10(median)) : std::nullopt;
}
}

FiberMeasure measureOf(const Spectrum& spectrum)
{
    const auto& samples = spectrum.coadd;
    FiberMeasure measure;
    measure.fiberId = spectrum.target.fiberId.value_or(0);
    measure.obsid = spectrum.target.obsid;
    const auto& fiber = spectrum.target.fiberType;
    measure.isObject = fiber.isEmpty() || fiber == "Obj"_L1 || fiber == "F-Std"_L1;
    measure.hasOwnSteps = spectrum.pipeline.spectralClass == SpectralClass::Qso
        || spectrum.pipeline.subclass.contains(u'M') || spectrum.pipeline.subclass.startsWith("Carbon"_L1);
    measure.isUnknown = spectrum.pipeline.spectralClass == SpectralClass::Unknown;
    measure.magnitude = spectrum.target.magnitude;
    measure.skyChi2 = spectrum.header.number("SKYCHI2");
    measure.skyChi2Max = spectrum.header.number("SCHI2MAX");
    measure.scatteredLightAdu = spectrum.header.number("SCAMEAN");
    if (samples.size() < 2 || samples.flux.size() != samples.size())
        return measure;
    measure.blue = armOf(samples, 3800, armJoinAngstrom);
    measure.red = armOf(samples, armJoinAngstrom, 8900);
    const auto blue = continuedTo(samples, 5450, 5690, armJoinAngstrom);
    const auto red = continuedTo(samples, 5920, 6200, armJoinAngstrom);
    if (blue && red && blue->flux + red->flux > 0) {
        measure.armStep = 2 * (red->flux - blue->flux) / (red->flux + blue->flux);
        const double error = std::hypot(blue->error, red->error);
        measure.armStepSigma = error > 0 ? (red->flux - blue->flux) / error : 0;
    }
    const auto redRms = localRms(samples, 8800, 9000);
    const auto greenRms = localRms(samples, 6050, 6250);
    if (redRms && greenRms && *greenRms > 0)
        measure.skyResidual = *redRms / *greenRms;
    measure.skyLines = skyLineResidual(samples);
    measure.instrumentMagnitude = instrumentMagnitude(samples);
    return measure;
}
