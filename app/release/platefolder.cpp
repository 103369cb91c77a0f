#include "app/release/platefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PlateFolder)
};

constexpr mode_t rights = 0666; // what the user's mask leaves of it

/// 0, or why not all could be written.
int writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto written = ::write(file, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (written < 0 && errno != EINTR)
            return errno;
        bytes = bytes.sliced(std::max<qsizetype>(0, written));
    }
    return 0;
}
}

PlateFolder::PlateFolder(QString path)
    : m_path(std::move(path))
{
}

PlateFolder::PlateFolder(PlateFolder&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_isNew(std::exchange(other.m_isNew, false))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

PlateFolder::~PlateFolder()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (m_isNew)
        QDir(place()).removeRecursively();
}

Error PlateFolder::failure(const QString& name, int cause) const
{
    const auto path = m_path + u'/' + name;
    const auto words = QString::fromLocal8Bit(std::strerror(cause));
    if (cause == ENOSPC || cause == EDQUOT)
        return {ErrorKind::NoSpace, Text::tr("The disk is full: %1 could not be written.").arg(path), words};
    return {ErrorKind::CannotWrite, Text::tr("%1 could not be written.").arg(path), words};
}

Result<void> PlateFolder::open()
{
    m_isNew = QDir(m_path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    errno = 0;
    if (m_isNew)
        QDir(place()).removeRecursively(); // of a run that was killed
    QDir().mkpath(place());
    m_descriptor = ::open(QFile::encodeName(place()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return m_descriptor >= 0 ? Result<void>() : failure({}, errno);
}

Result<void> PlateFolder::write(const QString& name, QByteArrayView bytes)
{
    const auto whole = QFile::encodeName(name);
    const auto path = m_isNew ? whole : whole + ".part";
    const int file =
        ::openat(m_descriptor, path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, rights);
    if (file < 0)
        return failure(name, errno);
    int cause = writeAll(file, bytes);
    if (::close(file) != 0 && cause == 0) // NFS tells only now that the disk is full
        cause = errno;
    if (cause == 0 && !m_isNew
        && ::renameat(m_descriptor, path.constData(), m_descriptor, whole.constData()) != 0)
        cause = errno;
    if (cause == 0)
        return {};
    ::unlinkat(m_descriptor, path.constData(), 0);
    return failure(name, cause);
}

Result<void> PlateFolder::finish(const QSet<QString>& names)
{
    QDir folder(place());
    const auto there = folder.entryList(QDir::Files | QDir::Hidden);
    for (const auto& name : there) {
        if (!names.contains(name))
            folder.remove(name);
    }
    if (m_isNew
        && std::rename(QFile::encodeName(place()).constData(), QFile::encodeName(m_path).constData()) != 0)
        return failure({}, errno);
    m_isNew = false;
    return {};
}
