#include "db/server/serverfiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestSocketPath = 107;
constexpr auto socketName = "/s"_L1;

/// A real folder (no symbolic link) of this user that nobody else can enter.
bool isPrivateFolder(const QString& path)
{
    struct stat state = {};
    return ::lstat(QFile::encodeName(path).constData(), &state) == 0 && S_ISDIR(state.st_mode)
        && state.st_uid == ::geteuid() && (state.st_mode & 077) == 0;
}

bool makePrivateFolder(const QString& path)
{
    return (::mkdir(QFile::encodeName(path).constData(), 0700) == 0 || errno == EEXIST)
        && isPrivateFolder(path);
}

/// Short enough, and without spaces, which MariaDB's install script cannot take.
bool fits(const QString& folder)
{
    return !folder.contains(u' ')
        && QFile::encodeName(folder).size() + socketName.size() <= longestSocketPath;
}
}

QString ServerFiles::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/specdesk/server"_s;
}

Result<void> ServerFiles::prepare() const
{
    const auto name = QFile::encodeName(folder);
    if (!QDir().mkpath(QFileInfo(folder).path())
        || (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)) {
        const int cause = errno;
        return Error {
            cause == ENOSPC ? ErrorKind::NoSpace : ErrorKind::Unavailable,
            QCoreApplication::translate("db", "The folder for SpecDesk's database, %1, cannot be made.")
                .arg(folder),
            QString::fromLocal8Bit(std::strerror(cause))};
    }
    if (!isPrivateFolder(folder) && (::chmod(name.constData(), 0700) != 0 || !isPrivateFolder(folder)))
        return Error {
            ErrorKind::Refused,
            QCoreApplication::translate("db",
                                        "The folder %1 belongs to somebody else, so SpecDesk does not keep "
                                        "its database there.")
                .arg(folder),
            folder};
    if (!QDir().mkpath(temporary()))
        return Error {
            ErrorKind::NoSpace,
            QCoreApplication::translate("db", "The folder for SpecDesk's database, %1, cannot be made.")
                .arg(temporary()),
            temporary()};
    return {};
}

Result<QString> ServerFiles::newSocketPath() const
{
    const auto hash = QString::fromLatin1(
        QCryptographicHash::hash(QFileInfo(folder).canonicalFilePath().toUtf8(), QCryptographicHash::Sha1)
            .toHex()
            .first(12));
    const auto runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    QStringList places;
    if (runtime.startsWith(u'/') && isPrivateFolder(runtime))
        places << runtime + u"/specdesk-"_s + hash;
    places << u"/tmp/specdesk-%1-%2"_s.arg(::geteuid()).arg(hash);
    for (const auto& place : std::as_const(places))
        if (fits(place) && makePrivateFolder(place))
            return QString(place + socketName);
    return Error {
        ErrorKind::Refused,
        QCoreApplication::translate("db",
                                    "There is no place for the socket of SpecDesk's database: %1 cannot be "
                                    "made or belongs to somebody else.")
            .arg(places.last()),
        places.join(u' ')};
}

QString ServerFiles::notedSocket() const
{
    QFile note(socketNote());
    return note.open(QIODevice::ReadOnly) ? QFile::decodeName(note.readAll().trimmed()) : QString();
}
