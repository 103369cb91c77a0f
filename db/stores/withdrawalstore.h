#pragma once

#include "db/sql/schemanames.h"
#include "models/values/result.h"

#include <QDateTime>

#include <vector>

class QSqlDatabase;

/// A spectrum that must not go out any more.
struct Withdrawal
{
    qint64 obsid = 0;
    QString release; ///< As in the schema's name, "dr6"; empty: every release
    QString reason; ///< In words, at most 200 characters
    QString account; ///< Who withdrew it
    QDateTime withdrawnAt; ///< UTC, set by the server

    bool operator==(const Withdrawal&) const = default;
};

/// The spectra that were withdrawn; the next integration leaves them out.
namespace WithdrawalStore {
/// Stores them all or none. NotFound names an obsid that nothing was ingested of.
Result<void> add(QSqlDatabase& db, const SchemaNames& names, const std::vector<Withdrawal>& withdrawals);
/// All, oldest first.
Result<std::vector<Withdrawal>> all(const QSqlDatabase& db, const SchemaNames& names);
}
