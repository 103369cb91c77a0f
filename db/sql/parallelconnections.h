#pragma once

#include "models/values/result.h"

#include <functional>

class QSqlDatabase;

/// Runs `job` on `count` threads at once, each with a connection of its own to where `db` leads (same
/// account, READ COMMITTED, so that reading for an INSERT locks nothing), and waits for all. Returns the
/// first Error; the other jobs are not stopped by it, they must look for themselves.
Result<void> onParallelConnections(const QSqlDatabase& db, int count,
                                   const std::function<Result<void>(QSqlDatabase&)>& job);
