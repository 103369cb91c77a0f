#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/stores/progressstore.h"
#include "db/stores/spectrumstore.h"
#include "db/stores/taskstore.h"
#include "db/stores/verdictstore.h"
#include "support/askserver.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace {
const SchemaNames names;
constexpr int sharedSpectra = 20; ///< Everybody decides on these too.

/// What one person did and how long each cycle (claim, verdict, progress) took.
struct Workday
{
    std::vector<double> milliseconds;
    int submitted = 0;
    int withdrawn = 0;
    QString complaint;
};

Verdict verdictOn(qint64 obsid, const QString& version, const QString& account)
{
    Verdict verdict;
    verdict.submission = QUuid::createUuid();
    verdict.obsid = obsid;
    verdict.pipelineVersion = version;
    verdict.spectralClass = SpectralClass::Galaxy;
    verdict.z = 0.1;
    verdict.grade = Grade::Secure;
    verdict.inspector = account;
    verdict.secondsSpent = 1;
    verdict.decidedAt = QDateTime::currentDateTimeUtc();
    return verdict;
}

/// Works a task off: one spectrum after another, some decided twice by mistake, some taken back, some sent
/// twice.
void work(const DbConfig& config, int task, int person, Workday& day)
{
    DbThread db(config);
    const auto account = u"user%1"_s.arg(person);
    QRandomGenerator random(static_cast<quint32>(person + 1));
    const auto step = [&](auto job) {
        const auto done = db.run(job).result();
        if (!done && day.complaint.isEmpty())
            day.complaint = done.error().message + done.error().detail;
        return static_cast<bool>(done);
    };
    const auto submit = [&](const Verdict& verdict) {
        day.submitted +=
            step([&](QSqlDatabase& open) { return VerdictStore::submitAll(open, names, {verdict}); }) ? 1 : 0;
    };
    for (qint64 shared = 0; shared < sharedSpectra; ++shared)
        submit(verdictOn(1'000'000 + shared, u"v2.9.8"_s, account));
    while (day.complaint.isEmpty()) {
        Claims claims;
        QElapsedTimer clock;
        clock.start();
        if (!step([&](QSqlDatabase& open) -> Result<void> {
                auto held = TaskStore::hold(open, names, task, account, 1);
                if (!held)
                    return held.error();
                claims = std::move(held).value();
                return {};
            })
            || claims.empty())
            return;
        const auto verdict =
            verdictOn(claims.front().entry.obsid, claims.front().entry.pipelineVersion, account);
        submit(verdict);
        step([&](QSqlDatabase& open) { return VerdictStore::status(open, names, account); });
        day.milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        if (random.bounded(10) == 0)
            step([&](QSqlDatabase& open) { return VerdictStore::submitAll(open, names, {verdict}); });
        if (random.bounded(10) == 0) {
            day.withdrawn += step([&](QSqlDatabase& open) {
                return VerdictStore::withdraw(open, names, verdict, QUuid::createUuid());
            })
                ? 1
                : 0;
            submit(verdictOn(verdict.obsid, verdict.pipelineVersion, account));
        }
    }
}
}

/// A team at work on one server. SPECDESK_LOAD_USERS and SPECDESK_LOAD_SPECTRA change its size.
class TestTeamLoad : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_db = std::make_unique<DbThread>(m_server.config());
        VERIFY_OK(run([](QSqlDatabase& db) { return migrate(db, names, SchemaGroup::Check); }));
        VERIFY_OK(run([&](QSqlDatabase& db) {
            return SpectrumStore::add(db, names, syntheticPlate(m_spectra), queueRules());
        }));
    }

    void aTeamWorksATaskOffWithoutLosingOrDoublingAnything()
    {
        const auto task = run([](QSqlDatabase& db) {
            return TaskStore::create(db, names,
                                     {.title = u"Night"_s, .order = TaskOrder::Natural, .inspectors = 2});
        });
        VERIFY_OK(task);
        std::vector<Workday> days(static_cast<std::size_t>(m_users));
        QElapsedTimer clock;
        clock.start();
        {
            std::vector<std::jthread> team;
            for (int person = 0; person < m_users; ++person)
                team.emplace_back([&, person] {
                    work(m_server.config(), task.value().id, person, days[static_cast<std::size_t>(person)]);
                });
        }
        const double seconds = static_cast<double>(clock.elapsed()) / 1000;
        std::vector<double> cycles;
        qint64 rows = 0;
        for (const auto& day : days) {
            QVERIFY2(day.complaint.isEmpty(), qPrintable(day.complaint));
            cycles.insert(cycles.end(), day.milliseconds.begin(), day.milliseconds.end());
            rows += day.submitted + day.withdrawn;
        }
        std::ranges::sort(cycles);
        qInfo("%d people, %zu cycles of claim, verdict, progress in %.1f s: %.0f/s, p50 %.1f ms, p99 %.1f ms",
              m_users, cycles.size(), seconds, static_cast<double>(cycles.size()) / seconds,
              cycles[cycles.size() / 2], cycles[cycles.size() * 99 / 100]);

        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.humanverify"_s), rows);
        QCOMPARE(static_cast<qint64>(cycles.size()), task.value().looks); // every look once
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.task_seat WHERE state <> 'done'"_s), 0);
        QCOMPARE(count(u"SELECT COUNT(*) FROM (SELECT obsid, COUNT(DISTINCT holder) AS people FROM "
                       u"{check}.task_seat "
                       "GROUP BY obsid HAVING people <> 2) AS wrong"_s),
                 0);
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.standing_verdict"_s),
                 task.value().looks + qint64 {m_users} * sharedSpectra);
        QCOMPARE(count(u"SELECT SUM(done) FROM {check}.check_status"_s),
                 task.value().looks + qint64 {m_users} * sharedSpectra);
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.standing_verdict AS h JOIN {check}.humanverify AS v ON "
                       u"v.id = h.verdict_id "
                       "WHERE v.withdraws = 1 OR v.inspector <> h.inspector"_s),
                 0);
        QCOMPARE(
            count(
                u"SELECT COUNT(*) FROM {check}.spectrum_history WHERE state IN ('verified', 'withdrawn')"_s),
            rows);
    }

private:
    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> run(Job job)
    {
        return m_db->run(job).result();
    }

    qint64 count(const QString& text) { return countOn(*m_db, text); }

    static int sizeFrom(const char* variable, int usual)
    {
        return qEnvironmentVariableIsSet(variable) ? qEnvironmentVariableIntValue(variable) : usual;
    }

    const int m_users = sizeFrom("SPECDESK_LOAD_USERS", 20);
    const int m_spectra = sizeFrom("SPECDESK_LOAD_SPECTRA", 1000);
    TestServer m_server {{u"--innodb-flush-log-at-trx-commit=1"_s}};
    std::unique_ptr<DbThread> m_db;
};

QTEST_GUILESS_MAIN(TestTeamLoad)
#include "tst_teamload.moc"
