#pragma once

#include "db/sql/bulkrows.h"
#include "db/sql/schemanames.h"
#include "models/values/result.h"

class QSqlDatabase;

/// What happens to a row whose key is already there.
enum class OnDuplicate { Keep, Replace };

/// How the rows got to the server.
enum class BulkWay { Fastest, Insert };

/// Writes rows into their table through the connection under `db`, within the transaction in hand if there is
/// one, and returns how many were stored. Streams LOAD DATA LOCAL INFILE from memory; a server that refuses
/// it (local_infile = 0) gets multi-row INSERTs. A value that the server would have had to change is an
/// error, as in strict mode.
Result<qint64> writeBulk(QSqlDatabase& db, const SchemaNames& names, const BulkRows& rows,
                         OnDuplicate duplicate, BulkWay way = BulkWay::Fastest);
