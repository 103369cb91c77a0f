#pragma once

#include "db/sql/schemanames.h"
#include "models/check/fiberproblem.h"
#include "models/values/result.h"

class QSqlDatabase;

/// What happened to a problem, and who did it.
struct ProblemEvent
{
    ProblemState state = ProblemState::Open;
    QString note {};
    QString account {};
    QDateTime at {}; ///< UTC
};

/// 2dprob: problems of raw data and of the 2D reduction.
namespace ProblemStore {
/// How many spectra a report meets, of every version where the raw data are bad; NotFound with a sentence on
/// what of its address is not in the database.
Result<qint64> spectraOf(QSqlDatabase& db, const SchemaNames& names, const FiberProblem& problem);
/// Stores a report in the reporter's name and returns its id; BadInput for one that makes no sense, NotFound
/// for one that meets no spectrum. The same submission again changes nothing and returns the same id.
Result<qint64> report(QSqlDatabase& db, const SchemaNames& names, const FiberProblem& problem);
/// By date of observation, plate, spectrograph and fibre.
Result<FiberProblems> all(QSqlDatabase& db, const SchemaNames& names, const ProblemFilter& filter = {});
/// The 2D team's word on a problem as it was seen; BadInput when somebody else answered meanwhile, or where
/// Reprocessed names no other version, NotFound where that is not in the database.
/// Reprocessed puts the spectra of the version that mends it into the inspectors' list. Needs the role
/// team2d.
Result<void> answer(QSqlDatabase& db, const SchemaNames& names, const FiberProblem& seen,
                    const ProblemAnswer& answer, const QString& account);
std::vector<ProblemState> statesToWorkOn(); ///< Open and confirmed: the list that gets empty
/// From the report on, by time.
Result<std::vector<ProblemEvent>> history(QSqlDatabase& db, const SchemaNames& names, qint64 problemId);

/// After an ingest: puts spectra of new versions in ranges that had a problem into the inspectors' list. Only
/// the owner of the schema may.
Result<void> reopenMended(QSqlDatabase& db, const SchemaNames& names);
}
