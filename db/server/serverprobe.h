#pragma once

#include "db/sql/dbconfig.h"

#include <chrono>
#include <optional>

/// What a server says when it is called.
struct ServerProbe
{
    bool answers = false;
    QString version;
    std::chrono::seconds uptime {0};
};

/// Connects by the C client, without QtSql and its per-thread connections.
ServerProbe probeServer(const DbConfig& config);

/// How many processes hold a shared lock on a file, from /proc/locks; absent where that does not exist.
std::optional<int> locksHeld(const QString& path);
