#pragma once

#include "app/release/packagesettings.h"
#include "db/sql/schemanames.h"

class DbThread;

/// The rows of an integrated release. `names` knows the release; `db` outlives the source.
ReleaseSource databaseSource(DbThread& db, const SchemaNames& names);
