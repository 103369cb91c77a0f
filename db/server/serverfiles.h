#pragma once

#include "models/values/result.h"

#include <QString>

/// Where the pieces of an embedded server lie.
struct ServerFiles
{
    QString folder; ///< 0700, this user's

    QString data() const { return folder + QStringLiteral("/data"); }
    QString clientsLock() const { return folder + QStringLiteral("/clients.lock"); }
    QString startLock() const { return folder + QStringLiteral("/start.lock"); }
    /// Locked by the server process itself as long as it lives; its text is "pid host".
    QString serverLock() const { return folder + QStringLiteral("/server.lock"); }
    QString keepMark() const
    {
        return folder + QStringLiteral("/keep");
    } ///< Exists: do not stop when nobody is left.
    QString socketNote() const
    {
        return folder + QStringLiteral("/socket");
    } ///< The socket's path, one line.
    /// Temporary tables; of its own, because a server deletes those of others when it starts.
    QString temporary() const { return folder + QStringLiteral("/tmp"); }
    QString log() const { return folder + QStringLiteral("/server.log"); }

    /// The default folder, $XDG_DATA_HOME/specdesk/server.
    static QString defaultFolder();

    /// Creates the folder with mode 0700 and refuses one that belongs to somebody else.
    Result<void> prepare() const;
    /// A path for a new socket, in a folder only this user can enter, short enough for a socket address (108
    /// bytes with the final 0, unix(7)), and a different one for each data folder.
    Result<QString> newSocketPath() const;
    QString notedSocket() const; ///< What socketNote() says; empty when there is none.
};
