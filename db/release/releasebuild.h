#pragma once

#include "db/release/releaseevidence.h"
#include "db/release/releaselock.h"

#include <QSqlDatabase>

#include <vector>

/// A part of a release that one transaction fills: obsids from `from` up to, without, `before`.
struct ReleaseChunk
{
    int number = 0;
    qint64 from = 0;
    qint64 before = 0;
    bool isFilled = false;
    bool isMeasured = false;
};

/// A released star whose file could not be read, and why.
struct UnreadableStar
{
    qint64 obsid = 0;
    QString sentence;
};

/// The state of a build, kept in release_build and release_chunk so that it goes on after a kill. Holds the
/// release's lock while it lives. `names` of every function knows the release.
class ReleaseBuildState
{
public:
    /// Takes the lock; Unavailable when another program builds this release.
    static Result<std::unique_ptr<ReleaseBuildState>> open(const QSqlDatabase& db, const SchemaNames& names);
    Q_DISABLE_COPY_MOVE(ReleaseBuildState)

    int id() const { return m_id; }
    const QString& phase() const { return m_phase; } ///< Empty before the first build
    const QString& inputHash() const { return m_inputHash; }

    /// Begins a new build: drops what an abandoned one left, freezes the evidence, writes down the chunks.
    Result<void> begin(QSqlDatabase& db, const ReleaseTask& task, const QStringList& versions,
                       const std::vector<ReleaseChunk>& chunks, const QString& inputHash,
                       const QString& programVersion);
    Result<std::vector<ReleaseChunk>> openChunks(bool formal) const;
    Result<int> chunkCount() const;
    Result<void> enter(const QString& phase);
    /// Stars whose files the build could not read, by obsid, also those of before an interruption.
    Result<std::vector<UnreadableStar>> unreadable() const;
    /// How many values are NULL because their column has no room for them.
    Result<qint64> withoutRoom() const;
    /// The new tables take the places of the old ones in one statement; safe to repeat.
    Result<void> switchTables(const ReleaseTask& task);

    /// The catalogues of a release: "catalogue", "stellar", "plate" and, in formal ones, the indices.
    static QStringList tables(bool formal);

private:
    ReleaseBuildState(const QSqlDatabase& db, SchemaNames names);
    Result<void> load();
    Result<void> eachTable(const QString& query, bool formal) const;

    QSqlDatabase m_db;
    SchemaNames m_names;
    std::unique_ptr<ServerLock> m_lock;
    int m_id = 0;
    QString m_phase;
    QString m_inputHash;
};
