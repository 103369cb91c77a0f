#include "db/sql/account.h"

#include "db/sql/sqlquery.h"

Result<QString> connectedAccount(const QSqlDatabase& db)
{
    auto rows = runQuery(db, {}, QStringLiteral("select_account"));
    if (!rows)
        return rows.error();
    return rows.value().next() ? rows.value().value(0).toString() : QString();
}
