#include "db/stores/spectrumrows.h"

#include "db/sql/sqlvalue.h"
#include "models/spectrum/spectrumsummary.h"

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestPath = 3000;
constexpr double minutesPerDay = 1440.0;
constexpr double beijingDays = 8.0 / 24.0; // LMJM is local time, UTC + 8 h (facts 10.6)

/// FNV-1a, 64 bits: stable over programs and machines, unlike qHash.
quint64 hashed(QByteArrayView bytes, quint64 hash = 0xcbf29ce484222325ULL)
{
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    return hash;
}

QString headerText(const Spectrum& spectrum, const char* keyword, const char* olderKeyword = nullptr)
{
    auto text = spectrum.header.text(keyword);
    if (!text && olderKeyword)
        text = spectrum.header.text(olderKeyword);
    return text.value_or(QString());
}

/// What the header says a plate was for; nothing where it says neither, such as 0 or "dome flat".
std::optional<bool> isScience(const QString& purpose)
{
    const bool science = purpose.compare("Science"_L1, Qt::CaseInsensitive) == 0;
    const bool test = purpose.compare("Test"_L1, Qt::CaseInsensitive) == 0;
    return science || test ? std::optional(science) : std::nullopt;
}

std::optional<int> headerInt(const Spectrum& spectrum, const char* keyword)
{
    const auto value = spectrum.header.integer(keyword);
    if (!value || *value < std::numeric_limits<int>::min() || *value > std::numeric_limits<int>::max())
        return {};
    return static_cast<int>(*value);
}

QStringList columns(const char* names)
{
    return QString::fromLatin1(names).split(u' ');
}

QString dateOf(const Spectrum& spectrum)
{
    const auto& date = spectrum.target.obsDate;
    return QDate::fromString(date, Qt::ISODate).isValid() ? date.first(10) : QString();
}

/// A date and time of a header, which FITS says is UTC, as DATETIME text; absent when it is not one.
std::optional<QString> headerMoment(const Spectrum& spectrum, const char* keyword)
{
    const auto text = headerText(spectrum, keyword);
    const auto moment = utcFrom(text);
    if (!moment.isValid() || moment.date().year() < 1970)
        return {};
    return sqlUtc(moment).toString();
}

QString file(const Spectrum& spectrum)
{
    return spectrum.file;
}

void addSignalToNoise(BulkRows& rows, const Spectrum& spectrum)
{
    for (const auto& band : spectrum.snr)
        rows.add(band);
}

void addPlace(BulkRows& rows, const Spectrum& spectrum)
{
    rows.add(spectrum.target.planId, 60)
        .add(spectrum.target.spectrographId.value_or(-1))
        .add(spectrum.target.fiberId.value_or(-1));
}

/// The class the file states; NULL where it states none.
BulkRows& addClass(BulkRows& rows, const PipelineAnswer& answer)
{
    const auto stated = answer.statedClass();
    return stated ? rows.add(className(*stated), 10) : rows.addNull();
}

bool isCandidate(const QueueDecision& decision)
{
    return decision.reason == QueueReason::Extragalactic || decision.reason == QueueReason::TargetMismatch;
}
}

QString storedVersion(const QString& pipelineVersion)
{
    return pipelineVersion.trimmed().left(40);
}

QString pageName(WorkPage page)
{
    return page == WorkPage::Inspect ? u"inspect"_s : u"browse"_s;
}

ProcessingRows::ProcessingRows()
    : m_targets(u"{processing}.target_info"_s,
                columns("obsid planid spid fiberid lmjd cell_id designation object_name object_type "
                        "fiber_type target_source "
                        "target_from target_comment ra dec ra_obs dec_obs offset_flag offset_arcsec x_mm "
                        "y_mm magtype mag1 "
                        "mag2 mag3 mag4 mag5 mag6 mag7"))
    , m_objects(
          u"{processing}.obj_info"_s,
          columns("obsid planid spid fiberid mask_id lmjd exposures exposures_blue exposures_red "
                  "exposure_seconds "
                  "best_exposure data_version snru snrg snrr snri snrz scatter_mean sky_fibers sky_chi2 "
                  "sky_chi2_max "
                  "standards standard_origin heliocentric heliocentric_km_s vacuum pixels wavelength_min "
                  "wavelength_max spectrum_path file_index"))
    , m_spectra(u"{processing}.spec_info"_s,
                columns("obsid pipeline_version spectral_class subclass z z_err z_method z_warning "
                        "confidence normalised "
                        "spectrum_path file_index layout made_at"))
    , m_candidates(u"{processing}.extragalaxy_info"_s,
                   columns("obsid spectrum_path snru snrg snrr snri snrz target_source object_type"))
    , m_plans(u"{processing}.plan_info"_s,
              columns("planid lmjd pid survey obs_date seeing moon_phase science_flag temp_air "
                      "temp_focal_plane dewpoint "
                      "humidity wind_direction wind_speed exposures exposure_seconds"))
    , m_exposures(u"{processing}.exposure"_s,
                  columns("planid spid lmjm obs_date start_mjd end_mjd exposure_seconds exposure_type "
                          "slit_mode temp_ccd_blue "
                          "temp_ccd_red"))
{
}

void ProcessingRows::add(const Spectrum& spectrum, const QueueDecision& decision)
{
    m_last = {{{m_targets.position(), m_targets.size()},
               {m_objects.position(), m_objects.size()},
               {m_spectra.position(), m_spectra.size()},
               {m_candidates.position(), m_candidates.size()}}};
    addTarget(spectrum);
    addObject(spectrum);
    addSpectrum(spectrum);
    if (!isCandidate(decision))
        return;
    m_candidates.add(spectrum.target.obsid).add(file(spectrum), longestPath);
    addSignalToNoise(m_candidates, spectrum);
    m_candidates.add(spectrum.target.targetSource, 60).add(spectrum.target.objectType, 60).endRow();
}

quint64 ProcessingRows::hashOfLast() const
{
    auto hash = hashed(m_targets.text().sliced(m_last[0].first));
    hash = hashed(m_objects.text().sliced(m_last[1].first), hash);
    return hashed(m_spectra.text().sliced(m_last[2].first), hash);
}

void ProcessingRows::removeLast()
{
    const std::array tables {&m_targets, &m_objects, &m_spectra, &m_candidates};
    for (std::size_t i = 0; i < tables.size(); ++i)
        tables[i]->rewind(m_last[i].first, tables[i]->size() - m_last[i].second);
}

void ProcessingRows::addTarget(const Spectrum& spectrum)
{
    const auto& target = spectrum.target;
    m_targets.add(target.obsid);
    addPlace(m_targets, spectrum);
    m_targets.add(target.lmjd)
        .add(headerText(spectrum, "CELL_ID"), 16)
        .add(target.designation, 60)
        .add(headerText(spectrum, "OBJNAME"), 60)
        .add(target.objectType, 60)
        .add(target.fiberType, 20)
        .add(target.targetSource, 60)
        .add(headerText(spectrum, "TFROM", "T_FROM"), 60)
        .add(headerText(spectrum, "TCOMMENT", "T_INFO"), 80)
        .add(target.raDeg)
        .add(target.decDeg)
        .add(spectrum.header.rightAscension({"RA_OBS"}))
        .add(spectrum.header.declination({"DEC_OBS"}))
        .add(spectrum.header.flag("OFFSET"))
        .add(spectrum.header.number("OFFSET_V"))
        .add(spectrum.header.number("X_VALUE"))
        .add(spectrum.header.number("Y_VALUE"))
        .add(headerText(spectrum, "MAGTYPE"), 25);
    for (const char* keyword : {"MAG1", "MAG2", "MAG3", "MAG4", "MAG5", "MAG6", "MAG7"}) {
        const auto magnitude = spectrum.header.number(keyword);
        m_targets.add(magnitude == 99.0 ? std::nullopt : magnitude); // 99.00 means "not known"
    }
    m_targets.endRow();
}

void ProcessingRows::addObject(const Spectrum& spectrum)
{
    const auto& grid = spectrum.coadd.wavelengthAngstrom;
    m_objects.add(spectrum.target.obsid);
    addPlace(m_objects, spectrum);
    auto mask = headerInt(spectrum, "FIBERMAS");
    if (!mask)
        mask = headerInt(spectrum, "FIB_MASK");
    m_objects.add(mask)
        .add(spectrum.target.lmjd)
        .add(headerInt(spectrum, "NEXP"))
        .add(headerInt(spectrum, "NEXP_B"))
        .add(headerInt(spectrum, "NEXP_R"))
        .add(spectrum.header.number("EXPTIME"))
        .add(spectrum.header.integer("BESTEXP"))
        .add(spectrum.release, 40);
    addSignalToNoise(m_objects, spectrum);
    m_objects.add(spectrum.header.number("SCAMEAN"))
        .add(headerInt(spectrum, "NSKIES"))
        .add(spectrum.header.number("SKYCHI2"))
        .add(spectrum.header.number("SCHI2MAX"))
        .add(headerInt(spectrum, "NSTD"))
        .add(headerText(spectrum, "FCBY"), 16)
        .add(spectrum.frame.heliocentric)
        .add(spectrum.header.number("HELIO_RV"))
        .add(!spectrum.frame.wasAir)
        .add(static_cast<qint64>(grid.size()))
        .add(grid.empty() ? std::nullopt : std::optional(grid.front()))
        .add(grid.empty() ? std::nullopt : std::optional(grid.back()))
        .add(file(spectrum), longestPath)
        .add(spectrum.indexInFile)
        .endRow();
}

void ProcessingRows::addSpectrum(const Spectrum& spectrum)
{
    const auto& answer = spectrum.pipeline;
    const auto made = headerMoment(spectrum, "DATE");
    m_spectra.add(spectrum.target.obsid).add(storedVersion(spectrum.pipelineVersion), 40);
    addClass(m_spectra, answer)
        .add(answer.subclass, 60)
        .add(answer.z)
        .add(answer.zError)
        .add(answer.zMethod, 40)
        .add(answer.zWarning)
        .add(answer.deltaChi2)
        .add(headerInt(spectrum, "NORM"))
        .add(file(spectrum), longestPath)
        .add(spectrum.indexInFile)
        .add(layoutName(spectrum.layout), 24);
    if (made)
        m_spectra.add(*made, 26);
    else
        m_spectra.addNull();
    m_spectra.endRow();
}

void ProcessingRows::addPlate(const Spectrum& spectrum)
{
    const auto& target = spectrum.target;
    if (target.planId.isEmpty())
        return;
    const int lmjd = target.lmjd.value_or(0);
    if (m_knownPlans.emplace(target.planId, lmjd).second)
        addPlan(spectrum, lmjd);
    for (const auto& exposure : spectrum.exposures)
        if (exposure.lmjm > 0)
            addExposure(spectrum, exposure.lmjm, exposure.seconds);
    const auto minutes = headerText(spectrum, "LMJMLIST").split(u'-', Qt::SkipEmptyParts);
    const auto count = spectrum.header.number("NEXP").value_or(0);
    const auto total = spectrum.header.number("EXPTIME");
    for (const auto& minute : minutes)
        if (const auto lmjm = minute.toLongLong(); lmjm > 0)
            addExposure(spectrum, lmjm, total && count > 0 ? std::optional(*total / count) : std::nullopt);
}

void ProcessingRows::addPlan(const Spectrum& spectrum, int lmjd)
{
    const auto& target = spectrum.target;
    const auto& header = spectrum.header;
    m_plans.add(target.planId, 60)
        .add(lmjd)
        // obsid = pid · 100000 + spid · 1000 + fiberid, facts 2.1
        .add(target.survey == "LAMOST"_L1 && !target.obsidIsDerived ? std::optional(target.obsid / 100'000)
                                                                    : std::nullopt)
        .add(target.survey, 20)
        .add(dateOf(spectrum), 10)
        .add(header.number("SEEING"))
        .add(header.number("MOONPHA"))
        .add(isScience(headerText(spectrum, "OBSCOMM")))
        .add(header.number("TEMP_AIR"))
        .add(header.number("TEMP_FP"))
        .add(header.number("DEWPOINT"))
        .add(header.number("HUMIDITY"))
        .add(header.number("WINDD"))
        .add(header.number("WINDS"))
        .add(headerInt(spectrum, "NEXP"))
        .add(header.number("EXPTIME"))
        .endRow();
}

void ProcessingRows::addExposure(const Spectrum& spectrum, qint64 lmjm, std::optional<double> seconds)
{
    const auto& target = spectrum.target;
    if (!m_knownExposures.emplace(target.planId, target.spectrographId.value_or(-1), lmjm).second)
        return;
    const double startMjd = static_cast<double>(lmjm) / minutesPerDay - beijingDays;
    m_exposures.add(target.planId, 60)
        .add(target.spectrographId.value_or(-1))
        .add(lmjm)
        .add(dateOf(spectrum), 10)
        .add(startMjd)
        .add(seconds ? std::optional(startMjd + *seconds / 86'400.0) : std::nullopt)
        .add(seconds)
        .add(headerText(spectrum, "OBS_TYPE"), 8)
        .add(headerText(spectrum, "SLIT_MOD"), 8)
        .add(spectrum.header.number("TEMPCCDB"))
        .add(spectrum.header.number("TEMPCCDR"))
        .endRow();
}

CheckRows::CheckRows(QDateTime now, QString rulesVersion)
    : m_now(sqlUtc(now).toString())
    , m_rulesVersion(std::move(rulesVersion))
    , m_queue(u"{check}.spec_check"_s,
              columns("obsid pipeline_version page is_object reason priority line_of_work rules_version "
                      "survey data_release "
                      "designation object_type target_source fiber_type spectral_class subclass z z_err snru "
                      "snrg snrr snri "
                      "snrz ra dec obs_date lmjd planid spid fiberid file_path file_index layout "
                      "pixels from_angstrom to_angstrom content_hash ingested_at"))
    , m_events(u"{check}.spectrum_event"_s, columns("obsid pipeline_version state happened_at detail"))
{
}

qint64 CheckRows::add(const Spectrum& spectrum, const QueueDecision& decision, quint64 salt)
{
    const auto& target = spectrum.target;
    m_last = m_queue.position();
    m_queue.add(target.obsid)
        .add(storedVersion(spectrum.pipelineVersion), 40)
        .add(pageName(decision.page), 10)
        .add(decision.isObject)
        .add(reasonName(decision.reason), 20)
        .add(decision.priority)
        .add(isCandidate(decision) ? u"extragalactic" : u"star", 16)
        .add(m_rulesVersion, 40)
        .add(target.survey, 20)
        .add(spectrum.release, 40)
        .add(target.designation, 60)
        .add(target.objectType, 60)
        .add(target.targetSource, 60)
        .add(target.fiberType, 20);
    addClass(m_queue, spectrum.pipeline)
        .add(spectrum.pipeline.subclass, 60)
        .add(spectrum.pipeline.z)
        .add(spectrum.pipeline.zError);
    addSignalToNoise(m_queue, spectrum);
    m_queue.add(target.raDeg).add(target.decDeg).add(dateOf(spectrum), 10).add(target.lmjd);
    addPlace(m_queue, spectrum);
    m_queue.add(file(spectrum), longestPath).add(spectrum.indexInFile).add(layoutName(spectrum.layout), 24);
    const auto summary = summaryOf(spectrum);
    m_queue.add(summary.pixels).add(summary.fromAngstrom).add(summary.toAngstrom);
    const auto hash = static_cast<qint64>(hashed(m_queue.text().sliced(m_last), salt));
    m_queue.add(hash).add(m_now, 26).endRow();
    return hash;
}

void CheckRows::removeLast()
{
    m_queue.rewind(m_last, 1);
}

void CheckRows::addEvent(const Spectrum& spectrum, QStringView state, const QString& at,
                         const QString& detail)
{
    m_events.add(spectrum.target.obsid)
        .add(storedVersion(spectrum.pipelineVersion), 40)
        .add(state, 12)
        .add(at, 26)
        .add(detail, 200)
        .endRow();
}

void CheckRows::addEvents(const Spectrum& spectrum, const QueueDecision& decision)
{
    auto observed = headerMoment(spectrum, "DATE-OBS");
    if (!observed && !dateOf(spectrum).isEmpty())
        observed = dateOf(spectrum) + u" 12:00:00"_s; // only the evening's date is known
    if (observed)
        addEvent(spectrum, u"observed", *observed, spectrum.target.planId);
    if (const auto stated = spectrum.pipeline.statedClass())
        addEvent(spectrum, u"classified", headerMoment(spectrum, "DATE").value_or(m_now),
                 className(*stated) + u' ' + spectrum.pipeline.subclass);
    if (decision.isObject)
        addEvent(spectrum, u"queued", m_now, pageName(decision.page) + u": "_s + reasonName(decision.reason));
    else
        addEvent(spectrum, u"ended", m_now, u"no object: "_s + spectrum.target.fiberType);
}
