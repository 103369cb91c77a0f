#include "app/settings.h"

#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace {
QString loginName()
{
    const auto user = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
    return user.isEmpty() ? u"root"_s : user;
}

std::optional<ServerProfile> serverProfile(const QSettings& stored)
{
    const auto host = stored.value("server/host").toString();
    if (host.isEmpty())
        return {};
    ServerProfile profile;
    profile.host = host;
    profile.port = stored.value("server/port", profile.port).toInt();
    profile.account = stored.value("server/account", loginName()).toString();
    profile.caFile = stored.value("server/caFile").toString();
    profile.requireTls = stored.value("server/requireTls", true).toBool();
    return profile;
}
}

Settings loadSettings()
{
    const QSettings stored;
    Settings settings;
    settings.schemaPrefix = stored.value("schemaPrefix", u"lamost"_s).toString();
    settings.server = serverProfile(stored);
    settings.account = settings.server ? settings.server->account : loginName();
    settings.theme = qEnvironmentVariable("SPECDESK_THEME", stored.value("theme").toString());
    settings.language = qEnvironmentVariable("SPECDESK_LANGUAGE", stored.value("language").toString());
    return settings;
}
