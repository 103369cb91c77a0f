#include "app/controllers/fiberscontroller.h"
#include "app/controllers/inspectcontroller.h"
#include "app/controllers/releasecontroller.h"
#include "app/controllers/responsecontroller.h"
#include "app/controllers/starscontroller.h"
#include "app/desk/desk.h"
#include "app/desk/queuefeed.h"
#include "app/desk/workpages.h"
#include "db/sql/sqlquery.h"
#include "models/items/queuemodel.h"
#include "models/items/wallmodel.h"
#include "plotting/spectrum/spectrumplot.h"
#include "support/rolequestions.h"
#include "support/samplenight.h"
#include "support/surveyserver.h"
#include "widgets/fibers/fiberspage.h"
#include "widgets/fibers/problemform.h"
#include "widgets/fibers/responsepage.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/frame/messagebar.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/release/planview.h"
#include "widgets/release/releasepage.h"
#include "widgets/stars/starspage.h"
#include "widgets/stars/starwall.h"
#include "widgets/team/secondlookpage.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int patience = 90'000; // ms, on a loaded machine
const auto viewer = u"viewer"_s; // an account that may read and is no member

/// The pages that some roles have, in the order of the rail; the others are everybody's.
const QStringList everybodys {u"inspect"_s, u"stars"_s, u"fibers"_s, u"progress"_s};
const QStringList some {u"secondlook"_s, u"response"_s, u"members"_s, u"release"_s, u"platelog"_s};

QStringList pagesOf(const QString& name)
{
    const QMap<QString, QStringList> more {
        {u"rechecker"_s, {u"secondlook"_s}},
        {u"team2d"_s, {u"response"_s}},
        {u"lead"_s, {u"secondlook"_s, u"response"_s, u"release"_s, u"platelog"_s}},
        {u"release"_s, {u"release"_s, u"platelog"_s}},
        {u"admin"_s, some}};
    return more.value(name);
}
}

/// Every role at every page of the window it is offered, with its own account on one server.
class TestRoleWalk : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (const auto* variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
            qputenv(variable, m_home.path().toUtf8());
        REQUIRE_SERVER(m_survey);
        QVERIFY(writeSampleNight(m_night.path(), 120));
        VERIFY_OK(m_survey.prepare(m_night.path()));
        for (const auto role : allRoles())
            VERIFY_OK(m_survey.add(roleName(role), role));
        for (const auto& name : {u"li"_s, u"zhao"_s})
            VERIFY_OK(m_survey.add(name, MemberRole::Inspector));
        VERIFY_OK(m_survey.asOwner([](QSqlDatabase& db) -> Result<void> {
            if (const auto work = prepareWork(db); !work)
                return work.error();
            for (const auto& text :
                 {u"CREATE USER %1@'%' IDENTIFIED BY '%2'"_s.arg(viewer, SurveyServer::password(viewer)),
                  u"GRANT SELECT ON `lamost\\_%`.* TO %1@'%'"_s.arg(viewer)})
                if (auto done = runStatement(db, text); !done)
                    return done;
            return {};
        }));
    }

    void init() { m_complaints.clear(); }
    void cleanup() { m_desk.reset(); }

    void thePagesOfARoleAreOfferedAndLoad_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("viewer") << viewer;
        for (const auto role : allRoles())
            QTest::newRow(qPrintable(roleName(role))) << roleName(role);
    }

    void thePagesOfARoleAreOfferedAndLoad()
    {
        QFETCH(QString, name);
        QVERIFY(open(name));
        const auto offered = everybodys + pagesOf(name);
        for (const auto& page : everybodys + some) {
            QVERIFY2(button(page)->isVisible() == offered.contains(page), qPrintable(page));
            QVERIFY2(m_desk->window().actions().action(page)->isEnabled() == offered.contains(page),
                     qPrintable(page));
        }
        for (const auto& page : offered) {
            QTest::mouseClick(button(page), Qt::LeftButton);
            QVERIFY2(m_desk->window().actions().action(page)->isChecked(), qPrintable(page));
            QVERIFY2(QTest::qWaitFor([&] { return hasLoaded(page); }, patience), qPrintable(page));
        }
        QVERIFY2(m_complaints.isEmpty(), qPrintable(m_complaints.join(u'\n')));
    }

    void whoIsNoMemberLooksAndIsToldWhyHeDecidesNothing()
    {
        QVERIFY(open(viewer));
        auto& page = m_desk->inspectPage();
        QTRY_VERIFY_WITH_TIMEOUT(page.plot().spectrum() != nullptr, patience);
        const auto isTold = [&](Qt::Key key) {
            QTest::keyClick(&page, key);
            return hintOf(page).contains(u"may look"_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isTold(Qt::Key_Return), patience); // once the spectrum is drawn
        QVERIFY(isTold(Qt::Key_3));
        QVERIFY(!page.findChild<QAbstractButton*>(u"accept"_s)->isEnabled());

        QTest::mouseClick(button(u"stars"_s), Qt::LeftButton);
        auto& wall = m_desk->pages().starsPage().wall();
        QTRY_VERIFY_WITH_TIMEOUT(!wall.seen().empty(), patience);
        QTest::mouseClick(wall.viewport(), Qt::LeftButton, {}, wall.tileRect(0).center());
        QVERIFY(!m_desk->pages().wall().isMarked(0));
        QTest::keyClick(&wall, Qt::Key_Space);

        QTest::mouseClick(button(u"fibers"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(hasLoaded(u"fibers"_s), patience);
        auto& fibers = m_desk->pages().fibersPage();
        fibers.chooseRange({.first = 3, .last = 4});
        fibers.form().setKind(u"sky"_s, {});
        fibers.form().submit();
        QVERIFY(fibers.findChild<QLabel*>(u"problemComplaint"_s)->text().contains(u"may look"_s));

        QCOMPARE(m_desk->inspector().sender().waiting(), 0);
        QCOMPARE(m_survey.count(u"SELECT COUNT(*) FROM {check}.humanverify WHERE inspector = 'viewer'"_s), 0);
        QVERIFY2(m_complaints.isEmpty(), qPrintable(m_complaints.join(u'\n')));
    }

    void anInspectorDecidesAndHandsNothingOut()
    {
        QVERIFY(open(u"inspector"_s));
        auto& page = m_desk->inspectPage();
        QTRY_VERIFY_WITH_TIMEOUT(page.plot().spectrum() != nullptr, patience);
        QTRY_VERIFY_WITH_TIMEOUT(decidedWith(Qt::Key_Return), patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->inspector().sender().waiting(), 0, patience);
        QCOMPARE(m_survey.count(u"SELECT COUNT(*) FROM {check}.humanverify WHERE inspector = 'inspector'"_s),
                 1);
        QTest::mouseClick(button(u"progress"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(hasLoaded(u"progress"_s), patience);
        for (const auto& absent : {u"taskForm"_s, u"taskCloseButton"_s, u"scores"_s})
            QVERIFY2(!part(absent)->isVisible(), qPrintable(absent));
        QVERIFY(part(u"taskWorkButton"_s)->isVisible());
        QVERIFY2(m_complaints.isEmpty(), qPrintable(m_complaints.join(u'\n')));
    }

    void aLeadHandsOutAndIsToldWhoBuildsReleases()
    {
        QVERIFY(open(u"lead"_s));
        QTest::mouseClick(button(u"progress"_s), Qt::LeftButton);
        for (const auto& there : {u"taskForm"_s, u"taskCloseButton"_s, u"scores"_s})
            QTRY_VERIFY2_WITH_TIMEOUT(part(there)->isVisible(), qPrintable(there), 30'000);
        QTest::mouseClick(button(u"release"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(hasLoaded(u"release"_s), patience);
        QVERIFY(!part(u"releaseStartButton"_s)->isEnabled());
        QVERIFY(m_desk->window().findChild<QLabel*>(u"runLine"_s)->text().contains(u"role “release”"_s));
    }

    void whoBuildsReleasesMayStart()
    {
        QVERIFY(open(u"release"_s));
        QTest::mouseClick(button(u"release"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(hasLoaded(u"release"_s), patience);
        QVERIFY(part(u"releaseStartButton"_s)->isEnabled());
    }

private:
    /// A window of this person, logged in, its messages noted.
    bool open(const QString& name)
    {
        m_desk = std::make_unique<Desk>(m_survey.settings(name));
        m_desk->window().resize(1366, 768);
        const auto note = [this](const QString& sentence) { m_complaints << sentence; };
        connect(&m_desk->pages(), &WorkPages::complained, this, note);
        connect(&m_desk->inspector(), &InspectController::complained, this, note);
        connect(&m_desk->feed(), &QueueFeed::complained, this, note);
        if (!openAndLogIn(*m_desk, name))
            return false;
        m_desk->window().activateWindow(); // the dialog had the keys
        return QTest::qWaitForWindowActive(&m_desk->window(), patience);
    }

    QWidget* part(const QString& name) const { return m_desk->window().findChild<QWidget*>(name); }
    QToolButton* button(const QString& page) const
    {
        return m_desk->window().findChild<QToolButton*>(page + u"Button"_s);
    }
    int rowsOf(const QString& table) const
    {
        return m_desk->window().findChild<QTableView*>(table)->model()->rowCount();
    }
    static QString hintOf(InspectPage& page) { return page.findChild<QLabel*>(u"hint"_s)->text(); }

    /// A key is taken once the spectrum is on the screen.
    bool decidedWith(Qt::Key key)
    {
        if (m_desk->queue().doneCount() == 0)
            QTest::keyClick(&m_desk->inspectPage(), key);
        return m_desk->queue().doneCount() > 0;
    }

    bool hasLoaded(const QString& page)
    {
        auto& pages = m_desk->pages();
        if (page == "inspect"_L1)
            return m_desk->inspectPage().plot().spectrum() != nullptr;
        if (page == "stars"_L1)
            return pages.wall().rowCount() > 0 && pages.stars().isSettled();
        if (page == "fibers"_L1)
            return pages.fibersPage().topLine()->findChild<QComboBox*>(u"plate"_s)->count() > 0
                && pages.fibers().isSettled();
        if (page == "secondlook"_L1)
            return pages.secondLookPage().current() != nullptr;
        if (page == "progress"_L1)
            return rowsOf(u"progressLines"_s) > 0 && rowsOf(u"tasks"_s) == 1;
        if (page == "response"_L1)
            return rowsOf(u"problems"_s) == 1 && pages.response().isSettled();
        if (page == "members"_L1)
            return rowsOf(u"members"_s) >= std::ssize(allRoles());
        if (page == "release"_L1)
            return pages.release().isSettled() && !pages.releasePage().planView().plan().release.isEmpty();
        return part(u"plateLogs"_s)->isVisible() || part(u"plateLogEmpty"_s)->isVisible();
    }

    QTemporaryDir m_home;
    QTemporaryDir m_night;
    SurveyServer m_survey;
    QStringList m_complaints;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestRoleWalk)
#include "tst_rolewalk.moc"
