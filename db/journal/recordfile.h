#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QThreadPool>

#include <atomic>
#include <vector>

/// An append-only file of lines "CRC-32 text", readable after any crash: a line counts when it is whole and
/// its check sum is right. Locked by the process that has it open.
class RecordFile
{
public:
    /// Creates or opens `path` and locks it; CannotWrite or NoSpace. Unavailable when another process has it.
    static Result<std::unique_ptr<RecordFile>> open(const QString& path);
    ~RecordFile(); ///< Waits until what was appended is on the disk.
    Q_DISABLE_COPY_MOVE(RecordFile)

    struct Content
    {
        std::vector<QByteArray> records {};
        int damaged = 0; ///< Lines that do not count
    };
    Content read() const;

    /// Hands lines without newlines to the system at once, so that they survive this process, and lets the
    /// disk have them soon, so that they survive the machine. All or none: NoSpace or CannotWrite.
    Result<void> append(const std::vector<QByteArray>& records);
    Result<void> flush(); ///< Waits for the disk.
    void clear();
    const QString& path() const { return m_path; }

private:
    RecordFile(QString path, int fd);
    Error failure(int code) const;

    const QString m_path;
    const int m_fd;
    qint64 m_size = 0;
    bool m_lineOpen = false; ///< The last line is not whole: it must be ended before the next.
    std::atomic_bool m_flushDue = false;
    QThreadPool m_flusher;
};
