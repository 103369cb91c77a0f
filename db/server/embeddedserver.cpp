#include "db/server/embeddedserver.h"

#include "db/server/serverfiles.h"
#include "db/server/serverinstall.h"
#include "db/server/serverprobe.h"
#include "db/server/serverprocess.h"
#include "models/values/filelock.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QSaveFile>
#include <QThread>

#include <csignal>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
DbConfig configFor(const QString& socket)
{
    DbConfig config;
    config.socket = socket;
    config.user = systemUser();
    return config;
}

Error busy(const ServerFiles& files)
{
    return {ErrorKind::Unavailable,
            QCoreApplication::translate(
                "db", "Another program has been starting or stopping SpecDesk's database for too long."),
            files.folder};
}

Error elsewhere(const ServerOwner& owner)
{
    return {ErrorKind::Unavailable,
            QCoreApplication::translate("db", "SpecDesk's database is in use on another computer, %1.")
                .arg(owner.host),
            QString::number(owner.pid)};
}

/// Waits until the server answers on its socket. Fails at once when it ends.
Result<DbConfig> waitUntilReady(const ServerFiles& files, const QString& socket,
                                std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        if (probeServer(configFor(socket)).answers)
            return configFor(socket);
        if (!serverOwner(files))
            return startFailure(files);
        if (deadline.hasExpired())
            return busy(files);
        QThread::msleep(10);
    }
}

Result<void> endServer(const ServerFiles& files, const ServerOwner& owner, std::chrono::milliseconds patience)
{
    if (!owner.isHere())
        return elsewhere(owner);
    ::kill(static_cast<pid_t>(owner.pid), SIGTERM);
    for (const QDeadlineTimer deadline(patience); serverOwner(files); QThread::msleep(10))
        if (deadline.hasExpired())
            return busy(files);
    return {};
}

/// With start.lock held: the server that runs, if it can be reached. A socket file may be gone with its
/// folder (logout).
Result<std::optional<DbConfig>> runningServer(const ServerFiles& files, std::chrono::milliseconds patience)
{
    const auto owner = serverOwner(files);
    if (!owner)
        return std::optional<DbConfig>();
    const auto socket = files.notedSocket();
    for (const QDeadlineTimer deadline(2s); !QFile::exists(socket) && !deadline.hasExpired();)
        QThread::msleep(10);
    if (QFile::exists(socket)) {
        auto ready = waitUntilReady(files, socket, patience);
        if (ready)
            return std::optional(ready.value());
        if (serverOwner(files))
            return ready.error();
        return std::optional<DbConfig>();
    }
    if (auto ended = endServer(files, *owner, patience); !ended)
        return ended.error();
    return std::optional<DbConfig>();
}

/// With start.lock held and no server there.
Result<DbConfig> launch(const ServerFiles& files, const EmbeddedServer::Settings& settings)
{
    const auto program = serverProgram();
    if (!program)
        return program.error();
    if (auto installed = installData(files); !installed)
        return installed.error();
    const auto socket = files.newSocketPath();
    if (!socket)
        return socket.error();
    QFile::remove(socket.value());
    QFile::remove(files.log());
    QSaveFile note(files.socketNote());
    if (!note.open(QIODevice::WriteOnly) || note.write(QFile::encodeName(socket.value()) + '\n') < 0
        || !note.commit())
        return Error {ErrorKind::NoSpace,
                      QCoreApplication::translate("db", "The folder %1 cannot be written: %2.")
                          .arg(files.folder, note.errorString()),
                      files.socketNote()};
    const auto command = serverCommand(program.value(), files, socket.value());
    if (auto spawned = spawnServer(files, command, settings.linger); !spawned)
        return spawned.error();
    return waitUntilReady(files, socket.value(), settings.patience);
}

Result<DbConfig> findOrLaunch(const ServerFiles& files, const EmbeddedServer::Settings& settings)
{
    FileLock start(files.startLock());
    if (!start.lock(FileLock::Kind::Exclusive, settings.patience))
        return busy(files);
    auto running = runningServer(files, settings.patience);
    if (!running)
        return running.error();
    if (running.value())
        return *running.value();
    return launch(files, settings);
}

ServerFiles filesOf(const EmbeddedServer::Settings& settings)
{
    return {settings.folder.isEmpty() ? ServerFiles::defaultFolder() : settings.folder};
}
}

ServerLease::ServerLease(int lockFd, DbConfig config)
    : m_lockFd(lockFd)
    , m_config(std::move(config))
{
}

ServerLease::~ServerLease()
{
    ::close(m_lockFd);
}

EmbeddedServer::EmbeddedServer()
    : EmbeddedServer(Settings())
{
}

EmbeddedServer::EmbeddedServer(Settings settings)
    : m_settings(std::move(settings))
{
}

Result<std::unique_ptr<ServerLease>> EmbeddedServer::acquire()
{
    const auto files = filesOf(m_settings);
    if (auto prepared = files.prepare(); !prepared)
        return prepared.error();
    FileLock clients(files.clientsLock());
    if (!clients.lock(FileLock::Kind::Shared, m_settings.patience))
        return busy(files);
    auto config = findOrLaunch(files, m_settings);
    if (!config)
        return config.error();
    return std::make_unique<ServerLease>(clients.release(), config.value());
}

Result<DbConfig> EmbeddedServer::ensureRunning()
{
    const auto files = filesOf(m_settings);
    if (auto prepared = files.prepare(); !prepared)
        return prepared.error();
    return findOrLaunch(files, m_settings);
}

Result<ServerStatus> EmbeddedServer::start()
{
    const auto files = filesOf(m_settings);
    const auto lease = acquire(); // holds the server while the mark is made
    if (!lease)
        return lease.error();
    QFile mark(files.keepMark());
    if (!mark.open(QIODevice::WriteOnly))
        return Error {ErrorKind::NoSpace,
                      QCoreApplication::translate("db", "The folder %1 cannot be written: %2.")
                          .arg(files.folder, mark.errorString()),
                      files.keepMark()};
    mark.close();
    return status();
}

Result<void> EmbeddedServer::stop()
{
    const auto files = filesOf(m_settings);
    if (!QFile::exists(files.folder))
        return {};
    FileLock start(files.startLock());
    if (!start.lock(FileLock::Kind::Exclusive, m_settings.patience))
        return busy(files);
    QFile::remove(files.keepMark());
    const auto owner = serverOwner(files);
    return owner ? endServer(files, *owner, m_settings.patience) : Result<void>();
}

Result<ServerStatus> EmbeddedServer::status() const
{
    const auto files = filesOf(m_settings);
    ServerStatus status;
    status.folder = files.folder;
    const auto owner = serverOwner(files);
    if (!owner)
        return status;
    status.pid = owner->pid;
    status.kept = QFile::exists(files.keepMark());
    status.socket = files.notedSocket();
    status.leases = locksHeld(files.clientsLock());
    const auto probe = probeServer(configFor(status.socket));
    status.running = probe.answers;
    status.version = probe.version;
    status.uptime = probe.uptime;
    return status;
}
