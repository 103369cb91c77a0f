#pragma once

#include <QCoreApplication>
#include <QProcess>

#include <optional>

/// A disk in memory that only one process and its children see.
namespace smalldisk {
struct Ending
{
    int code = 0; ///< -1: it did not end in time
    QString said;
};

/// Lays a disk of `size` (say 200k) over `folder` and runs a shell script with "$0" this test's program and
/// "$1" … `arguments`; nothing where this system lets nobody mount one.
inline std::optional<Ending> runScript(const QString& folder, const QString& size, const QString& script,
                                       const QStringList& arguments)
{
    using namespace Qt::Literals::StringLiterals;
    constexpr int notMounted = 99;
    constexpr int patienceMs = 240'000;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"unshare"_s,
                  QStringList {u"--user"_s, u"--map-root-user"_s, u"--mount"_s, u"sh"_s, u"-c"_s,
                               u"mount -t tmpfs -o size=$1 tmpfs \"$2\" || exit 99; shift 2; "_s + script,
                               QCoreApplication::applicationFilePath(), size, folder}
                      + arguments);
    if (!process.waitForStarted())
        return {};
    if (!process.waitForFinished(patienceMs)) {
        process.kill();
        process.waitForFinished();
        return Ending {-1, u"It did not end in four minutes. "_s + QString::fromUtf8(process.readAll())};
    }
    const auto said = QString::fromUtf8(process.readAll());
    if (process.exitCode() == notMounted || said.startsWith("unshare: "_L1))
        return {};
    return Ending {process.exitCode(), said};
}

/// The same with this test's program itself.
inline std::optional<Ending> run(const QString& folder, const QString& size, const QStringList& arguments)
{
    return runScript(folder, size, QStringLiteral("\"$0\" \"$@\""), arguments);
}
}

/// Needs `ending` of a run on a small disk.
#define NEEDS_SMALL_DISK(ending) NEEDS(ending, "a small disk of one's own (unshare and mount)")
