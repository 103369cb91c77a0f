#include "db/server/serverprocess.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace Qt::Literals::StringLiterals;

// Between fork and exec, and in the watcher, which never execs, only async-signal-safe functions are called
// (POSIX signal-safety(7)): the parent may have other threads that held malloc's lock. All memory is made
// before the fork.
namespace {
struct Plan
{
    QByteArray clientsLock;
    QByteArray serverLock;
    QByteArray keepMark;
    QByteArray log;
    QByteArray host;
    std::vector<QByteArray> words;
    std::vector<char*> argv;
    timespec linger {};
};

void nap(const timespec& span)
{
    auto left = span;
    while (nanosleep(&left, &left) != 0 && errno == EINTR) { }
}

/// The window's connections, files and pipes are not the watcher's.
void closeFrom(unsigned first)
{
    if (close_range(first, ~0U, 0) == 0)
        return;
    for (int fd = static_cast<int>(first); fd < 65536; ++fd) // Linux before 5.9
        close(fd);
}

/// Standard streams: nothing to read, everything said goes to the log.
void redirectTo(const QByteArray& log)
{
    const int nothing = open("/dev/null", O_RDONLY);
    const int out = open(log.constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(nothing, STDIN_FILENO);
    dup2(out >= 0 ? out : nothing, STDOUT_FILENO);
    dup2(out >= 0 ? out : nothing, STDERR_FILENO);
}

/// Writes "pid host\n" into the lock file.
void writeOwner(int fd, pid_t pid, const QByteArray& host)
{
    char digits[24];
    int at = sizeof digits;
    for (auto rest = pid; rest > 0; rest /= 10)
        digits[--at] = static_cast<char>('0' + rest % 10);
    if (ftruncate(fd, 0) != 0 || write(fd, digits + at, sizeof digits - static_cast<std::size_t>(at)) < 0
        || write(fd, " ", 1) < 0 || write(fd, host.constData(), static_cast<std::size_t>(host.size())) < 0
        || write(fd, "\n", 1) < 0)
        return; // the lock itself is what counts
}

[[noreturn]] void becomeServer(Plan& plan, int report)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM); // a server without its watcher would never stop
    const int lock = open(plan.serverLock.constData(), O_RDWR | O_CREAT, 0600); // stays open over exec
    if (lock >= 0
        && flock(lock, LOCK_EX) == 0) { // waits only for somebody who is looking whether it is locked
        writeOwner(lock, getpid(), plan.host);
        execv(plan.argv[0], plan.argv.data());
    }
    const int cause = errno;
    if (write(report, &cause, sizeof cause) < 0)
        _exit(126);
    _exit(127);
}

bool hasEnded(pid_t server)
{
    return waitpid(server, nullptr, WNOHANG) != 0;
}

/// Waits until nobody holds clients.lock during a whole linger and no keep mark lies there; false when the
/// server ended itself.
bool waitForLastClient(const Plan& plan, int clients, pid_t server)
{
    for (;;) {
        while (flock(clients, LOCK_EX) != 0) // a dying server interrupts this by SIGCHLD
            if (errno != EINTR || hasEnded(server))
                return false;
        flock(clients, LOCK_UN);
        nap(plan.linger);
        if (hasEnded(server))
            return false;
        if (access(plan.keepMark.constData(), F_OK) != 0 && flock(clients, LOCK_EX | LOCK_NB) == 0)
            return true; // whoever comes now waits until the server is down and starts it anew
        nap({0, 200'000'000});
    }
}

void onChildEnd(int) { }

[[noreturn]] void watch(Plan& plan, int report)
{
    setsid();
    prctl(PR_SET_NAME, "specdesk-server");
    struct sigaction interrupt = {};
    interrupt.sa_handler = onChildEnd; // no SA_RESTART: flock() shall be interrupted
    sigaction(SIGCHLD, &interrupt, nullptr);
    for (const int ignored : {SIGHUP, SIGINT, SIGQUIT, SIGPIPE})
        signal(ignored, SIG_IGN);
    signal(SIGTERM, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    if (chdir("/") != 0)
        _exit(125);

    redirectTo(plan.log);
    if (report != 3)
        dup2(report, 3);
    closeFrom(4);
    fcntl(3, F_SETFD, FD_CLOEXEC); // a successful exec closes it, which is the good news
    const pid_t server = fork();
    if (server == 0)
        becomeServer(plan, 3);
    close(3);
    if (server < 0)
        _exit(124);

    const int clients = open(plan.clientsLock.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (waitForLastClient(plan, clients, server)) {
        kill(server, SIGTERM);
        while (waitpid(server, nullptr, 0) < 0 && errno == EINTR) { }
    }
    _exit(0);
}

Plan planFor(const ServerFiles& files, const QStringList& command, std::chrono::milliseconds linger)
{
    Plan plan {QFile::encodeName(files.clientsLock()),
               QFile::encodeName(files.serverLock()),
               QFile::encodeName(files.keepMark()),
               QFile::encodeName(files.log()),
               QSysInfo::machineHostName().toUtf8(),
               {},
               {},
               {}};
    for (const auto& word : command)
        plan.words.push_back(QFile::encodeName(word));
    for (auto& word : plan.words)
        plan.argv.push_back(word.data());
    plan.argv.push_back(nullptr);
    plan.linger = {static_cast<time_t>(linger.count() / 1000),
                   static_cast<long>(linger.count() % 1000) * 1'000'000};
    return plan;
}

Error spawnError(int cause)
{
    return {ErrorKind::Unavailable,
            QCoreApplication::translate("db", "SpecDesk's database server cannot be started."),
            QString::fromLocal8Bit(std::strerror(cause))};
}
}

bool ServerOwner::isHere() const
{
    return pid > 0 && host == QSysInfo::machineHostName();
}

std::optional<ServerOwner> serverOwner(const ServerFiles& files)
{
    const int fd = ::open(QFile::encodeName(files.serverLock()).constData(), O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return {};
    const bool free = ::flock(fd, LOCK_SH | LOCK_NB) == 0;
    QFile lock;
    if (free || !lock.open(fd, QIODevice::ReadOnly)) {
        ::close(fd);
        return {};
    }
    const auto words = QString::fromUtf8(lock.readAll()).split(u' ');
    ::close(fd);
    return ServerOwner {words.first().toLongLong(), words.size() > 1 ? words[1].trimmed() : QString()};
}

Result<void> spawnServer(const ServerFiles& files, const QStringList& command,
                         std::chrono::milliseconds linger)
{
    auto plan = planFor(files, command, linger);
    int report[2];
    if (::pipe2(report, O_CLOEXEC) != 0)
        return spawnError(errno);
    const pid_t middle = ::fork();
    if (middle == 0) {
        if (::fork() == 0) // twice, so that init and not the caller inherits the watcher
            watch(plan, report[1]);
        _exit(0);
    }
    const int forkCause = errno;
    ::close(report[1]);
    int cause = 0;
    ssize_t got = 0;
    if (middle > 0) {
        while (::waitpid(middle, nullptr, 0) < 0 && errno == EINTR) { }
        while ((got = ::read(report[0], &cause, sizeof cause)) < 0 && errno == EINTR) { }
    }
    ::close(report[0]);
    if (middle < 0)
        return spawnError(forkCause);
    if (got == sizeof cause)
        return spawnError(cause);
    return {};
}
