#include "app/session.h"

#include "db/keyring/keyring.h"
#include "db/sql/migrator.h"

#include <QCoreApplication>

namespace {
/// The remembered password of a profile; an empty one when the keyring has none, so that the server decides.
QString rememberedPassword(const ServerProfile& profile)
{
    const auto password = Keyring::wait(Keyring::password(profile.keyringEntry()));
    return password ? password.value() : QString();
}
}

Result<std::shared_ptr<Session>> Session::open(const Settings& settings, const QString& password)
{
    auto schemas = SchemaNames::fromPrefix(settings.schemaPrefix());
    if (!schemas)
        return schemas.error();
    auto session = std::shared_ptr<Session>(new Session);
    session->m_schemas = schemas.value();
    session->m_account = settings.account;

    DbConfigSource source;
    if (settings.server) {
        session->m_host = settings.server->host;
        session->m_tls = settings.server->tlsRequired;
        const auto known = password.isEmpty() ? rememberedPassword(*settings.server) : password;
        source = [config = settings.server->config(known)] { return config; };
    } else {
        auto lease = EmbeddedServer().acquire();
        if (!lease)
            return lease.error();
        session->m_lease = std::move(lease).value();
        source = [] { return EmbeddedServer().ensureRunning(); };
    }
    session->m_interactive = std::make_unique<DbThread>(source);
    session->m_background = std::make_unique<DbThread>(source);
    const auto migrated =
        session->m_background
            ->run([names = session->m_schemas](QSqlDatabase& db) { return migrateAll(db, names); })
            .result();
    if (!migrated)
        return migrated.error();
    return session;
}

QString Session::serverText() const
{
    if (m_host.isEmpty())
        return QCoreApplication::translate("Session", "Own server");
    return m_tls ? QCoreApplication::translate("Session", "%1 (TLS)").arg(m_host) : m_host;
}
