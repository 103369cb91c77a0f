#include "support/surveyserver.h"

#include "app/desk/desk.h"
#include "app/spectra/ingestion.h"
#include "db/fits/spectrumfiles.h"
#include "db/sql/grants.h"
#include "db/sql/migrator.h"
#include "support/askserver.h"
#include "widgets/frame/logindialog.h"
#include "widgets/frame/mainwindow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}
}

SurveyServer::SurveyServer(const QStringList& moreOptions)
    : m_port(freePort())
    , m_server(QStringList {u"--skip-networking=0"_s, u"--bind-address=127.0.0.1"_s,
                            u"--port=%1"_s.arg(m_port), u"--innodb-flush-log-at-trx-commit=1"_s}
               + moreOptions)
    , m_owner(std::make_unique<DbThread>(m_server.config()))
{
}

Result<void> SurveyServer::prepare(const QString& night)
{
    const auto made = asOwner([](QSqlDatabase& db) -> Result<void> {
        if (const auto migrated = migrate(db, {}, SchemaGroup::Check); !migrated)
            return migrated.error();
        return installGrants(db, {});
    });
    if (!made || night.isEmpty())
        return made;
    const auto rules = defaultQueueRules();
    if (!rules)
        return rules.error();
    const auto report = Ingestion(*m_owner, {}, rules.value()).run(filesToIngest({night}), {});
    return report ? Result<void>() : report.error();
}

Result<void> SurveyServer::add(const QString& name, MemberRole role, bool tlsRequired)
{
    return asOwner([&](QSqlDatabase& db) {
        return MemberStore::add(db, {},
                                {.account = name,
                                 .host = u"%"_s,
                                 .password = password(name),
                                 .role = role,
                                 .tlsRequired = tlsRequired});
    });
}

Settings SurveyServer::settings(const QString& name) const
{
    return {.server = ServerProfile {.name = u"Survey"_s,
                                     .host = u"127.0.0.1"_s,
                                     .port = m_port,
                                     .account = name,
                                     .tlsRequired = false},
            .account = name,
            .theme = {},
            .language = {}};
}

DbConfig SurveyServer::config(const QString& name) const
{
    auto config = m_server.config();
    config.user = name;
    config.password = password(name);
    return config;
}

qint64 SurveyServer::count(const QString& text)
{
    return countOn(*m_owner, text);
}

bool openAndLogIn(Desk& desk, const QString& name)
{
    const QSignalSpy loaded(&desk, &Desk::loaded);
    desk.open({});
    desk.show();
    desk.window().activateWindow();
    LoginDialog* dialog = nullptr;
    if (!QTest::qWaitFor([&] { return (dialog = desk.window().findChild<LoginDialog*>()) != nullptr; },
                         60'000))
        return false;
    auto* login = dialog->findChild<QPushButton*>(u"login"_s);
    if (!QTest::qWaitFor([&] { return login->isEnabled(); }, 60'000)) // the empty password was a wrong one
        return false;
    const auto before = loaded.size();
    dialog->findChild<QLineEdit*>(u"loginPassword"_s)->setText(SurveyServer::password(name));
    QTest::mouseClick(login, Qt::LeftButton);
    return QTest::qWaitFor([&] { return loaded.size() > before; }, 90'000);
}
