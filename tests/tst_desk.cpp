#include "app/controllers/inspectcontroller.h"
#include "app/desk/desk.h"
#include "app/desk/workpages.h"
#include "app/session/session.h"
#include "db/fits/spectrumfiles.h"
#include "db/server/serverfiles.h"
#include "db/stores/verdictstore.h"
#include "models/items/queuemodel.h"
#include "models/items/wallmodel.h"
#include "plotting/spectrum/spectrumplot.h"
#include "support/samplenight.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/stars/starspage.h"
#include "widgets/stars/starwall.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {
int killsWanted(int usual)
{
    return qEnvironmentVariableIsSet("SPECDESK_KILLS") ? qEnvironmentVariableIntValue("SPECDESK_KILLS")
                                                       : usual;
}

/// The person of these tests: opens a folder, presses Enter on every spectrum that needs an eye, and says
/// which one each verdict was on.
class Inspector : public QObject
{
public:
    explicit Inspector(const QString& folder)
        : m_desk(Settings {.server = {}, .account = u"tester"_s, .theme = {}, .language = {}})
    {
        connect(&m_desk, &Desk::loaded, this, [this] { QTimer::singleShot(0, this, &Inspector::press); });
        connect(&m_desk.inspector(), &InspectController::decided, this, [](const Verdict& verdict) {
            std::printf("pressed %lld\n", static_cast<long long>(verdict.obsid));
            std::fflush(stdout);
        });
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
        QTimer::singleShot(1, this, &Inspector::press);
    }

    Desk m_desk;
};

/// Another one: corrects one star of the wall after another and never says that a page is done.
class Browser : public QObject
{
public:
    explicit Browser(const QString& folder)
        : m_desk(Settings {.server = {}, .account = u"tester"_s, .theme = {}, .language = {}})
    {
        connect(&m_desk, &Desk::loaded, this, [this] { QTimer::singleShot(0, this, &Browser::press); });
        m_desk.open({folder});
        m_desk.show();
        m_desk.window().showPage(u"stars"_s);
    }

private:
    void press()
    {
        auto& wall = m_desk.pages().starsPage().wall();
        const auto& model = m_desk.pages().wall();
        int row = 0;
        while (row < model.rowCount() && model.entryAt(row).verdict)
            ++row;
        if (row == model.rowCount() || m_pressed == enough) {
            if (m_desk.inspector().sender().waiting() == 0)
                QCoreApplication::quit();
            else
                QTimer::singleShot(10, this, &Browser::press);
            return;
        }
        wall.setSelection({row});
        QTest::keyClick(&wall, Qt::Key_G);
        std::printf("pressed %lld\n", static_cast<long long>(model.entryAt(row).obsid));
        std::fflush(stdout);
        ++m_pressed;
        QTimer::singleShot(1, this, &Browser::press);
    }

    static constexpr int enough = 20;
    Desk m_desk;
    int m_pressed = 0;
};

template<typename Person>
int work(int argc, char** argv)
{
    QApplication application(argc, argv);
    const Person person(QString::fromLocal8Bit(argv[2]));
    return QCoreApplication::exec();
}

enum class Victim { Nobody, Window, Server };

/// The embedded server of these tests, 0 when none runs.
pid_t serverProcess()
{
    QFile file(ServerFiles::defaultFolder() + u"/server.pid"_s);
    return file.open(QIODevice::ReadOnly) ? static_cast<pid_t>(file.readAll().trimmed().toInt()) : 0;
}

/// What came of a person's work.
struct Work
{
    QByteArrayList presses; ///< The obsid of each
    bool killed = false; ///< The window or the server was running and was killed
    QString complaint; ///< The window ended otherwise than it should
};

/// Runs a person over a folder in a process of its own and kills it, or the server under it, after so many
/// key presses. The window that lost its server goes on to the end.
Work run(const QString& person, const QString& folder, Victim victim, int killAfter = 0)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {person, folder});
    QByteArray said;
    Work work;
    bool struck = false;
    while (process.waitForReadyRead(120'000)) {
        said += process.readAllStandardOutput();
        if (struck || victim == Victim::Nobody || said.count("pressed") < killAfter)
            continue;
        struck = true;
        const auto prey =
            victim == Victim::Window ? static_cast<pid_t>(process.processId()) : serverProcess();
        work.killed = prey > 0 && ::kill(prey, SIGKILL) == 0;
    }
    said += process.readAllStandardOutput();
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(120'000))
        work.complaint = u"The window did not end."_s;
    const auto expected =
        victim == Victim::Window && work.killed ? QProcess::CrashExit : QProcess::NormalExit;
    if (process.exitStatus() != expected)
        work.complaint += u"The window ended otherwise than it should."_s;
    said.truncate(said.lastIndexOf('\n')); // a line that the kill cut off counts for nothing
    for (const auto& line : said.split('\n'))
        if (line.startsWith("pressed "))
            work.presses << line.mid(8).trimmed();
    return work;
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
        qputenv("XDG_STATE_HOME", m_home.path().toUtf8());
        QVERIFY(writeSampleNight(m_night.path(), std::clamp(killsWanted(3) * 40, 400, 4000)));
    }

    void whatWasSaidAndNotStoredIsThereAtTheNextStart()
    {
        const auto comment = u"broad Ha, look again"_s;
        qint64 obsid = 0;
        {
            Desk desk(tester());
            QVERIFY(openNight(desk));
            auto& page = desk.inspectPage();
            obsid = desk.queue().entryAt(desk.inspector().queueRow()).obsid;
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_C);
            QCOMPARE(QApplication::focusWidget(), page.findChild<QWidget*>(u"comment"_s));
            QTest::keyClicks(QApplication::focusWidget(), comment);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Minus); // bad reduction
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::AltModifier);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Q, Qt::ControlModifier);
            QTRY_VERIFY(!desk.window().isVisible());
        }
        Desk desk(tester());
        QVERIFY(openNight(desk));
        desk.inspector().showQueueRow(desk.queue().rowOf(obsid, versionOf(desk, obsid)));
        const auto& page = desk.inspectPage();
        QTRY_COMPARE_WITH_TIMEOUT(page.findChild<QLineEdit*>(u"comment"_s)->text(), comment, 30'000);
        QVERIFY(page.findChild<QWidget*>(u"gradeMeaning"_s)->property("text").toString().contains(u'3'));
        QCOMPARE(page.unfinished().size(), std::size_t(1));
        QCOMPARE(page.unfinished().front().reasons, QStringList(u"bad-reduction"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace, Qt::ControlModifier); // all back
        QVERIFY(page.unfinished().empty());
    }

    /// SPECDESK_KILLS: how often the window or the server is killed.
    void everyKeyIsOneRowEvenWhenTheProgramOrTheServerIsKilledInTheMiddle()
    {
        const int kills = killsWanted(3);
        const auto inAll = countNeedingAnEye(m_night.path());
        QRandomGenerator random(20'261'121);
        QSet<QByteArray> pressed;
        for (int kill = 1; kill <= kills; ++kill) {
            const auto left = std::max(1, static_cast<int>(inAll - pressed.size()) / (kills - kill + 2));
            const auto victim =
                kill < kills ? Victim::Window : Victim::Server; // which is outlived to the end
            const auto work = run(u"--inspect"_s, m_night.path(), victim,
                                  1 + static_cast<int>(random.bounded(std::min(left, 50))));
            QVERIFY2(work.killed, qPrintable(u"kill %1 came too late"_s.arg(kill)));
            QVERIFY2(work.complaint.isEmpty(), qPrintable(work.complaint));
            for (const auto& obsid : work.presses) {
                QVERIFY2(!pressed.contains(obsid), "a verdict was lost: its spectrum was asked for again");
                pressed.insert(obsid);
            }
        }
        const auto verdicts = stored();
        QSet<qint64> spectra;
        for (const auto& verdict : verdicts) {
            spectra.insert(verdict.obsid);
            pressed.remove(QByteArray::number(verdict.obsid));
        }
        QVERIFY2(pressed.isEmpty(), "a verdict was lost");
        QCOMPARE(verdicts.size(), static_cast<std::size_t>(spectra.size()));
        QVERIFY(spectra.size() >= 200);
        QCOMPARE(spectra.size(), inAll);
    }

    void aCorrectionOnTheWallOutlivesTheProgramThoughThePageWasNotDone()
    {
        const auto before = stored().size();
        QSet<QByteArray> corrected;
        const auto killed = run(u"--browse"_s, m_night.path(), Victim::Window, 5);
        QVERIFY(killed.killed);
        QVERIFY2(killed.complaint.isEmpty(), qPrintable(killed.complaint));
        for (const auto& obsid : killed.presses)
            corrected.insert(obsid);
        QVERIFY(corrected.size() >= 5);
        const auto undisturbed = run(u"--browse"_s, m_night.path(), Victim::Nobody);
        QVERIFY2(undisturbed.complaint.isEmpty(), qPrintable(undisturbed.complaint));
        for (const auto& obsid : undisturbed.presses)
            QVERIFY2(!corrected.contains(obsid), "a correction was asked for again");
        const auto verdicts = stored();
        QSet<QByteArray> found;
        for (const auto& verdict : verdicts)
            if (verdict.spectralClass == SpectralClass::Galaxy)
                found.insert(QByteArray::number(verdict.obsid));
        QVERIFY(found.contains(corrected));
        QVERIFY(verdicts.size() > before);
    }

private:
    static Settings tester() { return {.server = {}, .account = u"tester"_s, .theme = {}, .language = {}}; }

    static QString versionOf(Desk& desk, qint64 obsid)
    {
        for (int row = 0; row < desk.queue().rowCount(); ++row)
            if (desk.queue().entryAt(row).obsid == obsid)
                return desk.queue().entryAt(row).pipelineVersion;
        return {};
    }

    /// True when its spectra are in the list and one is on the screen.
    bool openNight(Desk& desk)
    {
        QSignalSpy loaded(&desk, &Desk::loaded);
        desk.open({m_night.path()});
        desk.show();
        desk.window().activateWindow();
        auto& plot = desk.inspectPage().plot();
        const bool isOpen = loaded.wait(120'000) && QTest::qWaitForWindowActive(&desk.window())
            && QTest::qWaitFor([&plot] { return plot.spectrum() != nullptr; }, 30'000);
        plot.setFocus();
        return isOpen;
    }

    static Verdicts stored()
    {
        const auto session = Session::open(tester());
        if (!session)
            return {};
        const auto verdicts =
            session.value()
                ->interactive()
                .run([&](QSqlDatabase& db) { return VerdictStore::all(db, session.value()->schemas()); })
                .result();
        return verdicts ? verdicts.value() : Verdicts {};
    }

    QTemporaryDir m_home;
    QTemporaryDir m_night;
};

int main(int argc, char** argv)
{
    if (argc > 2 && qstrcmp(argv[1], "--inspect") == 0)
        return work<Inspector>(argc, argv);
    if (argc > 2 && qstrcmp(argv[1], "--browse") == 0)
        return work<Browser>(argc, argv);
    const QApplication application(argc, argv);
    TestDesk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_desk.moc"
