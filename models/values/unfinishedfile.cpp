#include "models/values/unfinishedfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UnfinishedFile)
};

QString anotherName(const QString& path)
{
    constexpr int digits = 8;
    return u"%1.%2.part"_s.arg(path).arg(QRandomGenerator::global()->generate(), digits, 16, QChar(u'0'));
}

/// 0, or errno. Some mounts cannot flush a folder and say EINVAL.
int flushToDisk(const QString& path, int flags)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | flags);
    if (fd < 0)
        return errno;
    const int cause = ::fsync(fd) == 0 || errno == EINVAL ? 0 : errno;
    ::close(fd);
    return cause;
}
}

UnfinishedFile::UnfinishedFile(const QString& path)
    : m_path(path)
    , m_name(anotherName(path))
{
}

UnfinishedFile::~UnfinishedFile()
{
    if (!m_appeared)
        ::unlink(QFile::encodeName(m_name).constData());
}

Result<void> UnfinishedFile::appear(bool flushed)
{
    if (const int cause = flushed ? flushToDisk(m_name, 0) : 0; cause != 0)
        return writeFailure(m_path, cause);
    if (std::rename(QFile::encodeName(m_name).constData(), QFile::encodeName(m_path).constData()) != 0)
        return writeFailure(m_path, errno);
    m_appeared = true;
    if (const int cause = flushed ? flushToDisk(QFileInfo(m_path).path(), O_DIRECTORY) : 0; cause != 0)
        return writeFailure(m_path, cause);
    return {};
}

Error writeFailure(const QString& path, int cause)
{
    const auto words = qt_error_string(cause);
    if (cause == ENOSPC || cause == EDQUOT)
        return {ErrorKind::NoSpace, Text::tr("The disk is full: %1 could not be written.").arg(path), words};
    const bool away = cause == EIO || cause == ESTALE || cause == ETIMEDOUT || cause == ENOTCONN
        || cause == EHOSTDOWN || cause == EHOSTUNREACH;
    return {away ? ErrorKind::Unavailable : ErrorKind::CannotWrite,
            Text::tr("%1 could not be written: %2.").arg(path, words), words};
}
