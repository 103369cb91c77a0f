#include "app/commands/ingestcommand.h"

#include "app/commands/arguments.h"
#include "app/commands/refusals.h"
#include "app/commands/stopsignal.h"
#include "app/spectra/ingestion.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IngestCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOption({u"json"_s, Text::tr("The report as one JSON object.")});
    parser.addOption({u"quiet"_s, Text::tr("No progress.")});
}

/// Redraws one line on a terminal; writes nothing into a log.
void showProgress(QTextStream& err, const IngestReport& report)
{
    err << u'\r'
        << Text::tr("%1 of %n files", nullptr, static_cast<int>(report.filesInAll)).arg(report.filesRead);
    if (report.filesRead == report.filesInAll)
        err << Qt::endl;
    err.flush();
}

void writeJson(QTextStream& out, const IngestReport& report, double seconds)
{
    QJsonArray refused;
    for (const auto& file : report.refused)
        refused.append(QJsonObject {{u"file"_s, file.file}, {u"error"_s, file.sentence}});
    const QJsonObject object {{u"files"_s, report.filesRead},
                              {u"added"_s, report.counts.added},
                              {u"updated"_s, report.counts.updated},
                              {u"unchanged"_s, report.counts.unchanged},
                              {u"refused"_s, refused},
                              {u"seconds"_s, seconds}};
    out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << Qt::endl;
}

void writeText(QTextStream& out, const IngestReport& report, double seconds)
{
    const auto files = Text::tr("%n files", nullptr, static_cast<int>(report.filesRead));
    const auto added = Text::tr("%n spectra added", nullptr, report.counts.added);
    const auto refused = Text::tr("%n files refused", nullptr, static_cast<int>(report.refused.size()));
    out << Text::tr("%1: %2, %3 updated, %4 already there; %5; %6 s.")
               .arg(files, added)
               .arg(report.counts.updated)
               .arg(report.counts.unchanged)
               .arg(refused)
               .arg(seconds, 0, 'f', 1)
        << Qt::endl;
    for (const auto& file : report.refused)
        out << Text::tr("Refused: %1: %2").arg(file.file, file.sentence) << Qt::endl;
}
}

QString IngestCommand::name() const
{
    return u"ingest"_s;
}

QString IngestCommand::summary() const
{
    return Text::tr("Read spectra into the database and queue those that need an eye.");
}

QString IngestCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(parser, name(), u"PATH…"_s,
                     Text::tr("Reads the files, folders and URLs named, stores plates, targets, objects, "
                              "spectra and exposures, and\n"
                              "queues what the rules say needs an eye. Running it again adds nothing twice. "
                              "Every file refused is\n"
                              "named with its reason; the exit status is 65 if there was any. If no file "
                              "could be read it tells "
                              "why:\n66 not there, 69 out of reach, 65 no spectrum."));
}

Result<Outcome> IngestCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    const auto files = filesToIngest(parser.positionalArguments());
    if (files.isEmpty())
        return Error {
            ErrorKind::NotFound, Text::tr("There is no spectrum to ingest: name files or folders."), {}};

    const auto rules = defaultQueueRules();
    if (!rules)
        return rules.error();
    const auto db = context.database();
    if (!db)
        return db.error();

    QElapsedTimer clock;
    clock.start();
    Ingestion ingestion(*db.value(), context.schemas, rules.value());
    const bool watched = context.terminal && !parser.isSet(u"quiet"_s);
    Ingestion::Observer observer;
    observer.onStored = [&](const IngestReport& soFar) {
        if (watched)
            showProgress(context.err, soFar);
        return !StopSignal::isGiven();
    };
    const StopSignal stop;
    const auto report = ingestion.run(files, observer);
    if (!report)
        return report.error();
    if (report.value().filesRead < report.value().filesInAll)
        return Error {
            ErrorKind::Cancelled,
            Text::tr("The ingest was stopped after %1 of %2 files, which are stored; it goes on when "
                     "it is started again.")
                .arg(report.value().filesRead)
                .arg(report.value().filesInAll),
            {}};
    const double seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    if (parser.isSet(u"json"_s))
        writeJson(context.out, report.value(), seconds);
    else
        writeText(context.out, report.value(), seconds);
    const auto& refused = report.value().refused;
    return outcomeOf(report.value().filesRead - static_cast<qsizetype>(refused.size()), refused);
}
