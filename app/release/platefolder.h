#pragma once

#include "models/values/result.h"

#include <QByteArrayView>
#include <QSet>
#include <QString>

/// The folder of a plate's released files while they are written. A new one appears under its name when all
/// of them are there; until then it is NAME.part. In one that is there already each file takes its place when
/// it is whole.
class PlateFolder
{
public:
    explicit PlateFolder(QString path);
    PlateFolder(PlateFolder&& other) noexcept;
    /// A new folder that was not finished is removed.
    ~PlateFolder();
    Q_DISABLE_COPY(PlateFolder)
    PlateFolder& operator=(PlateFolder&&) = delete;

    Result<void> open();
    /// NoSpace when the disk is full.
    Result<void> write(const QString& name, QByteArrayView bytes);
    /// Removes all files but these, and lets a new folder appear.
    Result<void> finish(const QSet<QString>& names);

private:
    Error failure(const QString& name, int cause) const;
    QString place() const { return m_isNew ? m_path + QStringLiteral(".part") : m_path; }

    QString m_path;
    bool m_isNew = false;
    int m_descriptor = -1;
};
