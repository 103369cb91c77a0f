#include "models/values/filelock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

FileLock::FileLock(const QString& path)
    : m_fd(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
}

FileLock::~FileLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

FileLock::FileLock(FileLock&& other) noexcept
    : m_fd(other.release())
{
}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

bool FileLock::tryLock(Kind kind)
{
    return m_fd >= 0 && ::flock(m_fd, (kind == Kind::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0;
}

bool FileLock::lock(Kind kind, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (!tryLock(kind)) {
        if (m_fd < 0 || deadline.hasExpired())
            return false;
        QThread::msleep(5);
    }
    return true;
}

void FileLock::unlock()
{
    if (m_fd >= 0)
        ::flock(m_fd, LOCK_UN);
}

int FileLock::release()
{
    return std::exchange(m_fd, -1);
}
