#pragma once

#include "db/sql/schemanames.h"
#include "models/survey/platelog.h"
#include "models/values/result.h"

class QSqlDatabase;

/// Which plates are asked for. Empty and absent members do not restrict.
struct PlateLogFilter
{
    QString fromDate; ///< First evening, "yyyy-MM-dd"
    QString untilDate; ///< Last evening
    bool unconfirmedOnly = false;
};

/// How many rows an entry of the log changed.
struct PlateLogCounts
{
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    int keptConfirmed = 0; ///< Confirmed by a person, so that a file or header does not change them.

    bool operator==(const PlateLogCounts&) const = default;
};

/// The observation log, S1 §1(2): entered automatically, confirmed by a person. Every change is kept in
/// observation_log_change.
namespace ObservationLogStore {
/// Enters rows of a file in one transaction. What a person confirmed stays as it is.
Result<PlateLogCounts> enter(QSqlDatabase& db, const SchemaNames& names, const std::vector<PlateLog>& plates,
                             const QString& account);
/// Enters the plates of all ingested spectra that the log does not have, from their headers; returns how
/// many.
Result<int> enterFromHeaders(QSqlDatabase& db, const SchemaNames& names, const QString& account);
/// The log by evening and plate.
Result<std::vector<PlateLog>> page(QSqlDatabase& db, const SchemaNames& names,
                                   const PlateLogFilter& filter = {});
/// Stores what a person says of a plate, as he saw it before, and that it is confirmed. NotFound when the log
/// does not have the plate; BadInput when another person confirmed it since.
Result<void> confirm(QSqlDatabase& db, const SchemaNames& names, const PlateLog& plate,
                     const QString& account);
/// All that was ever said of a plate, newest first.
Result<PlateLogChanges> history(QSqlDatabase& db, const SchemaNames& names, const QString& planId, int lmjd);
}
