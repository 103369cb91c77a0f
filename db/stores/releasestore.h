#pragma once

#include "db/sql/schemanames.h"
#include "models/release/releasegroup.h"
#include "models/release/releaseplan.h"
#include "models/values/result.h"

#include <QDateTime>

#include <vector>

class QSqlDatabase;

/// How one build of a release stands.
struct ReleaseBuild
{
    int id = 0;
    QString title; ///< "LAMOST DR6"
    bool formal = true;
    QString phase; ///< "plan", "fill", "measure", "index", "switch" or "done"
    QString rulesVersion;
    QDateTime startedAt; ///< UTC
    QDateTime finishedAt; ///< UTC; invalid while it is not done
    qint64 spectra = 0; ///< All rows of the general catalogue, once done
    qint64 released = 0; ///< Those with if_release = 1
};

/// Reads the product schema of one release. Every function but releases() and built() wants
/// names.forRelease(…).
namespace ReleaseStore {
/// Releases that have a product schema, as they stand in its name ("dr6", "dr6_alpha"), sorted.
Result<QStringList> releases(QSqlDatabase& db, const SchemaNames& names);
/// Those of them that were built and that this account may read, the one built last at the end.
Result<QStringList> built(QSqlDatabase& db, const SchemaNames& names);
/// The build that made the tables, NotFound when none was finished.
Result<ReleaseBuild> current(QSqlDatabase& db, const SchemaNames& names);
/// The plates that have released spectra, by night and plan.
Result<std::vector<ReleaseGroup>> plates(QSqlDatabase& db, const SchemaNames& names);
/// The released spectra of one of them, by spectrograph and fibre.
Result<std::vector<ReleasedSpectrum>> ofPlate(QSqlDatabase& db, const SchemaNames& names,
                                              const ReleaseGroup& plate);
/// How many spectra were kept back for each reason, most first.
Result<std::vector<ReleaseCount>> excluded(QSqlDatabase& db, const SchemaNames& names);
/// How many released spectra each class has, most first.
Result<std::vector<ReleaseCount>> classes(QSqlDatabase& db, const SchemaNames& names);
}
