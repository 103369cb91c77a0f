#pragma once

#include "db/sql/schemanames.h"
#include "models/check/progress.h"
#include "models/values/result.h"

class QSqlDatabase;

/// How far the work is. Who may not see others' verdicts gets his own numbers where verdicts are counted, and
/// all numbers where spectra are.
namespace ProgressStore {
/// One line for each day, night, plate, person or task, in that order of names.
Result<ProgressLines> lines(QSqlDatabase& db, const SchemaNames& names, const ProgressQuery& query);
/// What remains of the nights the query asks for, at the pace of the last days up to `today`.
Result<Forecast> forecast(QSqlDatabase& db, const SchemaNames& names, const ProgressQuery& query,
                          const QDate& today);
}
