#include "app/commands/runevents.h"

#include "app/commands/command.h"

#include <QCommandLineParser>
#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 terminalEveryMs = 200;
constexpr qint64 jsonEveryMs = 1000;

RunEvents::Manner mannerOf(const QCommandLineParser& parser, const CommandContext& context)
{
    if (parser.isSet(u"json"_s))
        return RunEvents::Manner::Json;
    return context.terminal && !parser.isSet(u"quiet"_s) ? RunEvents::Manner::Terminal
                                                         : RunEvents::Manner::Silent;
}
}

RunEvents::RunEvents(const QCommandLineParser& parser, const CommandContext& context)
    : RunEvents(context.out, context.err, mannerOf(parser, context))
{
}

RunEvents::RunEvents(QTextStream& out, QTextStream& err, Manner manner)
    : m_out(out)
    , m_err(err)
    , m_manner(manner)
{
    m_clock.start();
}

double RunEvents::seconds() const
{
    return static_cast<double>(m_clock.elapsed()) / 1000.0;
}

void RunEvents::tell(const QString& event, QJsonObject details)
{
    if (m_manner != Manner::Json)
        return;
    details.insert(u"event"_s, event);
    details.insert(u"seconds"_s, seconds());
    m_out << QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact)) << Qt::endl;
}

void RunEvents::tellEnd(const Error& error)
{
    tell(error.kind == ErrorKind::Cancelled ? u"stopped"_s : u"failed"_s, {{u"error"_s, error.message}});
}

void RunEvents::progress(const QString& line, const QJsonObject& details)
{
    const auto now = m_clock.elapsed();
    const auto pause = m_manner == Manner::Json ? jsonEveryMs : terminalEveryMs;
    if (m_manner == Manner::Silent || (m_lastMs >= 0 && now - m_lastMs < pause))
        return;
    m_lastMs = now;
    if (m_manner == Manner::Json) {
        tell(u"progress"_s, details);
        return;
    }
    m_err << u"\r\033[K"_s << line;
    m_err.flush();
    m_lineOpen = true;
}

void RunEvents::endProgress()
{
    if (m_lineOpen)
        m_err << Qt::endl;
    m_lineOpen = false;
}
