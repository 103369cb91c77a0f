#pragma once

#include "db/sql/sqlquery.h"

/// Runs a text as runQuery() does, and keeps the prepared statement with the connection for the next time:
/// half the round trips, for what is asked every few seconds by everybody. The answer is the connection's:
/// its rows are to be read before the same text is run again. Only for texts that name nothing but {check}.
Result<QSqlQuery*> runKept(const QSqlDatabase& db, const SchemaNames& names, const QString& name,
                           const SqlValues& values = {});

/// Forgets what is kept with a connection; whoever opens it again calls this, as a new session knows nothing.
void forgetKept(const QSqlDatabase& db);
