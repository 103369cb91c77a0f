#include "db/sql/connection.h"
#include "db/sql/migrator.h"
#include "db/sql/sqlquery.h"
#include "db/sql/transaction.h"
#include "db/stores/spectrumstore.h"
#include "db/stores/taskstore.h"
#include "db/stores/verdictstore.h"
#include "support/askserver.h"
#include "support/barecycle.h"
#include "support/longqueue.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <barrier>
#include <cmath>
#include <sys/resource.h>
#include <thread>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
const SchemaNames names;
int loads = 0; ///< So far; connections are named after it.

int sizeFrom(const char* variable, int usual)
{
    return qEnvironmentVariableIsSet(variable) ? qEnvironmentVariableIntValue(variable) : usual;
}

/// How long each cycle of one client took.
struct Times
{
    std::vector<double> milliseconds;
    QString complaint;
};

/// What many clients did together.
struct Load
{
    std::vector<double> milliseconds; ///< In order
    double seconds = 0;
    double loginSeconds = 0; ///< Until the last one was in
    double workSeconds = 0; ///< Until the last one had done his first cycle
    double serverSeconds = 0; ///< Processor time of the server
    double clientSeconds = 0; ///< Processor time of all the clients
    QString complaint;

    double rate() const { return static_cast<double>(milliseconds.size()) / seconds; }
    /// Microseconds a cycle of what took so many seconds of processor.
    double microseconds(double processorSeconds) const
    {
        return processorSeconds * 1e6 / static_cast<double>(std::max<std::size_t>(1, milliseconds.size()));
    }
    double quantile(double share) const
    {
        return milliseconds.empty()
            ? 0
            : milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
    }
};

Verdict verdictOn(const QueueEntry& entry, const QString& account)
{
    Verdict verdict;
    verdict.submission = QUuid::createUuid();
    verdict.obsid = entry.obsid;
    verdict.pipelineVersion = entry.pipelineVersion;
    verdict.spectralClass = SpectralClass::Galaxy;
    verdict.z = 0.1;
    verdict.grade = Grade::Secure;
    verdict.inspector = account;
    verdict.secondsSpent = 9;
    verdict.decidedAt = QDateTime::currentDateTimeUtc();
    return verdict;
}

/// A person: takes spectra of a task, `atOnce` at a time, decides on one after another and looks at his
/// progress. He takes fewer the first time, so that not all come for more at the same moment.
class Client
{
public:
    Client(int number, int task, int atOnce)
        : m_account(u"user%1"_s.arg(number))
        , m_task(task)
        , m_atOnce(atOnce)
        , m_wanted(1 + number % atOnce)
    {
    }

    Result<void> cycle(QSqlDatabase& db)
    {
        if (m_next >= m_claims.size()) {
            auto held = TaskStore::hold(db, names, m_task, m_account, std::exchange(m_wanted, m_atOnce));
            if (!held)
                return held.error();
            m_claims = std::move(held).value();
            m_next = 0;
            if (m_claims.empty())
                return Error {ErrorKind::NotFound, u"The task is done."_s, {}};
        }
        if (auto stored =
                VerdictStore::submitAll(db, names, {verdictOn(m_claims[m_next++].entry, m_account)});
            !stored)
            return stored;
        const auto status = VerdictStore::status(db, names, m_account);
        return status ? Result<void>() : status.error();
    }

private:
    const QString m_account;
    const int m_task;
    const int m_atOnce;
    int m_wanted;
    Claims m_claims;
    std::size_t m_next = 0;
};

/// Processor time of this process in seconds.
double ownProcessorSeconds()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Lets clients work at once for so long; `makeCycle(number)` gives each its cycle. The first one is not
/// counted: the server compiles the procedures for each connection.
template<typename MakeCycle>
Load runLoad(const TestServer& server, int clients, double seconds, double thinkSeconds, MakeCycle makeCycle)
{
    std::vector<Times> times(static_cast<std::size_t>(clients));
    const int number = ++loads;
    QElapsedTimer clock;
    clock.start();
    Load load;
    std::barrier connected(
        clients, [&]() noexcept { load.loginSeconds = static_cast<double>(clock.nsecsElapsed()) / 1e9; });
    std::barrier ready(clients, [&]() noexcept {
        load.workSeconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
        load.serverSeconds = -server.processorSeconds();
        load.clientSeconds = -ownProcessorSeconds();
        clock.restart();
    });
    {
        std::vector<std::jthread> team;
        for (int client = 0; client < clients; ++client)
            team.emplace_back([&, client] {
                auto& mine = times[static_cast<std::size_t>(client)];
                auto db = openConnection(server.config(), u"load-%1-%2"_s.arg(number).arg(client));
                connected.arrive_and_wait();
                auto cycle = makeCycle(client);
                if (const auto first = db ? cycle(db.value()) : Result<void>(db.error()); !first)
                    mine.complaint = first.error().message + first.error().detail;
                ready.arrive_and_wait();
                if (!mine.complaint.isEmpty())
                    return;
                QRandomGenerator random(static_cast<quint32>(client) + 1);
                const auto pause = [&](double share) {
                    std::this_thread::sleep_for(std::chrono::duration<double>(thinkSeconds * share));
                };
                pause(random.generateDouble());
                while (static_cast<double>(clock.nsecsElapsed()) < seconds * 1e9) {
                    QElapsedTimer one;
                    one.start();
                    if (const auto done = cycle(db.value()); !done) {
                        mine.complaint = done.error().message + done.error().detail;
                        return;
                    }
                    mine.milliseconds.push_back(static_cast<double>(one.nsecsElapsed()) / 1e6);
                    pause(0.5 + random.generateDouble());
                }
                db.value().close();
            });
    }
    load.seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    load.serverSeconds += server.processorSeconds();
    load.clientSeconds += ownProcessorSeconds();
    for (const auto& mine : times) {
        load.milliseconds.insert(load.milliseconds.end(), mine.milliseconds.begin(), mine.milliseconds.end());
        if (load.complaint.isEmpty())
            load.complaint = mine.complaint;
    }
    std::ranges::sort(load.milliseconds);
    return load;
}
}

/// Many clients at once on the settings of the embedded server. SPECDESK_LOAD_CLIENTS, _SECONDS, _QUEUE and
/// _LOOKS set the size; the goals of 500 clients on 2 free cores are 6,000 cycles/s at a p99 of 150 ms
/// saturated, and a p99 of 2 ms at 1 s of thinking.
class BenchTeamLoad : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        REQUIRE_SERVER(m_server);
        m_db = std::make_unique<DbThread>(m_server.config());
        VERIFY_OK(run([](QSqlDatabase& db) { return migrate(db, names, SchemaGroup::Check); }));
        VERIFY_OK(run([](QSqlDatabase& db) {
            return SpectrumStore::add(db, names, syntheticPlate(1000), queueRules());
        }));
        VERIFY_OK(run([this](QSqlDatabase& db) { return multiplyQueue(db, names, m_queue); }));
        const auto task = run([looks = m_looks](QSqlDatabase& db) {
            return TaskStore::create(db, names,
                                     {.title = u"Load"_s,
                                      .filter = {.openOnly = false},
                                      .order = TaskOrder::Natural,
                                      .inspectors = looks});
        });
        VERIFY_OK(task);
        m_task = task.value().id;
        VERIFY_OK(run([](QSqlDatabase& db) { return makeBareTables(db); }));
        qInfo("%d clients, %lld spectra in the task, %.0f s each", m_clients,
              static_cast<long long>(task.value().spectra), m_seconds);
    }

    void cyclesOfPeopleWhoThink()
    {
        const auto bare = bareCycles(1);
        const auto load = cycles(1, 20);
        report("1 s of thinking, 20 spectra a claim", load, bare);
    }

    void cyclesOfPeopleWhoThinkAndClaimEach()
    {
        const auto bare = bareCycles(1);
        const auto load = cycles(1, 1);
        report("1 s of thinking, a claim each", load, bare);
    }

    void cyclesWithoutPause()
    {
        const auto bare = bareCycles(0);
        const auto load = cycles(0, 20);
        report("no pause, 20 spectra a claim", load, bare);
    }

    void cyclesWithoutPauseAndAClaimEach()
    {
        const auto bare = bareCycles(0);
        const auto load = cycles(0, 1);
        report("no pause, a claim each", load, bare);
    }

    void nothingWasLostOrDoubled()
    {
        const auto verdicts = count(u"SELECT COUNT(*) FROM {check}.humanverify"_s);
        QVERIFY(verdicts
                >= m_cycles); // a client that stops in the middle of a cycle stored but did not count it
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.standing_verdict"_s), verdicts);
        QCOMPARE(count(u"SELECT COUNT(DISTINCT inspector, obsid) FROM {check}.humanverify"_s), verdicts);
        QVERIFY(count(u"SELECT MAX(n.verdicts) FROM (SELECT COUNT(*) AS verdicts FROM {check}.humanverify "
                      "GROUP BY obsid) AS n"_s)
                <= m_looks);
        QCOMPARE(count(u"SELECT SUM(done) FROM {check}.check_status"_s), verdicts);
        QCOMPARE(count(u"SELECT COUNT(*) FROM {check}.task_seat WHERE state = 'done'"_s), verdicts);
    }

private:
    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> run(Job job)
    {
        return m_db->run(job).result();
    }

    qint64 count(const QString& text) { return countOn(*m_db, text); }

    Load cycles(double thinkSeconds, int atOnce)
    {
        auto load = runLoad(m_server, m_clients, m_seconds, thinkSeconds, [&](int client) {
            return [person = std::make_shared<Client>(client, m_task, atOnce)](QSqlDatabase& db) {
                return person->cycle(db);
            };
        });
        m_cycles += std::ssize(load.milliseconds);
        return load;
    }

    Load bareCycles(double thinkSeconds)
    {
        return runLoad(m_server, m_clients, std::min(m_seconds, 5.0), thinkSeconds, [](int client) {
            return
                [bare = std::make_shared<BareClient>(client)](QSqlDatabase& db) { return bare->cycle(db); };
        });
    }

    static void report(const char* what, const Load& load, const Load& bare)
    {
        for (const auto* part : {&load, &bare})
            if (!part->complaint.isEmpty() && !part->complaint.startsWith(u"The task is done"_s))
                QFAIL(qPrintable(part->complaint));
        for (const auto& [name, part] : {std::pair(what, &load), std::pair("the bare minimum", &bare)}) {
            qInfo("%s: %zu cycles, %.0f/s, p50 %.2f ms, p99 %.2f ms; all in after %.2f s, at work after %.2f "
                  "s",
                  name, part->milliseconds.size(), part->rate(), part->quantile(0.5), part->quantile(0.99),
                  part->loginSeconds, part->workSeconds);
            qInfo("  processor time of a cycle: server %.0f us, client %.0f us",
                  part->microseconds(part->serverSeconds), part->microseconds(part->clientSeconds));
        }
        qInfo("  of the bare minimum: %.2f of the rate, %.2f times the server's processor time, %.2f times "
              "all",
              load.rate() / bare.rate(),
              load.microseconds(load.serverSeconds) / bare.microseconds(bare.serverSeconds),
              load.microseconds(load.serverSeconds + load.clientSeconds)
                  / bare.microseconds(bare.serverSeconds + bare.clientSeconds));
        QVERIFY(load.rate() > 0);
    }

    const int m_clients = sizeFrom("SPECDESK_LOAD_CLIENTS", 100);
    const double m_seconds = sizeFrom("SPECDESK_LOAD_SECONDS", 5);
    const qint64 m_queue = sizeFrom("SPECDESK_LOAD_QUEUE", 100'000);
    const int m_looks = sizeFrom("SPECDESK_LOAD_LOOKS", 1); ///< At each spectrum
    int m_task = 0;
    qint64 m_cycles = 0;
    TestServer m_server {{u"--innodb-flush-log-at-trx-commit=1"_s, u"--innodb-flush-method=fsync"_s}};
    std::unique_ptr<DbThread> m_db;
};

QTEST_GUILESS_MAIN(BenchTeamLoad)
#include "bench_teamload.moc"
