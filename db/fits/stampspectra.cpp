#include "db/fits/imagerows.h"
#include "db/fits/lamostheader.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/spectralaxis.h"
#include "models/spectrum/wavelength.h"

#include <numbers>

using namespace Qt::Literals::StringLiterals;

// 2dFGRS and 6dFGS files of one object: postage stamps of the sky, then spectra as image extensions with the
// rows flux, variance, sky and, in 6dFGS' VR, wavelength (www-wfau.roe.ac.uk/6dFGS/fits.html). 2dFGRS has one
// extension an observation; 6dFGS has V, R and both spliced as VR for each, of which VR is shown. Air, and in
// the frame of the telescope: Z is measured there, Z_HELIO is corrected.

namespace {
constexpr qint64 fewestRows = 3;
constexpr qint64 wavelengthRow = 3;
constexpr double degreesPerRadian = 180.0 / std::numbers::pi;

bool isSpectrum(const Hdu& hdu)
{
    return hdu.axes.size() == 2 && hdu.pixels() > 1
        && (hdu.imageRows() == fewestRows || hdu.imageRows() == fewestRows + 1)
        && (hdu.name.startsWith("SPECTRUM"_L1) || hdu.header.text("IMAGE") == u"SPECTRUM"
            || (hdu.header.contains("Z_HELIO") && hdu.header.contains("QUALITY")));
}

/// The spliced spectra where there are some, else all.
std::vector<int> spectraIn(const FitsFile& file)
{
    std::vector<int> all;
    std::vector<int> spliced;
    for (std::size_t index = 1; index < file.hdus().size(); ++index) {
        const auto& hdu = file.hdus()[index];
        if (!isSpectrum(hdu))
            continue;
        all.push_back(static_cast<int>(index));
        if (hdu.imageRows() > fewestRows || hdu.name.endsWith("VR"_L1))
            spliced.push_back(static_cast<int>(index));
    }
    return spliced.empty() ? all : spliced;
}

bool recognises(const FitsFile& file)
{
    const auto& header = file.primary().header;
    const bool surveyed = header.text("IMAGE") == u"SKYCHART" || header.contains("OBSRA")
        || header.contains("TARGET") || file.find(u"SPECTRUM VR");
    return surveyed && !spectraIn(file).empty();
}

/// A word of the extension's header, else of the primary one.
template<typename Answer>
Answer either(const Hdu& hdu, const FitsFile& file, Answer (FitsHeader::*ask)(const char*) const,
              const char* keyword)
{
    const auto own = (hdu.header.*ask)(keyword);
    return own ? own : (file.primary().header.*ask)(keyword);
}

void describe(const Hdu& hdu, const FitsFile& file, Spectrum& spectrum)
{
    const auto number = [&](const char* keyword) { return either(hdu, file, &FitsHeader::number, keyword); };
    const auto text = [&](const char* keyword) { return either(hdu, file, &FitsHeader::text, keyword); };
    auto& target = spectrum.target;
    const bool is2dFgrs = file.primary().header.text("IMAGE") == u"SKYCHART";
    target.survey = is2dFgrs ? u"2dF"_s : u"6dF"_s;
    for (const char* keyword : {"TARGETNA", "TARGET", "NAME", "OBSNAME"}) {
        if (target.designation.isEmpty())
            target.designation = text(keyword).value_or(QString());
    }
    target.raDeg = number(is2dFgrs ? "RA2000" : "OBSRA");
    target.decDeg = number(is2dFgrs ? "DEC2000" : "OBSDEC");
    for (auto* angle : {&target.raDeg, &target.decDeg}) {
        if (is2dFgrs && *angle)
            **angle *= degreesPerRadian;
    }
    spectrum.snr[2] = number("SNR"); // one for the whole spectrum, the middle of which is r
    target.planId = text("PLATE").value_or(text("OBSRUN").value_or(QString()));
    target.fiberId = smallNumber(either(hdu, file, &FitsHeader::integer, "FIBRE"));
    setNight(target, number(is2dFgrs ? "UTMJD" : "MJDOBS_V"));
    auto& pipeline = spectrum.pipeline;
    pipeline.z = number("Z");
    if (const auto quality = either(hdu, file, &FitsHeader::integer, "QUALITY"))
        pipeline.zMethod = u"%1 quality %2"_s.arg(is2dFgrs ? u"2dFGRS"_s : u"6dFGS"_s).arg(*quality);
    spectrum.frame = {true, is2dFgrs, false, {}}; // 6dFGS does not say; see sixdf.cpp
    if (const auto heliocentric = number("Z_HELIO"); heliocentric && pipeline.z)
        spectrum.frame.heliocentricKmS =
            speedOfLightKmS * (*heliocentric - *pipeline.z) / (1.0 + *pipeline.z);
}

Result<std::vector<double>> axisOf(FitsFile& file, int index)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(index)];
    if (hdu.imageRows() > wavelengthRow) {
        std::vector<double> axis(static_cast<std::size_t>(hdu.pixels()));
        if (!file.readImage(index, wavelengthRow * hdu.pixels(), hdu.pixels(), axis.data()))
            return file.failure();
        return axis;
    }
    auto axis = spectralAxis(hdu.header, hdu.pixels());
    if (!axis)
        return noWavelengths(file.name());
    return std::move(axis->wavelengthAngstrom);
}

Result<std::shared_ptr<Spectrum>> readExtension(FitsFile& file, int index, std::size_t number)
{
    const auto& hdu = file.hdus()[static_cast<std::size_t>(index)];
    const auto pixels = hdu.pixels();
    if (pixels > mostPixels || !file.affords(pixels))
        return tooLarge(file.name());
    auto spectrum = newSpectrum(file, Layout::Image, number);
    spectrum->header.append(hdu.header);
    auto flux = imageRow(file, index, 0, pixels);
    auto variance = imageRow(file, index, 1, pixels);
    auto sky = imageRow(file, index, 2, pixels);
    auto axis = axisOf(file, index);
    if (!axis)
        return axis.error();
    if (!flux || !variance || !sky)
        return file.failure();
    spectrum->coadd.flux = std::move(flux).value();
    spectrum->coadd.inverseVariance = std::move(variance).value();
    inverseOfVariance(spectrum->coadd.inverseVariance);
    spectrum->sky = std::move(sky).value();
    spectrum->coadd.wavelengthAngstrom = std::move(axis).value();
    if (!settleAxis(spectrum->coadd, spectrum->sky))
        return noWavelengths(file.name());
    toVacuum(spectrum->coadd.wavelengthAngstrom);
    describe(hdu, file, *spectrum);
    const auto& samples = spectrum->coadd.flux;
    deriveObsid(*spectrum,
                QByteArrayView(reinterpret_cast<const char*>(samples.data()),
                               static_cast<qsizetype>(samples.size() * sizeof(float))));
    return spectrum;
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    std::vector<SpectrumPtr> spectra;
    for (const auto index : spectraIn(file)) {
        auto spectrum = readExtension(file, index, spectra.size());
        if (!spectrum)
            return spectrum.error();
        spectra.push_back(std::move(spectrum).value());
    }
    return spectra;
}
}

LayoutFamily stampSpectraFamily()
{
    return {recognises, read};
}
