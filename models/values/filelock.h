#pragma once

#include <QString>

#include <chrono>

/// An advisory lock on a file (flock): the kernel drops it when the process ends, however it ends.
class FileLock
{
public:
    enum class Kind { Shared, Exclusive };

    FileLock() = default;
    explicit FileLock(const QString& path); ///< Opens (and creates) the file; locks nothing yet.
    ~FileLock();
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    Q_DISABLE_COPY(FileLock)

    bool isOpen() const { return m_fd >= 0; }
    bool tryLock(Kind kind);
    bool lock(Kind kind, std::chrono::milliseconds patience); ///< False when others held it all the time.
    void unlock();
    int release(); ///< Hands the descriptor, and the lock with it, to the caller.

private:
    int m_fd = -1;
};
