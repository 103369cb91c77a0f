#include "db/fits/armmerge.h"
#include "db/fits/desiarms.h"
#include "db/fits/lamostheader.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/tablerow.h"
#include "models/spectrum/goodpixels.h"
#include "models/survey/lmjd.h"
#include "models/survey/obsid.h"

#include <QCoreApplication>
#include <QDate>

#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {
const auto fluxUnit = u"1e-17 erg/s/cm²/Å"_s;
constexpr qint64 julianDayOfMjdZero = 2400001;

bool recognises(const FitsFile& file)
{
    return file.find(u"FIBERMAP")
        && (file.find(u"B_WAVELENGTH") || file.find(u"R_WAVELENGTH") || file.find(u"Z_WAVELENGTH")
            || file.find(u"BRZ_WAVELENGTH"));
}

/// Rows of FIBERMAP that show the same target, in the order in which targets first appear.
using TargetRows = std::vector<std::pair<qint64, std::vector<qint64>>>;

Result<TargetRows> targetRows(FitsFile& file, int fibermap, qint64 rows)
{
    std::optional<TableColumn> column;
    for (const auto& candidate : file.hdus()[static_cast<std::size_t>(fibermap)].columns()) {
        if (candidate.name == u"TARGETID" && candidate.isNumber() && candidate.repeat == 1)
            column = candidate;
    }
    std::vector<qint64> ids(static_cast<std::size_t>(rows));
    if (!column || !file.readColumn(fibermap, *column, 0, rows, ids.data()))
        return file.failure();
    TargetRows groups;
    std::map<qint64, std::size_t> seen;
    for (qint64 row = 0; row < rows; ++row) {
        const auto [found, isNew] = seen.try_emplace(ids[static_cast<std::size_t>(row)], groups.size());
        if (isNew)
            groups.push_back({found->first, {}});
        groups[found->second].second.push_back(row);
    }
    return groups;
}

/// What software wrote the file stands in pairs DEPNAMnn, DEPVERnn.
QString dependency(const FitsHeader& header, QStringView name)
{
    for (int index = 0; index < 100; ++index) {
        const auto number = QByteArray::number(index).rightJustified(2, '0');
        const auto found = header.text(("DEPNAM" + number).constData());
        if (!found)
            break;
        if (*found == name)
            return header.text(("DEPVER" + number).constData()).value_or(QString());
    }
    return {};
}

/// What a group of spectra by HEALPix pixel is called: "main-dark-26065"; empty where it is one of a tile.
/// The same object has one coadd for each survey and programme.
QString healpixGroup(const FitsHeader& header)
{
    const auto pixel = header.text("HPXPIXEL").value_or(header.text("SPGRPVAL").value_or(QString()));
    if (header.text("SPGRP") != u"healpix" || pixel.isEmpty())
        return {};
    return u"%1-%2-%3"_s.arg(header.text("SURVEY").value_or(QString()),
                             header.text("PROGRAM").value_or(QString()), pixel);
}

/// The answer of redrock, where somebody put its table into the file.
class RedrockAnswers
{
public:
    explicit RedrockAnswers(FitsFile& file)
        : m_table(file.find(u"REDSHIFTS") ? file.find(u"REDSHIFTS") : file.find(u"ZBEST"))
    {
        if (!m_table)
            return;
        TableRow row(file, *m_table);
        const auto rows = file.hdus()[static_cast<std::size_t>(*m_table)].rows();
        for (qint64 index = 0; index < rows; ++index) {
            row.goTo(index);
            if (const auto id = row.integer("TARGETID"))
                m_rows.emplace(*id, index);
        }
    }

    void describe(FitsFile& file, qint64 targetId, PipelineAnswer& pipeline) const
    {
        const auto found = m_rows.find(targetId);
        if (found == m_rows.end())
            return;
        const TableRow row(file, *m_table, found->second);
        pipeline.setClass(row.text("SPECTYPE"));
        pipeline.subclass = row.text("SUBTYPE").value_or(QString());
        pipeline.z = row.number("Z");
        pipeline.zError = row.number("ZERR");
        pipeline.zWarning = row.integer("ZWARN");
        pipeline.deltaChi2 = row.number("DELTACHI2");
        pipeline.zMethod = u"redrock"_s;
    }

private:
    std::optional<int> m_table;
    std::map<qint64, qint64> m_rows;
};

void describeTarget(const TableRow& row, qint64 targetId, const FitsHeader& header, Target& target)
{
    target.survey = u"DESI"_s;
    target.designation = QString::number(targetId);
    target.raDeg = row.number("TARGET_RA");
    target.decDeg = row.number("TARGET_DEC");
    target.objectType = row.text("OBJTYPE").value_or(QString());
    target.fiberType = target.objectType == u"SKY" ? u"Sky"_s : u"Obj"_s;
    if (target.objectType.isEmpty())
        target.fiberType = u"Unused"_s; // stuck or unassigned positioner
    target.planId = row.text("TILEID").value_or(header.text("TILEID").value_or(healpixGroup(header)));
    if (const auto petal = row.integer("PETAL_LOC"); petal && *petal >= 0 && *petal < 100)
        target.spectrographId = static_cast<int>(*petal);
    if (const auto fiber = row.integer("FIBER"); fiber && *fiber >= 0 && *fiber < 100000)
        target.fiberId = static_cast<int>(*fiber);
    const auto night = row.integer("NIGHT").value_or(header.integer("NIGHT").value_or(0));
    const QDate evening(static_cast<int>(night / 10000), static_cast<int>(night / 100 % 100),
                        static_cast<int>(night % 100));
    if (evening.isValid()) {
        target.lmjd = static_cast<int>(evening.toJulianDay() - julianDayOfMjdZero);
        target.obsDate = evening.toString(Qt::ISODate);
    }
    for (const char* band : {"FLUX_G", "FLUX_R", "FLUX_Z"}) {
        const auto nanomaggies = row.number(band);
        if (!nanomaggies || *nanomaggies <= 0)
            continue;
        const auto magnitude = 22.5 - 2.5 * std::log10(*nanomaggies);
        target.magnitude = std::min(magnitude, target.magnitude.value_or(magnitude));
    }
}

/// Median S/N of the arms, root of summed squares over exposures; B, R, Z stand for the bands they hold most
/// of.
void addSnr(FitsFile& file, const std::vector<qint64>& rows, Spectrum& spectrum)
{
    const auto scores = file.find(u"SCORES");
    if (!scores)
        return;
    static constexpr std::array<std::array<const char*, 2>, 3> columns {
        {{"MEDIAN_COADD_SNR_B", "MEDIAN_CALIB_SNR_B"},
         {"MEDIAN_COADD_SNR_R", "MEDIAN_CALIB_SNR_R"},
         {"MEDIAN_COADD_SNR_Z", "MEDIAN_CALIB_SNR_Z"}}};
    static constexpr std::array<std::size_t, 3> bands {1, 2, 4};
    TableRow score(file, *scores, rows.front());
    for (std::size_t arm = 0; arm < columns.size(); ++arm) {
        double squares = 0;
        bool known = false;
        for (const auto row : rows) {
            score.goTo(row);
            const auto snr =
                score.number(score.contains(columns[arm][0]) ? columns[arm][0] : columns[arm][1]);
            squares += snr ? *snr * *snr : 0.0;
            known = known || snr;
        }
        if (known)
            spectrum.snr[bands[arm]] = std::sqrt(squares);
    }
}

Result<void> addSamples(FitsFile& file, const std::vector<DesiArm>& arms, const std::vector<qint64>& rows,
                        TableRow& fibermap, bool keepExposures, Spectrum& spectrum)
{
    std::vector<Exposure> exposures;
    for (const auto row : rows) {
        fibermap.goTo(row);
        const auto number = fibermap.text("EXPID").value_or(QString::number(row));
        for (const auto& arm : arms) {
            auto samples = readDesiRow(file, arm, row);
            if (!samples)
                return samples.error();
            exposures.push_back({arm.name + u'-' + number, arm.name, 0, fibermap.number("EXPTIME"),
                                 std::move(samples).value()});
        }
    }
    std::vector<const Samples*> parts;
    for (const auto& exposure : exposures)
        parts.push_back(&exposure.samples);
    spectrum.coadd = mergedSamples(parts);
    for (const auto& arm : arms)
        spectrum.arms.push_back({arm.name, arm.wavelengthAngstrom.front(), arm.wavelengthAngstrom.back()});
    if (keepExposures)
        spectrum.exposures = std::move(exposures);
    return {};
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions& options)
{
    const auto arms = desiArms(file);
    if (!arms)
        return arms.error();
    const auto fibermap = *file.find(u"FIBERMAP");
    const auto& map = file.hdus()[static_cast<std::size_t>(fibermap)];
    for (const auto& arm : arms.value()) {
        if (arm.rows != map.rows())
            return refusal(
                file.name(),
                QCoreApplication::translate("Desi", "%1 has another number of targets than of spectra."));
    }
    if (arms.value().empty() || map.rows() < 1)
        return refusal(file.name(), QCoreApplication::translate("Desi", "%1 has no arm that is complete."));
    const auto groups = targetRows(file, fibermap, map.rows());
    if (!groups)
        return groups.error();
    std::vector<SpectrumPtr> spectra;
    TableRow row(file, fibermap);
    const RedrockAnswers answers(file);
    const auto& header = file.primary().header;
    const bool singleExposures =
        !file.find(u"EXP_FIBERMAP"); // spectra files; coadds have theirs already summed
    for (const auto& [targetId, rows] : groups.value()) {
        auto spectrum = std::make_shared<Spectrum>();
        spectrum->file = file.name();
        spectrum->indexInFile = static_cast<int>(spectra.size());
        spectrum->layout = Layout::Desi;
        spectrum->fluxUnit = fluxUnit;
        spectrum->header = header;
        spectrum->release = u"DESI %1"_s.arg(dependency(header, u"SPECPROD")).trimmed();
        spectrum->pipelineVersion = dependency(header, u"desispec");
        row.goTo(rows.front());
        describeTarget(row, targetId, header, spectrum->target);
        spectrum->target.obsid = derivedObsid(u"desi/%1/%2/%3/%4"_s.arg(targetId)
                                                  .arg(spectrum->target.planId)
                                                  .arg(spectrum->target.lmjd.value_or(0))
                                                  .arg(header.text("SPGRP").value_or(QString())));
        spectrum->target.obsidIsDerived = true;
        answers.describe(file, targetId, spectrum->pipeline);
        addSnr(file, rows, *spectrum);
        if (auto added =
                addSamples(file, arms.value(), rows, row, options.exposures && singleExposures, *spectrum);
            !added)
            return added.error();
        if (!hasGoodPixel(*spectrum))
            spectrum->snr = {};
        spectra.push_back(std::move(spectrum));
    }
    return spectra;
}
}

LayoutFamily desiFamily()
{
    return {recognises, read};
}
