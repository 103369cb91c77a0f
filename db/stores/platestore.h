#pragma once

#include "db/sql/schemanames.h"
#include "models/check/queueentry.h"
#include "models/problems/hint.h"
#include "models/problems/observedplate.h"
#include "models/values/result.h"

class QSqlDatabase;

/// Plates and their fibres as the 2D page needs them, from spec_check.
namespace PlateStore {
/// Every plate with its spectrographs, newest night first. Reads an index of the whole queue: seconds for
/// millions of spectra.
Result<ObservedPlates> plates(QSqlDatabase& db, const SchemaNames& names);
/// The spectra of a spectrograph by fibre: file, class and place only; sky and dead fibres too.
Result<QueueEntries> fibers(QSqlDatabase& db, const SchemaNames& names, const ObservedPlate& plate,
                            int spectrographId);
/// How each fibre of a spectrograph did on all plates of a version.
Result<std::vector<FiberRecord>> records(QSqlDatabase& db, const SchemaNames& names, int spectrographId,
                                         const QString& pipelineVersion);
}
