#include "models/measure/linestrength.h"

#include "models/measure/linearfit.h"
#include "models/measure/pixelweights.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace {
constexpr double bandOfLine = 0.5; // width of a continuum band over that of the line
constexpr std::size_t leastBandPixels = 8;
constexpr double clipSigma = 3;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LineStrength)
};

/// Continuum c0 + c1 (λ − origin) with its covariance.
struct Continuum
{
    double origin = 0;
    LinearFit fit;
    double at(double angstrom) const { return fit.values[0] + fit.values[1] * (angstrom - origin); }
    double variance(double sum, double moment) const
    {
        const auto& c = fit.covariance;
        return sum * sum * c[0][0] + 2 * sum * moment * c[0][1] + moment * moment * c[1][1];
    }
};

PixelRange widened(PixelRange range, std::size_t pixels, bool toTheRed, std::size_t count)
{
    if (range.size() >= pixels)
        return range;
    if (toTheRed)
        return {range.first, std::min(range.first + pixels, count)};
    return {range.end > pixels ? range.end - pixels : 0, range.end};
}

Continuum continuumBeside(const Spectrum& spectrum, const std::vector<double>& weights, double from,
                          double to)
{
    const auto& samples = spectrum.coadd;
    const double band = bandOfLine * (to - from);
    auto blue = pixelsBetween(samples, from - band, std::nextafter(from, 0.0));
    auto red = pixelsBetween(samples, std::nextafter(to, 2 * to), to + band);
    blue = widened(blue, leastBandPixels, false, samples.size());
    red = widened(red, leastBandPixels, true, samples.size());

    Continuum continuum;
    continuum.origin = (from + to) / 2;
    std::vector<BasisFunction> functions(2);
    std::vector<double> flux;
    std::vector<double> weight;
    int known[2] = {0, 0};
    for (const auto& side : {blue, red}) {
        for (auto pixel = side.first; pixel < side.end; ++pixel) {
            if (!(weights[pixel] > 0))
                continue;
            ++known[side.first == red.first];
            functions[0].push_back(1);
            functions[1].push_back(samples.wavelengthAngstrom[pixel] - continuum.origin);
            flux.push_back(double(samples.flux[pixel]));
            weight.push_back(weights[pixel]);
        }
    }
    if (known[0] < 2 || known[1] < 2)
        return continuum;
    continuum.fit = weightedFit(functions, flux, weight, {true, true});
    for (std::size_t at = 0; at < flux.size() && continuum.fit.solved; ++at) {
        const double off = flux[at] - continuum.at(functions[1][at] + continuum.origin);
        if (off * off * weight[at] > clipSigma * clipSigma)
            weight[at] = 0;
    }
    if (const auto again = weightedFit(functions, flux, weight, {true, true}); again.solved)
        continuum.fit = again;
    return continuum;
}
}

Result<LineStrength> lineStrength(const Spectrum& spectrum, double fromAngstrom, double toAngstrom)
{
    const auto [from, to] = std::minmax(fromAngstrom, toAngstrom);
    const auto& samples = spectrum.coadd;
    const auto weights = pixelWeights(spectrum);
    const auto inside = pixelsBetween(samples, from, to);
    if (inside.size() < 2)
        return Error {ErrorKind::BadInput, Text::tr("Drag over at least two pixels of the line."), {}};
    for (auto pixel = inside.first; pixel < inside.end; ++pixel)
        if (!(weights[pixel] > 0))
            return Error {ErrorKind::BadInput, Text::tr("A pixel of this line is missing or masked."), {}};
    const auto continuum = continuumBeside(spectrum, weights, from, to);
    if (!continuum.fit.solved)
        return Error {ErrorKind::BadInput, Text::tr("There is no continuum on one side of this line."), {}};

    LineStrength strength;
    strength.fromAngstrom = from;
    strength.toAngstrom = to;
    strength.continuum = continuum.at(continuum.origin);
    strength.slope = continuum.fit.values[1];
    double pixelVariance = 0;
    double sum = 0; // Σ Δλ and Σ Δλ (λ − origin): what the continuum's error acts on
    double moment = 0;
    LineStrength::EquivalentWidth width;
    bool isAboveZero = true;
    double widthVariance = 0;
    double widthSum = 0;
    double widthMoment = 0;
    double weighted = 0;
    for (auto pixel = inside.first; pixel < inside.end; ++pixel) {
        const double step = pixelWidth(samples, pixel);
        const double offset = samples.wavelengthAngstrom[pixel] - continuum.origin;
        const double level = continuum.at(samples.wavelengthAngstrom[pixel]);
        const double flux = double(samples.flux[pixel]);
        strength.flux += step * (flux - level);
        weighted += step * (flux - level) * offset;
        pixelVariance += step * step / weights[pixel];
        sum += step;
        moment += step * offset;
        isAboveZero = isAboveZero && level > 0;
        width.angstrom += step * (1 - flux / level);
        widthVariance += step * step / (weights[pixel] * level * level);
        widthSum += step * flux / (level * level);
        widthMoment += step * flux / (level * level) * offset;
    }
    strength.fluxError = std::sqrt(pixelVariance + continuum.variance(sum, moment));
    width.error = std::sqrt(widthVariance + continuum.variance(widthSum, widthMoment));
    if (isAboveZero)
        strength.width = width;
    const double shift = strength.flux != 0 ? weighted / strength.flux : 0;
    strength.centreAngstrom = continuum.origin + std::clamp(shift, (from - to) / 2, (to - from) / 2);
    return strength;
}
