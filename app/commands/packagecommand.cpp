#include "app/commands/packagecommand.h"

#include "app/commands/arguments.h"
#include "app/commands/optionreader.h"
#include "app/commands/runevents.h"
#include "app/commands/stopsignal.h"
#include "app/release/databasesource.h"
#include "app/release/releaseextras.h"
#include "db/sql/dbthread.h"
#include "db/stores/releasestore.h"
#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::size_t refusedInSummary = 20;
constexpr double bytesInMegabyte = 1e6;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PackageCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOptions(
        {{u"release"_s, Text::tr("The release to pack, e.g. dr6 or dr6_alpha."), u"NAME"_s},
         {{u"o"_s, u"output"_s},
          Text::tr("The folder of the release; it is made when it is not there."),
          u"DIR"_s},
         {u"date"_s, Text::tr("Date of the release, which every header gets (default: headers keep theirs)."),
          u"YYYY-MM-DD"_s},
         {u"archives"_s, Text::tr("tar.gz (default), zip or none."), u"KIND"_s, u"tar.gz"_s},
         {u"archives-only"_s,
          Text::tr("No single files: spectra and thumbnails lie in one tar a plate, each with an index.")},
         {u"by"_s, Text::tr("One archive a plate (default) or a night."), u"plate|night"_s, u"plate"_s},
         {u"no-thumbnails"_s, Text::tr("No pictures.")},
         {u"no-catalogues"_s, Text::tr("No catalogues.")},
         {u"rules"_s, Text::tr("Another table of header rules."), u"FILE"_s},
         {u"force"_s, Text::tr("Take away what is packed even when it is more than half of the plates.")},
         {u"jobs"_s, Text::tr("Plates to pack at once (default: one for each core)."), u"N"_s},
         {u"json"_s, Text::tr("What happens as one JSON object a line.")},
         {u"quiet"_s, Text::tr("No progress.")}});
}

Result<HeaderRules> rulesFrom(const QString& path)
{
    if (path.isEmpty())
        return HeaderRules::builtIn();
    const auto text = readWholeFile(path);
    return text ? HeaderRules::fromJson(text.value()) : text.error();
}

Result<PackageSettings> settingsOf(const QCommandLineParser& parser)
{
    const auto wrong = [](const QString& sentence) { return Error {ErrorKind::BadInput, sentence, {}}; };
    if (!parser.isSet(u"release"_s) || !parser.isSet(u"output"_s))
        return wrong(Text::tr("Name the release and the folder: specdesk package --release dr6 -o DIR"));
    auto rules = rulesFrom(parser.value(u"rules"_s));
    if (!rules)
        return rules.error();
    PackageSettings settings {.folder = QFileInfo(parser.value(u"output"_s)).absoluteFilePath(),
                              .release = {},
                              .rules = std::move(rules).value()};
    settings.thumbnails = !parser.isSet(u"no-thumbnails"_s);
    settings.force = parser.isSet(u"force"_s);
    if (parser.isSet(u"jobs"_s)) {
        OptionReader reader(parser, u"package"_s);
        settings.threads = reader.wholeNumber(u"jobs"_s);
        reader.complainUnless(settings.threads > 0, u"jobs"_s, parser.value(u"jobs"_s));
        if (reader.error())
            return *reader.error();
    }
    if (parser.isSet(u"date"_s)) {
        settings.release.date = QDate::fromString(parser.value(u"date"_s), Qt::ISODate);
        if (!settings.release.date.isValid())
            return wrong(Text::tr("%1 is no date.").arg(parser.value(u"date"_s)));
    }
    const auto archives = parser.value(u"archives"_s);
    if (archives == "zip"_L1)
        settings.archives = ArchiveKind::Zip;
    else if (archives == "none"_L1)
        settings.archives.reset();
    else if (archives != "tar.gz"_L1)
        return wrong(Text::tr("%1 is no kind of archive: tar.gz, zip or none.").arg(archives));
    if (parser.isSet(u"archives-only"_s)) {
        if (parser.isSet(u"archives"_s))
            return wrong(Text::tr("--archives-only makes tar files; leave --archives out."));
        settings.archives = ArchiveKind::Tar;
        settings.singleFiles = false;
    }
    settings.archiveByNight = parser.value(u"by"_s) == "night"_L1;
    if (!settings.archiveByNight && parser.value(u"by"_s) != "plate"_L1)
        return wrong(Text::tr("An archive is made for a plate or for a night."));
    return settings;
}

void showProgress(RunEvents& events, const PackState& state)
{
    events.progress(Text::tr("%1 of %n spectra, %2 MB", nullptr, static_cast<int>(state.inAll))
                        .arg(state.packed + state.kept + state.refused)
                        .arg(static_cast<double>(state.bytes) / bytesInMegabyte, 0, 'f', 0),
                    {{u"packed"_s, state.packed},
                     {u"kept"_s, state.kept},
                     {u"refused"_s, state.refused},
                     {u"of"_s, state.inAll},
                     {u"bytes"_s, state.bytes}});
}

/// What a mail of cron should say: what was done, and what needs a person.
void writeSummary(QTextStream& out, const PackReport& report, const PackageSettings& settings, double seconds)
{
    const auto& state = report.state;
    out << Text::tr("%1 is in %2.").arg(settings.release.title, settings.folder) << u'\n'
        << Text::tr("%n spectra packed, %1 unchanged, %2 refused, %3 kept back; %4 s.", nullptr,
                    static_cast<int>(state.packed))
               .arg(state.kept)
               .arg(state.refused)
               .arg(report.statistics.excludedInAll())
               .arg(seconds, 0, 'f', 1)
        << u'\n';
    for (std::size_t i = 0; i < std::min(refusedInSummary, report.refused.size()); ++i)
        out << Text::tr("Refused: %1: %2").arg(report.refused[i].obsid).arg(report.refused[i].sentence)
            << u'\n';
    if (report.refused.size() > refusedInSummary)
        out << Text::tr("… and %1 more.").arg(report.refused.size() - refusedInSummary) << u'\n';
    out.flush();
}

Result<ReleaseBuild> currentBuild(DbThread& db, const SchemaNames& names)
{
    return db.run([&](QSqlDatabase& open) { return ReleaseStore::current(open, names); }).result();
}

/// Units are read one after the other, the catalogues at the end: all of one build, or there is no manifest.
Result<void> insistOnSameBuild(int build, DbThread& db, const SchemaNames& names)
{
    const auto now = currentBuild(db, names);
    if (!now)
        return now.error();
    if (now.value().id == build)
        return {};
    return Error {ErrorKind::Unavailable,
                  Text::tr("The release was built anew while it was packed; start the packing again."),
                  u"build %1, then %2"_s.arg(build).arg(now.value().id)};
}

Result<PackReport> pack(const PackageSettings& settings, const ReleaseBuild& build, const QString& release,
                        bool catalogues, DbThread& db, const SchemaNames& names, RunEvents& events)
{
    Packaging packaging(settings, databaseSource(db, names));
    auto report = packaging.run([&](const PackState& state) {
        showProgress(events, state);
        return !StopSignal::isGiven();
    });
    if (!report)
        return report;
    for (const auto& refused : report.value().refused)
        events.tell(u"refused"_s, {{u"obsid"_s, refused.obsid}, {u"error"_s, refused.sentence}});
    if (catalogues) {
        events.tell(u"catalogues"_s);
        if (auto added = addCatalogues(report.value(), settings.folder, db, names, release,
                                       [] { return !StopSignal::isGiven(); });
            !added)
            return added.error();
    }
    if (auto added = addStatistics(report.value(), settings.folder, settings.release); !added)
        return added.error();
    if (auto same = insistOnSameBuild(build.id, db, names); !same)
        return same.error();
    if (auto written = writeReleaseManifest(report.value(), settings.folder); !written)
        return written.error();
    return report;
}
}

QString PackageCommand::name() const
{
    return u"package"_s;
}

QString PackageCommand::summary() const
{
    return Text::tr("Pack an integrated release: spectra, thumbnails, archives, catalogues.");
}

QString PackageCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), {},
        Text::tr(
            "Writes every released spectrum with its header rewritten, its thumbnail, archives, catalogues,\n"
            "statistics and a manifest with sizes and SHA-256. Run again it packs only what is new or "
            "changed;\n"
            "stopped or killed, it goes on where it was. The exit status is 65 when a spectrum was "
            "refused."));
}

Result<Outcome> PackageCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseOptions(parser, name(), arguments); !parsed)
        return parsed.error();
    auto settings = settingsOf(parser);
    if (!settings)
        return settings.error();
    const auto db = context.database();
    if (!db)
        return db.error();
    const auto release = parser.value(u"release"_s);
    const auto names = context.schemas.forRelease(release);
    const auto build = currentBuild(*db.value(), names);
    if (!build)
        return build.error();
    settings.value().release.title = build.value().title;

    const bool json = parser.isSet(u"json"_s);
    RunEvents events(parser, context);
    const StopSignal stop;
    events.tell(u"start"_s,
                {{u"release"_s, settings.value().release.title}, {u"folder"_s, settings.value().folder}});
    const auto report = pack(settings.value(), build.value(), release, !parser.isSet(u"no-catalogues"_s),
                             *db.value(), names, events);
    events.endProgress();
    if (!report) {
        events.tellEnd(report.error());
        return report.error();
    }
    const auto& state = report.value().state;
    events.tell(u"end"_s,
                {{u"packed"_s, state.packed},
                 {u"kept"_s, state.kept},
                 {u"refused"_s, state.refused},
                 {u"excluded"_s, report.value().statistics.excludedInAll()},
                 {u"bytes"_s, state.bytes}});
    if (!json)
        writeSummary(context.out, report.value(), settings.value(), events.seconds());
    return report.value().refused.empty() ? Outcome::Done : Outcome::SomeRefused;
}
