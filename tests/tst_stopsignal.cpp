#include "db/fits/spectrumreader.h"
#include "db/sql/dbthread.h"
#include "db/sql/sqlquery.h"
#include "support/commandstand.h"
#include "support/samplenight.h"
#include "support/testserver.h"

#include <QDir>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <sysexits.h>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int nightSize = 60; // the reader's first window is smaller, so that an ingest has two
constexpr int patienceMs = 60'000;
const QString release = u"dr6_alpha"_s;
}

/// The program itself gets SIGTERM while the server makes it wait, so that it is always in the midst of its
/// work.
class TestStopSignal : public QObject, private CommandStand
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(writeSampleNight(m_night.path(), nightSize));
        VERIFY_OK(database());
    }

    void anIngestKeepsWhatItStoredAndGoesOn()
    {
        stopWhileLocked({u"ingest"_s, m_night.path()}, u"lamost_check.spec_check"_s, SIGTERM);
        const auto stored = count(u"lamost_check.spec_check"_s);
        QVERIFY(stored > 0);
        QVERIFY(stored < nightSize);
        goOn({u"ingest"_s, m_night.path()});
        QCOMPARE(count(u"lamost_check.spec_check"_s), qint64 {nightSize});
    }

    void anIntegrationGoesOnAndControlCIsHeardToo()
    {
        const QStringList integrate {u"integrate"_s, u"--release"_s, release};
        stopWhileLocked(integrate, u"lamost_check.spec_check"_s, SIGINT);
        goOn(integrate);
        QCOMPARE(count(u"lamost_dr6_alpha.catalogue"_s), qint64 {nightSize});
    }

    void packingGoesOn()
    {
        const QStringList package {u"package"_s, u"--release"_s, release, u"-o"_s, m_out.path()};
        stopWhileLocked(package, u"lamost_dr6_alpha.catalogue"_s, SIGTERM);
        QVERIFY(!QFile::exists(m_out.filePath(u"manifest.tsv"_s)));
        goOn(package);
        QVERIFY(QFile::exists(m_out.filePath(u"manifest.tsv"_s)));
    }

    void publishingDoesNotWaitForAServerThatIsAway()
    {
        QTcpServer away;
        QVERIFY(away.listen(QHostAddress::LocalHost));
        QProcess process;
        connect(&away, &QTcpServer::newConnection, this, [&] {
            ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
            away.close();
            delete away.nextPendingConnection();
        });
        start(process,
              {u"publish"_s, m_out.path(), u"--to"_s, u"http://127.0.0.1:%1/dr6"_s.arg(away.serverPort())});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, patienceMs);
        verifyStopped(process);
        QTemporaryDir centre;
        goOn({u"publish"_s, m_out.path(), u"--to"_s, centre.path()});
        QVERIFY(QFile::exists(centre.filePath(u"manifest.tsv"_s)));
    }

    void aSearchStopsBeforeItsNextSpectra()
    {
        const auto evening = text(u"SELECT obs_date FROM lamost_check.spec_check LIMIT 1"_s);
        stopWhileLocked({u"redshift"_s, u"--night"_s, evening}, u"lamost_check.spec_check"_s, SIGTERM);
        QCOMPARE(count(u"lamost_check.redshift_solution"_s), qint64 {0});
    }

    void theSecondSignalEndsTheProgramAtOnce()
    {
        lock(u"lamost_check.spec_check"_s);
        QProcess process;
        start(process, {u"integrate"_s, u"--release"_s, release, u"--anew"_s});
        QTRY_VERIFY_WITH_TIMEOUT(somebodyWaits(), patienceMs);
        const auto pid = static_cast<pid_t>(process.processId());
        ::kill(pid, SIGTERM);
        QVERIFY(!process.waitForFinished(200));
        const auto endsByAnother = [&] { // sent again: two that a busy system has not delivered are one
            if (process.state() == QProcess::NotRunning)
                return true;
            ::kill(pid, SIGTERM);
            return process.waitForFinished(500);
        };
        QTRY_VERIFY_WITH_TIMEOUT(endsByAnother(), patienceMs);
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        unlock();
    }

private:
    Result<void> sql(const QString& statement)
    {
        return database()
            .value()
            ->run([&](QSqlDatabase& db) { return runStatement(db, statement); })
            .result();
    }

    QString text(const QString& question)
    {
        const auto answer = database()
                                .value()
                                ->run([&](QSqlDatabase& db) -> Result<QString> {
                                    auto rows = runText(db, {}, question);
                                    if (!rows)
                                        return rows.error();
                                    return rows.value().next() ? rows.value().value(0).toString() : QString();
                                })
                                .result();
        return answer ? answer.value() : answer.error().detail;
    }

    qint64 count(const QString& table) { return text(u"SELECT COUNT(*) FROM "_s + table).toLongLong(); }

    void lock(const QString& table) { VERIFY_OK(sql(u"LOCK TABLES %1 WRITE"_s.arg(table))); }
    void unlock() { VERIFY_OK(sql(u"UNLOCK TABLES"_s)); }

    bool somebodyWaits()
    {
        return text(u"SELECT COUNT(*) FROM information_schema.PROCESSLIST "
                    "WHERE STATE LIKE 'Waiting for table%lock'"_s)
            != u"0"_s;
    }

    static void start(QProcess& process, const QStringList& arguments)
    {
        process.start(QStringLiteral(SPECDESK_PROGRAM), arguments);
        QVERIFY(process.waitForStarted());
    }

    static void verifyStopped(QProcess& process)
    {
        const auto words = process.readAllStandardError();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY2(process.exitCode() == EX_TEMPFAIL, words.constData());
        QVERIFY2(words.trimmed().count('\n') == 0 && words.contains("stopped"), words.constData());
    }

    /// Lets the program wait for a table, tells it to stop, lets it go on, and expects it to stop in good
    /// order.
    void stopWhileLocked(const QStringList& arguments, const QString& table, int signal)
    {
        lock(table);
        QProcess process;
        start(process, arguments);
        QTRY_VERIFY_WITH_TIMEOUT(somebodyWaits(), patienceMs);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        unlock();
        QVERIFY(process.waitForFinished(patienceMs));
        verifyStopped(process);
    }

    static void goOn(const QStringList& arguments)
    {
        QProcess process;
        start(process, arguments);
        QVERIFY(process.waitForFinished(patienceMs));
        QVERIFY2(process.exitCode() == EX_OK, process.readAllStandardError().constData());
    }

    QTemporaryDir m_night;
    QTemporaryDir m_out;
};

QTEST_GUILESS_MAIN(TestStopSignal)
#include "tst_stopsignal.moc"
