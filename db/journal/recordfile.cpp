#include "db/journal/recordfile.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <libdeflate.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype sumLength = 8; // hexadecimal digits

QByteArray sumOf(const QByteArray& text)
{
    const auto sum = libdeflate_crc32(0, text.constData(), static_cast<std::size_t>(text.size()));
    return QByteArray::number(static_cast<uint>(sum), 16).rightJustified(sumLength, '0');
}

QByteArray allBytes(int fd)
{
    QByteArray bytes;
    std::array<char, 65536> part {};
    for (qint64 position = 0;;) {
        const auto got = ::pread(fd, part.data(), part.size(), position);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return bytes;
        bytes.append(part.data(), got);
        position += got;
    }
}

/// 0, or the system's number for why not all was written.
int writeAll(int fd, QByteArrayView bytes, qint64 position)
{
    while (!bytes.isEmpty()) {
        const auto put = ::pwrite(fd, bytes.data(), static_cast<std::size_t>(bytes.size()), position);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        bytes = bytes.sliced(put);
        position += put;
    }
    return 0;
}
}

RecordFile::RecordFile(QString path, int fd)
    : m_path(std::move(path))
    , m_fd(fd)
{
    m_flusher.setMaxThreadCount(1);
    const auto bytes = allBytes(fd);
    m_size = bytes.size();
    m_lineOpen = !bytes.isEmpty() && !bytes.endsWith('\n');
}

RecordFile::~RecordFile()
{
    m_flusher.waitForDone();
    ::close(m_fd);
}

Result<std::unique_ptr<RecordFile>> RecordFile::open(const QString& path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return Error {errno == ENOSPC || errno == EDQUOT ? ErrorKind::NoSpace : ErrorKind::CannotWrite,
                      QCoreApplication::translate("db", "The journal %1 cannot be opened: %2.")
                          .arg(path, QString::fromLocal8Bit(std::strerror(errno))),
                      path};
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        ::close(fd);
        return Error {ErrorKind::Unavailable,
                      QCoreApplication::translate("db", "Another window has the journal %1.").arg(path),
                      path};
    }
    return std::unique_ptr<RecordFile>(new RecordFile(path, fd));
}

RecordFile::Content RecordFile::read() const
{
    Content content;
    const auto bytes = allBytes(m_fd);
    auto lines = bytes.split('\n');
    const bool lastIsWhole = lines.back().isEmpty();
    if (lastIsWhole)
        lines.removeLast();
    for (const auto& line : lines) {
        const bool whole = &line != &lines.back() || lastIsWhole;
        const auto text = line.mid(sumLength + 1);
        if (whole && line.size() > sumLength && line.startsWith(sumOf(text) + ' '))
            content.records.push_back(text);
        else if (!line.isEmpty())
            ++content.damaged;
    }
    return content;
}

Result<void> RecordFile::append(const std::vector<QByteArray>& records)
{
    QByteArray bytes;
    if (m_lineOpen)
        bytes += '\n';
    for (const auto& record : records)
        bytes += sumOf(record) + ' ' + record + '\n';
    if (const int code = writeAll(m_fd, bytes, m_size); code != 0) {
        m_lineOpen = ::ftruncate(m_fd, m_size) != 0 || m_lineOpen;
        return failure(code);
    }
    m_lineOpen = false;
    m_size += bytes.size();
    if (!m_flushDue.exchange(true))
        m_flusher.start([this] {
            m_flushDue = false;
            ::fdatasync(m_fd);
        });
    return {};
}

Result<void> RecordFile::flush()
{
    m_flusher.waitForDone();
    if (::fdatasync(m_fd) != 0)
        return failure(errno);
    return {};
}

void RecordFile::clear()
{
    if (::ftruncate(m_fd, 0) != 0)
        return;
    m_size = 0;
    m_lineOpen = false;
}

Error RecordFile::failure(int code) const
{
    const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
    return {full ? ErrorKind::NoSpace : ErrorKind::CannotWrite,
            full ? QCoreApplication::translate("db", "The disk of %1 is full.").arg(m_path)
                 : QCoreApplication::translate("db", "The journal %1 cannot be written: %2.")
                       .arg(m_path, QString::fromLocal8Bit(std::strerror(code))),
            m_path};
}
