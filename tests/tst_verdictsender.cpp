#include "app/controllers/verdictsender.h"
#include "app/session/session.h"
#include "db/sql/grants.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/verdictstore.h"
#include "support/askserver.h"
#include "support/linkproxy.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
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

/// Verdicts on a link and a server that fail, signed by an inspector with an inspector's rights.
class TestVerdictSender : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        qputenv("XDG_STATE_HOME", m_home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
        m_owner = std::make_unique<DbThread>(m_server.config());
        VERIFY_OK(m_owner
                      ->run([](QSqlDatabase& db) -> Result<void> {
                          if (const auto made = migrate(db, {}, SchemaGroup::Check); !made)
                              return made.error();
                          if (auto granted = installGrants(db, {}); !granted)
                              return granted;
                          for (const auto& text :
                               {u"CREATE USER tester@'%'"_s, u"GRANT lamost_inspector TO tester@'%'"_s,
                                u"SET DEFAULT ROLE lamost_inspector FOR tester@'%'"_s})
                              if (auto done = runStatement(db, text); !done)
                                  return done;
                          return {};
                      })
                      .result());
        m_proxy = std::make_unique<LinkProxy>(m_port);
    }

    void init() { m_journals = std::make_unique<QTemporaryDir>(); }

    void aVerdictReachesTheServerAndLeavesTheJournal()
    {
        VerdictSender sender;
        sender.setJournal(journal());
        QVERIFY(sender.isHeld()); // there is no session yet
        sender.submit(verdictOn(1));
        QCOMPARE(sender.waiting(), 1);
        QVERIFY(sender.isKept());
        sender.setSession(session());
        QTRY_COMPARE_WITH_TIMEOUT(sender.waiting(), 0, 10'000);
        QCOMPARE(rowsOf(1), 1);
        QVERIFY(journal()->leftovers().empty());
    }

    void whatAWindowLeftTheNextOneSendsOnce()
    {
        const auto verdict = verdictOn(2);
        {
            VerdictSender first;
            first.setJournal(journal());
            first.submit(verdict);
            auto corrected = verdict;
            corrected.submission = QUuid::createUuid();
            corrected.decidedAt = verdict.decidedAt.addMSecs(1);
            first.submit(corrected);
            first.withdraw(corrected);
        }
        for (int window = 0; window < 2; ++window) {
            VerdictSender next;
            next.setJournal(journal());
            QCOMPARE(next.waiting(), window == 0 ? 3 : 0);
            next.setSession(session());
            QTRY_COMPARE_WITH_TIMEOUT(next.waiting(), 0, 10'000);
        }
        QCOMPARE(rowsOf(2), 3); // two verdicts and a withdrawal
    }

    void aPageIsSentTogether()
    {
        VerdictSender sender;
        sender.setJournal(journal());
        sender.setSession(session());
        Verdicts page;
        for (int i = 0; i < 60; ++i)
            page.push_back(verdictOn(3));
        const QSignalSpy stored(&sender, &VerdictSender::stored);
        sender.submitAll(page);
        QCOMPARE(sender.waiting(), 60);
        QTRY_COMPARE_WITH_TIMEOUT(sender.waiting(), 0, 20'000);
        QCOMPARE(stored.size(), 60);
        QCOMPARE(rowsOf(3), 60);
    }

    void whatTheServerWillNeverTakeIsGivenBack()
    {
        VerdictSender sender;
        sender.setJournal(journal());
        sender.setSession(session());
        auto forged = verdictOn(4);
        forged.inspector = u"another"_s;
        const QSignalSpy refused(&sender, &VerdictSender::refused);
        sender.submit(forged);
        sender.submit(verdictOn(4));
        QTRY_COMPARE_WITH_TIMEOUT(sender.waiting(), 0, 10'000);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(rowsOf(4), 1);
    }

    void whatWaitsForAnotherAccountStaysInItsJournal()
    {
        const auto verdictOfAnn = [] {
            auto verdict = verdictOn(6);
            verdict.inspector = u"ann"_s;
            return verdict;
        };
        {
            VerdictSender killed;
            killed.setJournal(journal(u"ann"_s));
            killed.submit(verdictOfAnn());
        }
        VerdictSender sender;
        const QSignalSpy refused(&sender, &VerdictSender::refused);
        const QSignalSpy leftBehind(&sender, &VerdictSender::leftBehind);
        sender.setJournal(journal(u"ann"_s));
        sender.submit(verdictOfAnn()); // while the server is away
        QCOMPARE(sender.waiting(), 2);
        sender.setJournal(journal());
        QCOMPARE(leftBehind.size(), 2);
        QCOMPARE(sender.waiting(), 0);
        sender.setSession(session());
        sender.submit(verdictOn(6));
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(6), 1, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(sender.waiting(), 0, 30'000);
        QCOMPARE(refused.size(), 0);
        QCOMPARE(journal(u"ann"_s)->leftovers().size(), std::size_t {2});
    }

    /// While verdicts are given every few milliseconds the link is cut, held and half-closed and the server
    /// killed at random. SPECDESK_KILLS: how often.
    void everyKeyIsOneRowWhateverBreaks()
    {
        VerdictSender sender;
        sender.setJournal(journal());
        sender.setSession(session());
        QElapsedTimer away;
        qint64 longestReturn = 0;
        connect(&sender, &VerdictSender::resumed, this,
                [&] { longestReturn = std::max(longestReturn, away.isValid() ? away.elapsed() : 0); });
        int given = 0;
        const auto give = [&](int milliseconds) {
            const QDeadlineTimer until(milliseconds);
            while (!until.hasExpired()) {
                sender.submit(verdictOn(5));
                ++given;
                QTest::qWait(5);
            }
        };
        QRandomGenerator random(20'261'121);
        const int disturbances =
            qEnvironmentVariableIsSet("SPECDESK_KILLS") ? qEnvironmentVariableIntValue("SPECDESK_KILLS") : 24;
        for (int i = 0; i < disturbances; ++i) {
            give(random.bounded(20, 120));
            away.invalidate();
            const int kind = i % 8 == 7 ? 3 : static_cast<int>(random.bounded(3));
            if (kind == 0)
                m_proxy->cut();
            else if (kind == 1)
                m_proxy->hold();
            else if (kind == 2)
                m_proxy->halfClose();
            else
                m_server.kill();
            give(random.bounded(20, 200));
            if (kind == 3)
                QVERIFY(m_server.restart());
            m_proxy->restore();
            away.start();
        }
        QTRY_COMPARE_WITH_TIMEOUT(sender.waiting(), 0, 60'000 * (1 + disturbances / 24));
        QCOMPARE(rowsOf(5), given);
        QCOMPARE(count(u"SELECT COUNT(DISTINCT submission) FROM {check}.humanverify WHERE obsid = 5"_s),
                 given);
        QCOMPARE(count(u"SELECT done FROM {check}.check_status WHERE inspector = 'tester'"_s),
                 count(u"SELECT COUNT(*) FROM {check}.standing_verdict WHERE inspector = 'tester'"_s));
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.spectrum_history WHERE obsid = 5"_s), given);
        qInfo("%d verdicts over %d disturbances; the longest return took %lld ms", given, disturbances,
              static_cast<long long>(longestReturn));
        QVERIFY2(longestReturn <= 2000, qPrintable(QString::number(longestReturn)));
    }

private:
    static Verdict verdictOn(qint64 obsid)
    {
        Verdict verdict;
        verdict.submission = QUuid::createUuid();
        verdict.obsid = obsid;
        verdict.pipelineVersion = u"v2.9.8"_s;
        verdict.inspector = u"tester"_s;
        verdict.decidedAt = QDateTime::currentDateTimeUtc();
        return verdict;
    }

    std::unique_ptr<VerdictJournal> journal(const QString& profile = u"tester"_s)
    {
        auto journal = VerdictJournal::open(m_journals->path(), profile);
        return journal ? std::move(journal).value() : nullptr;
    }

    std::shared_ptr<Session> session()
    {
        const auto session = Session::open({.server = ServerProfile {.host = u"127.0.0.1"_s,
                                                                     .port = m_proxy->port(),
                                                                     .account = u"tester"_s,
                                                                     .tlsRequired = false},
                                            .account = u"tester"_s,
                                            .theme = {},
                                            .language = {}});
        if (!session)
            qWarning("%s %s", qPrintable(session.error().message), qPrintable(session.error().detail));
        return session ? session.value() : nullptr;
    }

    qint64 rowsOf(qint64 obsid)
    {
        return count(u"SELECT COUNT(*) FROM {check}.humanverify WHERE obsid = %1"_s.arg(obsid));
    }

    qint64 count(const QString& text) { return countOn(*m_owner, text); }

    const quint16 m_port = freePort();
    TestServer m_server {{u"--skip-networking=0"_s, u"--bind-address=127.0.0.1"_s, u"--port=%1"_s.arg(m_port),
                          u"--innodb-flush-log-at-trx-commit=1"_s}};
    QTemporaryDir m_home;
    std::unique_ptr<DbThread> m_owner;
    std::unique_ptr<LinkProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_journals;
};

QTEST_GUILESS_MAIN(TestVerdictSender)
#include "tst_verdictsender.moc"
