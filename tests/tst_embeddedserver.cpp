#include "db/server/embeddedserver.h"
#include "db/server/serverfiles.h"
#include "db/server/serverinstall.h"
#include "db/server/serverprobe.h"
#include "db/sql/dbthread.h"
#include "db/sql/sqlquery.h"
#include "models/values/filelock.h"
#include "support/required.h"
#include "support/testserver.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrent>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// This program called with a folder: a client that takes a lease, says so, and keeps it until it is killed.
int runClient(const QString& folder)
{
    EmbeddedServer server({.folder = folder, .linger = 500ms});
    const auto lease = server.acquire();
    if (!lease) {
        qCritical("%s", qPrintable(lease.error().message + lease.error().detail));
        return 1;
    }
    ::puts("ready");
    ::fflush(stdout);
    ::pause();
    return 0;
}

class TestEmbeddedServer : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        NEEDS(serverProgram(), "MariaDB");
        m_folder = m_dir.filePath(u"data home/specdesk/server"_s);
    }

    void cleanup() { QVERIFY(server().stop()); }

    void aColdStartGivesAServerThatOnlyThisUserReaches()
    {
        const auto lease = server().acquire();
        VERIFY_OK(lease);
        const auto socket = lease.value()->config().socket;
        QVERIFY(QFile::encodeName(socket).size() <= 107);
        struct stat state = {};
        QCOMPARE(::stat(QFile::encodeName(QFileInfo(socket).path()).constData(), &state), 0);
        QCOMPARE(state.st_mode & 0777, 0700U);
        QCOMPARE(::stat(QFile::encodeName(m_folder).constData(), &state), 0);
        QCOMPARE(state.st_mode & 0777, 0700U);

        const auto status = server().status();
        VERIFY_OK(status);
        QVERIFY(status.value().running);
        QVERIFY(!status.value().kept);
        QVERIFY(status.value().pid > 0);
        QVERIFY(status.value().version.contains(u"MariaDB"_s));
        QCOMPARE(status.value().leases.value_or(1), 1);

        auto stranger = lease.value()->config();
        stranger.user = u"somebody_else"_s;
        QVERIFY(!probeServer(stranger).answers);
        QCOMPARE(setting(lease.value()->config(), u"@@skip_networking"_s), u"1"_s);
        QCOMPARE(setting(lease.value()->config(), u"@@thread_handling"_s), u"pool-of-threads"_s);
        QCOMPARE(setting(lease.value()->config(), u"@@innodb_flush_log_at_trx_commit"_s), u"1"_s);
        QVERIFY(setting(lease.value()->config(), u"@@max_connections"_s).toInt() >= 600);
        QCOMPARE(setting(lease.value()->config(), u"@@session.time_zone"_s), u"+00:00"_s);
    }

    void theSecondClientSharesTheServer()
    {
        const auto first = server().acquire();
        VERIFY_OK(first);
        const auto pid = pidOf(server());
        const auto second = server().acquire();
        VERIFY_OK(second);
        QCOMPARE(pidOf(server()), pid);
        QCOMPARE(second.value()->config().socket, first.value()->config().socket);
    }

    void theServerStopsWhenTheLastClientLeavesAndNotBefore()
    {
        auto first = server().acquire();
        auto second = server().acquire();
        VERIFY_OK(first);
        VERIFY_OK(second);
        first.value().reset();
        QTest::qWait(1500);
        QVERIFY(server().status().value().running);
        second.value().reset();
        QTRY_VERIFY_WITH_TIMEOUT(server().status().value().pid == 0, 15'000);
    }

    void theServerStopsWhenItsOnlyClientIsKilled()
    {
        QProcess client;
        startClient(client);
        QVERIFY(server().status().value().running);
        ::kill(static_cast<pid_t>(client.processId()), SIGKILL);
        client.waitForFinished();
        QTRY_VERIFY_WITH_TIMEOUT(server().status().value().pid == 0, 15'000);
    }

    void aKilledClientDoesNotTakeTheServerFromTheOthers()
    {
        QProcess client;
        startClient(client);
        const auto mine = server().acquire();
        VERIFY_OK(mine);
        const auto pid = pidOf(server());
        ::kill(static_cast<pid_t>(client.processId()), SIGKILL);
        client.waitForFinished();
        QTest::qWait(1500);
        QCOMPARE(pidOf(server()), pid);
    }

    void aKilledServerIsStartedAgainWithItsRows()
    {
        const auto lease = server().acquire();
        VERIFY_OK(lease);
        DbThread db([this] { return server().ensureRunning(); });
        const auto write = db.run([](QSqlDatabase& open) -> Result<void> {
            for (const auto& text :
                 {u"CREATE DATABASE IF NOT EXISTS t"_s, u"CREATE TABLE IF NOT EXISTS t.a (i INT)"_s,
                  u"INSERT INTO t.a VALUES (1)"_s})
                if (auto done = runStatement(open, text); !done)
                    return done;
            return {};
        });
        VERIFY_OK(write.result());
        const auto pid = pidOf(server());
        ::kill(static_cast<pid_t>(pid), SIGKILL);
        const auto count = db.run([](QSqlDatabase& open) -> Result<int> {
                                 auto rows = runText(open, {}, u"SELECT COUNT(*) FROM t.a"_s);
                                 if (!rows)
                                     return rows.error();
                                 return rows.value().next() ? rows.value().value(0).toInt() : -1;
                             }).result();
        if (!count) // the kill was quicker than the news of it; the next job makes the connection anew
            QCOMPARE(count.error().kind, ErrorKind::Unavailable);
        const auto again = db.run([](QSqlDatabase& open) -> Result<int> {
                                 auto rows = runText(open, {}, u"SELECT COUNT(*) FROM t.a"_s);
                                 if (!rows)
                                     return rows.error();
                                 return rows.value().next() ? rows.value().value(0).toInt() : -1;
                             }).result();
        VERIFY_OK(again);
        QCOMPARE(again.value(), 1);
        QVERIFY(pidOf(server()) != pid);
        QVERIFY(pidOf(server()) > 0);
    }

    void staleFilesOfADeadServerDoNotMatter()
    {
        QString socket;
        {
            const auto lease = server().acquire();
            VERIFY_OK(lease);
            socket = lease.value()->config().socket;
            ::kill(static_cast<pid_t>(pidOf(server())), SIGKILL);
            QTRY_COMPARE_WITH_TIMEOUT(server().status().value().pid, 0, 15'000);
        }
        QVERIFY(QFile::exists(socket)); // a killed server leaves it
        QFile pidFile(m_folder + u"/server.pid"_s);
        QVERIFY(pidFile.open(QIODevice::WriteOnly));
        pidFile.write("1\n");
        pidFile.close();
        QVERIFY(QDir().mkpath(m_folder + u"/data-new-99/mysql"_s)); // an init that was killed
        const auto lease = server().acquire();
        VERIFY_OK(lease);
        QVERIFY(server().status().value().running);
    }

    void aLostSocketFileIsMadeAnew()
    {
        const auto lease = server().acquire();
        VERIFY_OK(lease);
        const auto pid = pidOf(server());
        QVERIFY(QFile::remove(lease.value()->config().socket)); // as logout does with $XDG_RUNTIME_DIR
        const auto second = server().acquire();
        VERIFY_OK(second);
        QVERIFY(pidOf(server()) != pid);
        QVERIFY(server().status().value().running);
    }

    void anInitThatWasKilledIsDoneAgain()
    {
        const auto folder = m_dir.filePath(u"killed"_s);
        QProcess client;
        client.start(QCoreApplication::applicationFilePath(), {u"--client"_s, folder});
        QVERIFY(client.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(folder).entryList({u"data-new-*"_s}, QDir::Dirs).isEmpty(), 10'000);
        client.kill();
        client.waitForFinished();
        EmbeddedServer other({.folder = folder, .linger = 500ms});
        const auto lease = other.acquire();
        VERIFY_OK(lease);
        QVERIFY(QDir(folder).entryList({u"data-new-*"_s}, QDir::Dirs).isEmpty());
        VERIFY_OK(other.stop());
    }

    void manyStartersAtOnceMakeOneServer()
    {
        const auto folder = m_dir.filePath(u"many"_s);
        std::vector<QFuture<QString>> futures;
        QThreadPool pool;
        pool.setMaxThreadCount(6);
        QProcess client;
        client.start(QCoreApplication::applicationFilePath(), {u"--client"_s, folder});
        std::vector<std::unique_ptr<ServerLease>> leases(6);
        for (auto& lease : leases)
            futures.push_back(QtConcurrent::run(&pool, [&lease, folder] {
                auto taken = EmbeddedServer({.folder = folder, .linger = 500ms}).acquire();
                if (!taken)
                    return taken.error().message + taken.error().detail;
                lease = std::move(taken).value();
                return QString();
            }));
        for (auto& future : futures)
            QCOMPARE(future.result(), QString());
        QVERIFY(client.waitForReadyRead(30'000));
        QCOMPARE(client.readAllStandardOutput().trimmed(), "ready");
        EmbeddedServer any({.folder = folder, .linger = 500ms});
        QCOMPARE(any.status().value().leases.value_or(7), 7);
        client.kill();
        client.waitForFinished();
        VERIFY_OK(any.stop());
    }

    void aServerThatWasStartedToStayStaysUntilItIsStopped()
    {
        const auto started = server().start();
        VERIFY_OK(started);
        QVERIFY(started.value().kept);
        QTest::qWait(1500);
        QVERIFY(server().status().value().running);
        VERIFY_OK(server().stop());
        QCOMPARE(server().status().value().pid, 0);
        QVERIFY(!server().status().value().kept);
        VERIFY_OK(server().stop()); // nothing to stop is no failure
    }

    void theWatcherKeepsNoFileOfItsParentOpen()
    {
        QFile mine(m_dir.filePath(u"mine"_s));
        QVERIFY(mine.open(QIODevice::WriteOnly));
        const auto lease = server().acquire();
        VERIFY_OK(lease);
        const auto pid = pidOf(server());
        const auto watcher = parentOf(pid);
        QVERIFY(watcher > 1);
        for (const auto process : {pid, watcher}) {
            const QDir descriptors(u"/proc/%1/fd"_s.arg(process));
            const auto names = descriptors.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
            QVERIFY(!names.isEmpty());
            for (const auto& name : names)
                QVERIFY(QFile::symLinkTarget(descriptors.filePath(name))
                        != QFileInfo(mine).absoluteFilePath());
        }
    }

    /// Tests often run as root in a container; the server must work for both.
    void anOrdinaryUserGetsAServerToo()
    {
        const auto setpriv = QStandardPaths::findExecutable(u"setpriv"_s);
        NEEDS(!setpriv.isEmpty(), "setpriv");
        if (::geteuid() != 0)
            QSKIP("Only root can become somebody else; without root all other tests are this one.");
        QTemporaryDir home;
        QCOMPARE(::chown(QFile::encodeName(home.path()).constData(), 65534, 65534), 0);
        QProcess client;
        client.start(setpriv,
                     {u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s,
                      QCoreApplication::applicationFilePath(), u"--client"_s, home.filePath(u"server"_s)});
        QVERIFY(client.waitForReadyRead(30'000));
        QCOMPARE(client.readAllStandardOutput().trimmed(), "ready");
        EmbeddedServer theirs({.folder = home.filePath(u"server"_s), .linger = 500ms});
        const auto pid = pidOf(theirs);
        QCOMPARE(QFileInfo(u"/proc/%1"_s.arg(pid)).ownerId(), 65534U);
        client.kill();
        client.waitForFinished();
        QTRY_VERIFY_WITH_TIMEOUT(pidOf(theirs) == 0, 15'000);
    }

    void twoDataFoldersAreTwoServers()
    {
        ServerFiles one {m_dir.filePath(u"one"_s)};
        ServerFiles two {m_dir.filePath(u"two"_s)};
        VERIFY_OK(one.prepare());
        VERIFY_OK(two.prepare());
        const auto first = one.newSocketPath();
        const auto second = two.newSocketPath();
        VERIFY_OK(first);
        VERIFY_OK(second);
        QVERIFY(first.value() != second.value());
        QDir().rmdir(QFileInfo(first.value()).path());
        QDir().rmdir(QFileInfo(second.value()).path());
    }

    void aLongDataHomeStillGetsAShortSocket()
    {
        ServerFiles files {m_dir.filePath(QString(150, u'x') + u"/"_s + QString(150, u'y'))};
        VERIFY_OK(files.prepare());
        const auto socket = files.newSocketPath();
        VERIFY_OK(socket);
        QVERIFY(QFile::encodeName(socket.value()).size() <= 107);
        QDir().rmdir(QFileInfo(socket.value()).path());
    }

    void aMissingServerGivesASentence()
    {
        const auto program = serverProgram({u"/nowhere"_s});
        QVERIFY(!program);
        QVERIFY(program.error().message.contains(u"mariadb-server"_s));
    }

private:
    EmbeddedServer server() const { return EmbeddedServer({.folder = m_folder, .linger = 500ms}); }

    void startClient(QProcess& client) const
    {
        client.start(QCoreApplication::applicationFilePath(), {u"--client"_s, m_folder});
        QVERIFY(client.waitForReadyRead(30'000));
        QCOMPARE(client.readAllStandardOutput().trimmed(), "ready");
    }

    static qint64 pidOf(const EmbeddedServer& server)
    {
        const auto status = server.status();
        return status ? status.value().pid : 0;
    }

    static qint64 parentOf(qint64 pid)
    {
        QFile stat(u"/proc/%1/stat"_s.arg(pid));
        if (!stat.open(QIODevice::ReadOnly))
            return 0;
        const auto text = stat.readAll();
        return text.mid(text.lastIndexOf(')') + 2).split(' ').at(1).toLongLong();
    }

    static QString setting(const DbConfig& config, const QString& name)
    {
        DbThread db(config);
        const auto answer = db.run([name](QSqlDatabase& open) -> Result<QString> {
                                  auto rows = runText(open, {}, u"SELECT "_s + name);
                                  if (!rows)
                                      return rows.error();
                                  return rows.value().next() ? rows.value().value(0).toString() : QString();
                              }).result();
        return answer ? answer.value() : answer.error().message;
    }

    QTemporaryDir m_dir;
    QString m_folder;
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--client"_L1)
        return runClient(arguments.value(2));
    TestEmbeddedServer test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_embeddedserver.moc"
