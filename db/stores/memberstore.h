#pragma once

#include "db/sql/schemanames.h"
#include "models/check/member.h"
#include "models/values/result.h"

class QSqlDatabase;

/// What is needed for a new account.
struct NewMember
{
    QString account; ///< See isAccountName()
    QString host = QStringLiteral("%"); ///< From where it may connect; "localhost" for the socket
    QString password;
    QString fullName {};
    QString department {};
    MemberRole role = MemberRole::Inspector;
    bool tlsRequired = true; ///< Meaningless on a socket, where the server refuses such an account.
};

/// chk_login and chk_member. What changes accounts is the server's work and asks for the role admin; nobody
/// changes his own account. The passwords are the server's own and are sent as a hash where it takes one.
namespace MemberStore {
/// BadInput for an impossible or known name, a short password, an unknown role.
Result<void> add(QSqlDatabase& db, const SchemaNames& names, const NewMember& member);
/// The role from the next login on; what the account has open ends.
Result<void> setRole(QSqlDatabase& db, const SchemaNames& names, const QString& account, MemberRole role);
/// Locks (and ends what is open), unlocks (also the server's own lock after wrong passwords) or removes an
/// account; its verdicts stay.
Result<void> setState(QSqlDatabase& db, const SchemaNames& names, const QString& account, MemberState state);
Result<void> resetPassword(QSqlDatabase& db, const SchemaNames& names, const QString& account,
                           const QString& password);

/// Everybody, by account. Needs the role lead.
Result<Members> all(QSqlDatabase& db, const SchemaNames& names);
/// The role of an account; Admin for the schema's owner, absent for one that is no member.
Result<std::optional<MemberRole>> roleOf(QSqlDatabase& db, const SchemaNames& names, const QString& account);

/// Notes the login of `account` with the wrong passwords it gave before.
Result<void> noteLogin(QSqlDatabase& db, const SchemaNames& names, const QString& account, int failures);

/// The cipher of this connection, e.g. "TLS_AES_256_GCM_SHA384"; empty when it is not encrypted, as on a
/// socket.
Result<QString> tlsCipher(QSqlDatabase& db);

constexpr int shortestPassword = 10; ///< Characters, NIST SP 800-63B asks for 8 at least
}
