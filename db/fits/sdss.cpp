#include "db/fits/imagerows.h"
#include "db/fits/lamostheader.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"
#include "db/fits/tablerow.h"
#include "db/fits/tablesamples.h"
#include "models/spectrum/goodpixels.h"
#include "models/survey/designation.h"
#include "models/survey/lmjd.h"
#include "models/survey/obsid.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {
const auto fluxUnit = u"1e-17 erg/s/cm²/Å"_s;

/// The HDU with the pixels: COADD, or the first extension where it has no name.
std::optional<int> coaddOf(const FitsFile& file)
{
    if (const auto named = file.find(u"COADD"))
        return named;
    return file.hdus().size() > 1 ? std::optional(1) : std::nullopt;
}

bool recognises(const FitsFile& file)
{
    const auto coadd = coaddOf(file);
    if (!coadd || !file.hdus()[static_cast<std::size_t>(*coadd)].isTable())
        return false;
    const auto columns = spectrumColumns(file.hdus()[static_cast<std::size_t>(*coadd)]);
    return columns.isSpectrum() && columns.wavelengthScale
        && (file.primary().header.contains("PLATEID") || file.find(u"SPECOBJ") || file.find(u"SPALL"));
}

void keepBrightest(std::optional<double>& brightest, const std::vector<double>& magnitudes)
{
    for (const auto magnitude : magnitudes) {
        if (magnitude > 0 && magnitude < 40 && (!brightest || magnitude < *brightest))
            brightest = magnitude;
    }
}

void describeTarget(const TableRow& row, Target& target)
{
    for (const auto& [ra, dec] : {std::pair {"PLUG_RA", "PLUG_DEC"}, std::pair {"FIBER_RA", "FIBER_DEC"},
                                  std::pair {"RACAT", "DECCAT"}, std::pair {"RA", "DEC"}}) {
        if (!target.raDeg || !target.decDeg) {
            target.raDeg = row.number(ra);
            target.decDeg = row.number(dec);
        }
    }
    target.objectType = row.text(row.contains("OBJTYPE") ? "OBJTYPE" : "SOURCETYPE").value_or(QString());
    target.targetSource = row.text("PROGRAMNAME").value_or(QString());
    target.fiberType = target.objectType == u"SKY" ? u"Sky"_s : u"Obj"_s;
    target.planId = row.text("PLATE").value_or(row.text("FIELD").value_or(target.planId)); // SDSS-V: FIELD
    target.fiberId = smallNumber(row.integer("FIBERID"));
    target.lmjd = row.contains("MJD") ? smallNumber(row.integer("MJD")) : target.lmjd;
    target.spectrographId = smallNumber(row.integer("SPECTROGRAPHID"));
    for (const char* column : {"MODELMAG", "PSFMAG", "FIBERMAG", "MAG"})
        keepBrightest(target.magnitude, row.numbers(column));
}

void describePipeline(const TableRow& row, Spectrum& spectrum)
{
    auto& pipeline = spectrum.pipeline;
    pipeline.setClass(row.text("CLASS"));
    pipeline.subclass = row.text("SUBCLASS").value_or(QString());
    pipeline.z = row.number("Z");
    pipeline.zError = row.number("Z_ERR");
    if (pipeline.zError && *pipeline.zError <= 0)
        pipeline.zError.reset(); // -1: fit at the edge of its range, 0: not fitted
    pipeline.zWarning = row.integer("ZWARNING");
    const auto reduced = row.number("RCHI2DIFF");
    const auto freedom = row.number("DOF");
    if (reduced && freedom)
        pipeline.deltaChi2 = *reduced * *freedom;
    spectrum.pipelineVersion = row.text("RUN2D").value_or(QString());
    const auto snr = row.numbers("SN_MEDIAN");
    for (std::size_t band = 0; band < spectrum.snr.size() && snr.size() == spectrum.snr.size(); ++band) {
        if (!isUnknownNumber(snr[band]))
            spectrum.snr[band] = snr[band];
    }
}

/// SDSS-V names files and rows after CATALOGID, since robots let many fibres see an object.
constexpr qsizetype longestFiberId = 4;

/// The id of the object in SDSS-V's catalogue; empty in older surveys.
QString catalogId(const Spectrum& spectrum, const std::optional<QString>& column, QStringView inName)
{
    if (column && column != u"0" && !column->startsWith(u'-'))
        return *column;
    const auto own = spectrum.header.text("CATALOGID").value_or(QString());
    return !own.isEmpty() ? own : inName.size() > longestFiberId ? inName.toString() : QString();
}

void completeFromHeader(Spectrum& spectrum, const std::optional<QString>& catalogIdColumn)
{
    auto& target = spectrum.target;
    static const QRegularExpression form(u"spec-(\\d+)-(\\d+)-(\\d+)"_s);
    const auto name = form.match(spectrum.file.sliced(spectrum.file.lastIndexOf(u'/') + 1));
    if (target.planId.isEmpty())
        target.planId = spectrum.header.text("PLATEID").value_or(name.captured(1));
    if (!target.lmjd)
        target.lmjd = smallNumber(spectrum.header.integer("MJD"));
    if (target.lmjd)
        target.obsDate = obsDateOfLmjd(*target.lmjd);
    if (target.raDeg && target.decDeg)
        target.designation = u"SDSS "_s + designationOf(*target.raDeg, *target.decDeg);
    const auto object = catalogId(spectrum, catalogIdColumn, name.capturedView(3));
    if (!object.isEmpty() && target.lmjd) {
        target.obsid = derivedObsid(u"sdss/%1/%2/%3"_s.arg(*target.lmjd).arg(target.planId, object));
        target.obsidIsDerived = true;
        return;
    }
    if (!target.fiberId && name.hasMatch())
        target.fiberId = name.captured(3).toInt();
    if (!target.spectrographId && target.fiberId)
        target.spectrographId = *target.fiberId > 500 ? 2 : 1; // BOSS: 500 fibres each
    deriveObsid(spectrum, {});
}

/// Exposures are tables called "B1-00019055-…": camera and number; TAI-BEG counts seconds since MJD 0.
Result<void> readExposures(FitsFile& file, Spectrum& spectrum)
{
    static const QRegularExpression form(u"^([BR])[12]-\\d+"_s);
    for (std::size_t index = 2; index < file.hdus().size(); ++index) {
        const auto& hdu = file.hdus()[index];
        const auto name = form.match(hdu.name);
        const auto columns = spectrumColumns(hdu);
        if (!name.hasMatch() || !columns.isSpectrum())
            continue;
        auto table = readTableSamples(file, static_cast<int>(index), columns);
        if (!table)
            return table.error();
        spectrum.exposures.push_back({name.captured(0), name.captured(1), 0, hdu.header.number("EXPTIME"),
                                      std::move(table.value().samples)});
    }
    return {};
}

/// The cameras' join lies near 6000 Å; where exposures are there they say it exactly.
void addArms(Spectrum& spectrum)
{
    constexpr double blueEnds = 6350.0; // BOSS; SDSS-I 6150 Å
    constexpr double redBegins = 5650.0; // BOSS; SDSS-I 5800 Å
    const auto from = spectrum.coadd.wavelengthAngstrom.front();
    const auto to = spectrum.coadd.wavelengthAngstrom.back();
    if (from < blueEnds)
        spectrum.arms.push_back({u"B"_s, from, std::min(to, blueEnds)});
    if (to > redBegins)
        spectrum.arms.push_back({u"R"_s, std::max(from, redBegins), to});
    for (auto& arm : spectrum.arms) {
        for (const auto& exposure : spectrum.exposures) {
            if (exposure.arm == arm.name && arm.name == u"B")
                arm.toAngstrom = exposure.samples.wavelengthAngstrom.back();
            else if (exposure.arm == arm.name)
                arm.fromAngstrom = exposure.samples.wavelengthAngstrom.front();
        }
    }
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions& options)
{
    const auto coadd = *coaddOf(file);
    auto table = readTableSamples(file, coadd, spectrumColumns(file.hdus()[static_cast<std::size_t>(coadd)]));
    if (!table)
        return table.error();
    auto spectrum = std::make_shared<Spectrum>();
    spectrum->file = file.name();
    spectrum->layout = Layout::Sdss;
    spectrum->fluxUnit = fluxUnit;
    spectrum->header = file.primary().header;
    spectrum->coadd = std::move(table.value().samples);
    spectrum->sky = std::move(table.value().sky);
    spectrum->target.survey = u"SDSS"_s;
    spectrum->frame.wasAir = !spectrum->header.flag("VACUUM").value_or(true);
    if (spectrum->frame.wasAir)
        toVacuum(spectrum->coadd.wavelengthAngstrom);
    std::optional<QString> catalogued;
    for (const auto results : {file.find(u"SPECOBJ"), file.find(u"SPALL")}) {
        if (!results || file.hdus()[static_cast<std::size_t>(*results)].rows() < 1)
            continue;
        const TableRow row(file, *results);
        describeTarget(row, spectrum->target);
        describePipeline(row, *spectrum);
        catalogued = row.text("CATALOGID");
    }
    completeFromHeader(*spectrum, catalogued);
    if (options.exposures) {
        if (auto read = readExposures(file, *spectrum); !read)
            return read.error();
    }
    addArms(*spectrum);
    if (!hasGoodPixel(*spectrum))
        spectrum->snr = {};
    return std::vector<SpectrumPtr> {std::move(spectrum)};
}
}

LayoutFamily sdssFamily()
{
    return {recognises, read};
}
