#pragma once

#include "db/archive/sha256.h"
#include "models/values/result.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <memory>

class KArchive;
class StoredGzip;

enum class ArchiveKind { TarGz, Zip };

/// "tar.gz" or "zip".
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
    /// Adds a file; `name` may have folders before it. NoSpace when the disk is full.
    Result<void> add(const QString& name, QByteArrayView bytes);
    /// Puts the archive in its place.
    Result<FileSum> finish();

private:
    Error failure();

    QString m_path;
    ArchiveKind m_kind;
    QDateTime m_entryTime;
    std::unique_ptr<StoredGzip> m_gzip; ///< Outlives the archive that writes to it.
    std::unique_ptr<KArchive> m_archive;
    bool m_finished = false;
};
