#include "app/commands/publishcommand.h"

#include "app/commands/arguments.h"
#include "app/commands/runevents.h"
#include "app/commands/secret.h"
#include "app/commands/stopsignal.h"
#include "app/release/duecalendar.h"
#include "app/release/publication.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PublishCommand)
};

constexpr double bytesInMegabyte = 1e6;

void describe(QCommandLineParser& parser)
{
    parser.addOptions(
        {{u"to"_s, Text::tr("A folder or mount, or an http(s) address that takes PUT."), u"PLACE"_s},
         {u"token-file"_s, Text::tr("A file with the bearer token for the address."), u"FILE"_s},
         {u"due"_s,
          Text::tr("Publish what the survey's calendar says is due; DIR is then the folder of all "
                   "releases.")},
         {u"calendar"_s, Text::tr("The same with another calendar."), u"FILE"_s},
         {u"anew"_s, Text::tr("Compare every file there, also what earlier runs brought.")},
         {u"dry-run"_s, Text::tr("Tell what would be sent and removed; change nothing.")},
         {u"json"_s, Text::tr("What happens as one JSON object a line.")},
         {u"quiet"_s, Text::tr("No progress.")}});
}

/// Tells who can read a secret of this address: RFC 6750, section 5.3, wants TLS for a token.
void warnOfExposure(const QString& place, bool hasToken, QTextStream& err)
{
    const QUrl address(place);
    const auto host = address.host();
    const bool isHere = host == u"localhost" || host.startsWith("127."_L1) || host == u"::1";
    const bool isClear = address.scheme() == u"http" && !isHere;
    if (!address.password().isEmpty())
        err << Text::tr("Everybody on this computer can read the password in the address; --token-file keeps "
                        "one to itself.")
            << Qt::endl;
    if (isClear && (hasToken || !address.password().isEmpty()))
        err << Text::tr("%1 is no https address: everybody on the way there can read what opens it.")
                   .arg(address.toDisplayString(QUrl::RemoveUserInfo))
            << Qt::endl;
}

/// What the calendar says is due today; nothing before its first day.
Result<std::optional<DueRelease>> dueRelease(const QString& path)
{
    const auto calendar = calendarFrom(path);
    if (!calendar)
        return calendar.error();
    return dueOn(calendar.value(), QDateTime::currentDateTimeUtc().date());
}

QJsonObject details(const PublishState& state)
{
    return {{u"sent"_s, state.sent},
            {u"there"_s, state.there},
            {u"removed"_s, state.removed},
            {u"of"_s, state.inAll},
            {u"bytes"_s, state.bytes}};
}

QString progressLine(const PublishState& state)
{
    return Text::tr("%1 of %n files, %2 MB sent", nullptr, static_cast<int>(state.inAll))
        .arg(state.sent + state.there)
        .arg(static_cast<double>(state.bytes) / bytesInMegabyte, 0, 'f', 0);
}

QString summaryText(const PublishState& state, const QString& folder, const QString& target, bool dryRun)
{
    const int sent = static_cast<int>(state.sent);
    const auto sentence = dryRun
        ? Text::tr("%1 would go to %2: %n files to send (%3 MB), %4 there already, %5 to remove.", nullptr,
                   sent)
        : Text::tr("%1 is at %2: %n files sent (%3 MB), %4 there already, %5 removed; all verified.", nullptr,
                   sent);
    return sentence.arg(folder, target)
        .arg(static_cast<double>(state.bytes) / bytesInMegabyte, 0, 'f', 1)
        .arg(state.there)
        .arg(state.removed);
}
}

QString PublishCommand::name() const
{
    return u"publish"_s;
}

QString PublishCommand::summary() const
{
    return Text::tr("Bring a packed release to the data centre.");
}

QString PublishCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), u"DIR"_s,
        Text::tr("Sends every file of the packed release in DIR that is not there yet, checks what arrived "
                 "by its\n"
                 "SHA-256, sends the manifest last, and removes what an earlier publication brought and the\n"
                 "release does not have any more. Broken off, it goes on where it was."));
}

Result<Outcome> PublishCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"to"_s))
        return Error {ErrorKind::BadInput,
                      Text::tr("Name the packed release and the place: specdesk publish DIR --to PLACE"),
                      {}};
    PublishSettings settings {.folder = QFileInfo(parser.positionalArguments().first()).absoluteFilePath()};
    settings.dryRun = parser.isSet(u"dry-run"_s);
    settings.anew = parser.isSet(u"anew"_s);
    auto place = parser.value(u"to"_s);
    if (parser.isSet(u"due"_s) || parser.isSet(u"calendar"_s)) {
        const auto due = dueRelease(parser.value(u"calendar"_s));
        if (!due)
            return due.error();
        if (!due.value()) {
            context.out << Text::tr("No release is due yet.") << Qt::endl;
            return Outcome::Done;
        }
        settings.folder += u'/' + due.value()->release;
        place += (place.endsWith(u'/') ? QString() : u"/"_s) + due.value()->release;
    }
    QByteArray token;
    if (parser.isSet(u"token-file"_s)) {
        const auto secret = secretIn(parser.value(u"token-file"_s));
        if (!secret)
            return secret.error();
        token = secret.value();
    }
    warnOfExposure(place, !token.isEmpty(), context.err);
    auto target = PublicationTarget::open(place, token);
    if (!target)
        return target.error();

    const bool json = parser.isSet(u"json"_s);
    RunEvents events(parser, context);
    const StopSignal stop;
    events.tell(u"start"_s, {{u"folder"_s, settings.folder}, {u"to"_s, target.value()->name()}});
    Publication publication(settings, *target.value());
    const auto state = publication.run([&](const PublishState& soFar) {
        events.progress(progressLine(soFar), details(soFar));
        return !StopSignal::isGiven();
    });
    events.endProgress();
    if (!state) {
        events.tellEnd(state.error());
        return state.error();
    }
    events.tell(u"end"_s, details(state.value()));
    if (!json)
        context.out << summaryText(state.value(), settings.folder, target.value()->name(), settings.dryRun)
                    << Qt::endl;
    return Outcome::Done;
}
