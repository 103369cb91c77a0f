#include "db/server/serverinstall.h"

#include "models/values/freespace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {
/// A new data folder is 115 MB (MariaDB 10.11); the same again to work.
constexpr quint64 roomForData = 250'000'000;

const QStringList serverPlaces {u"/usr/sbin"_s, u"/usr/bin"_s, u"/usr/libexec"_s, u"/usr/local/sbin"_s,
                                u"/usr/local/bin"_s};

QString program(const QString& name)
{
    const auto found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, serverPlaces) : found;
}

Error missingServer(const QString& name)
{
    return {ErrorKind::Unavailable,
            QCoreApplication::translate(
                "db",
                "MariaDB is not installed here: please install the package “mariadb-server-core”, or choose "
                "the survey's server with: specdesk profile HOST"),
            name};
}

Error noSpace(const QString& folder)
{
    return {
        ErrorKind::NoSpace,
        QCoreApplication::translate("db", "The disk of %1 is too full for SpecDesk's database.").arg(folder),
        folder};
}

/// Half of what a laptop can spare: an eighth of the memory, 128 MiB to 4 GiB.
qint64 bufferPoolBytes()
{
    constexpr qint64 mebibyte = 1 << 20;
    const qint64 memory = qint64 {sysconf(_SC_PHYS_PAGES)} * sysconf(_SC_PAGESIZE);
    return std::clamp(memory / 8, 128 * mebibyte, 4096 * mebibyte) / mebibyte * mebibyte;
}

void removeLeftovers(const ServerFiles& files)
{
    const QDir folder(files.folder);
    const auto leftovers = folder.entryList({u"data-new-*"_s}, QDir::Dirs);
    for (const auto& leftover : leftovers)
        QDir(folder.filePath(leftover)).removeRecursively();
}

Error notCreated(const QString& cause)
{
    return {ErrorKind::Database,
            QCoreApplication::translate("db", "SpecDesk's database could not be created."), cause};
}

/// The new files must be on the disk before they get the name that says they are complete.
Result<void> flushFolder(const QString& path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool flushed = fd >= 0 && ::syncfs(fd) == 0;
    const int failure = errno;
    if (fd >= 0)
        ::close(fd);
    if (flushed)
        return {};
    return failure == ENOSPC ? noSpace(path) : notCreated(path + u": "_s + qt_error_string(failure));
}

QStringList installArguments(const QString& data)
{
    QStringList arguments {
        u"--no-defaults"_s, u"--datadir="_s + data, u"--auth-root-authentication-method=socket"_s,
        u"--auth-root-socket-user="_s + systemUser(), u"--skip-test-db"_s, u"--skip-name-resolve"_s,
        // Without it the script would give the system's PAM helper to this user.
        u"--rpm"_s};
    if (::geteuid() == 0)
        arguments << u"--user=root"_s;
    return arguments;
}
}

QString systemUser()
{
    // Once: getpwuid() answers in a buffer that all threads share.
    static const auto name = [] {
        const auto* entry = ::getpwuid(::geteuid());
        return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
    }();
    return name;
}

Result<QString> serverProgram(const QStringList& folders)
{
    const auto name = u"mariadbd"_s;
    const auto found = folders.isEmpty() ? program(name) : QStandardPaths::findExecutable(name, folders);
    if (found.isEmpty())
        return missingServer(name);
    return found;
}

Result<void> installData(const ServerFiles& files)
{
    removeLeftovers(files);
    if (QFile::exists(files.data()))
        return {};
    if (systemUser().isEmpty())
        return Error {
            ErrorKind::Unavailable,
            QCoreApplication::translate("db",
                                        "This user has no name in the system, so SpecDesk's database cannot "
                                        "tell him from others."),
            QString::number(::geteuid())};
    const auto script = program(u"mariadb-install-db"_s);
    if (script.isEmpty())
        return missingServer(u"mariadb-install-db"_s);
    if (freeSpaceOf(files.folder) < roomForData)
        return noSpace(files.folder);

    // The script does not quote its paths, so it is given one without spaces.
    const auto socket = files.newSocketPath();
    if (!socket)
        return socket.error();
    const auto link = QFileInfo(socket.value()).path() + u"/folder"_s;
    QFile::remove(link);
    QFile::link(files.folder, link);

    const auto name = u"/data-new-%1"_s.arg(QCoreApplication::applicationPid());
    const auto fresh = files.folder + name;
    QProcess install;
    install.setProcessChannelMode(QProcess::MergedChannels);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, link + u"/tmp"_s);
    install.setProcessEnvironment(environment);
    install.start(script, installArguments(link + name));
    const bool finished = install.waitForFinished(static_cast<int>(longestInstall.count()));
    const auto said = QString::fromLocal8Bit(install.readAll());
    QFile::remove(link);
    if (!finished || install.exitStatus() != QProcess::NormalExit || install.exitCode() != 0) {
        QDir(fresh).removeRecursively();
        if (said.contains("No space left"_L1) || said.contains("Errcode: 28"_L1))
            return noSpace(files.folder);
        return notCreated(said);
    }
    if (auto flushed = flushFolder(fresh); !flushed) {
        QDir(fresh).removeRecursively();
        return flushed;
    }
    if (!QDir().rename(fresh, files.data()))
        return notCreated(files.data());
    return flushFolder(files.folder);
}

QStringList serverCommand(const QString& program, const ServerFiles& files, const QString& socket)
{
    QStringList command {
        program, u"--no-defaults"_s, u"--datadir="_s + files.data(), u"--socket="_s + socket,
        u"--tmpdir="_s + files.temporary(), u"--pid-file="_s + files.folder + u"/server.pid"_s,
        u"--skip-networking"_s, u"--skip-name-resolve"_s, u"--character-set-server=utf8mb4"_s,
        u"--collation-server=utf8mb4_bin"_s,
        u"--sql-mode=STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO"_s,
        u"--default-time-zone=+00:00"_s, u"--lower-case-table-names=0"_s, u"--local-infile=1"_s,
        // A pool as wide as the machine served 500 sessions twice as fast as a thread each.
        u"--thread-handling=pool-of-threads"_s,
        u"--thread-pool-size=%1"_s.arg(std::max(1, QThread::idealThreadCount())), u"--max-connections=700"_s,
        u"--max-prepared-stmt-count=500000"_s, u"--open-files-limit=16384"_s, u"--table-open-cache=4000"_s,
        u"--innodb-flush-log-at-trx-commit=1"_s,
        u"--innodb-autoinc-lock-mode=2"_s, // two ingests write events at once; there is no binlog
        u"--innodb-buffer-pool-size=%1"_s.arg(bufferPoolBytes()), u"--loose-innodb-snapshot-isolation=ON"_s,
        u"--max-password-errors=10"_s, u"--max-allowed-packet=64M"_s};
    if (::geteuid() == 0)
        command << u"--user=root"_s;
    return command;
}

Error startFailure(const ServerFiles& files)
{
    QFile log(files.log());
    QString tail;
    if (log.open(QIODevice::ReadOnly)) {
        log.seek(std::max<qint64>(0, log.size() - 4000));
        tail = QString::fromUtf8(log.readAll());
    }
    if (tail.contains("No space left"_L1) || tail.contains("Errcode: 28"_L1)
        || tail.contains("Disk is full"_L1) || freeSpaceOf(files.folder) < (1 << 20))
        return noSpace(files.folder);
    return {ErrorKind::Unavailable,
            QCoreApplication::translate(
                "db", "SpecDesk's database server ended while it was starting. Its log is %1.")
                .arg(files.log()),
            tail};
}
