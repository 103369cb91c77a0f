#include "app/controllers/inspectcontroller.h"
#include "app/desk/desk.h"
#include "app/session/session.h"
#include "db/fits/spectrumfiles.h"
#include "db/stores/verdictstore.h"
#include "models/items/queuemodel.h"
#include "support/samplenight.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/inspect/inspectpage.h"

#include <QApplication>
#include <QProcess>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {
/// The person of these tests: opens a folder and presses Enter on every spectrum that needs an eye.
class Inspector : public QObject
{
public:
    explicit Inspector(const QString& folder)
        : m_desk(Settings {.server = {}, .account = u"tester"_s, .theme = {}, .language = {}})
    {
        connect(&m_desk, &Desk::loaded, this, [this] { QTimer::singleShot(0, this, &Inspector::press); });
        m_desk.open({folder});
        m_desk.show();
    }

private:
    void press()
    {
        const auto& queue = m_desk.queue();
        bool anyOpen = false;
        for (int row = 0; row < queue.rowCount(); ++row)
            anyOpen = anyOpen || queue.entryAt(row).needsAnEye();
        if (!anyOpen) {
            if (m_desk.inspector().sender().waiting() == 0)
                QCoreApplication::quit();
            else
                QTimer::singleShot(10, this, &Inspector::press);
            return;
        }
        QTest::keyClick(&m_desk.inspectPage(), Qt::Key_Return);
        std::printf("pressed %d\n", ++m_pressed);
        std::fflush(stdout);
        QTimer::singleShot(1, this, &Inspector::press);
    }

    Desk m_desk;
    int m_pressed = 0;
};

int inspectFolder(int argc, char** argv)
{
    QApplication application(argc, argv);
    const Inspector inspector(QString::fromLocal8Bit(argv[2]));
    return QCoreApplication::exec();
}

/// Runs an inspector over a folder in a process of its own and kills it after so many key presses; 0: lets it
/// finish.
void inspect(const QString& folder, int killAfter)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--inspect"_s, folder});
    QVERIFY(process.waitForStarted());
    qsizetype pressed = 0;
    while (process.waitForReadyRead(60'000)) {
        pressed += process.readAllStandardOutput().count("pressed");
        if (killAfter > 0 && pressed >= killAfter)
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    }
    QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), killAfter > 0 ? QProcess::CrashExit : QProcess::NormalExit);
}
}

class TestDesk : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
        QVERIFY(writeSampleNight(m_night.path(), 400));
    }

    void everyKeyIsOneRowEvenWhenTheProgramIsKilledInTheMiddle()
    {
        inspect(m_night.path(), 60);
        inspect(m_night.path(), 60);
        inspect(m_night.path(), 0);

        const auto session =
            Session::open({.server = {}, .account = u"tester"_s, .theme = {}, .language = {}});
        QVERIFY2(session, session ? "" : qPrintable(session.error().detail));
        const auto verdicts =
            session.value()
                ->interactive()
                .run([&](QSqlDatabase& db) { return VerdictStore::all(db, session.value()->schemas()); })
                .result();
        QVERIFY(verdicts);
        QSet<qint64> spectra;
        for (const auto& verdict : verdicts.value())
            spectra.insert(verdict.obsid);
        QCOMPARE(verdicts.value().size(), static_cast<std::size_t>(spectra.size()));
        QVERIFY(spectra.size() >= 200);
        QCOMPARE(spectra.size(), countNeedingAnEye(m_night.path()));
    }

private:
    QTemporaryDir m_home;
    QTemporaryDir m_night;
};

int main(int argc, char** argv)
{
    if (argc > 2 && qstrcmp(argv[1], "--inspect") == 0)
        return inspectFolder(argc, argv);
    const QApplication application(argc, argv);
    TestDesk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_desk.moc"
