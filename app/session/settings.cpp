#include "app/session/settings.h"

#include "db/server/serverfiles.h"

#include <QCryptographicHash>
#include <QSettings>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {
QString loginName()
{
    // Whose process it is; the environment may be another's, as it is under setpriv or sudo.
    if (const auto* account = getpwuid(geteuid()))
        return QString::fromLocal8Bit(account->pw_name);
    return qEnvironmentVariable("USER", u"uid%1"_s.arg(geteuid()));
}

std::optional<ServerProfile> serverProfile(const QSettings& stored)
{
    const auto host = stored.value("server/host").toString();
    if (host.isEmpty())
        return {};
    ServerProfile profile;
    profile.name = stored.value("server/name", host).toString();
    profile.host = host;
    profile.port = stored.value("server/port", profile.port).toInt();
    profile.account =
        qEnvironmentVariable("SPECDESK_ACCOUNT", stored.value("server/account", loginName()).toString());
    profile.tlsRequired = stored.value("server/tlsRequired", true).toBool();
    profile.caFile = stored.value("server/caFile").toString();
    profile.schemaPrefix = stored.value("server/schemaPrefix").toString();
    return profile;
}
}

QString Settings::schemaPrefix() const
{
    return server && !server->schemaPrefix.isEmpty() ? server->schemaPrefix : u"lamost"_s;
}

QString Settings::journalProfile() const
{
    if (server)
        return u"%1_%2"_s.arg(server->keyringEntry(), schemaPrefix());
    const auto folder =
        QCryptographicHash::hash(ServerFiles::defaultFolder().toUtf8(), QCryptographicHash::Sha1);
    return u"%1@own_%2"_s.arg(account, QString::fromLatin1(folder.toHex().first(8)));
}

QString givenPassword()
{
    const auto password = qEnvironmentVariable("SPECDESK_PASSWORD");
    qunsetenv("SPECDESK_PASSWORD"); // not for what this program starts
    return password;
}

Settings loadSettings()
{
    const QSettings stored;
    Settings settings;
    if (qEnvironmentVariable("SPECDESK_SERVER") != "own"_L1)
        settings.server = serverProfile(stored);
    settings.account =
        settings.server ? settings.server->account : qEnvironmentVariable("SPECDESK_ACCOUNT", loginName());
    settings.theme = qEnvironmentVariable("SPECDESK_THEME", stored.value("theme").toString());
    settings.language = qEnvironmentVariable("SPECDESK_LANGUAGE", stored.value("language").toString());
    return settings;
}

void saveServer(const std::optional<ServerProfile>& profile)
{
    QSettings stored;
    stored.remove("server");
    if (!profile)
        return;
    stored.setValue("server/name", profile->name);
    stored.setValue("server/host", profile->host);
    stored.setValue("server/port", profile->port);
    stored.setValue("server/account", profile->account);
    stored.setValue("server/tlsRequired", profile->tlsRequired);
    stored.setValue("server/caFile", profile->caFile);
    stored.setValue("server/schemaPrefix", profile->schemaPrefix);
}

QByteArray savedWindow()
{
    return QSettings().value("window").toByteArray();
}

void saveWindow(const QByteArray& geometry)
{
    QSettings().setValue("window", geometry);
}

void saveTheme(const QString& theme)
{
    QSettings().setValue("theme", theme);
}
