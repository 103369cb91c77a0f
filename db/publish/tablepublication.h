#pragma once

#include "db/sql/schemanames.h"
#include "models/values/result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <vector>

class QSqlDatabase;

/// A table that was published.
struct PublishedTable
{
    QString name;
    qint64 rows = 0;
    QByteArray sha256; ///< Of its rows, alike on both servers.

    bool operator==(const PublishedTable&) const = default;
};

/// One end of a publication.
struct TablePlace
{
    QSqlDatabase& db;
    SchemaNames names; ///< Knows the release.
};

/// Copies the catalogues of a release to another server: released spectra only, every column. They are filled
/// beside the ones that are there, read back and compared by count and SHA-256 of all rows, and take their
/// places all at once; until then the target's tables stay as they are. Any server that SpecDesk works with
/// can be the target. A broken-off run is begun anew. `progress` hears rows now and then; false stops.
/// Unavailable when what arrived differs, or when another program builds or publishes the release at either
/// end.
Result<std::vector<PublishedTable>> publishTables(const TablePlace& source, const TablePlace& target,
                                                  const std::function<bool(qint64)>& progress);

/// The digest of a place's tables as they are, without copying: what `--dry-run` and checks compare.
/// Unavailable while the release is built or published.
Result<std::vector<PublishedTable>> publishedTables(const TablePlace& place);
