#include "db/release/integration.h"

#include "db/release/cataloguerows.h"
#include "db/release/evidencereader.h"
#include "db/release/releasebuild.h"
#include "db/sql/bulkwriter.h"
#include "db/sql/migrator.h"
#include "db/sql/namedvalues.h"
#include "db/sql/parallelconnections.h"
#include "db/sql/rowstream.h"
#include "db/sql/sqltext.h"
#include "db/sql/transaction.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMutex>

#include <array>
#include <atomic>
#include <limits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Plan
{
    std::vector<ReleaseChunk> chunks;
    QString inputHash;
};

constexpr qint64 rowsBetweenReports = 100'000;

Error stopped()
{
    return {ErrorKind::Cancelled,
            QCoreApplication::translate("db",
                                        "The integration was stopped; it goes on when it is started again."),
            {}};
}

/// Cuts the queue into ranges of about `chunkRows` spectra and sums up everything the release depends on.
Result<Plan> planned(const QSqlDatabase& db, const SchemaNames& names, const IntegrationSettings& settings)
{
    const auto& task = settings.task;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto inputs = ReleaseEvidence::inputs(db, names);
    if (!inputs)
        return inputs.error();
    for (const auto& part : {task.release.toUtf8(), task.rules.canonical, task.firstDate.toUtf8(),
                             task.lastDate.toUtf8(), settings.programVersion.toUtf8(), inputs.value()})
        hash.addData(part + '\n');
    auto rows = RowStream::open(db, names.in(sqlText(u"stream_release_plan"_s)));
    if (!rows)
        return rows.error();
    Plan plan;
    plan.chunks.push_back({0, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()});
    qint64 obsid = 0;
    qint64 rowsSeen = 0;
    for (qint64 count = 0;; ++count) {
        const auto more = rows.value()->next();
        if (!more)
            return more.error();
        if (!more.value())
            break;
        if (++rowsSeen % rowsBetweenReports == 0 && !settings.progress({}))
            return stopped();
        const auto before = std::exchange(obsid, rows.value()->integer(0));
        const std::array row {obsid, rows.value()->integer(1)};
        hash.addData(QByteArrayView(reinterpret_cast<const char*>(row.data()), sizeof row));
        if (count < settings.chunkRows || obsid == before) // all versions of a spectrum stay together
            continue;
        plan.chunks.back().before = obsid;
        plan.chunks.push_back(
            {static_cast<int>(plan.chunks.size()), obsid, std::numeric_limits<qint64>::max()});
        count = 0;
    }
    plan.inputHash = QString::fromLatin1(hash.result().toHex());
    return plan;
}

/// The work that several connections share.
class Filling
{
public:
    Filling(const SchemaNames& names, const IntegrationSettings& settings, QStringList versions,
            ReleaseJudge judge, int build, std::vector<ReleaseChunk> chunks, int chunksInAll)
        : m_names(names)
        , m_settings(settings)
        , m_versions(std::move(versions))
        , m_judge(std::move(judge))
        , m_build(build)
        , m_chunks(std::move(chunks))
        , m_progress {chunksInAll - static_cast<int>(m_chunks.size()), chunksInAll}
    {
    }

    Result<void> run(const QSqlDatabase& db)
    {
        const int connections = std::clamp(static_cast<int>(m_chunks.size()), 1, m_settings.connections);
        return onParallelConnections(db, connections, [this](QSqlDatabase& own) {
            auto worked = workThrough(own);
            if (!worked)
                m_stop = true;
            return worked;
        });
    }

private:
    Result<void> workThrough(QSqlDatabase& db)
    {
        // What a chunk reads from several tables is of one moment; plain reading locks nothing.
        if (auto calm = runStatement(db, sqlText(u"repeatable_read"_s)); !calm)
            return calm;
        auto reader = EvidenceReader::open(db, m_names, m_settings.task, m_versions);
        if (!reader)
            return reader.error();
        const auto judge = m_judge; // it remembers subclasses, for one thread
        CatalogueRows rows;
        const auto fillFrom = [&](const ReleaseChunk& chunk) {
            return inTransaction(
                db, [&](QSqlDatabase& open) { return fill(open, reader.value(), judge, chunk, rows); });
        };
        for (auto index = m_next++; index < m_chunks.size() && !m_stop; index = m_next++) {
            const auto& chunk = m_chunks[index];
            if (!chunk.isFilled)
                if (auto filled = fillFrom(chunk); !filled)
                    return filled;
            if (m_settings.task.isFormal() && !chunk.isMeasured)
                if (auto measured =
                        inTransaction(db, [&](QSqlDatabase& open) { return measure(open, chunk); });
                    !measured)
                    return measured;
            const QMutexLocker lock(&m_mutex);
            ++m_progress.chunksDone;
            if (!m_settings.progress(m_progress))
                return stopped();
        }
        return {};
    }

    /// `rows` is room to work in.
    Result<void> fill(QSqlDatabase& db, EvidenceReader& reader, const ReleaseJudge& judge,
                      const ReleaseChunk& chunk, CatalogueRows& rows) const
    {
        rows.clear();
        if (auto read = reader.read(chunk.from, chunk.before, EvidenceOf::NewestVersion,
                                    [&](const SpectrumEvidence& evidence) { rows.add(evidence, judge); });
            !read)
            return read;
        for (const auto* table : {&rows.catalogue(), &rows.stellar()})
            if (const auto written = writeBulk(db, m_names, *table, OnDuplicate::Keep); !written)
                return written.error();
        return mark(db, u"mark_chunk_filled"_s, chunk,
                    {{u"spectra"_s, rows.catalogue().size()},
                     {u"released"_s, rows.released()},
                     {u"without_room"_s, rows.withoutRoom()}});
    }

    /// What cannot be read is kept with the build, so that it is told also after an interruption.
    Result<void> measure(QSqlDatabase& db, const ReleaseChunk& chunk) const
    {
        const auto unreadable = measureStars(db, m_names, m_settings.task, chunk);
        if (!unreadable)
            return unreadable.error();
        BulkRows rows(u"{product}.unreadable_star"_s, {u"build_id"_s, u"obsid"_s, u"sentence"_s});
        for (const auto& star : unreadable.value())
            rows.add(m_build).add(star.obsid).add(star.sentence, 400).endRow();
        if (const auto written = writeBulk(db, m_names, rows, OnDuplicate::Keep); !written)
            return written.error();
        return mark(db, u"mark_chunk_measured"_s, chunk);
    }

    Result<void> mark(QSqlDatabase& db, const QString& query, const ReleaseChunk& chunk,
                      QVariantMap values = {}) const
    {
        values.insert(u"build"_s, m_build);
        values.insert(u"chunk"_s, chunk.number);
        const auto marked = runNamed(db, m_names, sqlText(query), values);
        return marked ? Result<void>() : marked.error();
    }

    const SchemaNames& m_names;
    const IntegrationSettings& m_settings;
    const QStringList m_versions;
    const ReleaseJudge m_judge;
    const int m_build;
    const std::vector<ReleaseChunk> m_chunks;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<bool> m_stop = false;
    QMutex m_mutex;
    IntegrationProgress m_progress;
};

/// What the newest build has to tell, in this run or an earlier one.
Result<void> addFindings(IntegrationReport& report, const ReleaseBuildState& build)
{
    auto unreadable = build.unreadable();
    const auto withoutRoom = build.withoutRoom();
    if (!unreadable || !withoutRoom)
        return unreadable ? withoutRoom.error() : unreadable.error();
    report.unreadable = std::move(unreadable).value();
    report.withoutRoom = withoutRoom.value();
    return {};
}

Result<void> fillPlates(QSqlDatabase& db, const SchemaNames& names, const QStringList& versions)
{
    return inTransaction(db, [&](QSqlDatabase& open) -> Result<void> {
        if (const auto emptied = runQuery(open, names, u"delete_next_plates"_s); !emptied)
            return emptied.error();
        for (const auto& version : versions)
            if (const auto filled = runQuery(open, names.forVersion(version), u"insert_plates"_s); !filled)
                return filled.error();
        return {};
    });
}
}

Result<IntegrationReport> integrate(QSqlDatabase& db, const SchemaNames& plainNames,
                                    const IntegrationSettings& settings)
{
    const auto& task = settings.task;
    if (!isReleaseName(task.release))
        return Error {ErrorKind::BadInput,
                      QCoreApplication::translate("db", "“%1” cannot be a release: write dr6 or dr6_alpha.")
                          .arg(task.release),
                      {}};
    const auto names = plainNames.forRelease(task.release);
    auto judge = ReleaseJudge::of(task.rules, task.isFormal());
    if (!judge)
        return judge.error();
    if (const auto migrated = migrate(db, names, SchemaGroup::Product); !migrated)
        return migrated.error();
    auto state = ReleaseBuildState::open(db, names);
    if (!state)
        return state.error();
    auto& build = *state.value();
    if (build.phase() == "switch"_L1)
        if (auto switched = build.switchTables(task); !switched)
            return switched.error();

    const auto versions = ReleaseEvidence::versions(db, names);
    if (!versions)
        return versions.error();
    const auto plan = planned(db, names, settings);
    if (!plan)
        return plan.error();
    if (!settings.progress({}))
        return stopped();
    IntegrationReport report;
    const bool same = build.inputHash() == plan.value().inputHash && !settings.anew;
    if (same && build.phase() == "done"_L1) {
        report.unchanged = true;
        if (auto added = addFindings(report, build); !added)
            return added.error();
        return report;
    }
    report.resumed = same && build.phase() == "fill"_L1;
    if (!report.resumed)
        if (auto begun = build.begin(db, task, versions.value(), plan.value().chunks, plan.value().inputHash,
                                     settings.programVersion);
            !begun)
            return begun.error();

    auto chunks = build.openChunks(task.isFormal());
    const auto chunksInAll = build.chunkCount();
    if (!chunks || !chunksInAll)
        return chunks ? chunksInAll.error() : chunks.error();
    Filling filling(names, settings, versions.value(), std::move(judge).value(), build.id(),
                    std::move(chunks).value(), chunksInAll.value());
    if (auto filled = filling.run(db); !filled)
        return filled.error();
    if (auto added = addFindings(report, build); !added)
        return added.error();
    if (auto filled = fillPlates(db, names, versions.value()); !filled)
        return filled.error();
    if (auto entered = build.enter(u"switch"_s); !entered)
        return entered.error();
    if (auto switched = build.switchTables(task); !switched)
        return switched.error();
    return report;
}
