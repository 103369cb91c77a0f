#include "app/commands/releasecommand.h"

#include "app/commands/arguments.h"
#include "app/commands/integratecommand.h"
#include "app/commands/packagecommand.h"
#include "app/commands/publishcommand.h"
#include "app/commands/runevents.h"
#include "app/commands/stopsignal.h"
#include "app/release/duecalendar.h"
#include "models/release/releaserules.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOptions(
        {{u"release"_s, Text::tr("The release: dr14, or dr14_q1_alpha for an internal one."), u"NAME"_s},
         {u"due"_s,
          Text::tr("The release that the calendar says is due today; DIR and PLACE then hold all "
                   "releases.")},
         {u"calendar"_s, Text::tr("Another calendar than the survey's."), u"FILE"_s},
         {u"list"_s, Text::tr("Show the calendar and do nothing.")},
         {{u"o"_s, u"output"_s},
          Text::tr("The folder to pack into; without it nothing is packed."),
          u"DIR"_s},
         {u"to"_s, Text::tr("Publish there, too: a folder, a mount or an http(s) address."), u"PLACE"_s},
         {u"from"_s, Text::tr("Only spectra of this evening and later."), u"yyyy-mm-dd"_s},
         {u"until"_s, Text::tr("Only spectra up to this evening."), u"yyyy-mm-dd"_s},
         {u"anew"_s, Text::tr("Build even when nothing has changed, and forget an interrupted build.")},
         {u"no-thumbnails"_s, Text::tr("No pictures.")},
         {u"archives"_s, Text::tr("tar.gz (default), zip or none."), u"KIND"_s},
         {u"archives-only"_s, Text::tr("No single files: spectra and thumbnails lie in one tar a plate.")},
         {u"json"_s, Text::tr("What happens as one JSON object a line.")},
         {u"quiet"_s, Text::tr("No progress.")}});
}

Error wrong(const QString& sentence)
{
    return {ErrorKind::BadInput, sentence, {}};
}

void show(const std::vector<DueRelease>& calendar, QTextStream& out)
{
    const auto today = QDateTime::currentDateTimeUtc().date();
    const auto due = dueOn(calendar, today);
    for (const auto& entry : calendar)
        out << u"%1  %2 %3  %4\n"_s.arg(entry.date.toString(Qt::ISODate))
                   .arg(entry.release, -20)
                   .arg(entry.formal ? u"formal"_s : u"quarterly"_s, -9)
                   .arg(due && *due == entry ? Text::tr("is due")
                            : entry.date <= today
                            ? Text::tr("was due")
                            : Text::tr("in %n days", nullptr, static_cast<int>(today.daysTo(entry.date))));
    out.flush();
}

/// Where a release lies below the folder of all releases.
QString below(const QString& folder, const QString& release)
{
    return folder + (folder.endsWith(u'/') ? QString() : u"/"_s) + release;
}

/// What is done one after the other, as the commands of the same names would be called.
struct Steps
{
    QStringList integrate;
    QStringList package; ///< Empty: not wanted
    QStringList publish;
};

Steps stepsOf(const QCommandLineParser& parser, const QString& release)
{
    const bool due = parser.isSet(u"due"_s);
    const auto place = [&](const QString& option) {
        return due ? below(parser.value(option), release) : parser.value(option);
    };
    const auto pass = [&](QStringList& arguments, const QStringList& flags, const QStringList& options) {
        for (const auto& flag : flags)
            if (parser.isSet(flag))
                arguments << u"--"_s + flag;
        for (const auto& option : options) // as one word, which an empty value cannot take the next one for
            if (parser.isSet(option))
                arguments << u"--%1=%2"_s.arg(option, parser.value(option));
    };
    Steps steps {.integrate = {u"--release"_s, release}, .package = {}, .publish = {}};
    pass(steps.integrate, {u"anew"_s, u"json"_s, u"quiet"_s}, {u"from"_s, u"until"_s});
    if (!parser.isSet(u"output"_s))
        return steps;
    steps.package = {u"--release"_s, release, u"-o"_s, place(u"output"_s)};
    pass(steps.package, {u"no-thumbnails"_s, u"archives-only"_s, u"json"_s, u"quiet"_s}, {u"archives"_s});
    if (!parser.isSet(u"to"_s))
        return steps;
    steps.publish = {place(u"output"_s), u"--to"_s, place(u"to"_s)};
    pass(steps.publish, {u"json"_s, u"quiet"_s}, {});
    return steps;
}

Result<Outcome> runSteps(const Steps& steps, bool json, CommandContext& context)
{
    auto outcome = Outcome::Done;
    auto packed = Outcome::Done;
    IntegrateCommand integrate;
    PackageCommand package;
    PublishCommand publish;
    const std::pair<Command*, QStringList> all[] = {
        {&integrate, steps.integrate}, {&package, steps.package}, {&publish, steps.publish}};
    for (const auto& [command, arguments] : all) {
        if (arguments.isEmpty())
            continue;
        if (command == &publish && packed == Outcome::SomeRefused) {
            context.err << Text::tr(
                "Not published, because spectra were refused; specdesk publish sends it all "
                "the same.")
                        << Qt::endl;
            return packed;
        }
        if (json)
            RunEvents(context.out, context.err, RunEvents::Manner::Json)
                .tell(u"step"_s, {{u"command"_s, command->name()}});
        if (StopSignal::isGiven())
            return Error {ErrorKind::Cancelled,
                          Text::tr("The release was stopped; it goes on when it is started again."),
                          {}};
        const auto done = command->run(arguments, context);
        if (!done)
            return done;
        if (done.value() != Outcome::Done)
            outcome = done.value();
        if (command == &package)
            packed = done.value();
    }
    return outcome;
}
}

QString ReleaseCommand::name() const
{
    return u"release"_s;
}

QString ReleaseCommand::summary() const
{
    return Text::tr("Build, pack and publish a release, the one named or the one due.");
}

QString ReleaseCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), {},
        Text::tr("Does what integrate, package and publish do, one after the other, and stops at the first "
                 "that fails.\n"
                 "May be killed at any moment and called again: what is done is not done twice. With --due "
                 "it builds\n"
                 "the release of the calendar: %1,\n"
                 "where there is none SpecDesk's own. Before its first day nothing is done.")
            .arg(ownCalendarPath()));
}

Result<Outcome> ReleaseCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseOptions(parser, name(), arguments); !parsed)
        return parsed.error();
    const bool due = parser.isSet(u"due"_s);
    auto release = parser.value(u"release"_s);
    if (due || parser.isSet(u"list"_s)) {
        const auto calendar = calendarFrom(parser.value(u"calendar"_s));
        if (!calendar)
            return calendar.error();
        if (parser.isSet(u"list"_s)) {
            show(calendar.value(), context.out);
            return Outcome::Done;
        }
        if (!release.isEmpty())
            return wrong(Text::tr("Either --release or --due."));
        const auto entry = dueOn(calendar.value(), QDateTime::currentDateTimeUtc().date());
        if (!entry) {
            context.out << Text::tr("No release is due yet.") << Qt::endl;
            return Outcome::Done;
        }
        release = entry->release;
    }
    if (!isReleaseName(release))
        return wrong(Text::tr("Name the release: specdesk release --release dr14 -o DIR, or --due."));
    if (parser.isSet(u"to"_s) && !parser.isSet(u"output"_s))
        return wrong(Text::tr("Only what is packed can be published: give -o DIR, too."));
    const bool json = parser.isSet(u"json"_s);
    const StopSignal stop; // also between two steps
    const auto outcome = runSteps(stepsOf(parser, release), json, context);
    if (json) {
        RunEvents events(context.out, context.err, RunEvents::Manner::Json);
        if (outcome)
            events.tell(u"finished"_s);
        else
            events.tellEnd(outcome.error());
    }
    return outcome;
}
