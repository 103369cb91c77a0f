#pragma once

#include "db/sql/schemanames.h"
#include "models/values/result.h"

#include <QStringList>

#include <functional>

class QSqlDatabase;

/// Writes the catalogues of a release as files, with the columns the survey publishes and released spectra
/// only, by obsid (plates by their number). Memory does not grow with the rows.
namespace CatalogueExport {
/// "catalogue", "stellar", "astellar", "mstellar", "plate": what the release has of them.
Result<QStringList> tables(const QSqlDatabase& db, const SchemaNames& names);
/// Writes one table to each of `paths` (.fits, .csv, .csv.gz), for which the server is asked once, and
/// returns its number of rows. `names` knows the release. `progress` hears rows now and then; false stops
/// with Cancelled.
Result<qint64> write(
    const QSqlDatabase& db, const SchemaNames& names, const QString& table, const QStringList& paths,
    const std::function<bool(qint64)>& progress = [](qint64) { return true; });
}
