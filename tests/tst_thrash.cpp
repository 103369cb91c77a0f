#include "db/sql/grants.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/spectrumstore.h"
#include "db/stores/taskstore.h"
#include "db/stores/verdictstore.h"
#include "support/askserver.h"
#include "support/linkproxy.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QDeadlineTimer>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace {
const SchemaNames names;
constexpr int people = 9; // as many as a spectrum can have looks, so that there is a seat for each
constexpr int heldAtOnce = 5;

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QString accountOf(int person)
{
    return u"w%1"_s.arg(person);
}

/// A person who works on whatever happens, and says a thing again until the server has taken it.
class Worker
{
public:
    Worker(const DbConfig& config, int task, int person, const std::atomic<bool>& isOver)
        : m_db(config)
        , m_task(task)
        , m_account(config.user)
        , m_isOver(isOver)
        , m_random(static_cast<quint32>(person) + 1)
    {
    }

    void work()
    {
        while (!m_isOver && complaint.isEmpty()) {
            if (m_given.empty() || m_random.bounded(4) > 0)
                takeAndDecide();
            else if (m_random.bounded(2) == 0)
                decide(oneOfThose()); // a correction
            else
                takeBackLast();
            if (m_random.bounded(50) == 0)
                insist([this](QSqlDatabase& db) { return TaskStore::release(db, names, m_task, m_account); });
            std::this_thread::sleep_for(std::chrono::milliseconds(m_random.bounded(1, 10)));
        }
    }

    qint64 verdicts = 0;
    qint64 withdrawals = 0;
    QString complaint;

private:
    struct Spot
    {
        qint64 obsid = 0;
        QString version;
    };

    /// Tries until the server answers; what it answers otherwise than well is a complaint.
    template<typename Job>
    bool insist(Job job)
    {
        const QDeadlineTimer patience(120'000);
        for (;;) {
            const auto done = m_db.run(job).result();
            if (done)
                return true;
            if (done.error().kind != ErrorKind::Unavailable || patience.hasExpired()) {
                if (complaint.isEmpty())
                    complaint = m_account + u": "_s + done.error().message + done.error().detail;
                return false;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }

    void takeAndDecide()
    {
        Claims claims;
        insist([&](QSqlDatabase& db) -> Result<void> {
            auto held = TaskStore::hold(db, names, m_task, m_account, heldAtOnce);
            if (!held)
                return held.error();
            claims = std::move(held).value();
            return {};
        });
        if (!claims.empty())
            decide({claims.front().entry.obsid, claims.front().entry.pipelineVersion});
        else if (!m_given.empty())
            decide(oneOfThose());
    }

    /// Something that was decided on before.
    Spot oneOfThose() { return m_given[m_random.bounded(static_cast<quint32>(m_given.size()))]; }

    void decide(const Spot& spot)
    {
        Verdict verdict;
        verdict.submission = QUuid::createUuid();
        verdict.obsid = spot.obsid;
        verdict.pipelineVersion = spot.version;
        verdict.spectralClass = SpectralClass::Galaxy;
        verdict.inspector = m_account;
        verdict.decidedAt = QDateTime::currentDateTimeUtc();
        if (insist([&](QSqlDatabase& db) { return VerdictStore::submitAll(db, names, {verdict}); })) {
            ++verdicts;
            m_given.push_back(spot);
            m_last = verdict;
        }
    }

    void takeBackLast()
    {
        if (m_last.submission.isNull())
            return;
        const auto submission = QUuid::createUuid();
        if (insist([&](QSqlDatabase& db) { return VerdictStore::withdraw(db, names, m_last, submission); }))
            ++withdrawals;
        m_last = {};
    }

    DbThread m_db;
    const int m_task;
    const QString m_account;
    const std::atomic<bool>& m_isOver;
    QRandomGenerator m_random;
    std::vector<Spot> m_given;
    Verdict m_last;
};
}

/// Nine people work while their link is cut, held and half-closed, their sessions are ended and the server
/// is killed, at random. SPECDESK_THRASH_SECONDS: how long;
/// beyond 5 minutes QTEST_FUNCTION_TIMEOUT (ms) has to be longer too.
class TestThrash : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_owner = std::make_unique<DbThread>(m_server.config());
        VERIFY_OK(run([](QSqlDatabase& db) -> Result<int> {
            if (const auto made = migrate(db, names, SchemaGroup::Check); !made)
                return made.error();
            if (const auto added = SpectrumStore::add(db, names, syntheticPlate(1000), queueRules()); !added)
                return added.error();
            if (const auto granted = installGrants(db, names); !granted)
                return granted.error();
            for (int person = 0; person < people; ++person)
                for (const auto& text : {u"CREATE USER %1@'%'"_s, u"GRANT lamost_inspector TO %1@'%'"_s,
                                         u"SET DEFAULT ROLE lamost_inspector FOR %1@'%'"_s})
                    if (const auto done = runStatement(db, text.arg(accountOf(person))); !done)
                        return done.error();
            const auto task = TaskStore::create(
                db, names, {.title = u"Storm"_s, .order = TaskOrder::Natural, .inspectors = people});
            return task ? Result<int>(task.value().id) : task.error();
        }));
        m_proxy = std::make_unique<LinkProxy>(m_port);
    }

    void nothingIsLostDoubledOrAtOddsWhateverBreaks()
    {
        const int seconds = qEnvironmentVariableIsSet("SPECDESK_THRASH_SECONDS")
            ? qEnvironmentVariableIntValue("SPECDESK_THRASH_SECONDS")
            : 6;
        std::atomic<bool> isOver = false;
        std::vector<std::unique_ptr<Worker>> workers;
        for (int person = 0; person < people; ++person)
            workers.push_back(std::make_unique<Worker>(configOf(person), 1, person, isOver));
        int blows = 0;
        {
            std::vector<std::jthread> team;
            for (auto& worker : workers)
                team.emplace_back([&worker] { worker->work(); });
            QRandomGenerator random(20'261'121);
            for (const QDeadlineTimer end(seconds * 1000LL); !end.hasExpired(); ++blows) {
                QThread::msleep(random.bounded(100U, 600U));
                strike(random);
            }
            isOver = true;
        }
        qint64 verdicts = 0;
        qint64 withdrawals = 0;
        for (const auto& worker : workers) {
            QVERIFY2(worker->complaint.isEmpty(), qPrintable(worker->complaint));
            verdicts += worker->verdicts;
            withdrawals += worker->withdrawals;
        }
        qInfo("%lld verdicts and %lld withdrawals of %d people under %d blows in %d s",
              static_cast<long long>(verdicts), static_cast<long long>(withdrawals), people, blows, seconds);
        QVERIFY(verdicts > people);
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.humanverify WHERE withdraws = 0"_s), verdicts);
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.humanverify WHERE withdraws = 1"_s), withdrawals);
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.spectrum_history WHERE state IN ('verified', "
                       "'withdrawn')"_s),
                 verdicts + withdrawals);
        compareWhatStands();
        compareProgress();
        compareSeats();
    }

private:
    /// Breaks one thing, and mends it after a moment.
    void strike(QRandomGenerator& random)
    {
        const auto kind = random.bounded(8);
        if (kind == 7) {
            m_server.kill();
            QThread::msleep(random.bounded(20U, 300U));
            QVERIFY(m_server.restart());
        } else if (kind >= 5) {
            endSessions(random);
        } else {
            if (kind <= 1)
                m_proxy->cut();
            else if (kind <= 3)
                m_proxy->halfClose();
            else
                m_proxy->hold();
            QThread::msleep(random.bounded(20U, 300U));
        }
        m_proxy->restore();
    }

    /// As if half of the clients were killed: the server ends what they were doing.
    void endSessions(QRandomGenerator& random)
    {
        auto sessions =
            m_owner
                ->run([](QSqlDatabase& db) -> Result<QList<qint64>> {
                    auto rows = runText(
                        db, names, u"SELECT id FROM information_schema.processlist WHERE user LIKE 'w%'"_s);
                    if (!rows)
                        return rows.error();
                    QList<qint64> ids;
                    for (auto& row = rows.value(); row.next();)
                        ids << row.value(0).toLongLong();
                    return ids;
                })
                .result();
        if (!sessions)
            return;
        for (const auto id : sessions.value())
            if (random.bounded(2) == 0)
                m_owner->run([id](QSqlDatabase& db) { return runStatement(db, u"KILL %1"_s.arg(id)); })
                    .waitForFinished();
    }

    /// What stands is each person's newest verdict that was not taken back.
    void compareWhatStands()
    {
        const auto live =
            u"(SELECT v.inspector, v.obsid, v.pipeline_version, v.id, ROW_NUMBER() OVER "
            "(PARTITION BY v.inspector, v.obsid, v.pipeline_version ORDER BY v.decided_at DESC, "
            "v.id DESC) AS place FROM {check}.humanverify AS v LEFT JOIN {check}.humanverify AS w "
            "ON w.withdrawn_id = v.id WHERE v.withdraws = 0 AND w.id IS NULL)"_s;
        const auto standing = count(u"SELECT COUNT(*) FROM {check}.standing_verdict"_s);
        QVERIFY(standing > 0);
        QCOMPARE(count(u"SELECT COUNT(*) FROM %1 AS n WHERE n.place = 1"_s.arg(live)), standing);
        QCOMPARE(count(u"SELECT COUNT(*) FROM %1 AS n JOIN {check}.standing_verdict AS h ON h.verdict_id = "
                       "n.id AND h.inspector = n.inspector WHERE n.place = 1"_s.arg(live)),
                 standing);
    }

    void compareProgress()
    {
        QCOMPARE(count(u"SELECT SUM(done) FROM {check}.check_status"_s),
                 count(u"SELECT COUNT(*) FROM {check}.standing_verdict"_s));
        QCOMPARE(
            count(u"SELECT COUNT(*) FROM {check}.check_status AS c LEFT JOIN (SELECT inspector, list_name, "
                  "COUNT(*) AS done FROM {check}.standing_verdict GROUP BY inspector, list_name) AS h ON "
                  "h.inspector = c.inspector AND h.list_name = c.list_name WHERE c.done <> COALESCE(h.done, "
                  "0)"_s),
            0);
    }

    /// Nobody has two seats at a spectrum; a look is done exactly where its holder's verdict stands.
    void compareSeats()
    {
        QCOMPARE(
            count(u"SELECT COUNT(*) FROM (SELECT 1 FROM {check}.task_seat WHERE state <> 'free' GROUP BY "
                  "obsid, pipeline_version, holder HAVING COUNT(*) > 1) AS doubled"_s),
            0);
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.task_seat WHERE (state = 'free') <> (holder = '')"_s),
                 0);
        QCOMPARE(
            count(u"SELECT COUNT(*) FROM {check}.task_seat AS t LEFT JOIN {check}.standing_verdict AS h ON "
                  "h.inspector = t.holder AND h.obsid = t.obsid AND h.pipeline_version = "
                  "t.pipeline_version WHERE t.state = 'done' AND h.verdict_id IS NULL"_s),
            0);
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.task_seat WHERE state = 'done'"_s),
                 count(u"SELECT COUNT(*) FROM {check}.standing_verdict"_s));
    }

    DbConfig configOf(int person) const
    {
        DbConfig config;
        config.host = u"127.0.0.1"_s;
        config.port = m_proxy->port();
        config.user = accountOf(person);
        config.connectSeconds = 2;
        config.readSeconds = 5;
        return config;
    }

    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> run(Job job)
    {
        return m_owner->run(job).result();
    }

    qint64 count(const QString& text) { return countOn(*m_owner, text); }

    const quint16 m_port = freePort();
    TestServer m_server {{u"--skip-networking=0"_s, u"--bind-address=127.0.0.1"_s, u"--port=%1"_s.arg(m_port),
                          u"--innodb-flush-log-at-trx-commit=1"_s}};
    std::unique_ptr<DbThread> m_owner;
    std::unique_ptr<LinkProxy> m_proxy;
};

QTEST_GUILESS_MAIN(TestThrash)
#include "tst_thrash.moc"
