#pragma once

#include "db/sql/schemanames.h"
#include "models/check/inspectorscore.h"

class QSqlDatabase;

/// Known spectra and how people do on them. Needs the role lead: inspectors must not know which spectra are
/// known.
namespace ScoreStore {
/// Notes truths and returns of how many spectra; a spectrum that is known already gets the new one, one that
/// is not in the queue none. Without a pipeline version the truth holds for every version.
Result<qint64> addGold(QSqlDatabase& db, const SchemaNames& names, const GoldStandards& truths);
Result<GoldStandards> gold(QSqlDatabase& db, const SchemaNames& names);
/// By inspector, from the verdicts that stand; everybody's when `inspector` is empty.
Result<InspectorScores> scores(QSqlDatabase& db, const SchemaNames& names, const ConflictRules& rules,
                               const QString& inspector = {});
}
