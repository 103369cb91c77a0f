#pragma once

#include <QCoreApplication>
#include <QProcess>

#include <optional>

/// A disk in memory that only one process and its children see.
namespace smalldisk {
struct Ending
{
    int code = 0;
    QString said;
};

/// Runs this test's program again with `arguments` while a disk of `size` (say 200k) lies over `folder`;
/// nothing where this system lets nobody mount one.
inline std::optional<Ending> run(const QString& folder, const QString& size, const QStringList& arguments)
{
    using namespace Qt::Literals::StringLiterals;
    constexpr int notMounted = 99;
    constexpr int patienceMs = 60000;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"unshare"_s,
                  QStringList {u"--user"_s, u"--map-root-user"_s, u"--mount"_s, u"sh"_s, u"-c"_s,
                               u"mount -t tmpfs -o size=$0 tmpfs \"$1\" || exit 99; shift; \"$@\""_s, size,
                               folder, QCoreApplication::applicationFilePath()}
                      + arguments);
    if (!process.waitForStarted() || !process.waitForFinished(patienceMs))
        return {};
    const auto said = QString::fromUtf8(process.readAll());
    if (process.exitCode() == notMounted || said.contains("unshare failed"_L1))
        return {};
    return Ending {process.exitCode(), said};
}
}
