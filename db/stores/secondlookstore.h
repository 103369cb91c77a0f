#pragma once

#include "db/sql/schemanames.h"
#include "models/check/secondlook.h"

class QSqlDatabase;

/// Second looks: what several people decided, where they disagree, and the word that settles it:
/// humanrecheck. Reading others' verdicts and settling need the role rechecker; nobody else sees them.
namespace SecondLookStore {
/// At most `limit` spectra behind `after` (by obsid and version) that have all looks that were wanted, are
/// not settled and in conflict by the rules, with their verdicts.
Result<SecondLooks> inConflict(QSqlDatabase& db, const SchemaNames& names, const ConflictRules& rules,
                               const std::optional<SecondLook>& after, int limit);
/// The verdicts that stand on a spectrum, by time.
Result<Verdicts> verdictsOn(QSqlDatabase& db, const SchemaNames& names, qint64 obsid,
                            const QString& pipelineVersion);
/// Settles a spectrum in the rechecker's name and returns the row's id; the raw verdicts stay. Repeatable.
Result<qint64> settle(QSqlDatabase& db, const SchemaNames& names, const Recheck& recheck);
/// Everything said about a spectrum, by time; the last one holds.
Result<Rechecks> rechecks(QSqlDatabase& db, const SchemaNames& names, qint64 obsid,
                          const QString& pipelineVersion);
}
