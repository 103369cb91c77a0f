#include "db/fits/lamostlrs.h"

#include "db/fits/lamostheader.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/wavelengthunit.h"
#include "models/spectrum/goodpixels.h"

using namespace Qt::Literals::StringLiterals;

namespace {
// The cameras overlap between these wavelengths (LAMOST DR5 release notes).
constexpr double redBeginsAngstrom = 5700.0;
constexpr double blueEndsAngstrom = 5900.0;
}

Result<std::vector<SpectrumPtr>> finishedLamost(std::shared_ptr<Spectrum> spectrum)
{
    auto& samples = spectrum->coadd;
    cleanInverseVariance(samples.inverseVariance);
    describeLamost(*spectrum);
    constexpr double largestLogarithm = 13.0;
    if (!samples.wavelengthAngstrom.empty() && samples.wavelengthAngstrom.back() < largestLogarithm) {
        if (!toAngstroms(samples.wavelengthAngstrom, {}, {}, spectrum->file))
            return noWavelengths(spectrum->file);
    }
    if (!settleAxis(samples, spectrum->sky))
        return noWavelengths(spectrum->file);
    if (!hasGoodPixel(*spectrum))
        spectrum->snr = {};
    if (spectrum->frame.wasAir)
        toVacuum(samples.wavelengthAngstrom);
    const auto from = samples.wavelengthAngstrom.front();
    const auto to = samples.wavelengthAngstrom.back();
    if (from < blueEndsAngstrom)
        spectrum->arms.push_back({u"B"_s, from, std::min(to, blueEndsAngstrom)});
    if (to > redBeginsAngstrom)
        spectrum->arms.push_back({u"R"_s, std::max(from, redBeginsAngstrom), to});
    return std::vector<SpectrumPtr> {std::move(spectrum)};
}
