#pragma once

#include "models/values/error.h"

class QSqlError;
struct st_mysql;

/// What a server error means to the user, decided by its number (the text is for the log: Qt 6.4 decodes it
/// as Latin-1). `doing` is the SQL text or another cause for the log.
Error databaseError(int nativeCode, const QString& serverText, const QString& doing);
Error databaseError(const QSqlError& error, const QString& doing);
Error databaseError(st_mysql* connection, const QString& doing);

/// Deadlock, lock timeout, or a row changed under a snapshot: the same transaction may succeed when tried
/// again.
bool isWorthRetrying(const Error& error);
/// What was to be stored is at fault, or the account may not store it: no later attempt will succeed. False
/// for what is the server's state, such as read-only, out of memory or not migrated yet.
bool isForGood(const Error& error);
/// The server does not know this name and password.
bool isWrongPassword(const Error& error);
/// The schema or the table is not there.
bool isMissing(const Error& error);
/// A change of a schema that an earlier run has made: the table, column, index or procedure is there, or
/// gone.
bool isAlreadyDone(const Error& error);
