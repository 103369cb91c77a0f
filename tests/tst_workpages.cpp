#include "app/controllers/fiberscontroller.h"
#include "app/controllers/inspectcontroller.h"
#include "app/controllers/starscontroller.h"
#include "app/desk/desk.h"
#include "app/desk/workpages.h"
#include "app/session/session.h"
#include "db/stores/problemstore.h"
#include "db/stores/verdictstore.h"
#include "support/samplenight.h"
#include "widgets/fibers/fibermapview.h"
#include "widgets/fibers/fiberspage.h"
#include "widgets/fibers/problemform.h"
#include "widgets/fibers/responsepage.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/stars/starspage.h"
#include "widgets/stars/starwall.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The functions of S1 §4.3.2 through the whole program: files, windows, server.
class TestWorkPages : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
        QVERIFY(writeSampleNight(m_night.path(), 250));
        open();
    }
    void cleanupTestCase() { m_desk.reset(); }

    /// A page's keys are its own and the window's; two that share one are none.
    void noTwoActionsOfAPageShareAKey()
    {
        const auto& actions = m_desk->window().actions();
        QVERIFY(actions.owners().size() >= 10);
        for (const auto* owner : actions.owners()) {
            QHash<QKeySequence, QString> owners;
            for (const auto group : Actions::groups())
                for (const auto* action :
                     actions.inGroup(group, owner) + actions.inGroup(group, &m_desk->window()))
                    for (const auto& key : action->shortcuts()) {
                        const auto other = owners.value(key, action->objectName());
                        QVERIFY2(other == action->objectName(),
                                 qPrintable(key.toString() + u' ' + other + u' ' + action->objectName()));
                        owners.insert(key, action->objectName());
                    }
        }
    }

    void anAcceptedPageIsStoredAsItWasSeen()
    {
        m_desk->window().showPage(u"stars"_s);
        auto& wall = m_desk->pages().starsPage().wall();
        QVERIFY(m_desk->pages().wall().rowCount() > 40);
        QTRY_VERIFY_WITH_TIMEOUT(std::ssize(wall.seen()) > 10, 20'000);
        const auto [first, last] = wall.wholeRowsOnScreen();
        QTRY_COMPARE_WITH_TIMEOUT(std::ssize(wall.seen()), std::ptrdiff_t(last - first + 1), 20'000);
        QTest::mouseClick(wall.viewport(), Qt::LeftButton, {}, wall.tileRect(2).center());
        QTest::keyClick(&wall, Qt::Key_G);
        const auto marked = m_desk->pages().wall().entryAt(2).obsid;
        QTest::keyClick(&wall, Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->inspector().sender().waiting(), 0, 20'000);
        const auto verdicts = stored();
        QCOMPARE(std::ssize(verdicts), std::ptrdiff_t(last - first + 1));
        for (const auto& verdict : verdicts)
            QCOMPARE(verdict.spectralClass,
                     verdict.obsid == marked ? SpectralClass::Galaxy : verdict.shownClass);
        m_next = last + 1;
    }

    void undoTakesAWholePageBack()
    {
        auto& wall = m_desk->pages().starsPage().wall();
        const auto before = stored().size();
        QTRY_VERIFY_WITH_TIMEOUT(!wall.seen().empty(), 20'000);
        QTest::keyClick(&wall, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(stored().size() > before, 30'000);
        QTest::keyClick(&wall, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(stored().size(), before, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->inspector().sender().waiting(), 0, 20'000);
    }

    void theNextSittingGoesOnWhereThisOneStopped()
    {
        open();
        m_desk->window().showPage(u"stars"_s);
        auto& wall = m_desk->pages().starsPage().wall();
        QTRY_VERIFY_WITH_TIMEOUT(wall.rowsOnScreen().first <= m_next && wall.rowsOnScreen().second >= m_next
                                     && wall.rowsOnScreen().first > 0,
                                 20'000);
    }

    void aProblemMarkedOnTheMapReachesThe2dTeamAndItsAnswerEmptiesTheList()
    {
        m_desk->window().showPage(u"fibers"_s);
        auto& page = m_desk->pages().fibersPage();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->pages().fibers().isSettled(), 30'000);
        for (const int fiber : {21, 35})
            QTest::mouseClick(&page.map(), Qt::LeftButton, {},
                              {200, page.map().rowsOf(fiber, fiber).center().y()});
        QTest::mouseClick(page.form().findChild<QPushButton*>(u"stray-light"_s), Qt::LeftButton);
        QTest::mouseClick(page.form().findChild<QPushButton*>(u"submitProblem"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!page.form().isVisible(), 20'000);

        m_desk->window().showPage(u"response"_s);
        auto& response = m_desk->pages().responsePage();
        QTRY_VERIFY_WITH_TIMEOUT(response.chosen().has_value(), 20'000);
        QCOMPARE(response.chosen()->firstFiber, 21);
        QCOMPARE(response.chosen()->lastFiber, 35);
        QCOMPARE(response.chosen()->kind, u"stray-light"_s);
        m_desk->window().actions().action(u"problemReject"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(response.findChild<QLabel*>(u"nothingLeft"_s)->isVisible(), 20'000);
    }

private:
    void open()
    {
        m_desk = std::make_unique<Desk>(
            Settings {.server = {}, .account = u"tester"_s, .theme = {}, .language = {}});
        const QSignalSpy loaded(m_desk.get(), &Desk::loaded);
        m_desk->open({m_night.path()});
        m_desk->window().resize(1366, 768);
        m_desk->show();
        m_desk->window().activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty(), 60'000);
    }
    Verdicts stored()
    {
        const auto session =
            Session::open({.server = {}, .account = u"tester"_s, .theme = {}, .language = {}});
        if (!session)
            return {};
        const auto verdicts =
            session.value()
                ->interactive()
                .run([&](QSqlDatabase& db) {
                    return VerdictStore::all(db, session.value()->schemas(), {.currentOnly = true});
                })
                .result();
        return verdicts ? verdicts.value() : Verdicts {};
    }

    QTemporaryDir m_home;
    QTemporaryDir m_night;
    std::unique_ptr<Desk> m_desk;
    int m_next = 0;
};

QTEST_MAIN(TestWorkPages)
#include "tst_workpages.moc"
