#include "app/commands/integratecommand.h"

#include "app/commands/arguments.h"
#include "app/commands/releaserequest.h"
#include "app/commands/runevents.h"
#include "app/commands/stopsignal.h"
#include "db/release/explanation.h"
#include "db/release/integration.h"
#include "db/sql/dbthread.h"
#include "db/stores/releasestore.h"

#include <QCoreApplication>
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
         {u"json"_s, Text::tr("What happens as one JSON object a line; the last one is the report.")},
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

QJsonObject reportOf(const Summary& summary, const IntegrationReport& report)
{
    QJsonArray unreadable;
    for (const auto& star : report.unreadable)
        unreadable.append(QJsonObject {{u"obsid"_s, star.obsid}, {u"error"_s, star.sentence}});
    return QJsonObject {{u"title"_s, summary.build.title},
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
                        {u"without_room"_s, report.withoutRoom}};
}

void printWords(const Summary& summary, const IntegrationReport& report, double seconds, QTextStream& out)
{
    if (report.unchanged)
        out << Text::tr("Nothing has changed since %1 was built at %2 UTC.")
                   .arg(summary.build.title, summary.build.finishedAt.toString(u"yyyy-MM-dd HH:mm:ss"_s))
            << '\n';
    else
        out << Text::tr("%1: %2 of %n spectra are released; %3 s.", nullptr,
                        static_cast<int>(summary.build.spectra))
                   .arg(summary.build.title)
                   .arg(summary.build.released)
                   .arg(seconds, 0, 'f', 1)
            << '\n';
    for (const auto& count : summary.classes)
        out << u"%1  %2\n"_s.arg(count.spectra, 12).arg(count.word);
    if (!summary.excluded.empty())
        out << Text::tr("Kept back:") << '\n';
    for (const auto& count : summary.excluded)
        out << u"%1  %2: %3\n"_s.arg(count.spectra, 12).arg(count.word, reasonSentence(count.word));
    if (report.withoutRoom > 0)
        out << Text::tr("%n values have no room in their columns and are left out.", nullptr,
                        static_cast<int>(report.withoutRoom))
            << '\n';
    constexpr std::size_t named = 10;
    if (!report.unreadable.empty())
        out << Text::tr("%n stars could not be measured:", nullptr,
                        static_cast<int>(report.unreadable.size()))
            << '\n';
    for (std::size_t i = 0; i < std::min(named, report.unreadable.size()); ++i)
        out << u"%1  %2\n"_s.arg(report.unreadable[i].obsid, 12).arg(report.unreadable[i].sentence);
    if (report.unreadable.size() > named)
        out << Text::tr("… and %n more; --json names all.", nullptr,
                        static_cast<int>(report.unreadable.size() - named))
            << '\n';
    out.flush();
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
    context.out << explanationText(explanation.value());
    context.out.flush();
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
    const bool json = parser.isSet(u"json"_s);
    RunEvents events(parser, context);
    const StopSignal stop;
    settings.progress = [&events](const IntegrationProgress& progress) {
        if (progress.chunks > 0)
            events.progress(Text::tr("%1 of %n parts", nullptr, static_cast<int>(progress.chunks))
                                .arg(progress.chunksDone),
                            {{u"done"_s, progress.chunksDone}, {u"of"_s, progress.chunks}});
        return !StopSignal::isGiven();
    };
    const auto db = context.database();
    if (!db)
        return db.error();
    events.tell(u"start"_s, {{u"release"_s, settings.task.release}});
    const auto report =
        db.value()
            ->run([&](QSqlDatabase& open) { return integrate(open, context.schemas, settings); })
            .result();
    events.endProgress();
    if (!report) {
        events.tellEnd(report.error());
        return report.error();
    }
    const auto summary = summaryOf(*db.value(), context.schemas.forRelease(settings.task.release));
    if (!summary)
        return summary.error();
    events.tell(u"end"_s, reportOf(summary.value(), report.value()));
    if (!json)
        printWords(summary.value(), report.value(), events.seconds(), context.out);
    return report.value().unreadable.empty() ? Outcome::Done : Outcome::SomeRefused;
}
