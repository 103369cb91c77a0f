#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QString>

struct CommandContext;
struct Error;
class QCommandLineParser;
class QTextStream;

/// What a long command tells while it works: a line on a terminal that redraws itself, or with --json one
/// object a line for programs. In a log of cron it says nothing until the end.
class RunEvents
{
public:
    enum class Manner { Silent, Terminal, Json };

    /// By a command's --json and --quiet, and whether a person watches.
    RunEvents(const QCommandLineParser& parser, const CommandContext& context);
    RunEvents(QTextStream& out, QTextStream& err, Manner manner);

    /// Something began, ended, or was refused; only programs hear it. "event" and "seconds" are added.
    void tell(const QString& event, QJsonObject details = {});
    /// The work ended early: "failed", or "stopped" where it was asked to.
    void tellEnd(const Error& error);
    /// The state of the work, at most a few times a second. `line` is for the terminal.
    void progress(const QString& line, const QJsonObject& details);
    /// Leaves the terminal's line.
    void endProgress();

    double seconds() const;
    Manner manner() const { return m_manner; }

private:
    QTextStream& m_out;
    QTextStream& m_err;
    Manner m_manner;
    QElapsedTimer m_clock;
    qint64 m_lastMs = -1;
    bool m_lineOpen = false;
};
