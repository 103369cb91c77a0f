#include "db/fits/imagerows.h"
#include "db/fits/lamostheader.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/spectralaxis.h"
#include "db/fits/tablerow.h"
#include "models/spectrum/goodpixels.h"
#include "models/survey/designation.h"
#include "models/survey/lmjd.h"

using namespace Qt::Literals::StringLiterals;

// SDSS-I/II spSpec: one object, rows flux, continuum-subtracted flux, error, mask (and the redshift's
// template); classic.sdss.org/dr7/dm/flatFiles/spSpec. spPlate: one row for each fibre of a plate, with
// inverse variance, masks, sky and the plug map as extensions. Both lie on 10^(COEFF0 + i·COEFF1), vacuum.

namespace {
const auto fluxUnit = u"1e-17 erg/s/cm²/Å"_s;
constexpr int ivarHdu = 1;
constexpr int andMaskHdu = 2;
constexpr int orMaskHdu = 3;
constexpr int plugMapHdu = 5;
constexpr int skyHdu = 6;
constexpr qint64 mostFibers = 2000;

bool isSdssImage(const FitsFile& file)
{
    const auto& hdu = file.primary();
    const auto telescope = hdu.header.text("TELESCOP").value_or(QString());
    return hdu.axes.size() == 2 && hdu.pixels() > 1 && hdu.header.contains("COEFF0")
        && hdu.header.contains("PLATEID")
        && (telescope.startsWith("SDSS"_L1) || telescope.startsWith("LCO"_L1));
}

bool isSpSpec(const FitsFile& file)
{
    const auto rows = file.primary().imageRows();
    return isSdssImage(file) && (rows == 4 || rows == 5) && file.primary().header.contains("RAOBJ");
}

bool isSpPlate(const FitsFile& file)
{
    const auto& hdus = file.hdus();
    return isSdssImage(file) && hdus.size() > plugMapHdu && hdus[ivarHdu].axes == file.primary().axes
        && hdus[plugMapHdu].rows() == file.primary().imageRows();
}

bool recognises(const FitsFile& file)
{
    return isSpSpec(file) || isSpPlate(file);
}

/// SPEC_CLN of SDSS-I/II: 0 unknown, 1 star, 2 galaxy, 3 QSO, 4 QSO at high z, 5 sky, 6 late star, 7
/// emission-line galaxy.
QString className(qint64 code)
{
    switch (code) {
    case 1:
    case 6:
        return u"STAR"_s;
    case 2:
    case 7:
        return u"GALAXY"_s;
    case 3:
    case 4:
        return u"QSO"_s;
    default:
        return u"UNKNOWN"_s;
    }
}

void describePlate(const FitsHeader& header, Spectrum& spectrum)
{
    auto& target = spectrum.target;
    target.survey = u"SDSS"_s;
    target.planId = header.text("PLATEID").value_or(QString());
    target.lmjd = smallNumber(header.integer("MJD"));
    if (target.lmjd)
        target.obsDate = obsDateOfLmjd(*target.lmjd);
    spectrum.fluxUnit = fluxUnit;
    spectrum.pipelineVersion = header.text("VERS2D").value_or(header.text("RUN2D").value_or(QString()));
    spectrum.frame.wasAir = !header.flag("VACUUM").value_or(true);
}

void nameByPosition(Target& target)
{
    if (target.raDeg && target.decDeg)
        target.designation = u"SDSS "_s + designationOf(*target.raDeg, *target.decDeg);
}

/// RA and DEC of the header are the telescope's; the object's are RAOBJ and DECOBJ.
void describeObject(const FitsHeader& header, Spectrum& spectrum)
{
    auto& target = spectrum.target;
    target.raDeg = header.number("RAOBJ");
    target.decDeg = header.number("DECOBJ");
    target.fiberId = smallNumber(header.integer("FIBERID"));
    target.objectType = header.text("OBJTYPE").value_or(QString());
    for (const auto& word : header.text("MAG").value_or(QString()).split(u' ', Qt::SkipEmptyParts)) {
        const auto magnitude = word.toDouble();
        if (magnitude > 0 && magnitude < 40)
            target.magnitude = std::min(magnitude, target.magnitude.value_or(magnitude));
    }
    auto& pipeline = spectrum.pipeline;
    const auto code = header.integer("SPEC_CLN");
    target.fiberType = code == 5 || target.objectType == u"SKY" ? u"Sky"_s : u"Obj"_s;
    if (code)
        pipeline.setClass(className(*code));
    pipeline.z = header.number("Z");
    pipeline.zError = header.number("Z_ERR");
    if (pipeline.zError && *pipeline.zError <= 0)
        pipeline.zError.reset();
    pipeline.zWarning = header.integer("Z_WARNIN");
    static constexpr std::array<const char*, 3> keywords {"SN_G", "SN_R", "SN_I"};
    for (std::size_t band = 0; band < keywords.size(); ++band)
        spectrum.snr[band + 1] = header.number(keywords[band]);
}

/// The axis on which `spectrum` lies, and its id once everything is said; false where the axis is no good.
bool finish(std::vector<double> axis, Spectrum& spectrum)
{
    spectrum.coadd.wavelengthAngstrom = std::move(axis);
    if (!settleAxis(spectrum.coadd, spectrum.sky))
        return false;
    if (spectrum.frame.wasAir)
        toVacuum(spectrum.coadd.wavelengthAngstrom);
    nameByPosition(spectrum.target);
    deriveObsid(spectrum, {});
    if (!hasGoodPixel(spectrum))
        spectrum.snr = {};
    return true;
}

Result<std::vector<SpectrumPtr>> readSpSpec(FitsFile& file)
{
    const auto pixels = file.primary().pixels();
    auto axis = spectralAxis(file.primary().header, pixels);
    if (!axis)
        return noWavelengths(file.name());
    auto spectrum = newSpectrum(file, Layout::Sdss, 0);
    auto flux = imageRow(file, 0, 0, pixels);
    auto error = imageRow(file, 0, 2, pixels);
    auto mask = maskRow(file, 0, 3, pixels);
    if (!flux || !error || !mask)
        return file.failure();
    spectrum->coadd.flux = std::move(flux).value();
    spectrum->coadd.inverseVariance = std::move(error).value();
    inverseOfError(spectrum->coadd.inverseVariance);
    spectrum->coadd.andMask = std::move(mask).value();
    describePlate(spectrum->header, *spectrum);
    describeObject(spectrum->header, *spectrum);
    if (!finish(std::move(axis->wavelengthAngstrom), *spectrum))
        return noWavelengths(file.name());
    return std::vector<SpectrumPtr> {std::move(spectrum)};
}

void describeFiber(const TableRow& row, Target& target)
{
    target.raDeg = row.number("RA");
    target.decDeg = row.number("DEC");
    target.fiberId = smallNumber(row.integer("FIBERID"));
    target.spectrographId = smallNumber(row.integer("SPECTROGRAPHID"));
    target.objectType = row.text("OBJTYPE").value_or(QString());
    target.fiberType = target.objectType == u"SKY" ? u"Sky"_s : u"Obj"_s;
}

Result<std::shared_ptr<Spectrum>> readFiber(FitsFile& file, qint64 row, const std::vector<double>& axis)
{
    const auto pixels = file.primary().pixels();
    auto spectrum = newSpectrum(file, Layout::Sdss, static_cast<std::size_t>(row));
    auto flux = imageRow(file, 0, row, pixels);
    auto weight = imageRow(file, ivarHdu, row, pixels);
    auto andMask = maskRow(file, andMaskHdu, row, pixels);
    auto orMask = maskRow(file, orMaskHdu, row, pixels);
    auto sky = imageRow(file, skyHdu, row, pixels);
    if (!flux || !weight || !andMask || !orMask)
        return file.failure();
    spectrum->coadd.flux = std::move(flux).value();
    spectrum->coadd.inverseVariance = std::move(weight).value();
    cleanInverseVariance(spectrum->coadd.inverseVariance);
    spectrum->coadd.andMask = std::move(andMask).value();
    spectrum->coadd.orMask = std::move(orMask).value();
    if (sky)
        spectrum->sky = std::move(sky).value();
    describePlate(spectrum->header, *spectrum);
    describeFiber(TableRow(file, plugMapHdu, row), spectrum->target);
    if (!finish(axis, *spectrum))
        return noWavelengths(file.name());
    return spectrum;
}

Result<std::vector<SpectrumPtr>> readSpPlate(FitsFile& file)
{
    const auto pixels = file.primary().pixels();
    const auto fibers = file.primary().imageRows();
    const auto axis = spectralAxis(file.primary().header, pixels);
    if (!axis)
        return noWavelengths(file.name());
    std::vector<SpectrumPtr> spectra;
    for (qint64 row = 0; row < fibers; ++row) {
        auto spectrum = readFiber(file, row, axis->wavelengthAngstrom);
        if (!spectrum)
            return spectrum.error();
        spectra.push_back(std::move(spectrum).value());
    }
    return spectra;
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    const auto pixels = file.primary().pixels();
    const bool single = isSpSpec(file);
    const auto rows = single ? 1 : file.primary().imageRows();
    if (pixels > mostPixels || rows > mostFibers || !file.affords(pixels * rows))
        return tooLarge(file.name());
    return single ? readSpSpec(file) : readSpPlate(file);
}
}

LayoutFamily sdssImageFamily()
{
    return {recognises, read};
}
