#pragma once

#include "db/stores/observationlogstore.h"

/// The plates of an observation log in CSV: columns night (evening, yyyy-mm-dd), plan, and where present pid,
/// science, valid (yes or no), moon_phase_days, seeing, weather, comment. Other columns are left out. BadFile
/// with the line for what cannot be read.
Result<std::vector<PlateLog>> readPlateLog(const QString& path);
