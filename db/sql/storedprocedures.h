#pragma once

#include "db/sql/schemanames.h"
#include "models/values/result.h"

class QSqlDatabase;

/// Makes the check schema's procedures those of resources/sql/procedures, one file each: what is missing (a
/// backup may leave them out) or has another text is made anew. Nothing is done for an account that may not
/// make them. Whoever changes a file adds a migration as well, if only an empty one: it keeps older programs
/// from putting theirs back.
Result<void> installProcedures(const QSqlDatabase& db, const SchemaNames& names);
