#pragma once

#include "models/values/result.h"

#include <QString>

/// A file that is written under another name beside its own, which no other run uses, and gets its own name
/// when it is whole. One that never appears is taken away again.
class UnfinishedFile
{
public:
    explicit UnfinishedFile(const QString& path);
    ~UnfinishedFile();
    Q_DISABLE_COPY_MOVE(UnfinishedFile)

    const QString& path() const { return m_path; }
    const QString& name() const { return m_name; } ///< Meanwhile: PATH.XXXXXXXX.part

    /// Gives the file its own name, in place of what has it. With `flushed` it is on the disk when this
    /// returns and outlasts a power cut. Errors as writeFailure() tells them.
    Result<void> appear(bool flushed);

private:
    const QString m_path;
    const QString m_name;
    bool m_appeared = false;
};

/// Why `path` could not be written, from the system's errno: NoSpace where disk or quota is full, Unavailable
/// where a disk or mount does not answer, else CannotWrite.
Error writeFailure(const QString& path, int cause);
