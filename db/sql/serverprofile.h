#pragma once

#include "db/sql/dbconfig.h"

/// A configured survey server as the settings keep it. Its password is in the system keyring, see Keyring.
struct ServerProfile
{
    QString name {}; ///< What the user calls it.
    QString host {};
    int port = 3306;
    QString account {}; ///< The person's account on the server.
    bool tlsRequired = true;
    QString caFile {};
    QString schemaPrefix {}; ///< See SchemaNames; empty: "lamost".

    bool operator==(const ServerProfile&) const = default;

    /// The name under which the keyring keeps the password: "account@host:port".
    QString keyringEntry() const;
    DbConfig config(const QString& password) const;
};
