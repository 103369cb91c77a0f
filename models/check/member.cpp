#include "models/check/member.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

QString roleName(MemberRole role)
{
    switch (role) {
    case MemberRole::Inspector:
        return u"inspector"_s;
    case MemberRole::Rechecker:
        return u"rechecker"_s;
    case MemberRole::Team2d:
        return u"team2d"_s;
    case MemberRole::Lead:
        return u"lead"_s;
    case MemberRole::Release:
        return u"release"_s;
    case MemberRole::Admin:
        return u"admin"_s;
    }
    return {};
}

std::vector<MemberRole> allRoles()
{
    return {MemberRole::Inspector, MemberRole::Rechecker, MemberRole::Team2d,
            MemberRole::Lead,      MemberRole::Release,   MemberRole::Admin};
}

std::optional<MemberRole> memberRoleFrom(QStringView name)
{
    const auto roles = allRoles();
    const auto found = std::ranges::find_if(roles, [&](MemberRole role) { return roleName(role) == name; });
    return found == roles.end() ? std::nullopt : std::optional(*found);
}

bool includesRole(MemberRole role, MemberRole needed)
{
    if (role == needed || needed == MemberRole::Inspector || role == MemberRole::Admin)
        return true;
    return role == MemberRole::Lead && (needed == MemberRole::Rechecker || needed == MemberRole::Team2d);
}

QString stateName(MemberState state)
{
    switch (state) {
    case MemberState::Active:
        return u"active"_s;
    case MemberState::Locked:
        return u"locked"_s;
    case MemberState::Removed:
        return u"removed"_s;
    }
    return {};
}

MemberState memberStateFrom(QStringView name)
{
    for (const auto state : {MemberState::Locked, MemberState::Removed})
        if (stateName(state) == name)
            return state;
    return MemberState::Active;
}

bool isAccountName(QStringView name)
{
    static const QRegularExpression valid(u"\\A[a-z][a-z0-9_.-]{0,31}\\z"_s);
    return valid.match(name.toString()).hasMatch();
}
