#pragma once

#include "db/sql/sqlquery.h"

/// Runs resources/sql/queries/<name>.sql, which calls a procedure, again after a deadlock: the procedures
/// keep transactions of their own, so none may be open. Their own error numbers become sentences.
Result<void> callProcedure(const QSqlDatabase& db, const SchemaNames& names, const QString& name,
                           const SqlValues& values);
