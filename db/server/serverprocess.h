#pragma once

#include "db/server/serverfiles.h"
#include "models/values/result.h"

#include <QStringList>

#include <chrono>
#include <optional>

/// The process that holds server.lock.
struct ServerOwner
{
    qint64 pid = 0;
    QString host;
    bool isHere() const; ///< On this machine, so that it may be signalled.
};

/// Who runs the server now; absent when nobody does.
std::optional<ServerOwner> serverOwner(const ServerFiles& files);

/// Starts `command` as a server of its own session under a watcher, a small process that outlives the caller:
/// when no process holds clients.lock any more for as long as `linger` and there is no keep mark, it ends the
/// server with SIGTERM. The server itself holds server.lock. Returns when the server runs; whether it answers
/// is another question.
Result<void> spawnServer(const ServerFiles& files, const QStringList& command,
                         std::chrono::milliseconds linger);
