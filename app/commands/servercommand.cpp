#include "app/commands/servercommand.h"

#include "app/commands/arguments.h"
#include "db/server/embeddedserver.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ServerCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOption({u"json"_s, Text::tr("The status as one JSON object.")});
}

void writeJson(QTextStream& out, const ServerStatus& status)
{
    const QJsonObject object {{u"running"_s, status.running},
                              {u"kept"_s, status.kept},
                              {u"pid"_s, status.pid},
                              {u"socket"_s, status.socket},
                              {u"version"_s, status.version},
                              {u"uptime_seconds"_s, static_cast<qint64>(status.uptime.count())},
                              {u"leases"_s, status.leases ? QJsonValue(*status.leases) : QJsonValue()},
                              {u"folder"_s, status.folder}};
    out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << Qt::endl;
}

void writeText(QTextStream& out, const ServerStatus& status)
{
    if (!status.running) {
        out << Text::tr("The server is not running. Its data lie in %1.").arg(status.folder) << Qt::endl;
        return;
    }
    out << Text::tr("The server is running (pid %1, %2), up for %3 s%4.")
               .arg(status.pid)
               .arg(status.version)
               .arg(status.uptime.count())
               .arg(status.kept ? Text::tr(", and stays until it is stopped") : QString())
        << Qt::endl;
    out << Text::tr("Socket %1, data %2.").arg(status.socket, status.folder) << Qt::endl;
    if (status.leases)
        out << Text::tr("Programs that use it: %1.").arg(*status.leases) << Qt::endl;
}
}

QString ServerCommand::name() const
{
    return u"server"_s;
}

QString ServerCommand::summary() const
{
    return Text::tr("Start, stop or show SpecDesk's own database server.");
}

QString ServerCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), u"start|stop|status"_s,
        Text::tr(
            "start   starts the server and leaves it running until it is stopped\n"
            "stop    stops it, whoever uses it\n"
            "status  tells whether it runs, since when and who uses it; exit status 0 if it runs, 69 if "
            "not\n\n"
            "Windows and commands start the server when they need it; it stops when the last one is gone."));
}

Result<Outcome> ServerCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    const auto words = parser.positionalArguments();
    const auto word = words.size() == 1 ? words.first() : QString();

    EmbeddedServer server;
    bool wasStopped = false;
    if (word == "stop"_L1) {
        const auto before = server.status();
        wasStopped = before && before.value().running;
        if (auto stopped = server.stop(); !stopped)
            return stopped.error();
    } else if (word != "start"_L1 && word != "status"_L1) {
        return Error {
            ErrorKind::BadInput, Text::tr("Say start, stop or status. Try: specdesk server --help"), {}};
    }
    const auto status = word == "start"_L1 ? server.start() : server.status();
    if (!status)
        return status.error();
    if (parser.isSet(u"json"_s))
        writeJson(context.out, status.value());
    else if (wasStopped)
        context.out << Text::tr("The server was stopped. Its data lie in %1.").arg(status.value().folder)
                    << Qt::endl;
    else
        writeText(context.out, status.value());
    return word == "status"_L1 && !status.value().running ? Outcome::NotRunning : Outcome::Done;
}
