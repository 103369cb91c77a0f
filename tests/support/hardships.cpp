#include "support/hardships.h"

#include "models/redshift/numbers.h"

#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace {
using Random = std::mt19937;

void forget(Samples& samples, double fromAngstrom, double toAngstrom)
{
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double wavelength = samples.wavelengthAngstrom[i];
        if (wavelength < fromAngstrom || wavelength >= toAngstrom)
            continue;
        samples.flux[i] = std::numeric_limits<float>::quiet_NaN();
        if (!samples.inverseVariance.empty())
            samples.inverseVariance[i] = 0;
    }
}

/// Takes away all samples outside a range: an arm that was not read.
void keep(Spectrum& spectrum, double fromAngstrom, double toAngstrom)
{
    const auto old = std::move(spectrum.coadd);
    spectrum.coadd = {};
    for (std::size_t i = 0; i < old.size(); ++i) {
        if (old.wavelengthAngstrom[i] < fromAngstrom || old.wavelengthAngstrom[i] >= toAngstrom)
            continue;
        spectrum.coadd.wavelengthAngstrom.push_back(old.wavelengthAngstrom[i]);
        spectrum.coadd.flux.push_back(old.flux[i]);
        if (!old.inverseVariance.empty())
            spectrum.coadd.inverseVariance.push_back(old.inverseVariance[i]);
    }
}

/// Adds noise until the median S/N is `snr`, in the proportions of the spectrum's own.
void drown(Samples& samples, double snr, Random& random)
{
    const double now = medianSnr(samples);
    if (now <= snr || samples.inverseVariance.empty())
        return;
    const auto excess = static_cast<float>(std::sqrt(now * now / (snr * snr) - 1));
    std::normal_distribution<float> noise;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (!(samples.inverseVariance[i] > 0))
            continue;
        const float sigma = 1 / std::sqrt(samples.inverseVariance[i]);
        samples.flux[i] += excess * sigma * noise(random);
        samples.inverseVariance[i] /= 1 + excess * excess;
    }
}

void scale(Samples& samples, std::size_t i, float factor)
{
    samples.flux[i] *= factor;
    if (!samples.inverseVariance.empty())
        samples.inverseVariance[i] /= factor * factor;
}

/// Multiplies by a slow curve of up to about ±`depth`.
void miscalibrate(Samples& samples, double depth, Random& random)
{
    std::normal_distribution<double> normal;
    std::array<double, 5> waves {};
    for (std::size_t order = 0; order < waves.size(); ++order)
        waves[order] = depth * normal(random) / static_cast<double>(order + 1);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double place = std::numbers::pi * (samples.wavelengthAngstrom[i] - 3700) / 5400;
        double exponent = 0;
        for (std::size_t order = 0; order < waves.size(); ++order)
            exponent += waves[order] * std::cos(static_cast<double>(order + 1) * place);
        scale(samples, i, static_cast<float>(std::exp(exponent)));
    }
}

void step(Samples& samples, float factor)
{
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (samples.wavelengthAngstrom[i] > 5900)
            scale(samples, i, factor);
    }
}

void maskAtRandom(Samples& samples, Random& random)
{
    std::uniform_real_distribution<double> place(3800, 8800);
    for (int range = 0; range < 8; ++range) {
        const double from = place(random);
        forget(samples, from, from + 150);
    }
}

void strikeByRays(Samples& samples, Random& random)
{
    std::uniform_int_distribution<std::size_t> place(20, samples.size() - 20);
    std::uniform_real_distribution<float> height(2, 20);
    std::vector<float> known;
    for (const float value : samples.flux) {
        if (std::isfinite(value))
            known.push_back(std::abs(value));
    }
    const float median = medianOf(known);
    for (int ray = 0; ray < 25; ++ray) {
        const auto i = place(random);
        samples.flux[i] += height(random) * median;
        samples.flux[i + 1] += height(random) * median / 3;
    }
}

/// Sky that was not taken away well: the strong lines of [O I] and OH beyond 7200 Å as residuals.
void leaveSky(Samples& samples, Random& random)
{
    std::normal_distribution<float> normal;
    for (const double line : {5578.9, 6302.0, 6365.5, 7278.0, 7343.0, 7752.0, 7796.0, 7916.0, 7966.0, 8346.0,
                              8401.0, 8432.0, 8467.0, 8829.0, 8888.0, 8922.0, 8960.0}) {
        const float height = normal(random);
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const double away = (samples.wavelengthAngstrom[i] - line) / 2;
            if (std::abs(away) < 5 && !samples.inverseVariance.empty() && samples.inverseVariance[i] > 0)
                samples.flux[i] += 6 * height / std::sqrt(samples.inverseVariance[i])
                    * static_cast<float>(std::exp(-0.5 * away * away));
        }
    }
}

Hardship stretched(double factor)
{
    return {u"z stretched by %1"_s.arg(factor),
            [factor](Spectrum& spectrum, Random&) {
                for (auto& wavelength : spectrum.coadd.wavelengthAngstrom)
                    wavelength *= factor;
                keep(spectrum, 3700, 9100);
            },
            factor};
}
}

double medianSnr(const Samples& samples)
{
    std::vector<float> values;
    for (std::size_t i = 0; i < samples.inverseVariance.size(); ++i) {
        if (samples.inverseVariance[i] > 0 && std::isfinite(samples.flux[i]))
            values.push_back(samples.flux[i] * std::sqrt(samples.inverseVariance[i]));
    }
    return values.empty() ? 0.0 : static_cast<double>(medianOf(values));
}

std::vector<Hardship> hardships()
{
    const auto samples = [](auto act) {
        return [act](Spectrum& spectrum, Random& random) { act(spectrum.coadd, random); };
    };
    return {
        {u"as it is"_s, [](Spectrum&, Random&) {}},
        {u"S/N 5"_s, samples([](Samples& s, Random& random) { drown(s, 5, random); })},
        {u"S/N 3"_s, samples([](Samples& s, Random& random) { drown(s, 3, random); })},
        {u"no blue arm"_s, [](Spectrum& s, Random&) { keep(s, 5900, 20000); }},
        {u"no red arm"_s, [](Spectrum& s, Random&) { keep(s, 0, 5900); }},
        {u"no blue arm, S/N 5"_s,
         [](Spectrum& s, Random& random) {
             keep(s, 5900, 20000);
             drown(s.coadd, 5, random);
         }},
        {u"4600 to 7000 only"_s, [](Spectrum& s, Random&) { keep(s, 4600, 7000); }},
        {u"masked"_s, samples([](Samples& s, Random& random) { maskAtRandom(s, random); })},
        {u"calibration 20 %"_s, samples([](Samples& s, Random& random) { miscalibrate(s, 0.2, random); })},
        {u"calibration 50 %"_s, samples([](Samples& s, Random& random) { miscalibrate(s, 0.5, random); })},
        {u"red arm × 1.5"_s, samples([](Samples& s, Random&) { step(s, 1.5F); })},
        {u"red arm × 0.6"_s, samples([](Samples& s, Random&) { step(s, 0.6F); })},
        {u"cosmic rays"_s, samples([](Samples& s, Random& random) { strikeByRays(s, random); })},
        {u"sky left"_s, samples([](Samples& s, Random& random) { leaveSky(s, random); })},
        {u"no errors"_s, samples([](Samples& s, Random&) { s.inverseVariance.clear(); })},
        stretched(1.0006),
        stretched(1.1),
        stretched(1.25),
        stretched(1.45),
    };
}
