#include "app/commands/withdrawcommand.h"

#include "app/commands/arguments.h"
#include "app/commands/rowtable.h"
#include "db/sql/account.h"
#include "db/sql/dbthread.h"
#include "db/stores/releasestore.h"
#include "db/stores/withdrawalstore.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WithdrawCommand)
};

void describe(QCommandLineParser& parser)
{
    parser.addOptions(
        {{u"reason"_s, Text::tr("Why, in words."), u"TEXT"_s},
         {u"release"_s, Text::tr("Only from this release, e.g. dr6 (default: from every one)."), u"NAME"_s},
         {u"list"_s, Text::tr("Show what was withdrawn.")},
         {u"json"_s, Text::tr("With --list: one JSON object a line instead of a table.")}});
}

Result<std::vector<Withdrawal>> withdrawalsOf(const QCommandLineParser& parser)
{
    const auto reason = parser.value(u"reason"_s).simplified();
    if (reason.isEmpty() || parser.positionalArguments().isEmpty())
        return Error {ErrorKind::BadInput,
                      Text::tr("Name spectra and the reason: specdesk withdraw OBSID… --reason TEXT"),
                      {}};
    std::vector<Withdrawal> withdrawals;
    for (const auto& text : parser.positionalArguments()) {
        bool isNumber = false;
        const auto obsid = text.toLongLong(&isNumber);
        if (!isNumber)
            return Error {ErrorKind::BadInput, Text::tr("%1 is no obsid.").arg(text), {}};
        withdrawals.push_back({obsid, parser.value(u"release"_s), reason, {}, {}});
    }
    return withdrawals;
}

/// A release whose name is misspelt would never meet its withdrawals.
Result<void> checkRelease(QSqlDatabase& db, const SchemaNames& names, const QString& release)
{
    const auto known = ReleaseStore::releases(db, names);
    if (!known)
        return known.error();
    if (known.value().contains(release))
        return {};
    return Error {
        ErrorKind::BadInput,
        known.value().isEmpty()
            ? Text::tr("There is no release “%1”; none was built yet.").arg(release)
            : Text::tr("There is no release “%1”. There are: %2.").arg(release, known.value().join(u", "_s)),
        {}};
}

Result<Outcome> showAll(DbThread& db, const CommandContext& context, bool json)
{
    const auto all =
        db.run([&](QSqlDatabase& open) { return WithdrawalStore::all(open, context.schemas); }).result();
    if (!all)
        return all.error();
    std::vector<QVariantList> rows;
    for (const auto& withdrawal : all.value())
        rows.push_back({withdrawal.obsid, withdrawal.release.isEmpty() ? u"*"_s : withdrawal.release,
                        withdrawal.withdrawnAt, withdrawal.account, withdrawal.reason});
    writeRows(context.out,
              {{u"obsid"_s, u"obsid"_s},
               {u"release"_s, Text::tr("Release")},
               {u"withdrawn_at"_s, Text::tr("Withdrawn at")},
               {u"account"_s, Text::tr("By")},
               {u"reason"_s, Text::tr("Reason")}},
              rows, json);
    context.out.flush();
    return Outcome::Done;
}
}

QString WithdrawCommand::name() const
{
    return u"withdraw"_s;
}

QString WithdrawCommand::summary() const
{
    return Text::tr("Take single spectra out of releases, with a reason.");
}

QString WithdrawCommand::usage() const
{
    QCommandLineParser parser;
    describe(parser);
    return usageText(
        parser, name(), u"OBSID…"_s,
        Text::tr(
            "The next integration leaves these spectra out and keeps the reason; packing then removes their\n"
            "files, and publishing removes them where they went."));
}

Result<Outcome> WithdrawCommand::run(const QStringList& arguments, CommandContext& context)
{
    QCommandLineParser parser;
    describe(parser);
    if (auto parsed = parseArguments(parser, name(), arguments); !parsed)
        return parsed.error();
    const bool list = parser.isSet(u"list"_s);
    auto wanted = list ? Result<std::vector<Withdrawal>>(std::vector<Withdrawal>()) : withdrawalsOf(parser);
    if (!wanted)
        return wanted.error();
    const auto db = context.database();
    if (!db)
        return db.error();
    if (list)
        return showAll(*db.value(), context, parser.isSet(u"json"_s));
    const auto stored =
        db.value()
            ->run([&](QSqlDatabase& open) -> Result<void> {
                if (parser.isSet(u"release"_s))
                    if (auto checked = checkRelease(open, context.schemas, parser.value(u"release"_s));
                        !checked)
                        return checked;
                const auto account = connectedAccount(open);
                if (!account)
                    return account.error();
                for (auto& withdrawal : wanted.value())
                    withdrawal.account = account.value();
                return WithdrawalStore::add(open, context.schemas, wanted.value());
            })
            .result();
    if (!stored)
        return stored.error();
    context.out << Text::tr("%n spectra withdrawn; the next integration leaves them out.", nullptr,
                            static_cast<int>(wanted.value().size()))
                << Qt::endl;
    return Outcome::Done;
}
