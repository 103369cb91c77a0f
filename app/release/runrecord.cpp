#include "app/release/runrecord.h"

#include "models/values/wholefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {
/// 0 where the process is not there, or has ended and only waits to be noticed.
qint64 startTicksOf(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto text = file.readAll();
    const auto fields = text.sliced(text.lastIndexOf(')') + 1).simplified().split(' ');
    constexpr int state = 0; // the third of proc(5), the first behind the name
    constexpr int startTime = 19;
    if (fields.size() <= startTime || fields[state] == "Z" || fields[state] == "X")
        return 0;
    return fields[startTime].toLongLong();
}
}

RunRecord RunRecord::of(qint64 pid, const QString& release, const QString& folder)
{
    return {pid, startTicksOf(pid), release, folder};
}

std::optional<RunRecord> RunRecord::read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto object = QJsonDocument::fromJson(file.readAll()).object();
    if (!object.contains("pid"_L1))
        return {};
    return RunRecord {object[u"pid"_s].toInteger(), object[u"start_ticks"_s].toInteger(),
                      object[u"release"_s].toString(), object[u"folder"_s].toString()};
}

Result<void> RunRecord::write(const QString& path) const
{
    const QJsonObject object {
        {u"pid"_s, pid}, {u"start_ticks"_s, startTicks}, {u"release"_s, release}, {u"folder"_s, folder}};
    return writeWholeFile(path, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool RunRecord::isAlive() const
{
    return startTicks > 0 && startTicksOf(pid) == startTicks;
}
