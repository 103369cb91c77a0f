#include "db/fits/filebytes.h"

#include "db/fits/gunzip.h"
#include "db/fits/refusal.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {
constexpr qint64 keptBetweenFiles = qint64(4) << 20;

/// An open file that closes itself.
class Descriptor
{
public:
    /// Does not wait where a pipe has no writer or a terminal nobody who types.
    explicit Descriptor(const QString& path)
        : m_fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)

    int number() const { return m_fd; }

private:
    int m_fd;
};

Error withCause(Error error, int cause)
{
    error.kind = ErrorKind::NotFound;
    error.detail += QLatin1StringView(": ") + QString::fromLocal8Bit(std::strerror(cause));
    return error;
}

Error cannotOpen(const QString& path, int cause)
{
    if (cause == ENOENT && path.contains(QChar::ReplacementCharacter))
        return withCause(refusal(path,
                                 QCoreApplication::translate(
                                     "FileBytes", "The name of %1 is not UTF-8: rename the file.")),
                         cause);
    if ((cause == ENOENT || cause == ELOOP) && QFileInfo(path).isSymLink())
        return withCause(
            refusal(path, QCoreApplication::translate("FileBytes", "%1 is a link that leads nowhere.")),
            cause);
    if (cause == ENOENT || cause == ENOTDIR)
        return withCause(refusal(path, QCoreApplication::translate("FileBytes", "There is no file %1.")),
                         cause);
    if (QFileInfo(path).isDir())
        return withCause(
            refusal(path, QCoreApplication::translate("FileBytes", "The folder %1 cannot be read.")), cause);
    return withCause(refusal(path, QCoreApplication::translate("FileBytes", "%1 cannot be opened.")), cause);
}

Error isNoFile(const QString& path, mode_t mode)
{
    if (S_ISDIR(mode))
        return refusal(path, QCoreApplication::translate("FileBytes", "%1 is a folder, not a file."));
    return refusal(path,
                   QCoreApplication::translate("FileBytes", "%1 is a pipe, socket or device, not a file."));
}
}

Result<QByteArrayView> FileBytes::read(const QString& path)
{
    const Descriptor file(path);
    if (file.number() < 0)
        return errno == ENXIO ? isNoFile(path, S_IFSOCK) : cannotOpen(path, errno);
    struct stat status = {};
    if (::fstat(file.number(), &status) != 0)
        return cannotOpen(path, errno);
    if (!S_ISREG(status.st_mode))
        return isNoFile(path, status.st_mode);
    const qint64 size = status.st_size;
    if (size > largestFile)
        return refusal(path,
                       QCoreApplication::translate("FileBytes", "%1 is too large to be a file of spectra."));
    if (size > m_capacity || m_capacity > keptBetweenFiles) {
        m_buffer.reset(new char[static_cast<std::size_t>(size) + 1]);
        m_capacity = size + 1;
    }
    qint64 filled = 0;
    while (filled < size) {
        const auto got =
            ::read(file.number(), m_buffer.get() + filled, static_cast<std::size_t>(size - filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return refusal(path, QCoreApplication::translate("FileBytes", "%1 cannot be read to its end."),
                           got < 0 ? QString::fromLocal8Bit(std::strerror(errno)) : QString());
        filled += got;
    }
    return QByteArrayView(m_buffer.get(), filled);
}
