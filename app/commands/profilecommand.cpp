#include "app/commands/profilecommand.h"

#include "app/commands/arguments.h"
#include "app/commands/optionreader.h"
#include "app/commands/secret.h"
#include "app/session/settings.h"
#include "db/keyring/keyring.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOption(
        {u"account"_s, Text::tr("Your account on the server; your login name unless given."), u"NAME"_s});
    parser.addOption({u"port"_s, Text::tr("TCP port, 3306 unless given."), u"PORT"_s});
    parser.addOption(
        {u"ca"_s, Text::tr("PEM file of the authority that signed the server's certificate."), u"FILE"_s});
    parser.addOption({u"allow-clear"_s, Text::tr("Connect even where the server offers no TLS.")});
    parser.addOption({u"schema-prefix"_s, Text::tr("First part of the schemas' names, lamost unless given."),
                      u"PREFIX"_s});
    parser.addOption({u"password-stdin"_s,
                      Text::tr("Read the password from the standard input into the system keyring.")});
    parser.addOption(
        {u"forget-password"_s,
         Text::tr("Remove the password from the keyring: of HOST, or of the server that is used.")});
}

Result<ServerProfile> profileOf(const QCommandLineParser& parser, const QString& host, const QString& account)
{
    ServerProfile profile;
    profile.name = host;
    profile.host = host;
    profile.account = parser.isSet(u"account"_s) ? parser.value(u"account"_s) : account;
    profile.tlsRequired = !parser.isSet(u"allow-clear"_s);
    profile.caFile = parser.value(u"ca"_s);
    profile.schemaPrefix = parser.value(u"schema-prefix"_s);
    if (parser.isSet(u"port"_s)) {
        OptionReader reader(parser, u"profile"_s);
        profile.port = reader.port(u"port"_s);
        if (reader.error())
            return *reader.error();
    }
    if (!profile.caFile.isEmpty() && !QFile::exists(profile.caFile))
        return Error {ErrorKind::NotFound, Text::tr("There is no file %1.").arg(profile.caFile), {}};
    if (auto names =
            SchemaNames::fromPrefix(profile.schemaPrefix.isEmpty() ? u"lamost"_s : profile.schemaPrefix);
        !names)
        return names.error();
    return profile;
}

Result<void> rememberPassword(const ServerProfile& profile)
{
    const auto secret = secretFromInput();
    if (!secret)
        return secret.error();
    return Keyring::wait(Keyring::setPassword(profile.keyringEntry(), QString::fromUtf8(secret.value())));
}

Result<Outcome> forgetPassword(const QCommandLineParser& parser, QTextStream& out)
{
    const auto hosts = parser.positionalArguments();
    const auto settings = loadSettings();
    if (hosts.isEmpty() && !settings.server)
        return Error {
            ErrorKind::BadInput, Text::tr("SpecDesk's own server has no password; name a HOST."), {}};
    const auto profile = hosts.isEmpty() ? Result<ServerProfile>(*settings.server)
                                         : profileOf(parser, hosts.first(), settings.account);
    if (!profile)
        return profile.error();
    const auto entry = profile.value().keyringEntry();
    if (auto removed = Keyring::wait(Keyring::removePassword(entry)); !removed)
        return removed.error();
    out << Text::tr("The password of %1 is forgotten.").arg(entry) << Qt::endl;
    return Outcome::Done;
}

/// The environment may say otherwise than the settings just written.
void showSaved(QTextStream& out, const ServerProfile& profile)
{
    out << Text::tr(
               "%1, port %2, as %3 is remembered, but SPECDESK_SERVER=own is set in the environment: while "
               "it is, SpecDesk uses its own server.")
               .arg(profile.host)
               .arg(profile.port)
               .arg(profile.account)
        << Qt::endl;
}

void show(QTextStream& out, const Settings& settings)
{
    if (!settings.server) {
        out << Text::tr("SpecDesk uses its own server; verdicts are signed %1.").arg(settings.account)
            << Qt::endl;
        return;
    }
    out << Text::tr("SpecDesk uses %1, port %2, as %3%4; schemas begin with %5.")
               .arg(settings.server->host)
               .arg(settings.server->port)
               .arg(settings.account, settings.server->tlsRequired ? Text::tr(" over TLS") : QString(),
                    settings.schemaPrefix())
        << Qt::endl;
}
}

QString ProfileCommand::name() const
{
    return u"profile"_s;
}

QString ProfileCommand::summary() const
{
    return Text::tr("Choose the database server: SpecDesk's own or the survey's.");
}

QString ProfileCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(parser, name(), u"[own|HOST]"_s,
                     Text::tr("Without an argument tells which server is used. `own` goes back to SpecDesk's "
                              "own one. The password\n"
                              "of a remote account is kept in the system keyring and nowhere else."));
}

Result<Outcome> ProfileCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    const auto words = parser.positionalArguments();
    if (words.size() > 1)
        return Error {ErrorKind::BadInput, Text::tr("Name one server. Try: specdesk profile --help"), {}};
    if (parser.isSet(u"forget-password"_s))
        return forgetPassword(parser, context.out);
    if (words.isEmpty()) {
        show(context.out, loadSettings());
        return Outcome::Done;
    }
    if (words.first() == "own"_L1) {
        saveServer({});
    } else {
        const auto profile = profileOf(parser, words.first(), loadSettings().account);
        if (!profile)
            return profile.error();
        if (parser.isSet(u"password-stdin"_s))
            if (auto remembered = rememberPassword(profile.value()); !remembered)
                return remembered.error();
        saveServer(profile.value());
        if (!loadSettings().server) {
            showSaved(context.out, profile.value());
            return Outcome::Done;
        }
    }
    show(context.out, loadSettings());
    return Outcome::Done;
}
