#include "db/stores/memberstore.h"

#include "db/sql/procedure.h"
#include "db/sql/sqlvalue.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(db)
};

Result<QString> firstText(const QSqlDatabase& db, const SchemaNames& names, const QString& text,
                          const SqlValues& values = {}, int column = 0)
{
    auto rows = runQuery(db, names, text, values);
    if (!rows)
        return rows.error();
    return rows.value().next() ? rows.value().value(column).toString() : QString();
}

/// What the server keeps of a password: '*' and SHA-1 of SHA-1, the hash of mysql_native_password.
QString hashOf(const QString& password)
{
    const auto once = QCryptographicHash::hash(password.toUtf8(), QCryptographicHash::Sha1);
    return u'*'
        + QString::fromLatin1(QCryptographicHash::hash(once, QCryptographicHash::Sha1).toHex()).toUpper();
}

Result<QString> secretFor(const QSqlDatabase& db, const QString& password)
{
    if (password.size() < MemberStore::shortestPassword)
        return Error {ErrorKind::BadInput,
                      Text::tr("A password needs at least %1 characters.").arg(MemberStore::shortestPassword),
                      {}};
    const auto version = firstText(db, {}, u"select_server_kind"_s);
    if (!version)
        return version.error();
    return version.value().contains("MariaDB"_L1) ? hashOf(password) : password;
}
}

namespace MemberStore {
Result<void> add(QSqlDatabase& db, const SchemaNames& names, const NewMember& member)
{
    if (!isAccountName(member.account))
        return Error {
            ErrorKind::BadInput,
            Text::tr("A name for an account begins with a lower-case letter and goes on with at most 31 "
                     "lower-case letters, digits, dots, _ or -."),
            member.account};
    const auto secret = secretFor(db, member.password);
    if (!secret)
        return secret.error();
    return callProcedure(db, names, u"call_add_member"_s,
                         {{":account", member.account},
                          {":host", member.host},
                          {":secret", secret.value()},
                          {":full_name", member.fullName},
                          {":department", member.department},
                          {":role", roleName(member.role)},
                          {":tls", member.tlsRequired && member.host != "localhost"_L1 ? 1 : 0}});
}

Result<void> setRole(QSqlDatabase& db, const SchemaNames& names, const QString& account, MemberRole role)
{
    return callProcedure(db, names, u"call_set_member_role"_s,
                         {{":account", account}, {":role", roleName(role)}});
}

Result<void> setState(QSqlDatabase& db, const SchemaNames& names, const QString& account, MemberState state)
{
    return callProcedure(db, names, u"call_set_member_state"_s,
                         {{":account", account}, {":state", stateName(state)}});
}

Result<void> resetPassword(QSqlDatabase& db, const SchemaNames& names, const QString& account,
                           const QString& password)
{
    const auto secret = secretFor(db, password);
    if (!secret)
        return secret.error();
    return callProcedure(db, names, u"call_reset_member_password"_s,
                         {{":account", account}, {":secret", secret.value()}});
}

Result<Members> all(QSqlDatabase& db, const SchemaNames& names)
{
    auto rows = runQuery(db, names, u"select_members"_s);
    if (!rows)
        return rows.error();
    Members members;
    for (auto& row = rows.value(); row.next();)
        members.push_back({.id = row.value(0).toInt(),
                           .account = row.value(1).toString(),
                           .host = row.value(2).toString(),
                           .fullName = row.value(3).toString(),
                           .department = row.value(4).toString(),
                           .role = memberRoleFrom(row.value(5).toString()).value_or(MemberRole::Inspector),
                           .state = memberStateFrom(row.value(6).toString()),
                           .firstLogin = utcFrom(row.value(7)),
                           .lastLogin = utcFrom(row.value(8)),
                           .failures = row.value(9).toInt(),
                           .tlsRequired = row.value(10).toBool()});
    return members;
}

Result<std::optional<MemberRole>> roleOf(QSqlDatabase& db, const SchemaNames& names, const QString& account)
{
    const auto role = firstText(db, names, u"select_member_role"_s, {{":account", account}});
    if (!role)
        return role.error();
    return memberRoleFrom(role.value());
}

Result<void> noteLogin(QSqlDatabase& db, const SchemaNames& names, const QString& account, int failures)
{
    return callProcedure(
        db, names, u"call_note_login"_s,
        {{":signer", account}, {":tool", QCoreApplication::applicationVersion()}, {":failures", failures}});
}

Result<QString> tlsCipher(QSqlDatabase& db)
{
    return firstText(db, {}, u"select_tls_cipher"_s, {}, 1);
}
}
