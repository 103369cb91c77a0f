#include "db/release/releaseplanning.h"

#include "db/release/cataloguerows.h"
#include "db/release/evidencereader.h"
#include "db/release/ownevidence.h"
#include "db/sql/bulkwriter.h"
#include "db/sql/namedvalues.h"
#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/stores/releasestore.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace {
using Counts = std::map<QByteArray, qint64>;

ReleaseChange changeFrom(const QString& word)
{
    return word == "new"_L1     ? ReleaseChange::New
        : word == "class"_L1    ? ReleaseChange::Class
        : word == "subclass"_L1 ? ReleaseChange::Subclass
        : word == "redshift"_L1 ? ReleaseChange::Redshift
        : word == "version"_L1  ? ReleaseChange::Version
                                : ReleaseChange::Gone;
}

ReleaseCounts mostFirst(const Counts& counts)
{
    ReleaseCounts list;
    for (const auto& [word, spectra] : counts)
        list.push_back({QString::fromUtf8(word), spectra});
    std::ranges::stable_sort(list, std::greater(), &ReleaseCount::spectra);
    return list;
}

ChangedSpectrum changedFrom(const QSqlQuery& row)
{
    return {.change = changeFrom(row.value(0).toString()),
            .obsid = row.value(2).toLongLong(),
            .pipelineVersion = row.value(3).toString(),
            .obsDate = row.value(4).toString(),
            .planId = row.value(5).toString(),
            .spectrographId = optionalFrom<int>(row.value(6)),
            .fiberId = optionalFrom<int>(row.value(7)),
            .classBefore = row.value(8).toString(),
            .subclassBefore = row.value(9).toString(),
            .zBefore = optionalFrom<double>(row.value(10)),
            .versionBefore = row.value(11).toString(),
            .classNow = row.value(12).toString(),
            .subclassNow = row.value(13).toString(),
            .zNow = optionalFrom<double>(row.value(14)),
            .reason = row.value(15).toString()};
}

/// As its temporary table keeps it, for comparing with an earlier release.
void addPlanRow(BulkRows& rows, const SpectrumEvidence& evidence, const FinalWord& word,
                QByteArrayView reason)
{
    const auto known = [](int number) { return number == -1 ? std::nullopt : std::optional(number); };
    rows.add(evidence.obsid).addUtf8(evidence.version, 40).addUtf8(evidence.obsDate, 10);
    rows.addUtf8(evidence.planId, 40).add(known(evidence.spectrographId)).add(known(evidence.fiberId));
    rows.addUtf8(word.spectralClass, 20).addUtf8(word.subclass, longestSubclass);
    addRedshift(rows, word.z);
    rows.addUtf8(reason, 80).endRow();
}

/// Goes through the survey range by range and adds up.
class Planning
{
public:
    Planning(QSqlDatabase& db, const SchemaNames& names, const PlanSettings& settings)
        : m_db(db)
        , m_names(names)
        , m_previous(names.forRelease(settings.previous))
        , m_settings(settings)
        , m_evidence(db, names)
    {
        m_plan.release = settings.task.release;
        m_plan.previous = settings.previous;
    }
    ~Planning() { (void)runQuery(m_db, m_names, u"drop_plan_row"_s); }
    Q_DISABLE_COPY_MOVE(Planning)

    Result<ReleasePlan> run()
    {
        QElapsedTimer clock;
        clock.start();
        if (auto prepared = prepare(); !prepared)
            return prepared.error();
        qint64 done = 0;
        for (qint64 from = std::numeric_limits<qint64>::min();;) {
            auto rows = runNamed(m_db, m_names, sqlText(u"plan_obsid_range"_s),
                                 {{u"from"_s, from}, {u"rows"_s, m_settings.chunkRows}});
            if (!rows)
                return rows.error();
            rows.value().next();
            const auto count = rows.value().value(0).toLongLong();
            const auto last = rows.value().value(1).toLongLong();
            const bool isLast = count < m_settings.chunkRows || last == from;
            const auto before = isLast ? std::numeric_limits<qint64>::max() : last;
            if (auto looked = lookAt({from, before}); !looked)
                return looked.error();
            done += count;
            if (!m_settings.progress(std::min(done, m_inAll), m_inAll))
                return Error {ErrorKind::Cancelled,
                              QCoreApplication::translate("db", "Planning the release was stopped."),
                              {}};
            if (isLast)
                break;
            from = before;
        }
        finish();
        m_plan.seconds = static_cast<double>(clock.elapsed()) / 1000;
        return m_plan;
    }

private:
    Result<void> prepare()
    {
        auto judge = ReleaseJudge::of(m_settings.task.rules, m_settings.task.isFormal());
        if (!judge)
            return judge.error();
        m_judge = std::move(judge).value();
        if (auto made = m_evidence.make(); !made) // asks for the rights first
            return made;
        if (!m_settings.previous.isEmpty()) {
            const auto built = ReleaseStore::built(m_db, m_names);
            if (!built)
                return built.error();
            if (!built.value().contains(m_settings.previous))
                return Error {ErrorKind::NotFound,
                              QCoreApplication::translate("db", "The release %1 has not been built.")
                                  .arg(m_settings.previous),
                              {}};
        }
        const auto found = ReleaseEvidence::versions(m_db, m_names);
        if (!found)
            return found.error();
        m_versions = found.value();
        for (const auto& text : {u"read_committed"_s, u"drop_plan_row"_s, u"create_plan_row"_s})
            if (auto ran = runStatement(m_db, m_names.in(sqlText(text))); !ran)
                return ran;
        auto counted = runQuery(m_db, m_names, u"count_queue"_s);
        if (!counted)
            return counted.error();
        m_inAll = counted.value().next() ? counted.value().value(0).toLongLong() : 0;
        if (auto frozen = ReleaseEvidence::freeze(m_db, m_evidence.names(), m_settings.task, m_versions);
            !frozen)
            return frozen;
        auto reader = EvidenceReader::open(m_db, m_evidence.names(), m_settings.task, m_versions);
        if (!reader)
            return reader.error();
        m_reader.emplace(std::move(reader).value());
        return {};
    }

    struct Range
    {
        qint64 from;
        qint64 before;
    };

    struct PlateCounts
    {
        qint64 spectra = 0;
        qint64 released = 0;
        Counts excluded;
    };
    using Plates = std::map<std::pair<QByteArray, QByteArray>, PlateCounts>; ///< By evening and plan

    Result<void> lookAt(Range range)
    {
        BulkRows rows(u"{check}.plan_row"_s,
                      {u"obsid"_s, u"pipeline_version"_s, u"obs_date"_s, u"planid"_s, u"spid"_s, u"fiberid"_s,
                       u"final_class"_s, u"final_subclass"_s, u"final_z"_s, u"reason"_s});
        if (auto read = m_reader->read(range.from, range.before, EvidenceOf::NewestVersion,
                                       [&](const SpectrumEvidence& evidence) { add(evidence, rows); });
            !read)
            return read;
        if (m_settings.previous.isEmpty())
            return {};
        if (const auto emptied = runQuery(m_db, m_names, u"empty_plan_row"_s); !emptied)
            return emptied.error();
        if (const auto written = writeBulk(m_db, m_names, rows, OnDuplicate::Keep); !written)
            return written.error();
        for (const auto& text : {u"select_plan_changes"_s, u"select_plan_removals"_s})
            if (auto compared = compare(text, range); !compared)
                return compared;
        return {};
    }

    void add(const SpectrumEvidence& evidence, BulkRows& rows)
    {
        const auto word = finalWord(evidence);
        const auto reason = m_judge->reason(evidence);
        auto& plate = plateOf(evidence);
        ++plate.spectra;
        ++m_plan.spectra;
        if (reason.isEmpty()) {
            ++plate.released;
            ++m_plan.released;
            ++m_classes[word.spectralClass.toByteArray()];
        } else {
            ++plate.excluded[reason.toByteArray()];
            ++m_excluded[reason.toByteArray()];
        }
        if (!m_settings.previous.isEmpty())
            addPlanRow(rows, evidence, word, reason);
    }

    /// Spectra of one plate mostly follow each other.
    PlateCounts& plateOf(const SpectrumEvidence& evidence)
    {
        if (!m_plate || m_plate->first.first != evidence.obsDate || m_plate->first.second != evidence.planId)
            m_plate =
                &*m_plates.try_emplace({evidence.obsDate.toByteArray(), evidence.planId.toByteArray()}).first;
        return m_plate->second;
    }

    /// The rows of one kind, a change with its reason, come with the kind's number in this range.
    Result<void> compare(const QString& query, Range range)
    {
        auto rows = runNamed(
            m_db, m_previous, sqlText(query),
            {{u"from"_s, range.from}, {u"before"_s, range.before}, {u"each"_s, m_settings.examples}});
        if (!rows)
            return rows.error();
        std::set<std::pair<ReleaseChange, QString>> counted;
        for (auto& row = rows.value(); row.next();) {
            const auto spectrum = changedFrom(row);
            const std::pair kind(spectrum.change, spectrum.reason);
            if (counted.insert(kind).second) {
                const auto inAll = row.value(1).toLongLong();
                m_plan.changes[static_cast<std::size_t>(spectrum.change)] += inAll;
                if (spectrum.change == ReleaseChange::Gone)
                    m_gone[spectrum.reason.toUtf8()] += inAll;
            }
            if (auto& named = m_named[kind]; named < m_settings.examples) {
                ++named;
                m_plan.examples.push_back(spectrum);
            }
        }
        return {};
    }

    void finish()
    {
        for (const auto& [plate, counts] : m_plates)
            m_plan.plates.push_back({QString::fromUtf8(plate.first), QString::fromUtf8(plate.second),
                                     counts.spectra, counts.released, mostFirst(counts.excluded)});
        m_plan.classes = mostFirst(m_classes);
        m_plan.excluded = mostFirst(m_excluded);
        m_plan.gone = mostFirst(m_gone);
        std::ranges::stable_sort(m_plan.examples, {}, &ChangedSpectrum::change);
        m_plan.finishedAt = QDateTime::currentDateTimeUtc();
    }

    QSqlDatabase& m_db;
    const SchemaNames m_names;
    const SchemaNames m_previous;
    const PlanSettings& m_settings;
    OwnEvidence m_evidence;
    QStringList m_versions;
    std::optional<ReleaseJudge> m_judge;
    std::optional<EvidenceReader> m_reader;
    qint64 m_inAll = 0;
    Plates m_plates;
    Plates::value_type* m_plate = nullptr; ///< The last one
    Counts m_classes;
    Counts m_excluded;
    Counts m_gone;
    std::map<std::pair<ReleaseChange, QString>, int> m_named;
    ReleasePlan m_plan;
};
}

Result<ReleasePlan> planRelease(QSqlDatabase& db, const SchemaNames& names, const PlanSettings& settings)
{
    return Planning(db, names, settings).run();
}
