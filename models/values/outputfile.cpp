#include "models/values/outputfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace {
constexpr qsizetype bufferBytes = 1 << 16;

/// Where a link leads, be there a file yet or not.
QString withoutLink(const QString& path)
{
    const QFileInfo there(path);
    if (!there.isSymLink())
        return path;
    return there.exists() ? there.canonicalFilePath() : there.symLinkTarget();
}
}

OutputFile::OutputFile(const QString& path, Sort sort)
    : m_path(path)
    , m_sort(sort)
{
}

OutputFile::~OutputFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<void> OutputFile::open()
{
    const bool single = m_sort == Sort::Single;
    const auto name = QFile::encodeName(m_path);
    struct stat there = {};
    const bool exists = (single ? ::stat(name.constData(), &there) : ::lstat(name.constData(), &there)) == 0;
    if (exists && S_ISDIR(there.st_mode))
        return failure(EISDIR);
    if (exists && single && ::access(name.constData(), W_OK) != 0)
        return failure(errno);
    if (exists && !S_ISREG(there.st_mode) && !S_ISLNK(there.st_mode)) {
        m_fd = ::open(name.constData(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
        return m_fd >= 0 ? Result<void>() : failure(errno);
    }
    m_unfinished = std::make_unique<UnfinishedFile>(single ? withoutLink(m_path) : m_path);
    m_fd = ::open(QFile::encodeName(m_unfinished->name()).constData(),
                  O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (m_fd < 0 || (exists && single && ::fchmod(m_fd, there.st_mode & 07777) != 0))
        return failure(errno);
    return {};
}

Result<void> OutputFile::write(QByteArrayView bytes)
{
    if (m_waiting.isEmpty() && bytes.size() >= bufferBytes)
        return put(bytes);
    m_waiting.append(bytes);
    if (m_waiting.size() < bufferBytes)
        return {};
    auto written = put(m_waiting);
    m_waiting.resize(0);
    return written;
}

Result<void> OutputFile::put(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto done = ::write(m_fd, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return failure(errno);
        bytes = bytes.sliced(done);
    }
    return {};
}

Result<void> OutputFile::commit()
{
    if (m_failed)
        return *m_failed;
    if (auto written = put(m_waiting); !written)
        return written;
    if (::close(std::exchange(m_fd, -1)) != 0)
        return failure(errno);
    return m_unfinished ? m_unfinished->appear(m_sort == Sort::Single) : Result<void>();
}

/// Remembered, so that nothing appears that lacks a part.
Error OutputFile::failure(int cause)
{
    m_failed = writeFailure(m_path, cause);
    return *m_failed;
}

Result<void> OutputFile::write(const QString& path, QByteArrayView bytes, Sort sort)
{
    OutputFile file(path, sort);
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written = file.write(bytes); !written)
        return written;
    return file.commit();
}
