#pragma once

#include "db/sql/schemanames.h"
#include "models/check/queuerules.h"
#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

class QSqlDatabase;

/// How many spectra an ingest changed.
struct IngestCounts
{
    int added = 0;
    int updated = 0; ///< Known before and different now, e.g. moved to another folder.
    int unchanged = 0;

    IngestCounts& operator+=(const IngestCounts& other);
    bool operator==(const IngestCounts&) const = default;
};

/// Fills the processing schema of each spectrum's pipeline version, and the queue.
namespace SpectrumStore {
/// Stores plates, targets, objects, spectra, exposures and queue rows of `spectra` in one transaction,
/// creating a new pipeline version's schema first. A spectrum is known by (obsid, pipelineVersion): storing
/// it again adds nothing and touches neither verdicts nor events. A few hundred to a few thousand spectra a
/// call are best.
Result<IngestCounts> add(QSqlDatabase& db, const SchemaNames& names, const std::vector<SpectrumPtr>& spectra,
                         const QueueRules& rules);
}
