#pragma once

#include "db/release/releaseevidence.h"

/// Marks the frozen verdicts of a range as disputed where what stands of several inspectors is in conflict by
/// resources/rules/conflicts.json and nobody rechecked it. `names` knows the release.
Result<void> markDisputed(const QSqlDatabase& db, const SchemaNames& names, ObsidRange range);
