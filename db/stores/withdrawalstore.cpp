#include "db/stores/withdrawalstore.h"

#include "db/sql/sqlquery.h"
#include "db/sql/sqlvalue.h"
#include "db/sql/transaction.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestReason = 200;

Result<void> addOne(const QSqlDatabase& db, const SchemaNames& names, const Withdrawal& withdrawal)
{
    auto known = runQuery(db, names, u"select_known_obsid"_s, {{":obsid", withdrawal.obsid}});
    if (!known)
        return known.error();
    if (!known.value().next())
        return Error {ErrorKind::NotFound,
                      QCoreApplication::translate("db", "There is no spectrum %1.").arg(withdrawal.obsid),
                      {}};
    const auto stored = runQuery(db, names, u"call_withdraw_from_release"_s,
                                 {{":signer", withdrawal.account},
                                  {":obsid", withdrawal.obsid},
                                  {":release", withdrawal.release},
                                  {":reason", withdrawal.reason.left(longestReason)}});
    return stored ? Result<void>() : Result<void>(stored.error());
}
}

namespace WithdrawalStore {
Result<void> add(QSqlDatabase& db, const SchemaNames& names, const std::vector<Withdrawal>& withdrawals)
{
    return inTransaction(db, [&](QSqlDatabase& open) -> Result<void> {
        for (const auto& withdrawal : withdrawals) {
            if (auto added = addOne(open, names, withdrawal); !added)
                return added;
        }
        return {};
    });
}

Result<std::vector<Withdrawal>> all(const QSqlDatabase& db, const SchemaNames& names)
{
    auto rows = runQuery(db, names, u"select_withdrawals"_s);
    if (!rows)
        return rows.error();
    std::vector<Withdrawal> withdrawals;
    for (auto& row = rows.value(); row.next();)
        withdrawals.push_back({row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toString(),
                               row.value(3).toString(), utcFrom(row.value(4))});
    return withdrawals;
}
}
