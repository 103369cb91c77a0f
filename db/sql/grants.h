#pragma once

#include "db/sql/schemanames.h"
#include "models/values/result.h"

class QSqlDatabase;

/// Makes the server's roles for the people of a survey and gives them what resources/sql/grants says, again
/// after each migration. Refused for an account that may not make roles. Takes nothing away.
Result<void> installGrants(QSqlDatabase& db, const SchemaNames& names);
