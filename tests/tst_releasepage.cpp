#include "app/controllers/inspectcontroller.h"
#include "app/controllers/releasecontroller.h"
#include "app/desk/desk.h"
#include "app/desk/workpages.h"
#include "db/fits/nightfolder.h"
#include "db/simulation/seasonrows.h"
#include "db/sql/sqlquery.h"
#include "db/stores/observationlogstore.h"
#include "db/stores/releasestore.h"
#include "support/syntheticspectra.h"
#include "support/testserver.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/release/planview.h"
#include "widgets/release/platelogpage.h"
#include "widgets/release/releasepage.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {
NightSettings season()
{
    NightSettings settings;
    settings.plates = 5;
    settings.spectrographs = 1;
    settings.spectraPerPlate = 80;
    settings.mix = ObjectMix::Teaching;
    return settings;
}
}

/// The release and the observation log through the whole program: windows, the embedded server with a season,
/// and the process that builds.
class TestReleasePage : public QObject
{
    Q_OBJECT
public slots:
    void hearUrl(const QUrl& url) { m_opened = url; }

private slots:
    void initTestCase()
    {
        for (const char* variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
            qputenv(variable, m_home.path().toUtf8());
        qputenv("SPECDESK_SERVER", "own");
        const auto session = Session::open(settings());
        VERIFY_OK(session);
        m_session = session.value();
        VERIFY_OK(writeNight(season(), {m_files.filePath(u"v2.9.8"_s)}, [](int) { return true; }));
        QVERIFY(QFile::link(m_files.filePath(u"v2.9.8"_s), m_files.filePath(u"v2.10.0"_s)));
        VERIFY_OK(run([&](QSqlDatabase& db) {
            return storeSeason(db, m_session->schemas(), season(), queueRules(), m_files.path(), 2,
                               [](int) { return true; });
        }));
        VERIFY_OK(run([&](QSqlDatabase& db) {
            return runStatement(db,
                                u"UPDATE lamost_check.observation_log SET confirmed_by = '', "
                                "confirmed_at = NULL ORDER BY planid LIMIT 2"_s);
        }));
        QDesktopServices::setUrlHandler(u"file"_s, this, "hearUrl");
        open();
    }
    void cleanupTestCase()
    {
        m_desk.reset();
        m_session.reset();
    }

    void thePageTellsWhatWouldGoOutAndWhyNotTheRest()
    {
        press(Qt::Key_8, Qt::ControlModifier);
        QVERIFY(page().isVisible());
        fillName(u"dr6_alpha"_s);
        QTRY_COMPARE_WITH_TIMEOUT(plan().release, u"dr6_alpha"_s, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->pages().release().isSettled(), 30'000);
        QVERIFY(plan().released > 50);
        QVERIFY(plan().spectra > plan().released);
        QVERIFY(label(u"planHeadline"_s)->text().contains(QString::number(plan().released)));
        QCOMPARE(table(u"planPlates"_s)->model()->rowCount(), 5);
        QCOMPARE(table(u"planClasses"_s)->model()->rowCount(), std::ssize(plan().classes));
        QCOMPARE(table(u"planReasons"_s)->model()->rowCount(), std::ssize(plan().excluded));
        const auto alpha = plan().released;
        QTest::mouseClick(page().topLine()->findChild<QPushButton*>(u"formal"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(plan().release, u"dr6"_s, 30'000);
        QVERIFY(plan().released < alpha); // unconfirmed and unchecked ones stay
        QTest::mouseClick(page().topLine()->findChild<QPushButton*>(u"alpha"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(plan().release, u"dr6_alpha"_s, 30'000);
    }

    void aSpectrumIsExplainedByItsNumber()
    {
        table(u"planPlates"_s)->setFocus();
        press(Qt::Key_X);
        auto* field = page().findChild<QLineEdit*>(u"explainObsid"_s);
        QTRY_VERIFY_WITH_TIMEOUT(field->hasFocus(), 30'000);
        QTest::keyClicks(field, QString::number(anyObsid(u"if_release = 0"_s)));
        QTest::keyClick(field, Qt::Key_Return);
        auto* rules = table(u"explainRules"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rules->model()->rowCount() > 5, 20'000);
        QVERIFY(label(u"explainAnswer"_s)->text().contains(u"would"_s));
        field->setText(u"17x"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(label(u"explainAnswer"_s)->text().contains(u"no obsid"_s));
    }

    void startBuildsAndPacksInAProcessOfItsOwn()
    {
        fillFolder(m_out.filePath(u"dr6_alpha"_s));
        QTest::mouseClick(page().findChild<QToolButton*>(u"releaseStartButton"_s), Qt::LeftButton);
        QVERIFY(progress().isRunning());
        QVERIFY(!page().findChild<QToolButton*>(u"releaseStartButton"_s)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!progress().isRunning(), 120'000);
        QCOMPARE(progress().state, ReleaseProgress::State::Done);
        QVERIFY(progress().packed > 10);
        QVERIFY(QFile::exists(m_out.filePath(u"dr6_alpha/manifest.tsv"_s)));
        QVERIFY(label(u"runLine"_s)->text().contains(u"dr6_alpha"_s));
        QVERIFY(page().findChild<QPlainTextEdit*>(u"runLog"_s)->toPlainText().contains(u"released"_s));
        const auto build = run([&](QSqlDatabase& db) {
            return ReleaseStore::current(db, m_session->schemas().forRelease(u"dr6_alpha"_s));
        });
        VERIFY_OK(build);
        QCOMPARE(build.value().released, plan().released);
        QTest::mouseClick(page().findChild<QToolButton*>(u"releaseStatisticsButton"_s), Qt::LeftButton);
        QVERIFY(m_opened.path().endsWith(u"statistics/statistics.html"_s));
    }

    void whatChangedSinceIsListedAndShownInInspect()
    {
        m_gone = anyObsid(u"if_release = 1"_s);
        VERIFY_OK(run([&](QSqlDatabase& db) {
            return runStatement(db,
                                u"INSERT INTO lamost_check.release_withdrawal VALUES (%1, '', 'test', 'me', "
                                "UTC_TIMESTAMP(6))"_s.arg(m_gone));
        }));
        table(u"planPlates"_s)->setFocus();
        QTRY_COMPARE_WITH_TIMEOUT(page().wish().previous, u"dr6_alpha"_s, 30'000);
        press(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(plan().changed(ReleaseChange::Gone), 1, 30'000);
        press(Qt::Key_D);
        auto* examples = table(u"planExamples"_s);
        QTRY_VERIFY_WITH_TIMEOUT(examples->isVisible(), 30'000);
        QTest::mouseClick(page().findChild<QPushButton*>(u"gone"_s), Qt::LeftButton);
        QCOMPARE(examples->model()->rowCount(), 1);
        QCOMPARE(examples->model()->index(0, 7).data().toString(), u"withdrawn"_s);
        const auto place = examples->visualRect(examples->model()->index(0, 0)).center();
        QTest::mouseClick(examples->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(examples->viewport(), Qt::LeftButton, {}, place);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->inspectPage().isVisible(), 20'000);
        press(Qt::Key_8, Qt::ControlModifier);
    }

    void theWorkGoesOnWithoutItsWindowAndTheNextOneFollowsIt()
    {
        fillFolder(m_out.filePath(u"again"_s));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(progress().isRunning());
        open(); // another window takes the place of this one at once
        press(Qt::Key_8, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!progress().isRunning(), 120'000);
        QCOMPARE(progress().state, ReleaseProgress::State::Done);
        QCOMPARE(progress().folder, m_out.filePath(u"again"_s));
        QVERIFY(QFile::exists(m_out.filePath(u"again/manifest.tsv"_s)));
        QCOMPARE(page().findChild<QLineEdit*>(u"releaseFolder"_s)->text(), m_out.filePath(u"again"_s));
    }

    void aStoppedBuildGoesOnWhereItWas()
    {
        QTRY_COMPARE_WITH_TIMEOUT(page().wish().release, u"dr6_alpha"_s, 30'000);
        fillName(u"dr7_alpha"_s);
        fillFolder(m_out.filePath(u"dr7"_s));
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!progress().isRunning(), 20'000);
        QCOMPARE(progress().state, ReleaseProgress::State::Interrupted);
        QVERIFY(!QFile::exists(m_out.filePath(u"dr7/manifest.tsv"_s)));
        QTest::mouseClick(page().findChild<QToolButton*>(u"releaseStartButton"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!progress().isRunning(), 120'000);
        QCOMPARE(progress().state, ReleaseProgress::State::Done);
        QVERIFY(QFile::exists(m_out.filePath(u"dr7/manifest.tsv"_s)));
    }

    void whoMayNotBuildSeesTheReleaseAndASentence()
    {
        page().setMayBuild(false);
        QVERIFY(!page().findChild<QToolButton*>(u"releaseStartButton"_s)->isEnabled());
        QVERIFY(!page().findChild<QLineEdit*>(u"releaseFolder"_s)->isEnabled());
        page().setMayBuild(true);
        QVERIFY(page().findChild<QToolButton*>(u"releaseStartButton"_s)->isEnabled());
    }

    void aFailureIsOneSentence()
    {
        fillFolder(u"/proc/no/such/folder"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!progress().isRunning(), 60'000);
        QCOMPARE(progress().state, ReleaseProgress::State::Failed);
        QVERIFY2(label(u"runLine"_s)->text().contains(u"/proc/no"_s),
                 qPrintable(label(u"runLine"_s)->text()));
    }

    void plateByPlateOrManyAtOnceTheLogIsConfirmed()
    {
        press(Qt::Key_9, Qt::ControlModifier);
        auto* list = table(u"plateLogs"_s);
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 5, 20'000);
        list->setFocus();
        press(Qt::Key_U);
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), unconfirmed(), 30'000);
        const auto open = unconfirmed();
        QVERIFY(open >= 2);
        const auto first = m_desk->pages().plateLogPage().chosen().front();
        press(Qt::Key_E);
        auto* remark = page<PlateLogPage>().findChild<QLineEdit*>(u"plateRemark"_s);
        QTRY_VERIFY_WITH_TIMEOUT(remark->hasFocus(), 30'000);
        remark->selectAll();
        QTest::keyClicks(remark, u"seen by hand"_s);
        QTest::keyClick(remark, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(unconfirmed(), open - 1, 20'000);
        QCOMPARE(logged(first).remark, u"seen by hand"_s);
        QCOMPARE(logged(first).confirmedBy, u"tester"_s);
        QCOMPARE(logged(first).enteredFrom, u"person"_s);

        press(Qt::Key_U); // all plates again
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 5, 30'000);
        list->setFocus();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 1)).center());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          list->visualRect(list->model()->index(4, 1)).center());
        QCOMPARE(m_desk->pages().plateLogPage().chosen().size(), std::size_t(5));
        const bool before = m_desk->pages().plateLogPage().chosen().front().isValid.value_or(true);
        press(Qt::Key_V);
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(allLogged(),
                                                     [before](const PlateLog& plate) {
                                                         return plate.isValid == std::optional(!before)
                                                             && plate.confirmedBy == "tester"_L1;
                                                     }),
                                 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->pages().plateLogPage().chosen().size(), std::size_t(5), 20'000);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 1)).center());
        auto* history = table(u"plateHistory"_s); // of one plate
        QTRY_VERIFY_WITH_TIMEOUT(history->model()->rowCount() >= 1, 20'000);
        QCOMPARE(history->model()->index(0, 1).data().toString(), u"tester"_s);
    }

    void aNumberThatIsNoneIsRefusedBeforeTheServerIsAsked()
    {
        auto* list = table(u"plateLogs"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(1, 1)).center());
        QCOMPARE(m_desk->pages().plateLogPage().chosen().size(), std::size_t(1));
        const auto chosen = m_desk->pages().plateLogPage().chosen().front();
        auto* seeing = page<PlateLogPage>().findChild<QLineEdit*>(u"plateSeeing"_s);
        QTest::mouseClick(seeing, Qt::LeftButton);
        seeing->selectAll();
        QTest::keyClicks(seeing, u"bad"_s);
        QTest::keyClick(seeing, Qt::Key_Return);
        QVERIFY(label(u"plateComplaint"_s)->text().contains(u"arcsec"_s));
        QCOMPARE(logged(chosen).seeingArcsec, chosen.seeingArcsec);
        seeing->selectAll();
        QTest::keyClicks(seeing, u"2.5"_s);
        QTest::keyClick(seeing, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(logged(chosen).seeingArcsec, std::optional(2.5), 20'000);
    }

private:
    static Settings settings()
    {
        return {.server = {},
                .account = u"tester"_s,
                .theme = {},
                .language = {},
                .program = QStringLiteral(SPECDESK_PROGRAM)};
    }

    void open()
    {
        m_desk = std::make_unique<Desk>(settings());
        const QSignalSpy loaded(m_desk.get(), &Desk::loaded);
        m_desk->open({});
        m_desk->window().resize(1366, 768);
        m_desk->show();
        m_desk->window().activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty(), 60'000);
    }

    template<typename Page = ReleasePage>
    Page& page()
    {
        if constexpr (std::is_same_v<Page, ReleasePage>)
            return m_desk->pages().releasePage();
        else
            return m_desk->pages().plateLogPage();
    }
    const ReleasePlan& plan() { return page().planView().plan(); }
    const ReleaseProgress& progress() { return m_desk->pages().release().run().progress(); }
    QLabel* label(const QString& name) { return m_desk->window().findChild<QLabel*>(name); }
    QTableView* table(const QString& name) { return m_desk->window().findChild<QTableView*>(name); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &m_desk->window(), key,
                        modifiers);
    }
    void fillName(const QString& release)
    {
        auto* name = page().topLine()->findChild<QComboBox*>(u"releaseName"_s)->lineEdit();
        QTest::mouseClick(name, Qt::LeftButton);
        name->selectAll();
        QTest::keyClicks(name, release);
        QTest::keyClick(name, Qt::Key_Return);
    }
    void fillFolder(const QString& folder)
    {
        auto* field = page().findChild<QLineEdit*>(u"releaseFolder"_s);
        QTest::mouseClick(field, Qt::LeftButton);
        field->selectAll();
        QTest::keyClicks(field, folder);
    }

    template<typename Job>
    std::invoke_result_t<Job, QSqlDatabase&> run(Job job)
    {
        return m_session->background().run(job).result();
    }
    qint64 anyObsid(const QString& condition)
    {
        return run([&](QSqlDatabase& db) -> Result<qint64> {
                   const bool built =
                       ReleaseStore::built(db, m_session->schemas()).value().contains(u"dr6_alpha"_s);
                   auto rows = runText(db, m_session->schemas(),
                                       built ? u"SELECT MAX(obsid) FROM lamost_dr6_alpha.catalogue WHERE "_s
                                               + condition
                                             : u"SELECT MAX(obsid) FROM {check}.spec_check"_s);
                   if (!rows)
                       return rows.error();
                   return rows.value().next() ? rows.value().value(0).toLongLong() : -1;
               })
            .value();
    }
    PlateLogs allLogged()
    {
        return run([&](QSqlDatabase& db) { return ObservationLogStore::page(db, m_session->schemas()); })
            .value();
    }
    PlateLog logged(const PlateLog& wanted)
    {
        for (const auto& plate : allLogged())
            if (plate.planId == wanted.planId && plate.lmjd == wanted.lmjd)
                return plate;
        return {};
    }
    int unconfirmed()
    {
        int count = 0;
        for (const auto& plate : allLogged())
            count += plate.confirmedBy.isEmpty() ? 1 : 0;
        return count;
    }

    QTemporaryDir m_home;
    QTemporaryDir m_files;
    QTemporaryDir m_out;
    std::shared_ptr<Session> m_session;
    std::unique_ptr<Desk> m_desk;
    QUrl m_opened;
    qint64 m_gone = 0;
};

QTEST_MAIN(TestReleasePage)
#include "tst_releasepage.moc"
