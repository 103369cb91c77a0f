#pragma once

#include "db/sql/schemanames.h"
#include "models/spectrum/spectrumsummary.h"
#include "models/values/result.h"

#include <limits>

class QSqlDatabase;

/// What the database says of the spectra it knows.
namespace SummaryStore {
/// Where a page ended.
struct Place
{
    qint64 obsid = std::numeric_limits<qint64>::min();
    QString pipelineVersion;
};

struct Page
{
    SpectrumSummaries summaries;
    Place last; ///< Ask for what is behind it next; unchanged on an empty page.
};

/// At most `limit` spectra behind a place, by obsid and pipeline version.
Result<Page> page(QSqlDatabase& db, const SchemaNames& names, const Place& after, int limit);
}
