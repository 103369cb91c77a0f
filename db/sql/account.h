#pragma once

#include "models/values/result.h"

class QSqlDatabase;

/// The server's name for who is connected, without the host: what is written beside a change.
Result<QString> connectedAccount(const QSqlDatabase& db);
