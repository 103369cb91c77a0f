#include "support/testserver.h"

#include "db/server/serverinstall.h"
#include "db/server/serverprobe.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <csignal>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

TestServer::TestServer(const QStringList& moreOptions)
    : m_moreOptions(moreOptions)
{
    const ServerFiles files {m_dir.path()};
    const auto prepared = files.prepare();
    const auto installed = prepared ? installData(files) : prepared;
    if (m_dir.isValid() && installed)
        m_running = start();
    else if (!installed)
        qWarning("%s %s", qPrintable(installed.error().message), qPrintable(installed.error().detail));
}

TestServer::~TestServer()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    wake();
    m_server.terminate();
    m_server.waitForFinished(20'000);
}

bool TestServer::start()
{
    const auto program = serverProgram();
    if (!program)
        return false;
    auto command = serverCommand(program.value(), {m_dir.path()}, m_dir.filePath(u"s"_s));
    command << u"--innodb-flush-log-at-trx-commit=0"_s << u"--innodb-flush-method=nosync"_s << m_moreOptions;
    m_server.setStandardErrorFile(m_dir.filePath(u"server.log"_s));
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.start(command.takeFirst(), command);
    for (const QDeadlineTimer deadline(30'000); !deadline.hasExpired(); QThread::msleep(10))
        if (probeServer(config()).answers)
            return true;
        else if (m_server.waitForFinished(0) || m_server.state() == QProcess::NotRunning)
            break;
    return false;
}

void TestServer::kill()
{
    m_server.kill();
    m_server.waitForFinished();
}

bool TestServer::restart()
{
    m_running = start();
    return m_running;
}

void TestServer::suspend()
{
    ::kill(static_cast<pid_t>(m_server.processId()), SIGSTOP);
}

void TestServer::wake()
{
    ::kill(static_cast<pid_t>(m_server.processId()), SIGCONT);
}

DbConfig TestServer::config() const
{
    DbConfig config;
    config.socket = m_dir.filePath(u"s"_s);
    config.user = systemUser();
    return config;
}

double TestServer::processorSeconds() const
{
    QFile file(u"/proc/%1/stat"_s.arg(m_server.processId()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    // proc(5): utime and stime are fields 14 and 15; the second, in parentheses, may hold blanks.
    const auto all = file.readAll();
    const auto fields = all.sliced(all.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble())
        / static_cast<double>(sysconf(_SC_CLK_TCK));
}
