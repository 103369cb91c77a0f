#include "db/fits/anonymousspectrum.h"
#include "db/fits/imagerows.h"
#include "db/fits/lamostheader.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/spectralaxis.h"
#include "db/fits/tablerow.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

// Two forms. GAMA: one object, rows named by ROW1, ROW2, …, or ARRAY1, … in what it repacked of MGC and
// 2dFGRS. 2dfdr and Marz: one object a row, with extensions VARIANCE, SKY, WAVELENGTH of the same size (or
// one row for all) and a table FIBRES. Both write air wavelengths unless VACUUM says otherwise: [O III] of
// the GAMA sample lies on its z with air rest wavelengths, and the first pixel of Marz's linear test file
// becomes that of its vacuum file. Marz's flag DO_HELIO asks the reader to correct, so its pixels are not
// heliocentric; without it they are taken as they are. DO_CMB concerns redshifts, not pixels.

namespace {
constexpr qint64 mostObjects = 10000;

/// The image row whose ROWn or ARRAYn card says one of `what`.
std::optional<qint64> gamaRow(const FitsFile& file, std::initializer_list<QLatin1StringView> what)
{
    for (int row = 1; row <= file.primary().imageRows() && row < 100; ++row) {
        for (const auto* keyword : {"ROW", "ARRAY"}) {
            const auto name = file.primary().header.text((keyword + QByteArray::number(row)).constData());
            const auto is = [&name](QLatin1StringView word) {
                return name && name->compare(word, Qt::CaseInsensitive) == 0;
            };
            if (std::ranges::any_of(what, is))
                return row - 1;
        }
    }
    return {};
}

bool isGama(const FitsFile& file)
{
    return file.primary().axes.size() == 2 && file.primary().imageRows() >= 2
        && gamaRow(file, {"Spectrum"_L1});
}

/// The table of fibres; 2dfdr's older files keep the path of its NDF structure in the name.
std::optional<int> fibresOf(const FitsFile& file)
{
    for (std::size_t index = 1; index < file.hdus().size(); ++index) {
        const auto& hdu = file.hdus()[index];
        if (hdu.isTable() && (hdu.name == u"FIBRES" || hdu.name.endsWith(".FIBRES"_L1)))
            return static_cast<int>(index);
    }
    return {};
}

bool recognises(const FitsFile& file)
{
    const bool has2dfExtensions = file.primary().pixels() > 1 && file.primary().axes.size() <= 2
        && (fibresOf(file) || (file.find(u"VARIANCE") && (file.find(u"SKY") || file.find(u"WAVELENGTH"))));
    return isGama(file) || has2dfExtensions;
}

/// The axis of one object: its row of a WAVELENGTH extension, else the header's.
Result<SpectralAxis> axisOf(FitsFile& file, qint64 row, qint64 pixels)
{
    const auto& header = file.primary().header;
    const auto hdu = file.find(u"WAVELENGTH");
    auto fromHeader = spectralAxis(header, pixels);
    if (!hdu || file.hdus()[static_cast<std::size_t>(*hdu)].pixels() != pixels) {
        if (!fromHeader)
            return noWavelengths(file.name());
        fromHeader->isAir = !header.flag("VACUUM").value_or(false);
        return *fromHeader;
    }
    SpectralAxis axis {std::vector<double>(static_cast<std::size_t>(pixels)),
                       !header.flag("VACUUM").value_or(false),
                       header.contains("VACUUM"),
                       {}};
    const auto rows = file.hdus()[static_cast<std::size_t>(*hdu)].imageRows();
    if (!file.readImage(*hdu, row < rows ? row * pixels : 0, pixels, axis.wavelengthAngstrom.data()))
        return file.failure();
    if (header.flag("LOGSCALE").value_or(false))
        fromLog10(axis.wavelengthAngstrom);
    return axis;
}

std::shared_ptr<Spectrum> new2dfSpectrum(const FitsFile& file, std::size_t index)
{
    auto spectrum = newSpectrum(file, Layout::TwoDf, index);
    spectrum->target.survey = u"2dF"_s;
    setNight(spectrum->target,
             spectrum->header.number("UTMJD")); // nights at Siding Spring lie inside one UT day
    return spectrum;
}

/// Settles axis and frame; false where the axis is no good.
bool finish(SpectralAxis axis, Spectrum& spectrum)
{
    spectrum.coadd.wavelengthAngstrom = std::move(axis.wavelengthAngstrom);
    if (!settleAxis(spectrum.coadd, spectrum.sky))
        return false;
    spectrum.frame.wasAir = axis.isAir;
    spectrum.frame.frameIsKnown = axis.frameIsKnown;
    spectrum.frame.heliocentric = !spectrum.header.flag("DO_HELIO").value_or(false);
    if (axis.isAir)
        toVacuum(spectrum.coadd.wavelengthAngstrom);
    return true;
}

/// What the header of a single object says: GAMA's repacked surveys, WiggleZ, OzDES.
void describeObject(Spectrum& spectrum)
{
    const auto& header = spectrum.header;
    auto& target = spectrum.target;
    for (const char* keyword : {"GAMANAME", "SPECID", "OBJECT"})
        if (target.designation.isEmpty())
            target.designation = header.text(keyword).value_or(QString());
    target.raDeg = header.rightAscension({"RA"});
    target.decDeg = header.declination({"DEC"});
    spectrum.pipeline.z = plausibleRedshift(header);
    if (const auto quality = header.integer("NQ"))
        spectrum.pipeline.zMethod = u"GAMA nQ %1"_s.arg(*quality);
    else if (const auto opinion = header.integer("QOP"))
        spectrum.pipeline.zMethod = u"QOP %1"_s.arg(*opinion);
}

Result<std::vector<SpectrumPtr>> readGama(FitsFile& file)
{
    const auto pixels = file.primary().pixels();
    auto spectrum = new2dfSpectrum(file, 0);
    const auto& header = spectrum->header;
    const auto rows = file.primary().imageRows(); // one behind the last: there is no such row
    const auto variance = gamaRow(file, {"Variance"_L1});
    auto flux = imageRow(file, 0, *gamaRow(file, {"Spectrum"_L1}), pixels);
    auto error = imageRow(
        file, 0, variance.value_or(gamaRow(file, {"Error"_L1, "Stdev"_L1, "Sigma"_L1}).value_or(rows)),
        pixels);
    auto sky = imageRow(file, 0, gamaRow(file, {"Sky"_L1}).value_or(rows), pixels);
    auto axis = axisOf(file, 0, pixels);
    if (!flux || !error || !sky || !axis)
        return !axis ? axis.error() : file.failure();
    spectrum->coadd.flux = std::move(flux).value();
    spectrum->coadd.inverseVariance = std::move(error).value();
    if (variance)
        inverseOfVariance(spectrum->coadd.inverseVariance);
    else
        inverseOfError(spectrum->coadd.inverseVariance);
    spectrum->sky = std::move(sky).value();
    if (!finish(std::move(axis).value(), *spectrum))
        return noWavelengths(file.name());
    if (header.contains("ROW1"))
        spectrum->fluxUnit = u"1e-17 erg/s/cm²/Å"_s; // what GAMA repacked of other surveys is in counts
    if (const auto velocity = header.number("HEL_VC")) {
        spectrum->frame.heliocentric = false;
        spectrum->frame.heliocentricKmS = velocity;
    }
    auto& target = spectrum->target;
    target.designation = header.text("GAMANAME").value_or(header.text("SPECID").value_or(QString()));
    target.raDeg = header.number("RA");
    target.decDeg = header.number("DEC");
    target.planId = header.text("FIELDID").value_or(QString());
    if (const auto fiber = header.integer("FIBRE"); fiber && *fiber >= 0 && *fiber < 1000)
        target.fiberId = static_cast<int>(*fiber);
    spectrum->pipeline.z = header.number("Z");
    if (const auto quality = header.integer("NQ"))
        spectrum->pipeline.zMethod = u"GAMA nQ %1"_s.arg(*quality);
    deriveObsid(*spectrum, {});
    return std::vector<SpectrumPtr> {std::move(spectrum)};
}

/// What the row of FIBRES says; TYPE is P for objects, S for sky.
void describeFibre(const TableRow& fibre, Target& target)
{
    constexpr double degreesPerRadian = 180.0 / std::numbers::pi;
    target.designation = fibre.text("NAME").value_or(QString());
    const auto ra = fibre.number("RA");
    const auto dec = fibre.number("DEC");
    if (ra && dec) { // radians; other programs write degrees
        const bool isRadians =
            std::abs(*ra) <= 2 * std::numbers::pi && std::abs(*dec) <= std::numbers::pi / 2;
        const double scale = isRadians ? degreesPerRadian : 1.0;
        if (std::abs(*dec * scale) <= 90.0 && *ra * scale >= -180.0 && *ra * scale <= 360.0) {
            target.raDeg = *ra * scale;
            target.decDeg = *dec * scale;
        }
    }
    const auto type = fibre.text("TYPE").value_or(QString());
    target.fiberType = type == u"P" ? u"Obj"_s : type == u"S" ? u"Sky"_s : u"Unused"_s;
    target.objectType = fibre.text("COMMENT").value_or(QString());
    const auto magnitude = fibre.number("MAGNITUDE");
    if (magnitude && *magnitude > 0 && *magnitude < 40)
        target.magnitude = magnitude;
}

Result<std::shared_ptr<Spectrum>> readObject(FitsFile& file, qint64 row, std::size_t index)
{
    const auto pixels = file.primary().pixels();
    auto spectrum = new2dfSpectrum(file, index);
    auto flux = imageRow(file, 0, row, pixels);
    auto variance = imageRow(file, file.find(u"VARIANCE"), row, pixels);
    auto sky = imageRow(file, file.find(u"SKY"), row, pixels);
    auto axis = axisOf(file, row, pixels);
    if (!flux || !variance || !sky || !axis)
        return !axis ? axis.error() : file.failure();
    spectrum->coadd.flux = std::move(flux).value();
    spectrum->coadd.inverseVariance = std::move(variance).value(); // empty without VARIANCE
    inverseOfVariance(spectrum->coadd.inverseVariance);
    spectrum->sky = std::move(sky).value();
    if (!finish(std::move(axis).value(), *spectrum))
        return noWavelengths(file.name());
    spectrum->target.planId = spectrum->header.text("OBJECT").value_or(QString());
    const auto fibres = fibresOf(file);
    if (fibres && row < file.hdus()[static_cast<std::size_t>(*fibres)].rows())
        describeFibre(TableRow(file, *fibres, row), spectrum->target);
    else if (file.primary().imageRows() == 1)
        describeObject(*spectrum);
    return spectrum;
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    const auto pixels = file.primary().pixels();
    const auto rows = isGama(file) ? 1 : file.primary().imageRows();
    if (pixels > mostPixels || rows > mostObjects || !file.affords(pixels * rows))
        return tooLarge(file.name());
    if (isGama(file))
        return readGama(file);
    std::vector<SpectrumPtr> spectra;
    for (qint64 row = 0; row < rows; ++row) {
        auto spectrum = readObject(file, row, spectra.size());
        if (!spectrum)
            return spectrum.error();
        if (rows > 1 && spectrum.value()->target.fiberType == u"Unused")
            continue;
        spectrum.value()->indexInFile = static_cast<int>(spectra.size());
        if (rows > 1)
            spectrum.value()->target.fiberId =
                static_cast<int>(row + 1); // a single object was cut out of its plate
        deriveObsid(*spectrum.value(), {});
        spectra.push_back(std::move(spectrum).value());
    }
    if (spectra.empty())
        return refusal(
            file.name(),
            QCoreApplication::translate("TwoDf", "%1 holds no fibre that saw an object or the sky."));
    return spectra;
}
}

LayoutFamily twoDfFamily()
{
    return {recognises, read};
}
