#include "app/controllers/inspectcontroller.h"
#include "app/controllers/starscontroller.h"
#include "app/desk/desk.h"
#include "app/desk/queuefeed.h"
#include "app/desk/workpages.h"
#include "db/sql/sqlquery.h"
#include "db/stores/taskstore.h"
#include "models/items/queuemodel.h"
#include "models/items/wallmodel.h"
#include "plotting/spectrum/spectrumplot.h"
#include "support/samplenight.h"
#include "support/surveyserver.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/stars/starspage.h"
#include "widgets/stars/starwall.h"
#include "widgets/team/taskchoice.h"

#include <QDir>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
const SchemaNames names;
constexpr int patience = 90'000; // ms, on a loaded machine

QSet<qint64> obsidsIn(const QueueModel& queue)
{
    QSet<qint64> obsids;
    for (int row = 0; row < queue.rowCount(); ++row)
        obsids.insert(queue.entryAt(row).obsid);
    return obsids;
}

QSet<qint64> obsidsIn(const WallModel& wall)
{
    QSet<qint64> obsids;
    for (int row = 0; row < wall.rowCount(); ++row)
        obsids.insert(wall.entryAt(row).obsid);
    return obsids;
}
}

/// Tasks walked by two people, each in a window of his own with his own account on one server.
class TestTaskWalk : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (const auto* variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
            qputenv(variable, m_home.path().toUtf8());
        REQUIRE_SERVER(m_survey);
        QVERIFY(writeSampleNight(m_night.path(), 250));
        VERIFY_OK(m_survey.prepare(m_night.path()));
        for (const auto& name : {u"li"_s, u"zhao"_s})
            VERIFY_OK(m_survey.add(name, MemberRole::Inspector));
    }

    void twoPeopleOnOneTaskNeverSeeTheSameSpectrum()
    {
        const auto task = create({.title = u"Galaxies and QSOs"_s, .filter = {.page = WorkPage::Inspect}});
        QVERIFY(task.spectra > 90);
        const auto li = window(u"li"_s);
        const auto zhao = window(u"zhao"_s);
        QVERIFY(li && zhao);
        choose(*li, task);
        choose(*zhao, task);
        QCOMPARE(li->queue().rowCount(), 40);
        QCOMPARE(one(task.id).looksHeld, 80);
        QVERIFY(!obsidsIn(li->queue()).intersects(obsidsIn(zhao->queue())));

        QSet<qint64> decided;
        for (int round = 0; round < 25; ++round) // more than half of what is held, so that more is taken
            for (auto* desk : {li.get(), zhao.get()}) {
                const auto obsid = decide(*desk);
                QVERIFY(obsid != 0 && !decided.contains(obsid));
                decided.insert(obsid);
            }
        for (auto* desk : {li.get(), zhao.get()})
            QTRY_COMPARE_WITH_TIMEOUT(desk->inspector().sender().waiting(), 0, patience);
        QCOMPARE(one(task.id).looksDone, decided.size()); // each verdict is a look
        QTRY_VERIFY_WITH_TIMEOUT(li->queue().rowCount() > 40, patience);
        QVERIFY(!obsidsIn(li->queue()).intersects(obsidsIn(zhao->queue())));
        QCOMPARE(m_survey.count(u"SELECT COUNT(*) FROM (SELECT obsid FROM {check}.standing_verdict GROUP BY "
                                u"obsid HAVING COUNT(*) > 1) AS twice"_s),
                 0);

        // Undo gives the look back to the one who undid it.
        li->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&li->window()));
        QTest::keyClick(&li->inspectPage(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(one(task.id).looksDone, decided.size() - 1, patience);
    }

    void whatIsLeftIsGivenBackOnLeavingAndOnClosing()
    {
        const auto task = create({.title = u"Given back"_s, .filter = {.openOnly = false}});
        auto li = window(u"li"_s);
        QVERIFY(li);
        choose(*li, task);
        QCOMPARE(one(task.id).looksHeld, 40);
        li->inspectPage().tasks().setChosen(0);
        emit li->inspectPage().tasks().taskWanted(0);
        QTRY_COMPARE_WITH_TIMEOUT(one(task.id).looksHeld, 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(li->queue().rowCount() > 40, patience); // everything open again
        choose(*li, task);
        QCOMPARE(one(task.id).looksHeld, 40);
        li.reset();
        QCOMPARE(one(task.id).looksHeld, 0);
    }

    void theTaskChosenLastIsWalkedWhateverTheServerAnswersLater()
    {
        const auto task = create({.title = u"Chosen in passing"_s, .filter = {.openOnly = false}});
        const auto li = window(u"li"_s);
        QVERIFY(li);
        const QSignalSpy listed(&li->feed(), &QueueFeed::tasksListed);
        li->feed().choose(task.id);
        li->feed().choose(0);
        const auto before = listed.count();
        li->feed().refreshTasks(); // answered behind the question for the task
        QTRY_VERIFY_WITH_TIMEOUT(listed.count() > before, patience);
        QCOMPARE(li->feed().taskId(), 0);
    }

    void aLeaseThatEndedIsToldAndItsSpectraLeaveTheList()
    {
        const auto task = create({.title = u"Expired"_s, .filter = {.openOnly = false}});
        const auto li = window(u"li"_s);
        const auto zhao = window(u"zhao"_s);
        QVERIFY(li && zhao);
        choose(*li, task);
        const auto held = obsidsIn(li->queue());
        expire(u"li"_s);
        choose(*zhao, task); // takes what ended first
        QCOMPARE(obsidsIn(zhao->queue()), held);
        const QSignalSpy complaints(&li->feed(), &QueueFeed::complained);
        li->feed().seats().renew(); // as the timer does
        QTRY_COMPARE_WITH_TIMEOUT(complaints.size(), 1, patience);
        QVERIFY2(complaints.front().front().toString().contains(u"40 spectra"_s),
                 qPrintable(complaints.front().front().toString()));
        QTRY_VERIFY_WITH_TIMEOUT(!obsidsIn(li->queue()).intersects(held), patience);
        QTRY_COMPARE_WITH_TIMEOUT(li->queue().rowCount(), 40, patience); // others in their place
        QVERIFY(decide(*li) != 0);
    }

    /// What is renewed in time stays, whatever the clock says.
    void workThatIsGoingOnKeepsItsSpectra()
    {
        const auto task = create({.title = u"Kept"_s, .filter = {.openOnly = false}});
        const auto li = window(u"li"_s);
        const auto zhao = window(u"zhao"_s);
        QVERIFY(li && zhao);
        choose(*li, task);
        const auto held = obsidsIn(li->queue());
        expire(u"li"_s);
        li->feed().seats().renew();
        QTRY_COMPARE_WITH_TIMEOUT(
            m_survey.count(u"SELECT COUNT(*) FROM {check}.my_claim WHERE task_id = %1 AND holder = 'li' AND "
                           u"leased_until > UTC_TIMESTAMP(6)"_s.arg(task.id)),
            40, patience);
        choose(*zhao, task);
        QVERIFY(!obsidsIn(zhao->queue()).intersects(held));
    }

    void aTaskThatIsClosedIsLeft()
    {
        const auto task = create({.title = u"Closed"_s, .filter = {.openOnly = false}});
        const auto li = window(u"li"_s);
        QVERIFY(li);
        choose(*li, task);
        VERIFY_OK(m_survey.asOwner(
            [&](QSqlDatabase& db) { return TaskStore::setClosed(db, names, task.id, true); }));
        const QSignalSpy complaints(&li->feed(), &QueueFeed::complained);
        li->feed().seats().renew();
        QTRY_VERIFY_WITH_TIMEOUT(!complaints.isEmpty(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(li->inspectPage().tasks().chosen(), 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(li->queue().rowCount() > 40, patience);
    }

    void aVerdictThatOnlyTheJournalHasCountsAsALookWhenItArrives()
    {
        const auto task = create({.title = u"Journal"_s, .filter = {.openOnly = false}});
        qint64 obsid = 0;
        {
            const auto li = window(u"li"_s);
            QVERIFY(li);
            choose(*li, task);
            QTRY_VERIFY_WITH_TIMEOUT(li->inspectPage().plot().spectrum(), patience);
            m_survey.server().kill();
            obsid = decide(*li);
            QVERIFY(obsid != 0);
            QTRY_VERIFY_WITH_TIMEOUT(li->inspector().sender().isHeld(), patience);
            QVERIFY(li->inspector().sender().isKept());
        }
        QVERIFY(m_survey.server().restart());
        QCOMPARE(one(task.id).looksDone, 0);
        const auto li = window(u"li"_s);
        QVERIFY(li);
        QTRY_COMPARE_WITH_TIMEOUT(li->inspector().sender().waiting(), 0, patience);
        QCOMPARE(one(task.id).looksDone, 1);
        QCOMPARE(
            m_survey.count(u"SELECT COUNT(*) FROM {check}.task_seat WHERE task_id = %1 AND obsid = %2 AND "
                           u"state = 'done' AND holder = 'li'"_s.arg(task.id)
                               .arg(obsid)),
            1);
    }

    void theWallOfATaskIsSharedOutToo()
    {
        const auto task =
            create({.title = u"Stars"_s, .filter = {.page = WorkPage::Browse}, .order = TaskOrder::Random});
        const auto li = window(u"li"_s);
        const auto zhao = window(u"zhao"_s);
        QVERIFY(li && zhao);
        QTRY_VERIFY_WITH_TIMEOUT(li->pages().wall().rowCount() > 0, patience);
        const auto place = li->pages().wall().entryAt(0).obsid;
        for (auto* desk : {li.get(), zhao.get()}) {
            desk->window().showPage(u"stars"_s);
            auto& tasks = desk->pages().starsPage().tasks();
            QTRY_VERIFY_WITH_TIMEOUT(tasks.findData(task.id) > 0, patience);
            QVERIFY(tasks.isVisible());
            emit tasks.taskWanted(task.id);
            QTRY_COMPARE_WITH_TIMEOUT(tasks.chosen(), task.id, patience);
            QTRY_COMPARE_WITH_TIMEOUT(desk->pages().stars().seats().taskId(), task.id, patience);
        }
        QTRY_COMPARE_WITH_TIMEOUT(one(task.id).looksHeld, task.looks, patience); // fewer than a person takes
        QTRY_VERIFY_WITH_TIMEOUT(li->pages().wall().rowCount() == task.spectra, patience);
        QVERIFY(!obsidsIn(li->pages().wall()).intersects(obsidsIn(zhao->pages().wall())));

        li->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&li->window()));
        auto& wall = li->pages().starsPage().wall();
        const auto marked = li->pages().wall().entryAt(1).obsid;
        QTest::mouseClick(wall.viewport(), Qt::LeftButton, {}, wall.tileRect(1).center());
        QTest::keyClick(&wall, Qt::Key_Q); // and the page is not done
        QTRY_COMPARE_WITH_TIMEOUT(
            m_survey.count(u"SELECT COUNT(*) FROM {check}.humanverify WHERE inspector = 'li' AND obsid = %1 "
                           u"AND spectral_class = 'QSO'"_s.arg(marked)),
            1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(one(task.id).looksDone, 1, patience);
        // Work on a task leaves the place in the list of all where it was.
        QVERIFY(marked != place);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_survey.count(u"SELECT last_obsid FROM {check}.check_status WHERE inspector = "
                           u"'li' AND list_name = 'browse'"_s),
            place, patience);
    }

    void theChoiceIsDrawnInTheTopLine()
    {
        const auto folder = qEnvironmentVariable("SPECDESK_SHOTS");
        if (folder.isEmpty())
            QSKIP("SPECDESK_SHOTS names no folder.");
        const auto task =
            create({.title = u"Galaxies of 2018-12-05, the doubtful ones"_s, .filter = {.openOnly = false}});
        const auto li = window(u"li"_s);
        QVERIFY(li);
        for (const auto& theme : {u"light"_s, u"dark"_s}) {
            li->useTheme(theme);
            li->window().resize(theme == "light"_L1 ? QSize(1366, 768) : QSize(1920, 1080));
            li->window().showPage(u"inspect"_s);
            choose(*li, task);
            QTRY_VERIFY_WITH_TIMEOUT(li->inspectPage().plot().spectrum(), patience);
            QTest::qWait(1500);
            li->window().grab().save(QDir(folder).filePath(u"task-%1.png"_s.arg(theme)));
            li->window().showPage(u"stars"_s);
            QTest::qWait(1500);
            li->window().grab().save(QDir(folder).filePath(u"task-stars-%1.png"_s.arg(theme)));
            li->window().showPage(u"progress"_s);
            QTest::qWait(1000);
            li->window().grab().save(QDir(folder).filePath(u"task-progress-%1.png"_s.arg(theme)));
        }
    }

private:
    std::unique_ptr<Desk> window(const QString& name)
    {
        auto desk = std::make_unique<Desk>(m_survey.settings(name));
        desk->window().resize(1366, 768);
        return openAndLogIn(*desk, name) ? std::move(desk) : nullptr;
    }

    /// Chooses a task as the person does, and waits for its list.
    static void choose(Desk& desk, const Task& task)
    {
        auto& tasks = desk.inspectPage().tasks();
        desk.feed().refreshTasks();
        QTRY_VERIFY_WITH_TIMEOUT(tasks.findData(task.id) > 0, patience);
        QVERIFY(tasks.isVisibleTo(&desk.window()));
        tasks.setCurrentIndex(tasks.findData(task.id));
        emit tasks.activated(tasks.currentIndex());
        QTRY_COMPARE_WITH_TIMEOUT(desk.feed().taskId(), task.id, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.queue().rowCount(), 40, patience);
    }

    /// Accepts the spectrum on the screen by key and returns its obsid; 0: none.
    static qint64 decide(Desk& desk)
    {
        const int row = desk.inspector().queueRow();
        if (row < 0 || desk.queue().entryAt(row).verdict)
            return 0;
        desk.window().activateWindow(); // keys are for the window that has the focus
        (void)QTest::qWaitForWindowActive(&desk.window());
        const auto obsid = desk.queue().entryAt(row).obsid;
        const auto judged = [&] {
            const int now = desk.queue().rowOf(obsid, desk.queue().entryAt(row).pipelineVersion);
            if (now >= 0 && desk.queue().entryAt(now).verdict)
                return true;
            QTest::keyClick(&desk.inspectPage(), Qt::Key_Return);
            return false;
        };
        return QTest::qWaitFor(judged, patience) ? obsid : 0;
    }

    void expire(const QString& holder)
    {
        VERIFY_OK(m_survey.asOwner([&](QSqlDatabase& db) {
            return runStatement(
                db,
                u"UPDATE lamost_check.task_lease SET leased_until = leased_until - INTERVAL 2 HOUR "
                u"WHERE holder = '%1'"_s.arg(holder));
        }));
    }

    Task create(const Task& wish)
    {
        const auto made =
            m_survey.asOwner([&](QSqlDatabase& db) { return TaskStore::create(db, names, wish); });
        if (!made)
            qWarning("%s %s", qPrintable(made.error().message), qPrintable(made.error().detail));
        return made ? made.value() : Task {};
    }
    Task one(int id)
    {
        const auto task = m_survey.asOwner([&](QSqlDatabase& db) { return TaskStore::one(db, names, id); });
        return task ? task.value() : Task {};
    }

    QTemporaryDir m_home;
    QTemporaryDir m_night;
    SurveyServer m_survey;
};

QTEST_MAIN(TestTaskWalk)
#include "tst_taskwalk.moc"
