#include "app/commands/publishtablescommand.h"

#include "app/commands/arguments.h"
#include "app/commands/optionreader.h"
#include "app/commands/runevents.h"
#include "app/commands/secret.h"
#include "app/commands/stopsignal.h"
#include "db/publish/tablepublication.h"
#include "db/sql/connection.h"
#include "db/sql/dbthread.h"
#include "db/stores/releasestore.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PublishTablesCommand)
};

const QString connectionName = u"publication"_s;

void describe(QCommandLineParser& parser)
{
    parser.addOptions(
        {{u"release"_s, Text::tr("The release to publish, e.g. dr6."), u"NAME"_s},
         {u"host"_s, Text::tr("The public server."), u"HOST"_s},
         {u"port"_s, Text::tr("TCP port, 3306 unless given."), u"PORT"_s, u"3306"_s},
         {u"account"_s, Text::tr("Account there."), u"NAME"_s},
         {u"password-file"_s, Text::tr("A file with its password."), u"FILE"_s},
         {u"ca"_s, Text::tr("PEM file of the authority that signed the server's certificate."), u"FILE"_s},
         {u"allow-clear"_s, Text::tr("Connect even where the server offers no TLS.")},
         {u"schema-prefix"_s, Text::tr("First part of the schemas' names there, lamost unless given."),
          u"PREFIX"_s, u"lamost"_s},
         {u"dry-run"_s, Text::tr("Tell what would be sent; change nothing.")},
         {u"json"_s, Text::tr("What happens as one JSON object a line.")},
         {u"quiet"_s, Text::tr("No progress.")}});
}

Result<DbConfig> configOf(const QCommandLineParser& parser)
{
    DbConfig config;
    config.host = parser.value(u"host"_s);
    OptionReader reader(parser, u"publish-tables"_s);
    config.port = reader.port(u"port"_s);
    if (reader.error())
        return *reader.error();
    config.user = parser.value(u"account"_s);
    config.caFile = parser.value(u"ca"_s);
    config.tlsRequired = !parser.isSet(u"allow-clear"_s);
    if (!parser.isSet(u"password-file"_s))
        return config;
    const auto secret = secretIn(parser.value(u"password-file"_s));
    if (!secret)
        return secret.error();
    config.password = QString::fromUtf8(secret.value());
    return config;
}

void tell(RunEvents& events, QTextStream& out, const std::vector<PublishedTable>& tables,
          const QString& sentence)
{
    if (events.manner() != RunEvents::Manner::Json)
        out << sentence << u'\n';
    for (const auto& table : tables) {
        events.tell(u"table"_s,
                    {{u"table"_s, table.name},
                     {u"rows"_s, table.rows},
                     {u"sha256"_s, QString::fromLatin1(table.sha256)}});
        if (events.manner() != RunEvents::Manner::Json)
            out << u"%1  %2  %3\n"_s.arg(table.rows, 12)
                       .arg(table.name, -10)
                       .arg(QString::fromLatin1(table.sha256));
    }
    out.flush();
}
}

QString PublishTablesCommand::name() const
{
    return u"publish-tables"_s;
}

QString PublishTablesCommand::summary() const
{
    return Text::tr("Copy the catalogues of a release to another server.");
}

QString PublishTablesCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), {},
        Text::tr(
            "Copies the released rows beside the tables that are there, reads them back, compares count\n"
            "and SHA-256 of all rows, and lets them take their places all at once."));
}

Result<Outcome> PublishTablesCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseOptions(parser, name(), arguments); !parsed)
        return parsed.error();
    const bool dryRun = parser.isSet(u"dry-run"_s);
    if (!parser.isSet(u"release"_s) || (!dryRun && !parser.isSet(u"host"_s)))
        return Error {
            ErrorKind::BadInput, Text::tr("Name the release and the server: --release dr6 --host HOST"), {}};
    const auto config = configOf(parser);
    if (!config)
        return config.error();
    const auto prefix = SchemaNames::fromPrefix(parser.value(u"schema-prefix"_s));
    if (!prefix)
        return prefix.error();
    const auto db = context.database();
    if (!db)
        return db.error();
    RunEvents events(parser, context);
    const auto release = parser.value(u"release"_s);
    const StopSignal stop;
    events.tell(u"start"_s, {{u"release"_s, release}, {u"to"_s, config.value().host}});
    using Tables = Result<std::vector<PublishedTable>>;
    const auto published =
        db.value()
            ->run([&](QSqlDatabase& open) -> Tables {
                const TablePlace source {open, context.schemas.forRelease(release)};
                if (const auto build = ReleaseStore::current(open, source.names); !build)
                    return build.error();
                if (dryRun)
                    return publishedTables(source);
                auto there = openConnection(config.value(), connectionName);
                if (!there)
                    return there.error();
                const TablePlace target {there.value(), prefix.value().forRelease(release)};
                return publishTables(source, target, [&](qint64 rows) {
                    events.progress(Text::tr("%n rows", nullptr, static_cast<int>(rows)),
                                    {{u"rows"_s, rows}});
                    return !StopSignal::isGiven();
                });
            })
            .result();
    events.endProgress();
    if (!published) {
        events.tellEnd(published.error());
        return published.error();
    }
    tell(events, context.out, published.value(),
         dryRun ? Text::tr("These tables of %1 would be sent:").arg(release)
                : Text::tr("These tables of %1 are at %2, verified:").arg(release, config.value().host));
    qint64 rows = 0;
    for (const auto& table : published.value())
        rows += table.rows;
    events.tell(u"end"_s, {{u"tables"_s, static_cast<qint64>(published.value().size())}, {u"rows"_s, rows}});
    return Outcome::Done;
}
