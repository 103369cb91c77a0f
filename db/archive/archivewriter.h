#pragma once

#include "db/archive/sha256.h"
#include "models/values/result.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <memory>

class KArchive;
class StoredGzip;

enum class ArchiveKind { TarGz, Zip, Tar };

/// "tar.gz", "zip" or "tar".
QString archiveSuffix(ArchiveKind kind);

/// Writes an archive of files that are compressed already. It appears under its name when it is whole; until
/// then there is NAME.part. Every entry has the same owner, rights and time, so the same files give the same
/// bytes.
class ArchiveWriter
{
public:
    ArchiveWriter(QString path, ArchiveKind kind, const QDateTime& entryTime);
    ~ArchiveWriter();
    Q_DISABLE_COPY(ArchiveWriter)

    Result<void> open();
    /// Adds a file; `name` may have folders before it. Returns where the file's bytes begin in a Tar. NoSpace
    /// when the disk is full.
    Result<qint64> add(const QString& name, QByteArrayView bytes);
    /// Puts the archive in its place.
    Result<FileSum> finish();

private:
    Error failure();

    QString m_path;
    ArchiveKind m_kind;
    QDateTime m_entryTime;
    std::unique_ptr<StoredGzip> m_stream; ///< Outlives the archive that writes to it.
    std::unique_ptr<KArchive> m_archive;
    bool m_finished = false;
};
