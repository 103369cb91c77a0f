#include "db/server/embeddedserver.h"

#include "db/server/serverfiles.h"
#include "db/server/serverinstall.h"
#include "db/server/serverprobe.h"
#include "db/server/serverprocess.h"
#include "models/values/filelock.h"
#include "models/values/outputfile.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
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
    const auto note = QFile::encodeName(socket.value()) + '\n';
    if (auto noted = OutputFile::write(files.socketNote(), note); !noted)
        return noted.error();
    const auto command = serverCommand(program.value(), files, socket.value());
    if (auto spawned = spawnServer(files, command, settings.linger); !spawned)
        return spawned.error();
    return waitUntilReady(files, socket.value(), settings.patience);
}

/// The first program makes the data folder before it starts the server.
std::chrono::milliseconds patienceAt(const ServerFiles& files, std::chrono::milliseconds patience)
{
    return QFile::exists(files.data()) ? patience : longestInstall + patience;
}

Result<DbConfig> findOrLaunch(const ServerFiles& files, const EmbeddedServer::Settings& settings)
{
    FileLock start(files.startLock());
    if (!start.lock(FileLock::Kind::Exclusive, patienceAt(files, settings.patience)))
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
    if (auto marked = OutputFile::write(files.keepMark(), {}); !marked)
        return marked.error();
    return status();
}

Result<void> EmbeddedServer::stop()
{
    const auto files = filesOf(m_settings);
    if (!QFile::exists(files.folder))
        return {};
    FileLock start(files.startLock());
    if (!start.lock(FileLock::Kind::Exclusive, patienceAt(files, m_settings.patience)))
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
