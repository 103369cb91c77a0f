#pragma once

#include "db/results/resultfile.h"
#include "db/sql/schemanames.h"

class QSqlDatabase;

/// What a load did.
struct ResultLoadCounts
{
    qint64 rows = 0;
    qint64 withoutSpectrum = 0; ///< Rows whose spectrum has not been ingested, or not yet.
};

/// Results of later pipelines: stellar parameters by CFI and ULySS, with and without flattening, and the
/// answers of the galaxy and QSO modules.
namespace ResultLoad {
/// "cfi_param", "cfi_param_norm", "uly_param", "uly_param_norm", "gq", "gm", "qm".
QStringList kinds();
/// Stores a file's rows in the schema of a pipeline version; a spectrum's earlier row is replaced. All or
/// nothing. BadFile where a column is missing or a row has no obsid; NotFound for an unknown version.
Result<ResultLoadCounts> load(QSqlDatabase& db, const SchemaNames& names, const QString& kind,
                              const QString& version, const QString& path);
}
