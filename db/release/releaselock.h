#pragma once

#include "db/sql/schemanames.h"
#include "db/sql/serverlock.h"

/// While the lock lives nobody else builds or publishes a release on this server, nor publishes one to it.
/// `names` knows the release. Unavailable when another program has it.
Result<std::unique_ptr<ServerLock>> lockRelease(const QSqlDatabase& db, const SchemaNames& names);
