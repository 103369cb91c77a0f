#include "support/spectrumpromises.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
bool isIn(const PixelMask& mask, std::size_t pixels)
{
    return std::all_of(mask.begin(), mask.end(), [pixels](const PixelRun& run) {
        return run.first >= 0 && run.count > 0 && run.bits != 0
            && static_cast<std::size_t>(run.first) + static_cast<std::size_t>(run.count) <= pixels;
    });
}

QString brokenPromise(const Samples& samples)
{
    const auto& axis = samples.wavelengthAngstrom;
    if (axis.size() < 2 || samples.flux.size() != axis.size())
        return u"sizes"_s;
    if (!samples.inverseVariance.empty() && samples.inverseVariance.size() != axis.size())
        return u"size of errors"_s;
    if (!(axis.front() > 0) || !std::isfinite(axis.back()))
        return u"range of wavelengths"_s;
    for (std::size_t pixel = 1; pixel < axis.size(); ++pixel) {
        if (!(axis[pixel - 1] < axis[pixel]))
            return u"order of wavelengths"_s;
    }
    const auto isWeight = [](float weight) { return weight >= 0 && std::isfinite(weight); };
    if (!std::all_of(samples.inverseVariance.begin(), samples.inverseVariance.end(), isWeight))
        return u"inverse variance"_s;
    return isIn(samples.andMask, axis.size()) && isIn(samples.orMask, axis.size()) ? QString() : u"mask"_s;
}

QString brokenPromise(const Spectrum& spectrum)
{
    if (const auto broken = brokenPromise(spectrum.coadd); !broken.isEmpty())
        return broken;
    for (const auto& exposure : spectrum.exposures) {
        if (const auto broken = brokenPromise(exposure.samples); !broken.isEmpty())
            return u"exposure: "_s + broken;
    }
    if (!spectrum.sky.empty() && spectrum.sky.size() != spectrum.coadd.size())
        return u"size of sky"_s;
    if (spectrum.target.obsid == 0 || (spectrum.target.obsid < 0) != spectrum.target.obsidIsDerived)
        return u"obsid"_s;
    const auto isNumber = [](const std::optional<double>& value) { return !value || std::isfinite(*value); };
    const bool numbers = isNumber(spectrum.pipeline.z) && isNumber(spectrum.pipeline.zError)
        && isNumber(spectrum.target.raDeg) && isNumber(spectrum.target.decDeg)
        && isNumber(spectrum.target.magnitude)
        && std::all_of(spectrum.snr.begin(), spectrum.snr.end(), isNumber);
    return numbers ? QString() : u"a number that is none"_s;
}
}

QString brokenPromise(const std::vector<SpectrumPtr>& spectra)
{
    if (spectra.empty())
        return u"success without spectra"_s;
    for (const auto& spectrum : spectra) {
        if (const auto broken = brokenPromise(*spectrum); !broken.isEmpty())
            return broken;
    }
    return {};
}

QString brokenPromise(const Error& error)
{
    return error.message.isEmpty() || error.message.contains(u'\n') || error.detail.isEmpty()
        ? u"error text"_s
        : QString();
}
