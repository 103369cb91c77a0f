#include "app/commands/membercommand.h"

#include "app/commands/arguments.h"
#include "app/commands/databasejob.h"
#include "app/commands/rowtable.h"
#include "app/commands/secret.h"
#include "db/sql/grants.h"
#include "db/stores/memberstore.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MemberCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOption(
        {u"role"_s,
         Text::tr("inspector (unless another is named), rechecker, team2d, lead, release or admin."),
         u"ROLE"_s, u"inspector"_s});
    parser.addOption({u"name"_s, Text::tr("The person's name."), u"NAME"_s});
    parser.addOption({u"department"_s, Text::tr("Where the person works."), u"NAME"_s});
    parser.addOption(
        {u"host"_s, Text::tr("From where the account may connect; % is everywhere."), u"HOST"_s, u"%"_s});
    parser.addOption({u"allow-clear"_s, Text::tr("Let the account in without TLS too.")});
    parser.addOption(
        {u"password-stdin"_s,
         Text::tr("Read the password from the standard input; otherwise one is made up and printed.")});
    parser.addOption({u"json"_s, Text::tr("One JSON object a line instead of a table.")});
}

/// Twenty letters and digits without those that look alike: 115 bits.
QString madeUpPassword()
{
    const auto letters = u"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"_s;
    QString password;
    for (int i = 0; i < 20; ++i)
        password += letters.at(QRandomGenerator::system()->bounded(static_cast<int>(letters.size())));
    return password;
}

Result<QString> passwordFor(const QCommandLineParser& parser)
{
    if (!parser.isSet(u"password-stdin"_s))
        return madeUpPassword();
    const auto secret = secretFromInput();
    return secret ? Result<QString>(QString::fromUtf8(secret.value())) : secret.error();
}

/// Says what was done to an account, where it was done.
Result<void> tell(const Result<void>& done, const QString& sentence, CommandContext& context)
{
    if (done)
        context.out << sentence << Qt::endl;
    return done;
}

/// A made-up password is said once the account has it.
Result<void> tellPassword(const Result<void>& done, const QCommandLineParser& parser, const QString& password,
                          CommandContext& context)
{
    if (done && !parser.isSet(u"password-stdin"_s))
        context.out << Text::tr("Password: %1").arg(password) << Qt::endl;
    return done;
}

Result<MemberRole> roleFrom(const QString& name)
{
    const auto role = memberRoleFrom(name);
    if (!role)
        return Error {ErrorKind::BadInput, Text::tr("“%1” is no role.").arg(name), {}};
    return *role;
}

Result<void> list(QSqlDatabase& db, const CommandContext& context, bool json)
{
    const auto members = MemberStore::all(db, context.schemas);
    if (!members)
        return members.error();
    std::vector<QVariantList> rows;
    for (const auto& member : members.value())
        rows.push_back({member.account, member.fullName, member.department, roleName(member.role),
                        stateName(member.state), member.host, member.tlsRequired, member.lastLogin,
                        member.failures});
    writeRows(context.out,
              {{u"account"_s, Text::tr("Account")},
               {u"name"_s, Text::tr("Name")},
               {u"department"_s, Text::tr("Department")},
               {u"role"_s, Text::tr("Role")},
               {u"state"_s, Text::tr("State")},
               {u"host"_s, Text::tr("From")},
               {u"tls"_s, Text::tr("TLS only")},
               {u"last_login"_s, Text::tr("Last login")},
               {u"failures"_s, Text::tr("Wrong passwords")}},
              rows, json);
    return {};
}

Result<void> add(QSqlDatabase& db, CommandContext& context, const QCommandLineParser& parser,
                 const QString& account)
{
    const auto role = roleFrom(parser.value(u"role"_s));
    if (!role)
        return role.error();
    const auto password = passwordFor(parser);
    if (!password)
        return password.error();
    // Roles that an older program did not know must be there.
    if (auto installed = installGrants(db, context.schemas);
        !installed && installed.error().kind != ErrorKind::Refused)
        return installed;
    const auto added = MemberStore::add(db, context.schemas,
                                        {.account = account,
                                         .host = parser.value(u"host"_s),
                                         .password = password.value(),
                                         .fullName = parser.value(u"name"_s),
                                         .department = parser.value(u"department"_s),
                                         .role = role.value(),
                                         .tlsRequired = !parser.isSet(u"allow-clear"_s)});
    return tellPassword(tell(added, Text::tr("%1 may log in now.").arg(account), context), parser,
                        password.value(), context);
}

Result<void> reset(QSqlDatabase& db, CommandContext& context, const QCommandLineParser& parser,
                   const QString& account)
{
    const auto password = passwordFor(parser);
    if (!password)
        return password.error();
    const auto reset = MemberStore::resetPassword(db, context.schemas, account, password.value());
    return tellPassword(tell(reset, Text::tr("%1 has a new password.").arg(account), context), parser,
                        password.value(), context);
}

Result<void> giveRole(QSqlDatabase& db, CommandContext& context, const QString& account, const QString& name)
{
    const auto role = roleFrom(name);
    if (!role)
        return role.error();
    return tell(MemberStore::setRole(db, context.schemas, account, role.value()),
                Text::tr("%1 has the role %2 now.").arg(account, name), context);
}

Result<void> perform(QSqlDatabase& db, CommandContext& context, const QCommandLineParser& parser)
{
    const auto words = parser.positionalArguments();
    const auto deed = words.value(0);
    const auto account = words.value(1);
    if (words.isEmpty() || (words.size() == 1 && deed == "list"_L1))
        return list(db, context, parser.isSet(u"json"_s));
    if (words.size() == 3 && deed == "rights"_L1)
        return giveRole(db, context, account, words.at(2));
    if (words.size() == 2) {
        if (deed == "add"_L1)
            return add(db, context, parser, account);
        if (deed == "reset"_L1)
            return reset(db, context, parser, account);
        const std::tuple<QString, MemberState, QString> deeds[] = {
            {u"lock"_s, MemberState::Locked, Text::tr("%1 is locked.")},
            {u"unlock"_s, MemberState::Active, Text::tr("%1 may log in again.")},
            {u"remove"_s, MemberState::Removed, Text::tr("%1 is removed; the verdicts stay.")}};
        for (const auto& [word, state, sentence] : deeds)
            if (deed == word)
                return tell(MemberStore::setState(db, context.schemas, account, state), sentence.arg(account),
                            context);
    }
    return Error {ErrorKind::BadInput, Text::tr("This is not understood. Try: specdesk member --help"),
                  words.join(u' ')};
}
}

QString MemberCommand::name() const
{
    return u"member"_s;
}

QString MemberCommand::summary() const
{
    return Text::tr("Make, change and list people's accounts.");
}

QString MemberCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(),
        Text::tr("[list | add NAME | rights NAME ROLE | lock NAME | unlock NAME | reset NAME | remove NAME]"),
        Text::tr("Accounts are the database server's own. What a role may not do, the server refuses. "
                 "Locking, new rights\n"
                 "and a new password end what the account has open; removing keeps its verdicts."));
}

Result<Outcome> MemberCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    return runOnDatabase(context, [&](QSqlDatabase& db) { return perform(db, context, parser); });
}
