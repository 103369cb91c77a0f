#pragma once

#include "db/sql/dbconfig.h"
#include "models/values/result.h"

#include <QSqlDatabase>

struct st_mysql;

/// Opens (or opens again) the connection `name` on this thread, with the session every text of SpecDesk
/// expects: UTC, strict mode, utf8mb4.
Result<QSqlDatabase> openConnection(const DbConfig& config, const QString& name);

/// Opens a connection `name` on this thread to where the connection `other` of any thread leads, with the
/// same session.
Result<QSqlDatabase> openLike(const QString& other, const QString& name);

/// False when the server closed the connection while it was idle. Costs no round trip.
bool seemsAlive(const QSqlDatabase& db);
/// Asks the server, one round trip.
bool isAlive(const QSqlDatabase& db);

/// The C client's connection under an open QSqlDatabase, nullptr for another driver.
st_mysql* nativeConnection(const QSqlDatabase& db);
