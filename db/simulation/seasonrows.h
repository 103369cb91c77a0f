#pragma once

#include "db/sql/schemanames.h"
#include "models/check/queuerules.h"
#include "models/simulation/season.h"
#include "models/values/result.h"

#include <functional>

class QSqlDatabase;

/// The spectrum of a season as reading its file would give it, without samples. `folder` is where its file
/// would lie.
SpectrumPtr seasonHeader(const SeasonPlate& plate, const SeasonSpectrum& spectrum,
                         const SeasonVersion& version, const QString& folder);

/// Stores a plate of a season as ingest, people and pipelines would: every version's spectra, the observation
/// log, verdicts, rechecks, problems, parameters, module answers and withdrawals. No files are written.
Result<void> storeSeasonPlate(QSqlDatabase& db, const SchemaNames& names, const SeasonPlate& plate,
                              const QueueRules& rules, const QString& folder);

/// Stores all plates of a season over several connections. `progress` hears the number of plates stored;
/// false stops with Cancelled.
Result<void> storeSeason(QSqlDatabase& db, const SchemaNames& names, const NightSettings& settings,
                         const QueueRules& rules, const QString& folder, int connections,
                         const std::function<bool(int)>& progress);
