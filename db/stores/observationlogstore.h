#pragma once

#include "db/sql/schemanames.h"
#include "models/values/result.h"

#include <QDateTime>

#include <optional>
#include <vector>

class QSqlDatabase;

/// What the observers say of one plate in one night. Absent is what nobody said.
struct PlateLog
{
    QString planId;
    int lmjd = 0; ///< Night number
    std::optional<qint64> pid; ///< Running number of the plate's observation
    QString obsDate; ///< Evening, "yyyy-MM-dd"
    std::optional<bool> isScience; ///< False: a test
    std::optional<bool> isValid; ///< False: its data must not go out.
    std::optional<double> moonPhaseDays; ///< 0 … 29.53 since new moon
    std::optional<double> seeingArcsec;
    QString weather;
    QString remark;
    QString enteredFrom; ///< "headers", "file" or "person"
    QString confirmedBy; ///< Empty: nobody looked at it yet
    QDateTime confirmedAt; ///< UTC

    bool operator==(const PlateLog&) const = default;
};

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
/// Stores what a person says of a plate, and that it is confirmed. NotFound when the log does not have the
/// plate.
Result<void> confirm(QSqlDatabase& db, const SchemaNames& names, const PlateLog& plate,
                     const QString& account);
}
