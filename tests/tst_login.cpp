#include "app/controllers/inspectcontroller.h"
#include "app/desk/desk.h"
#include "app/session/loginguard.h"
#include "app/session/session.h"
#include "db/journal/verdictjournal.h"
#include "db/sql/sqlquery.h"
#include "support/required.h"
#include "support/surveyserver.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/logindialog.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/frame/messagebar.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// A person at the door of a survey's server: wrong passwords, locked and expired accounts, encryption.
class TestLogin : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (const auto* variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
            qputenv(variable, m_home.path().toUtf8());
        m_key = m_home.filePath(u"key.pem"_s);
        m_certificate = m_home.filePath(u"cert.pem"_s);
        const auto made = QProcess::execute(u"openssl"_s,
                                            {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s,
                                             u"-keyout"_s, m_key, u"-out"_s, m_certificate, u"-days"_s,
                                             u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
                                             u"subjectAltName=IP:127.0.0.1"_s, u"-batch"_s});
        m_hasCertificate = made == 0;
        m_survey = std::make_unique<SurveyServer>(
            m_hasCertificate ? QStringList {u"--ssl-cert="_s + m_certificate, u"--ssl-key="_s + m_key}
                             : QStringList {});
        REQUIRE_SERVER(*m_survey);
        VERIFY_OK(m_survey->prepare({}));
        VERIFY_OK(m_survey->add(u"admin"_s, MemberRole::Admin));
        for (const auto& name : {u"li"_s, u"ann"_s, u"slow"_s, u"locked"_s, u"expired"_s, u"hammer"_s})
            VERIFY_OK(m_survey->add(name, MemberRole::Inspector));
        VERIFY_OK(m_survey->add(u"secret"_s, MemberRole::Inspector, true));
    }

    void wrongPasswordsMakeTheNextTryWaitLongerAlsoInTheNextWindow()
    {
        {
            Desk desk(m_survey->settings(u"slow"_s));
            auto* dialog = dialogOf(desk);
            QVERIFY(dialog);
            for (int wrong = 0; wrong < 2; ++wrong) {
                type(*dialog, u"not the password"_s);
                QTRY_VERIFY_WITH_TIMEOUT(
                    complaint(*dialog).contains(u"does not know this name and password"_s), 60'000);
                QVERIFY(!button(*dialog)->isEnabled());
                QTRY_VERIFY_WITH_TIMEOUT(button(*dialog)->isEnabled(), 60'000);
            }
        }
        LoginGuard guard(m_survey->settings(u"slow"_s).journalProfile());
        for (int wrong = 0; wrong < 2; ++wrong)
            guard.noteWrongPassword();
        QVERIFY2(guard.wait() > 3s && guard.wait() <= 8s, qPrintable(QString::number(guard.wait().count())));
        Desk next(m_survey->settings(u"slow"_s));
        QElapsedTimer clock;
        clock.start();
        auto* dialog = dialogOf(next);
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(button(*dialog)->isEnabled(), 60'000);
        QVERIFY(clock.elapsed() > 3000); // the window before counts
        type(*dialog, SurveyServer::password(u"slow"_s));
        QTRY_COMPARE_WITH_TIMEOUT(status(next), u"127.0.0.1 (not encrypted)"_s, 60'000);
        QCOMPARE(LoginGuard(m_survey->settings(u"slow"_s).journalProfile()).wait(), 0ms);
        const auto noted = [&] {
            return m_survey->count(u"SELECT failures FROM {check}.chk_login WHERE account = 'slow'"_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(noted() > 0, 60'000); // an administrator sees them
    }

    void whoeverLogsInTheVerdictsOfAnotherStayForHim()
    {
        const auto profile = m_survey->settings(u"li"_s).journalProfile();
        {
            auto left = VerdictJournal::open(defaultJournalFolder(), profile);
            VERIFY_OK(left);
            Verdict verdict;
            verdict.submission = QUuid::createUuid();
            verdict.obsid = 1;
            verdict.inspector = u"li"_s;
            verdict.decidedAt = QDateTime::currentDateTimeUtc();
            VERIFY_OK(left.value()->append({verdict}));
        }
        {
            Desk desk(m_survey->settings(u"li"_s));
            const QSignalSpy refused(&desk.inspector().sender(), &VerdictSender::refused);
            auto* dialog = dialogOf(desk);
            QVERIFY(dialog);
            auto* account = dialog->findChild<QLineEdit*>(u"loginAccount"_s);
            QTest::keySequence(account, QKeySequence::SelectAll);
            QTest::keyClicks(account, u"ann"_s);
            type(*dialog, SurveyServer::password(u"ann"_s));
            QTRY_COMPARE_WITH_TIMEOUT(status(desk), u"127.0.0.1 (not encrypted)"_s, 60'000);
            QCOMPARE(desk.inspector().sender().waiting(), 0);
            QVERIFY2(desk.window().messages().text().contains(u"when li logs in"_s),
                     qPrintable(desk.window().messages().text()));
            QTRY_VERIFY_WITH_TIMEOUT(
                m_survey->count(u"SELECT COUNT(*) FROM {check}.chk_login WHERE account = 'ann'"_s) > 0,
                60'000);
            QCOMPARE(refused.count(), 0);
        }
        const auto kept = VerdictJournal::open(defaultJournalFolder(), profile);
        VERIFY_OK(kept);
        QCOMPARE(kept.value()->leftovers().size(), std::size_t {1});
        kept.value()->settle(kept.value()->leftovers().front().submission);
    }

    void aStartWithoutARememberedPasswordIsNoWrongPassword()
    {
        Desk desk(m_survey->settings(u"ann"_s));
        auto* dialog = dialogOf(desk);
        QVERIFY(dialog);
        QCOMPARE(LoginGuard(m_survey->settings(u"ann"_s).journalProfile()).wait(), 0ms);
        QVERIFY(complaint(*dialog).isEmpty());
        QVERIFY(button(*dialog)->isEnabled());
    }

    void aLockedAccountIsToldSo()
    {
        VERIFY_OK(m_survey->as(u"admin"_s, [](QSqlDatabase& db) {
            return MemberStore::setState(db, {}, u"locked"_s, MemberState::Locked);
        }));
        QVERIFY2(refusal(u"locked"_s, SurveyServer::password(u"locked"_s)).contains(u"locked"_s),
                 qPrintable(m_said));
    }

    void anExpiredPasswordIsToldSo()
    {
        VERIFY_OK(m_survey->asOwner(
            [](QSqlDatabase& db) { return runStatement(db, u"ALTER USER expired@'%' PASSWORD EXPIRE"_s); }));
        QVERIFY2(refusal(u"expired"_s, SurveyServer::password(u"expired"_s)).contains(u"expired"_s),
                 qPrintable(m_said));
    }

    /// Somebody who goes round SpecDesk's own pauses is stopped by the server.
    void hammeringLocksTheAccountUntilAnAdministratorUnlocksIt()
    {
        auto wrong = m_survey->config(u"hammer"_s);
        wrong.password = u"not the password"_s;
        const auto ask = [](QSqlDatabase& db) { return runStatement(db, u"SELECT 1"_s); };
        for (int attempt = 0; attempt < 12; ++attempt)
            QVERIFY(!DbThread(wrong).run(ask).result());
        QVERIFY2(refusal(u"hammer"_s, SurveyServer::password(u"hammer"_s)).contains(u"locked"_s),
                 qPrintable(m_said));
        VERIFY_OK(m_survey->as(u"admin"_s, [](QSqlDatabase& db) {
            return MemberStore::setState(db, {}, u"hammer"_s, MemberState::Active);
        }));
        const auto session =
            Session::open(m_survey->settings(u"hammer"_s), SurveyServer::password(u"hammer"_s));
        VERIFY_OK(session);
    }

    void theStatusLineSaysThatTheConnectionIsEncrypted()
    {
        NEEDS(m_hasCertificate, "openssl");
        auto settings = m_survey->settings(u"secret"_s);
        const auto clear = Session::open(settings, SurveyServer::password(u"secret"_s));
        QVERIFY(!clear); // the account is let in by TLS only
        QVERIFY2(clear.error().message.contains(u"TLS"_s), qPrintable(clear.error().message));
        settings.server->tlsRequired = true;
        settings.server->caFile = m_certificate;
        Desk desk(settings);
        auto* dialog = dialogOf(desk);
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(button(*dialog)->isEnabled(), 60'000);
        type(*dialog, SurveyServer::password(u"secret"_s));
        QTRY_COMPARE_WITH_TIMEOUT(status(desk), u"127.0.0.1 (TLS)"_s, 60'000);
        settings.server->caFile.clear();
        const auto stranger = Session::open(settings, SurveyServer::password(u"secret"_s));
        QVERIFY(!stranger);
        QVERIFY2(stranger.error().message.contains(u"certificate"_s), qPrintable(stranger.error().message));
    }

    void aServerWithoutEncryptionIsRefusedAndToldSo()
    {
        SurveyServer plain({u"--skip-ssl"_s}); // from 11.4 on MariaDB makes itself a certificate
        REQUIRE_SERVER(plain);
        VERIFY_OK(plain.prepare({}));
        VERIFY_OK(plain.add(u"li"_s, MemberRole::Inspector));
        auto settings = plain.settings(u"li"_s);
        settings.server->tlsRequired = true;
        Desk desk(settings);
        auto* dialog = dialogOf(desk);
        QVERIFY(dialog);
        type(*dialog, SurveyServer::password(u"li"_s));
        QTRY_VERIFY2_WITH_TIMEOUT(complaint(*dialog).contains(u"does not offer a secure connection"_s),
                                  qPrintable(complaint(*dialog)), 60'000);
    }

private:
    LoginDialog* dialogOf(Desk& desk)
    {
        desk.open({});
        desk.show();
        LoginDialog* dialog = nullptr;
        (void)QTest::qWaitFor([&] { return (dialog = desk.window().findChild<LoginDialog*>()) != nullptr; },
                              60'000);
        return dialog;
    }
    static QPushButton* button(LoginDialog& dialog) { return dialog.findChild<QPushButton*>(u"login"_s); }
    static QString complaint(LoginDialog& dialog)
    {
        return dialog.findChild<Caption*>(u"loginComplaint"_s)->text();
    }
    static QString status(Desk& desk) { return desk.inspector().serverText(); }

    static void type(LoginDialog& dialog, const QString& password)
    {
        QVERIFY(QTest::qWaitFor([&] { return button(dialog)->isEnabled(); }, 60'000));
        auto* field = dialog.findChild<QLineEdit*>(u"loginPassword"_s);
        QTest::keySequence(field, QKeySequence::SelectAll);
        QTest::keyClicks(field, password);
        QTest::mouseClick(button(dialog), Qt::LeftButton);
    }

    /// What the dialog says of this password.
    QString refusal(const QString& name, const QString& password)
    {
        Desk desk(m_survey->settings(name));
        auto* dialog = dialogOf(desk);
        if (!dialog)
            return {};
        type(*dialog, password);
        (void)QTest::qWaitFor([&] { return !complaint(*dialog).isEmpty(); }, 60'000);
        m_said = complaint(*dialog);
        return m_said;
    }

    QTemporaryDir m_home;
    QString m_key;
    QString m_certificate;
    bool m_hasCertificate = false;
    std::unique_ptr<SurveyServer> m_survey;
    QString m_said;
};

QTEST_MAIN(TestLogin)
#include "tst_login.moc"
