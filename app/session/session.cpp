#include "app/session/session.h"

#include "app/session/loginguard.h"
#include "db/keyring/keyring.h"
#include "db/sql/dberror.h"
#include "db/sql/migrator.h"
#include "db/stores/memberstore.h"

#include <QCoreApplication>

#include <thread>

using namespace Qt::Literals::StringLiterals;

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
        const auto known = password.isEmpty() ? rememberedPassword(*settings.server) : password;
        source = [config = settings.server->config(known)] { return config; };
        session->m_password = known;
    } else {
        auto lease = EmbeddedServer().acquire();
        if (!lease)
            return lease.error();
        session->m_lease = std::move(lease).value();
        source = [] { return EmbeddedServer().ensureRunning(); };
    }
    session->m_source = source;
    // What a person waits for is short: an answer that does not come means that the link hangs.
    session->m_interactive = std::make_unique<DbThread>([source]() -> Result<DbConfig> {
        auto config = source();
        if (config)
            config.value().readSeconds = 30;
        return config;
    });
    session->m_background = std::make_unique<DbThread>(source);
    LoginGuard guard(settings.journalProfile());
    const bool anyPassword = !session->m_password.isEmpty(); // without one nobody has tried
    if (anyPassword)
        std::this_thread::sleep_for(guard.wait());
    const auto migrated =
        session->m_background
            ->run([names = session->m_schemas](QSqlDatabase& db) { return migrateAll(db, names); })
            .result();
    if (!migrated) {
        if (anyPassword && isWrongPassword(migrated.error()))
            guard.noteWrongPassword();
        return migrated.error();
    }
    session->introduce(guard.noteLogin());
    return session;
}

/// Works with what the account's grants allow, also where it is no member yet.
void Session::introduce(int wrongPasswords)
{
    const auto known =
        m_background
            ->run([this, wrongPasswords](QSqlDatabase& db) -> Result<std::optional<MemberRole>> {
                if (const auto cipher = MemberStore::tlsCipher(db); cipher)
                    m_cipher = cipher.value();
                const auto noted = MemberStore::noteLogin(db, m_schemas, m_account, wrongPasswords);
                if (!noted && noted.error().kind != ErrorKind::Refused)
                    return noted.error();
                return MemberStore::roleOf(db, m_schemas, m_account);
            })
            .result();
    m_isMember = known ? known.value().has_value() : known.error().kind != ErrorKind::Refused;
    if (known && known.value())
        m_role = *known.value();
}

QProcessEnvironment Session::childEnvironment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    if (!m_host.isEmpty()) {
        environment.insert(u"SPECDESK_ACCOUNT"_s, m_account);
        if (!m_password.isEmpty())
            environment.insert(u"SPECDESK_PASSWORD"_s, m_password);
    }
    return environment;
}

QString Session::serverText() const
{
    if (m_host.isEmpty())
        return QCoreApplication::translate("Session", "Own server");
    return m_cipher.isEmpty() ? QCoreApplication::translate("Session", "%1 (not encrypted)").arg(m_host)
                              : QCoreApplication::translate("Session", "%1 (TLS)").arg(m_host);
}
