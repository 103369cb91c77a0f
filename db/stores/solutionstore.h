#pragma once

#include "db/sql/schemanames.h"
#include "models/check/acceptance.h"
#include "models/redshift/solvedspectrum.h"
#include "models/values/result.h"

#include <QStringList>

class QSqlDatabase;

/// SpecDesk's own redshifts in the database: redshift_solution and machine_acceptance.
namespace SolutionStore {
/// What is stored of a night.
struct Night
{
    QStringList files; ///< Each once
    qint64 spectra = 0;
};

/// The files of the spectra of an evening, "yyyy-MM-dd".
Result<Night> night(QSqlDatabase& db, const SchemaNames& names, const QString& date);

/// Stores at most `count` solutions of each spectrum in place of those there are, and marks the spectra that
/// a rule accepts without eyes, each newly accepted one with an event; in one transaction. Returns how many
/// are accepted now. Spectra that are not in the queue are stored too.
Result<qint64> store(QSqlDatabase& db, const SchemaNames& names, const std::vector<SolvedSpectrum>& solved,
                     int count, const AcceptanceRules& rules);

/// The stored solutions of a spectrum, best first; empty where it was not searched or there is no redshift.
Result<std::vector<RedshiftSolution>> solutions(QSqlDatabase& db, const SchemaNames& names, qint64 obsid,
                                                const QString& pipelineVersion);
}
