#pragma once

#include "db/sql/dbconfig.h"
#include "db/sql/dbthread.h"
#include "support/required.h"

#include <QProcess>
#include <QTemporaryDir>

/// A MariaDB of the test's own: a socket in a temporary folder, no waiting for the disk, gone afterwards.
class TestServer
{
public:
    explicit TestServer(const QStringList& moreOptions = {});
    ~TestServer();
    Q_DISABLE_COPY_MOVE(TestServer)

    bool isRunning() const { return m_running; }
    DbConfig config() const;
    /// Processor time the server has used so far, in seconds.
    double processorSeconds() const;
    /// Kills the server as a power cut would; restart() brings it back.
    void kill();
    bool restart();

private:
    bool start();

    QTemporaryDir m_dir;
    QStringList m_moreOptions;
    QProcess m_server;
    bool m_running = false;
};

/// Skips a test without a server, and fails it where CI is set. Use in initTestCase().
#define REQUIRE_SERVER(server) NEEDS((server).isRunning(), "MariaDB, or it could not be started: it")

/// Fails with the sentence and the cause of an Error. Evaluates `result` once.
#define VERIFY_OK(result)                                                                                    \
    do {                                                                                                     \
        const auto& checked_ = (result);                                                                     \
        QVERIFY2(checked_,                                                                                   \
                 checked_ ? "" : qPrintable(checked_.error().message + u' ' + checked_.error().detail));     \
    } while (false)
