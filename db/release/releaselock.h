#pragma once

#include "db/sql/schemanames.h"
#include "models/values/result.h"

#include <QSqlDatabase>

#include <memory>

/// While it lives nobody else builds or publishes a release on this server, nor publishes one to it. The
/// server gives it back when the connection ends.
class ReleaseLock
{
public:
    /// `names` knows the release. Unavailable at once when another program has it.
    static Result<std::unique_ptr<ReleaseLock>> take(const QSqlDatabase& db, const SchemaNames& names);
    ~ReleaseLock();
    Q_DISABLE_COPY_MOVE(ReleaseLock)

private:
    ReleaseLock(const QSqlDatabase& db, SchemaNames names, QString name);

    QSqlDatabase m_db;
    SchemaNames m_names;
    QString m_name;
};
