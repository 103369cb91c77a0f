#pragma once

#include "db/sql/schemanames.h"
#include "models/values/result.h"

#include <QStringList>

class QSqlDatabase;

/// Brings what the queue sorts by in line with the stored redshifts of these obsids, in the caller's
/// transaction: after redshifts were stored, and after rows of the queue were replaced.
Result<void> updateProbabilities(const QSqlDatabase& db, const SchemaNames& names, const QStringList& obsids);
