#pragma once

#include "db/sql/sqlquery.h"

/// Runs a text that calls a procedure, again after a deadlock: the procedures keep transactions of their own,
/// so none may be open. Their own error numbers become sentences.
Result<void> callProcedure(const QSqlDatabase& db, const SchemaNames& names, const QString& text,
                           const SqlValues& values);
