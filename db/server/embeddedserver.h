#pragma once

#include "db/sql/dbconfig.h"
#include "models/values/result.h"

#include <QDateTime>

#include <chrono>
#include <memory>
#include <optional>

/// A share in the running embedded server. The server stops a little after the last lease of any process is
/// gone, also when its process was killed.
class ServerLease
{
public:
    ServerLease(int lockFd, DbConfig config);
    ~ServerLease();
    Q_DISABLE_COPY_MOVE(ServerLease)

    const DbConfig& config() const { return m_config; }

private:
    int m_lockFd = -1;
    DbConfig m_config;
};

/// What is known of the embedded server at this moment.
struct ServerStatus
{
    bool running = false;
    bool kept = false; ///< Started to stay until stop().
    qint64 pid = 0;
    QString socket;
    QString version; ///< "10.11.6-MariaDB-…"
    std::chrono::seconds uptime {0};
    std::optional<int> leases; ///< Processes that use it; absent where the system does not tell.
    QString folder; ///< Where the data lie.
};

/// SpecDesk's own MariaDB: this user's process, a socket that only this user can open, no network port.
/// All functions block and may be called on any thread.
class EmbeddedServer
{
public:
    struct Settings
    {
        QString folder {}; ///< Empty: $XDG_DATA_HOME/specdesk/server
        std::chrono::milliseconds linger {3000}; ///< From the last lease's end to the server's stop.
        std::chrono::milliseconds patience {
            60'000}; ///< For starting (crash recovery included) and for stopping; what installs has longer.
    };

    EmbeddedServer(); ///< With the settings' defaults.
    explicit EmbeddedServer(Settings settings);

    /// Joins the running server, or starts (and at the first time creates) it.
    Result<std::unique_ptr<ServerLease>> acquire();
    /// Starts the server again if it died under a lease; returns how to reach it now.
    Result<DbConfig> ensureRunning();

    /// Starts a server that stays until stop(), without a lease.
    Result<ServerStatus> start();
    /// Stops the server, whoever uses it. Ok when none runs.
    Result<void> stop();
    Result<ServerStatus> status() const;

private:
    Settings m_settings;
};
