#include "app/release/releaserun.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <chrono>
#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
const auto recordName = u"run.json"_s;
const auto eventsName = u"events.jsonl"_s;
const auto errorsName = u"errors.txt"_s;
}

ReleaseRun::ReleaseRun(QString program, QString stateFolder, QObject* parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_folder(std::move(stateFolder))
{
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &ReleaseRun::listen);
}

void ReleaseRun::follow()
{
    const auto record = RunRecord::read(path(recordName));
    if (!record || m_progress.isRunning())
        return;
    m_record = *record;
    begin();
    listen();
}

void ReleaseRun::begin()
{
    m_progress = {};
    m_progress.state = ReleaseProgress::State::Running;
    m_progress.release = m_record.release;
    m_progress.folder = m_record.folder;
    m_read = 0;
}

Result<void> ReleaseRun::start(const Wish& wish, const QProcessEnvironment& environment)
{
    if (const auto other = RunRecord::read(path(recordName)); other && other->isAlive()) {
        follow();
        return Error {ErrorKind::Unavailable, tr("%1 is being built.").arg(other->release), {}};
    }
    if (!QDir().mkpath(m_folder))
        return Error {ErrorKind::CannotWrite, tr("The folder %1 cannot be made.").arg(m_folder), {}};
    QStringList arguments {u"release"_s, u"--release"_s, wish.release, u"--json"_s};
    for (const auto& [option, value] :
         {std::pair {u"-o"_s, wish.folder}, std::pair {u"--from"_s, wish.firstDate},
          std::pair {u"--until"_s, wish.lastDate}})
        if (!value.isEmpty())
            arguments << option << value;
    QProcess process;
    process.setProgram(m_program);
    process.setArguments(arguments);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(path(eventsName), QIODevice::Truncate);
    process.setStandardErrorFile(path(errorsName), QIODevice::Truncate);
    qint64 pid = 0;
    if (!process.startDetached(&pid))
        return Error {ErrorKind::Unavailable, tr("%1 cannot be started.").arg(m_program),
                      process.errorString()};
    m_record = RunRecord::of(pid, wish.release, wish.folder);
    begin();
    m_timer.start();
    emit changed(m_progress);
    return m_record.write(path(recordName));
}

void ReleaseRun::stop()
{
    if (m_progress.isRunning() && m_record.isAlive())
        ::kill(static_cast<pid_t>(m_record.pid), SIGTERM);
}

void ReleaseRun::listen()
{
    const bool alive = m_record.isAlive(); // asked first: what it wrote before it ended is read below
    readEvents();
    if (!alive)
        m_progress.noteSilence(lastWords());
    if (m_progress.isRunning())
        m_timer.start();
    else
        m_timer.stop();
    emit changed(m_progress);
}

void ReleaseRun::readEvents()
{
    QFile file(path(eventsName));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(m_read))
        return;
    for (auto line = file.readLine(); line.endsWith('\n'); line = file.readLine()) {
        m_read += line.size();
        m_progress.hear(QJsonDocument::fromJson(line).object());
    }
}

/// The last line it wrote on stderr.
QString ReleaseRun::lastWords() const
{
    QFile file(path(errorsName));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).trimmed().section(u'\n', -1);
}
