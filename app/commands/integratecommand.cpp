#include "app/commands/integratecommand.h"

#include "app/commands/arguments.h"
#include "app/commands/releaserequest.h"
#include "db/release/explanation.h"
#include "db/release/integration.h"
#include "db/sql/dbthread.h"
#include "db/stores/releasestore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IntegrateCommand)
};

void describe(QCommandLineParser& parser)
{
    describeRelease(parser);
    parser.addOptions(
        {{u"explain"_s, Text::tr("Build nothing; tell what would become of this spectrum, rule by rule."),
          u"OBSID"_s},
         {u"anew"_s, Text::tr("Build even when nothing has changed, and forget an interrupted build.")},
         {u"jobs"_s, Text::tr("Connections that work at once (default: one for each core, at most 8)."),
          u"N"_s},
         {u"json"_s, Text::tr("The report as one JSON object.")},
         {u"quiet"_s, Text::tr("No progress.")}});
}

/// What a build left, for the report.
struct Summary
{
    ReleaseBuild build;
    std::vector<ReleaseCount> classes;
    std::vector<ReleaseCount> excluded;
};

Result<Summary> summaryOf(DbThread& db, const SchemaNames& names)
{
    return db
        .run([&](QSqlDatabase& open) -> Result<Summary> {
            auto build = ReleaseStore::current(open, names);
            if (!build)
                return build.error();
            auto classes = ReleaseStore::classes(open, names);
            if (!classes)
                return classes.error();
            auto excluded = ReleaseStore::excluded(open, names);
            if (!excluded)
                return excluded.error();
            return Summary {build.value(), std::move(classes).value(), std::move(excluded).value()};
        })
        .result();
}

QJsonObject counts(const std::vector<ReleaseCount>& list)
{
    QJsonObject object;
    for (const auto& count : list)
        object.insert(count.word, count.spectra);
    return object;
}

void printJson(const Summary& summary, const IntegrationReport& report, double seconds, QTextStream& out)
{
    QJsonArray unreadable;
    for (const auto& star : report.unreadable)
        unreadable.append(QJsonObject {{u"obsid"_s, star.obsid}, {u"error"_s, star.sentence}});
    const QJsonObject object {{u"title"_s, summary.build.title},
                              {u"formal"_s, summary.build.formal},
                              {u"rules"_s, summary.build.rulesVersion},
                              {u"finished"_s, summary.build.finishedAt.toString(Qt::ISODate)},
                              {u"unchanged"_s, report.unchanged},
                              {u"resumed"_s, report.resumed},
                              {u"spectra"_s, summary.build.spectra},
                              {u"released"_s, summary.build.released},
                              {u"classes"_s, counts(summary.classes)},
                              {u"excluded"_s, counts(summary.excluded)},
                              {u"unreadable"_s, unreadable},
                              {u"without_room"_s, report.withoutRoom},
                              {u"seconds"_s, seconds}};
    out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << Qt::endl;
}

void printWords(const Summary& summary, const IntegrationReport& report, double seconds, QTextStream& out)
{
    if (report.unchanged)
        out << Text::tr("Nothing has changed since %1 was built at %2 UTC.")
                   .arg(summary.build.title, summary.build.finishedAt.toString(u"yyyy-MM-dd HH:mm:ss"_s))
            << '\n';
    else
        out << Text::tr("%1: %2 of %3 spectra are released; %4 s.")
                   .arg(summary.build.title)
                   .arg(summary.build.released)
                   .arg(summary.build.spectra)
                   .arg(seconds, 0, 'f', 1)
            << '\n';
    for (const auto& count : summary.classes)
        out << u"%1  %2\n"_s.arg(count.spectra, 12).arg(count.word);
    if (!summary.excluded.empty())
        out << Text::tr("Kept back:") << '\n';
    for (const auto& count : summary.excluded)
        out << u"%1  %2: %3\n"_s.arg(count.spectra, 12).arg(count.word, reasonSentence(count.word));
    if (report.withoutRoom > 0)
        out << Text::tr("%1 values have no room in their columns and are left out.").arg(report.withoutRoom)
            << '\n';
    constexpr std::size_t named = 10;
    if (!report.unreadable.empty())
        out << Text::tr("%1 stars could not be measured:").arg(report.unreadable.size()) << '\n';
    for (std::size_t i = 0; i < std::min(named, report.unreadable.size()); ++i)
        out << u"%1  %2\n"_s.arg(report.unreadable[i].obsid, 12).arg(report.unreadable[i].sentence);
    out.flush();
}

void printVersion(const ExplainedVersion& version, QTextStream& out)
{
    const auto verdict = !version.isNewest ? Text::tr("a newer version takes its place")
        : version.reason.isEmpty()         ? Text::tr("would be released")
                                           : Text::tr("would be kept back: %1").arg(version.reason);
    out << Text::tr("Pipeline %1: %2.").arg(version.version, verdict) << '\n'
        << Text::tr("  Class %1 %2, z %3, by %4.")
               .arg(version.text(u"final_class"_s), version.text(u"final_subclass"_s),
                    version.evidence.contains(u"final_z"_s) ? version.text(u"final_z"_s)
                                                            : Text::tr("unknown"),
                    version.text(u"decided_by"_s))
        << '\n';
    for (const auto& rule : version.rules)
        out << u"  %1 %2: %3\n"_s.arg(rule.applies ? u"✗"_s : u"·"_s, rule.reason,
                                      reasonSentence(rule.reason));
    out << Text::tr("  Seen:");
    for (auto value = version.evidence.begin(); value != version.evidence.end(); ++value)
        out << u' ' << value.key() << u'=' << value->toString();
    out << '\n';
}

QJsonObject jsonOf(const Explanation& explanation)
{
    QJsonArray versions;
    for (const auto& version : explanation.versions) {
        QJsonArray rules;
        for (const auto& rule : version.rules)
            rules.append(QJsonObject {{u"reason"_s, rule.reason}, {u"applies"_s, rule.applies}});
        versions.append(QJsonObject {{u"version"_s, version.version},
                                     {u"newest"_s, version.isNewest},
                                     {u"reason"_s, version.reason},
                                     {u"rules"_s, rules},
                                     {u"evidence"_s, QJsonObject::fromVariantMap(version.evidence)}});
    }
    QJsonObject object {{u"versions"_s, versions}};
    if (explanation.built)
        object.insert(u"built"_s,
                      QJsonObject {{u"released"_s, explanation.built->isReleased},
                                   {u"reason"_s, explanation.built->reason},
                                   {u"version"_s, explanation.built->version}});
    return object;
}

Result<Outcome> explainOne(const QCommandLineParser& parser, const ReleaseTask& task, CommandContext& context)
{
    bool isNumber = false;
    const auto obsid = parser.value(u"explain"_s).toLongLong(&isNumber);
    if (!isNumber)
        return Error {ErrorKind::BadInput, Text::tr("%1 is no obsid.").arg(parser.value(u"explain"_s)), {}};
    const auto db = context.database();
    if (!db)
        return db.error();
    const auto explanation =
        db.value()
            ->run([&](QSqlDatabase& open) -> Result<Explanation> {
                const auto releases = ReleaseStore::releases(open, context.schemas);
                if (!releases)
                    return releases.error();
                if (!releases.value().contains(task.release)) // a typing error must not make a schema
                    return Error {
                        ErrorKind::NotFound, Text::tr("There is no release “%1”.").arg(task.release), {}};
                return explain(open, context.schemas, task, obsid);
            })
            .result();
    if (!explanation)
        return explanation.error();
    if (parser.isSet(u"json"_s)) {
        context.out << QString::fromUtf8(
            QJsonDocument(jsonOf(explanation.value())).toJson(QJsonDocument::Compact))
                    << Qt::endl;
        return Outcome::Done;
    }
    for (const auto& version : explanation.value().versions)
        printVersion(version, context.out);
    const auto& built = explanation.value().built;
    context.out << (!built ? Text::tr("The release as built does not have it.")
                        : built->isReleased
                        ? Text::tr("The release as built lets it out.")
                        : Text::tr("The release as built keeps it back: %1.").arg(built->reason))
                << Qt::endl;
    return Outcome::Done;
}

Result<int> jobsOf(const QCommandLineParser& parser)
{
    constexpr int most = 8;
    if (!parser.isSet(u"jobs"_s))
        return std::clamp(QThread::idealThreadCount(), 1, most);
    bool isNumber = false;
    const int jobs = parser.value(u"jobs"_s).toInt(&isNumber);
    if (!isNumber || jobs < 1 || jobs > 64)
        return Error {ErrorKind::BadInput, Text::tr("--jobs takes a number from 1 to 64."), {}};
    return jobs;
}
}

QString IntegrateCommand::name() const
{
    return u"integrate"_s;
}

QString IntegrateCommand::summary() const
{
    return Text::tr("Build the catalogues of a release.");
}

QString IntegrateCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), {},
        Text::tr("Decides by rules which spectra go into a release and fills its product database: general "
                 "catalogue,\n"
                 "AFGK stars, plates and, in formal releases, line indices of A stars and bands of M stars.\n"
                 "It may be killed and started again; the old release stays until the new one is whole. Two "
                 "at once are\n"
                 "refused (exit status 69). Stars whose files cannot be read are named (exit status 65)."));
}

Result<Outcome> IntegrateCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseOptions(parser, name(), arguments); !parsed)
        return parsed.error();
    auto task = releaseTaskOf(parser);
    if (!task)
        return task.error();
    const auto jobs = jobsOf(parser);
    if (!jobs)
        return jobs.error();
    if (parser.isSet(u"explain"_s))
        return explainOne(parser, task.value(), context);

    IntegrationSettings settings;
    settings.task = std::move(task).value();
    settings.connections = jobs.value();
    settings.anew = parser.isSet(u"anew"_s);
    settings.programVersion = QCoreApplication::applicationVersion().left(40);
    if (context.terminal && !parser.isSet(u"quiet"_s))
        settings.progress = [&context](const IntegrationProgress& progress) {
            context.err << u'\r' << Text::tr("%1 of %2 parts").arg(progress.chunksDone).arg(progress.chunks);
            if (progress.chunksDone == progress.chunks)
                context.err << Qt::endl;
            context.err.flush();
            return true;
        };
    const auto db = context.database();
    if (!db)
        return db.error();
    QElapsedTimer clock;
    clock.start();
    const auto report =
        db.value()
            ->run([&](QSqlDatabase& open) { return integrate(open, context.schemas, settings); })
            .result();
    if (!report)
        return report.error();
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    const auto summary = summaryOf(*db.value(), context.schemas.forRelease(settings.task.release));
    if (!summary)
        return summary.error();
    if (parser.isSet(u"json"_s))
        printJson(summary.value(), report.value(), seconds, context.out);
    else
        printWords(summary.value(), report.value(), seconds, context.out);
    return report.value().unreadable.empty() ? Outcome::Done : Outcome::SomeRefused;
}
