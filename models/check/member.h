#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

/// What an account may do. Every role may also do what an inspector may; a lead also what a rechecker and the
/// 2D team may, an administrator also what a lead and the release engineer may. The server enforces it.
enum class MemberRole { Inspector, Rechecker, Team2d, Lead, Release, Admin };

QString roleName(MemberRole role); ///< "inspector", "rechecker", "team2d", "lead", "release", "admin"
std::optional<MemberRole> memberRoleFrom(QStringView name); ///< Absent for no role's name.
std::vector<MemberRole> allRoles(); ///< From least to most.

/// True when `role` may do all that `needed` may.
bool includesRole(MemberRole role, MemberRole needed);

enum class MemberState { Active, Locked, Removed };

QString stateName(MemberState state); ///< "active", "locked", "removed"
MemberState memberStateFrom(QStringView name);

/// A person with an account: chk_member with chk_login.
struct Member
{
    int id = 0;
    QString account {}; ///< Login name, which signs the verdicts.
    QString host {}; ///< From where it may connect, e.g. "%"; with `account` the server's account.
    QString fullName {};
    QString department {};
    MemberRole role = MemberRole::Inspector;
    MemberState state = MemberState::Active;
    QDateTime firstLogin {}; ///< UTC; invalid before the first
    QDateTime lastLogin {}; ///< UTC
    int failures = 0; ///< Wrong passwords in a row before the last login or lock.
    bool tlsRequired = false; ///< The server lets this account in over TLS only.

    bool operator==(const Member&) const = default;
};

using Members = std::vector<Member>;

/// True for a name an account may have: a lower-case letter, then at most 31 of [a-z0-9_.-].
bool isAccountName(QStringView name);
