#pragma once

#include "app/session/settings.h"
#include "db/server/embeddedserver.h"
#include "db/sql/dbthread.h"
#include "db/sql/schemanames.h"
#include "models/check/member.h"
#include "models/values/result.h"

#include <QProcessEnvironment>

#include <memory>

/// An open connection to the survey's databases: the server (SpecDesk's own or a remote one), one database
/// thread for what a person waits for and one for the rest. Closing it lets SpecDesk's own server stop when
/// nobody else uses it.
class Session
{
public:
    /// Starts or finds the server, connects and brings the schemas up to date. Blocks for some seconds the
    /// very first time, so never called on the GUI thread.
    /// `password`: as typed; empty: the one the keyring remembers.
    static Result<std::shared_ptr<Session>> open(const Settings& settings, const QString& password = {});

    DbThread& interactive() { return *m_interactive; }
    DbThread& background() { return *m_background; }
    /// A connection more, for work so long that nothing else may wait for it.
    std::unique_ptr<DbThread> newThread() const { return std::make_unique<DbThread>(m_source); }
    /// What a program that is started on a person's behalf needs to log in as he did; see loadSettings().
    QProcessEnvironment childEnvironment() const;
    const SchemaNames& schemas() const { return m_schemas; }
    const QString& account() const { return m_account; }
    /// SpecDesk's own server on this machine, not a survey's.
    bool isOwn() const { return m_host.isEmpty(); }
    /// What this account may do; an inspector where the server does not say.
    MemberRole role() const { return m_role; }
    /// False where the server knows the account but not as a member: it may look and not decide.
    bool isMember() const { return m_isMember; }
    /// The cipher of the connection; empty when it is not encrypted, as on a socket.
    const QString& tlsCipher() const { return m_cipher; }
    /// What the status line says of the server, e.g. "own server", "db.example.org (TLS)" or
    /// "db.example.org (not encrypted)".
    QString serverText() const;

private:
    Session() = default;
    void introduce(int wrongPasswords);

    DbConfigSource m_source;
    QString m_password; ///< Of a remote server.
    std::unique_ptr<ServerLease> m_lease; ///< Null with a remote server.
    QString m_host;
    QString m_cipher;
    MemberRole m_role = MemberRole::Inspector;
    bool m_isMember = true;
    SchemaNames m_schemas;
    QString m_account;
    std::unique_ptr<DbThread> m_interactive;
    std::unique_ptr<DbThread> m_background;
};
