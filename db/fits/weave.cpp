#include "db/fits/imagerows.h"
#include "db/fits/lamostheader.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/spectralaxis.h"
#include "db/fits/tablerow.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

// WEAVE level 1 (single, stack): images <ARM>_DATA and <ARM>_IVAR with one row a fibre, <ARM>_SENSFUNC to
// multiply both by for flux, and the table FIBTABLE, whose NSPEC is the row from 1. The arm is BLUE, RED or
// GREEN; each arm is a file of its own. Linear in Å; air unless CTYPE1 is WAVE.

namespace {
constexpr qint64 mostFibers = 2000;

std::optional<QString> armOf(const FitsFile& file)
{
    for (const auto& arm : {u"BLUE"_s, u"GREEN"_s, u"RED"_s}) {
        if (file.find(arm + u"_DATA"_s) && file.find(arm + u"_IVAR"_s))
            return arm;
    }
    return {};
}

bool recognises(const FitsFile& file)
{
    return file.find(u"FIBTABLE") && armOf(file);
}

/// TARGUSE: T target, S sky, C and R calibrators; STATUS: P parked, N not in use.
QString fiberType(const TableRow& row)
{
    const auto status = row.text("STATUS").value_or(u"A"_s);
    const auto use = row.text("TARGUSE").value_or(QString());
    if (status == u"P" || status == u"N" || use == u"P")
        return u"Unused"_s;
    return use == u"S" ? u"Sky"_s : use == u"C" || use == u"R" ? u"F-Std"_s : u"Obj"_s;
}

void describe(const TableRow& row, Spectrum& spectrum)
{
    auto& target = spectrum.target;
    target.survey = u"WEAVE"_s;
    target.fiberType = fiberType(row);
    target.designation = row.text("CNAME").value_or(row.text("TARGNAME").value_or(QString()));
    target.targetSource = row.text("TARGSRVY").value_or(QString());
    target.objectType = row.text("TARGCLASS").value_or(QString());
    target.fiberId = smallNumber(row.integer("FIBREID"));
    target.raDeg = row.number(row.contains("TARGRA") ? "TARGRA" : "FIBRERA");
    target.decDeg = row.number(row.contains("TARGDEC") ? "TARGDEC" : "FIBREDEC");
    target.planId = spectrum.header.text("OBID").value_or(QString());
    setNight(target, spectrum.header.number("MJD-OBS"));
    for (const char* column : {"MAG_G", "MAG_R", "MAG_I"}) {
        const auto magnitude = row.number(column);
        if (magnitude && *magnitude > 0 && *magnitude < 40)
            target.magnitude = std::min(*magnitude, target.magnitude.value_or(*magnitude));
    }
    if (const auto snr = row.number("SNR"))
        spectrum.snr[spectrum.arms.front().name == u"B" ? 1 : 2] = snr;
}

Result<std::shared_ptr<Spectrum>> readFiber(FitsFile& file, const QString& arm, const SpectralAxis& axis,
                                            qint64 row)
{
    const auto hdu = *file.find(arm + u"_DATA"_s);
    const auto pixels = static_cast<qint64>(axis.wavelengthAngstrom.size());
    auto spectrum = newSpectrum(file, Layout::Image, 0);
    spectrum->header.append(file.hdus()[static_cast<std::size_t>(hdu)].header);
    auto flux = imageRow(file, hdu, row, pixels);
    auto weight = imageRow(file, file.find(arm + u"_IVAR"_s), row, pixels);
    const auto sensitivity = imageRow(file, file.find(arm + u"_SENSFUNC"_s), row, pixels);
    if (!flux || !weight || !sensitivity)
        return file.failure();
    auto& samples = spectrum->coadd;
    samples.flux = std::move(flux).value();
    samples.inverseVariance = std::move(weight).value();
    const auto& factors = sensitivity.value();
    for (std::size_t pixel = 0; pixel < factors.size(); ++pixel) {
        samples.flux[pixel] *= factors[pixel];
        if (!samples.inverseVariance.empty())
            samples.inverseVariance[pixel] /= factors[pixel] * factors[pixel];
    }
    if (!factors.empty())
        spectrum->fluxUnit = u"erg/s/cm²/Å"_s;
    cleanInverseVariance(samples.inverseVariance);
    samples.wavelengthAngstrom = axis.wavelengthAngstrom;
    if (!settleAxis(samples, spectrum->sky))
        return noWavelengths(file.name());
    spectrum->frame.wasAir = axis.isAir;
    spectrum->frame.frameIsKnown = axis.frameIsKnown;
    if (axis.isAir)
        toVacuum(samples.wavelengthAngstrom);
    spectrum->arms.push_back(
        {arm.first(1), samples.wavelengthAngstrom.front(), samples.wavelengthAngstrom.back()});
    return spectrum;
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    const auto arm = *armOf(file);
    const auto& data = file.hdus()[static_cast<std::size_t>(*file.find(arm + u"_DATA"_s))];
    const auto table = *file.find(u"FIBTABLE");
    const auto fibers = file.hdus()[static_cast<std::size_t>(table)].rows();
    const auto pixels = data.pixels();
    if (pixels < 2 || pixels > mostPixels || fibers > mostFibers || !file.affords(pixels * fibers))
        return tooLarge(file.name());
    const auto axis = spectralAxis(data.header, pixels);
    if (!axis)
        return noWavelengths(file.name());
    std::vector<SpectrumPtr> spectra;
    TableRow row(file, table);
    for (qint64 fiber = 0; fiber < fibers; ++fiber) {
        row.goTo(fiber);
        const auto imageRowNumber = row.integer("NSPEC").value_or(fiber + 1) - 1;
        if (fiberType(row) == u"Unused" || imageRowNumber < 0 || imageRowNumber >= data.imageRows())
            continue;
        auto spectrum = readFiber(file, arm, *axis, imageRowNumber);
        if (!spectrum)
            return spectrum.error();
        describe(row, *spectrum.value());
        spectrum.value()->indexInFile = static_cast<int>(spectra.size());
        deriveObsid(*spectrum.value(), {});
        spectra.push_back(std::move(spectrum).value());
    }
    if (spectra.empty())
        return refusal(
            file.name(),
            QCoreApplication::translate("Weave", "%1 holds no fibre that saw an object or the sky."));
    return spectra;
}
}

LayoutFamily weaveFamily()
{
    return {recognises, read};
}
