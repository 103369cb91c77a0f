#include "db/release/releasebuild.h"

#include "db/sql/bulkwriter.h"
#include "db/sql/namedvalues.h"
#include "db/sql/sqltext.h"

using namespace Qt::Literals::StringLiterals;

namespace {
Result<void> done(const Result<QSqlQuery>& query)
{
    return query ? Result<void>() : query.error();
}

Result<qint64> number(const QSqlDatabase& db, const SchemaNames& names, const QString& text,
                      const QVariantMap& values)
{
    auto rows = runNamed(db, names, text, values);
    if (!rows)
        return rows.error();
    return rows.value().next() ? rows.value().value(0).toLongLong() : 0;
}
}

ReleaseBuildState::ReleaseBuildState(const QSqlDatabase& db, SchemaNames names)
    : m_db(db)
    , m_names(std::move(names))
{
}

Result<std::unique_ptr<ReleaseBuildState>> ReleaseBuildState::open(const QSqlDatabase& db,
                                                                   const SchemaNames& names)
{
    auto state = std::unique_ptr<ReleaseBuildState>(new ReleaseBuildState(db, names));
    auto lock = lockRelease(db, names);
    if (!lock)
        return lock.error();
    state->m_lock = std::move(lock).value();
    if (auto loaded = state->load(); !loaded)
        return loaded.error();
    return state;
}

Result<void> ReleaseBuildState::load()
{
    auto rows = runQuery(m_db, m_names, u"select_newest_build"_s);
    if (!rows)
        return rows.error();
    if (rows.value().next()) {
        m_id = rows.value().value(0).toInt();
        m_phase = rows.value().value(1).toString();
        m_inputHash = rows.value().value(2).toString();
    }
    return {};
}

QStringList ReleaseBuildState::tables(bool formal)
{
    QStringList names {u"catalogue"_s, u"stellar"_s, u"plate"_s};
    if (formal)
        names << u"astellar"_s << u"mstellar"_s;
    return names;
}

Result<void> ReleaseBuildState::eachTable(const QString& query, bool formal) const
{
    for (const auto& table : tables(formal))
        if (auto changed = done(runText(m_db, m_names, sqlText(query).replace(u"{table}"_s, table)));
            !changed)
            return changed;
    return {};
}

Result<void> ReleaseBuildState::begin(QSqlDatabase& db, const ReleaseTask& task, const QStringList& versions,
                                      const std::vector<ReleaseChunk>& chunks, const QString& inputHash,
                                      const QString& programVersion)
{
    const auto inserted = runNamed(db, m_names, sqlText(u"insert_build"_s),
                                   {{u"title"_s, releaseTitle(task.rules.survey, task.release)},
                                    {u"formal"_s, task.isFormal()},
                                    {u"rules_version"_s, task.rules.version},
                                    {u"input_hash"_s, inputHash},
                                    {u"program_version"_s, programVersion}});
    if (!inserted)
        return inserted.error();
    if (auto loaded = load(); !loaded)
        return loaded;
    for (const auto& query : {u"drop_next_table"_s, u"create_next_table"_s})
        if (auto changed = eachTable(query, task.isFormal()); !changed)
            return changed;
    if (auto frozen = ReleaseEvidence::freeze(db, m_names, task, versions); !frozen)
        return frozen;
    for (const auto& query : {u"delete_chunks"_s, u"delete_unreadable_stars"_s})
        if (auto emptied = done(runQuery(db, m_names, query)); !emptied)
            return emptied;
    BulkRows rows(u"{product}.release_chunk"_s,
                  {u"build_id"_s, u"chunk"_s, u"from_obsid"_s, u"before_obsid"_s});
    for (const auto& chunk : chunks)
        rows.add(m_id).add(chunk.number).add(chunk.from).add(chunk.before).endRow();
    if (const auto written = writeBulk(db, m_names, rows, OnDuplicate::Keep); !written)
        return written.error();
    return enter(u"fill"_s);
}

Result<std::vector<ReleaseChunk>> ReleaseBuildState::openChunks(bool formal) const
{
    auto rows =
        runNamed(m_db, m_names, sqlText(u"select_chunks"_s), {{u"build"_s, m_id}, {u"formal"_s, formal}});
    if (!rows)
        return rows.error();
    std::vector<ReleaseChunk> chunks;
    for (auto& row = rows.value(); row.next();)
        chunks.push_back({row.value(0).toInt(), row.value(1).toLongLong(), row.value(2).toLongLong(),
                          row.value(3).toBool(), row.value(4).toBool()});
    return chunks;
}

Result<int> ReleaseBuildState::chunkCount() const
{
    const auto count = number(m_db, m_names, sqlText(u"count_chunks"_s), {{u"build"_s, m_id}});
    if (!count)
        return count.error();
    return static_cast<int>(count.value());
}

Result<std::vector<UnreadableStar>> ReleaseBuildState::unreadable() const
{
    auto rows = runNamed(m_db, m_names, sqlText(u"select_unreadable_stars"_s), {{u"build"_s, m_id}});
    if (!rows)
        return rows.error();
    std::vector<UnreadableStar> stars;
    for (auto& row = rows.value(); row.next();)
        stars.push_back({row.value(0).toLongLong(), row.value(1).toString()});
    return stars;
}

Result<qint64> ReleaseBuildState::withoutRoom() const
{
    return number(m_db, m_names, sqlText(u"sum_without_room"_s), {{u"build"_s, m_id}});
}

Result<void> ReleaseBuildState::enter(const QString& phase)
{
    auto entered = done(
        runNamed(m_db, m_names, sqlText(u"update_build_phase"_s), {{u"phase"_s, phase}, {u"build"_s, m_id}}));
    if (entered)
        m_phase = phase;
    return entered;
}

Result<void> ReleaseBuildState::switchTables(const ReleaseTask& task)
{
    const auto waiting =
        number(m_db, m_names, sqlText(u"count_next_tables"_s), {{u"schema"_s, m_names.in(u"{product}"_s)}});
    if (!waiting)
        return waiting.error();
    if (waiting.value() > 0) { // none: killed between the switch and its record
        if (auto dropped = eachTable(u"drop_previous_table"_s, task.isFormal()); !dropped)
            return dropped;
        QStringList renames;
        for (const auto& table : tables(task.isFormal()))
            renames << u"{product}.%1 TO {product}.previous_%1"_s.arg(table)
                    << u"{product}.next_%1 TO {product}.%1"_s.arg(table);
        const auto text = sqlText(u"switch_release"_s).replace(u"{renames}"_s, renames.join(u", "_s));
        if (auto switched = runStatement(m_db, m_names.in(text)); !switched)
            return switched;
    }
    if (auto finished = done(runNamed(m_db, m_names, sqlText(u"finish_build"_s), {{u"build"_s, m_id}}));
        !finished)
        return finished;
    m_phase = u"done"_s;
    return {};
}
