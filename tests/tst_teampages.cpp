#include "models/items/sheetmodel.h"
#include "support/pagestand.h"
#include "widgets/fibers/responsepage.h"
#include "widgets/frame/sheetview.h"
#include "widgets/team/progresspage.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {
FiberProblem problem(qint64 id, int first, int last)
{
    FiberProblem problem;
    problem.id = id;
    problem.obsDate = u"2018-12-05"_s;
    problem.planId = u"HD103621N361936B01"_s;
    problem.spectrographId = 3;
    problem.firstFiber = first;
    problem.lastFiber = last;
    problem.kind = u"sky"_s;
    problem.reporter = u"lwang"_s;
    problem.spectra = last - first + 1;
    return problem;
}

ProgressLine line(const QString& name, qint64 total, qint64 done)
{
    ProgressLine line;
    line.name = name;
    line.total = total;
    line.done = done;
    line.people = 2;
    line.secondsSpent = double(done) * 9;
    return line;
}
}

namespace {
/// As the main window does, which shows it above the page: only what has its place can be clicked.
template<typename Page>
void layOutTopLine(Page& page)
{
    page.topLine()->resize(1300, 40);
    page.topLine()->show();
    page.topLine()->raise();
    QCoreApplication::processEvents();
}
}

/// The pages around the eye check: S1 §4.3.2 (7) progress, (8) the 2D team's answers.
class TestTeamPages : public QObject, private PageStand
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { m_page.reset(); }
    void theSheetIsAProperModel()
    {
        SheetModel sheet({u"a"_s, u"b"_s}, 1);
        const QAbstractItemModelTester tester(&sheet);
        sheet.setRows({{{u"x"_s}, {u"2"_s, 2}}, {{u"says \"a, b\""_s}, {u"10"_s, 10}}});
        QCOMPARE(sheet.csv(), u"a,b\nx,2\n\"says \"\"a, b\"\"\",10\n"_s);
    }

    void theColumnsOfASheetFillItsWidthAndAnEmptyOneSaysWhy()
    {
        SheetModel sheet({u"Night"_s, u"Done"_s, u"Left"_s}, 1);
        SheetView view;
        view.resize(640, 200);
        view.setEmptyText(u"Nothing yet."_s);
        view.setSheet(&sheet);
        view.show();
        const auto inkOf = [&view] {
            const auto picture = view.viewport()->grab().toImage();
            int ink = 0;
            for (int x = 0; x < picture.width(); ++x)
                ink += picture.pixelColor(x, picture.height() / 2) != picture.pixelColor(1, 1);
            return ink;
        };
        QVERIFY(inkOf() > 5);
        sheet.setRows({{{u"2018-12-05"_s}, {u"3"_s, 3}, {u"4"_s, 4}}});
        QCOMPARE(view.horizontalHeader()->length(), view.viewport()->width());
        QCOMPARE(inkOf(), 0);
        view.resize(900, 200);
        QCOMPARE(view.horizontalHeader()->length(), view.viewport()->width());
        view.setColumnWidth(0, 400); // a person's own width stays
        view.resize(700, 200);
        QCOMPARE(view.columnWidth(0), 400);
    }

    void the2dTeamWorksOffAListUntilItIsEmpty()
    {
        auto& page = show<ResponsePage>(*m_actions);
        const QSignalSpy evidence(&page, &ResponsePage::evidenceWanted);
        const QSignalSpy answers(&page, &ResponsePage::answered);
        QVERIFY(child<QLabel>(u"nothingLeft"_s)->isVisible());
        page.setProblems({problem(11, 101, 125), problem(12, 5, 9)});
        QVERIFY(!child<QLabel>(u"nothingLeft"_s)->isVisible());
        QCOMPARE(evidence.last().first().value<FiberProblem>().id, 11);

        auto* list = child<QTableView>(u"problems"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(1, 2)).center());
        QCOMPARE(page.chosen()->id, 12);
        QTest::mouseClick(child<QLineEdit>(u"problemNote"_s), Qt::LeftButton);
        type(u"seen on the flat"_s);
        QTest::mouseClick(child<QToolButton>(u"problemConfirmButton"_s), Qt::LeftButton);
        QCOMPARE(answers.last().at(0).value<FiberProblem>().id, 12);
        QCOMPARE(answers.last().at(1).value<ProblemAnswer>().state, ProblemState::Confirmed);
        QCOMPARE(answers.last().at(1).value<ProblemAnswer>().note, u"seen on the flat"_s);

        press(Qt::Key_P); // without the version that mends it nothing is sent
        QCOMPARE(answers.count(), 1);
        QVERIFY(child<QLineEdit>(u"fixedVersion"_s)->hasFocus());
        type(u"v2.9.8"_s);
        QTest::mouseClick(child<QToolButton>(u"problemReprocessedButton"_s), Qt::LeftButton);
        QCOMPARE(answers.last().at(1).value<ProblemAnswer>().fixedVersion, u"v2.9.8"_s);
        press(Qt::Key_X);
        QCOMPARE(answers.last().at(1).value<ProblemAnswer>().state, ProblemState::Rejected);
        page.setProblems({});
        QVERIFY(child<QLabel>(u"nothingLeft"_s)->isVisible());
    }

    void aNoteStaysWhenTheListIsReadAgain()
    {
        auto& page = show<ResponsePage>(*m_actions);
        const QSignalSpy evidence(&page, &ResponsePage::evidenceWanted);
        page.setProblems({problem(11, 101, 125), problem(12, 5, 9)});
        QCOMPARE(evidence.count(), 1);
        fill(u"problemNote"_s, u"seen on the flat"_s);
        page.setProblems({problem(10, 1, 2), problem(11, 101, 125)});
        QCOMPARE(page.chosen()->id, 11);
        QCOMPARE(child<QLineEdit>(u"problemNote"_s)->text(), u"seen on the flat"_s);
        QCOMPARE(evidence.count(), 1); // it stands there already
        page.showEvidence(nullptr, {}, u"The server is away."_s);
        page.setProblems({problem(11, 101, 125)});
        QCOMPARE(evidence.count(), 2);
        page.confirm(11);
        auto answered = problem(11, 101, 125);
        answered.note = u"seen on the arc"_s;
        page.setProblems({answered});
        QCOMPARE(child<QLineEdit>(u"problemNote"_s)->text(), u"seen on the arc"_s);
        fill(u"problemNote"_s, u"x"_s);
        page.setProblems({problem(12, 5, 9)});
        QVERIFY(child<QLineEdit>(u"problemNote"_s)->text().isEmpty()); // it was of another one
    }

    void aFieldThatIsLeftAsItWasAsksForNothing()
    {
        auto& page = show<ResponsePage>(*m_actions);
        const QSignalSpy wanted(&page, &ResponsePage::filterChanged);
        auto* from = page.topLine()->findChild<QLineEdit*>(u"problemFrom"_s);
        from->setFocus();
        press(Qt::Key_Tab);
        QCOMPARE(wanted.count(), 0);
        QTest::keyClicks(from, u"2018-12-01"_s);
        QTest::keyClick(from, Qt::Key_Return);
        QTest::keyClick(from, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
    }

    void problemsAreAskedForByDateSpectrographAndState()
    {
        auto& page = show<ResponsePage>(*m_actions);
        const QSignalSpy wanted(&page, &ResponsePage::filterChanged);
        QCOMPARE(page.filter().states.size(), std::size_t(2));
        auto* from = page.topLine()->findChild<QLineEdit*>(u"problemFrom"_s);
        QTest::keyClicks(from, u"2018-12-01"_s);
        QTest::keyClick(from, Qt::Key_Return);
        QCOMPARE(wanted.last().first().value<ProblemFilter>().fromDate, u"2018-12-01"_s);
        auto* spectrograph = page.topLine()->findChild<QLineEdit*>(u"problemSpectrograph"_s);
        layOutTopLine(page);
        QTest::keyClicks(spectrograph, u"3"_s);
        QTest::keyClick(spectrograph, Qt::Key_Return);
        QCOMPARE(wanted.last().first().value<ProblemFilter>().spectrographId, std::optional(3));
        QTest::mouseClick(page.topLine()->findChild<QPushButton*>(u"all"_s), Qt::LeftButton);
        const auto filter = wanted.last().first().value<ProblemFilter>();
        QCOMPARE(filter.fromDate, u"2018-12-01"_s);
        QCOMPARE(filter.spectrographId, std::optional(3));
        QVERIFY(filter.states.empty());
    }

    void progressIsAskedForByPeriodAndGroup()
    {
        auto& page = show<ProgressPage>(*m_actions);
        const QSignalSpy wanted(&page, &ProgressPage::queryChanged);
        layOutTopLine(page);
        QTest::mouseClick(page.topLine()->findChild<QPushButton*>(u"person"_s), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.last().first().value<ProgressQuery>().group, ProgressGroup::Person);
        auto* from = page.topLine()->findChild<QLineEdit*>(u"progressFrom"_s);
        QTest::keyClicks(from, u"2018-12-01"_s);
        QTest::keyClick(from, Qt::Key_Return);
        QCOMPARE(wanted.last().first().value<ProgressQuery>().from.date(), QDate(2018, 12, 1));
        page.setLines({line(u"2018-12-05"_s, 4000, 1000), line(u"2018-12-06"_s, 3000, 3000)});
        auto* list = child<QTableView>(u"progressLines"_s);
        QCOMPARE(list->model()->index(0, 1).data().toString(), u"25 %"_s);
        QCOMPARE(list->model()->index(0, 4).data().toString(), u"3,000"_s);
        QCOMPARE(list->model()->index(0, 6).data().toString(), u"400"_s); // 9 s each
        QVERIFY(page.csv().startsWith(u"Of,Share,Done"_s));
    }

    void theForecastTellsWhenTheWorkIsDone()
    {
        auto& page = show<ProgressPage>(*m_actions);
        QVERIFY(child<QLabel>(u"forecast"_s)->text().isEmpty()); // nothing is known yet
        const ProgressLines days {line(u"2026-11-20"_s, 0, 900), line(u"2026-11-21"_s, 0, 1100)};
        page.setForecast(days, forecastOf(days, 5000, QDate(2026, 11, 21)));
        QVERIFY(child<QLabel>(u"forecast"_s)->text().contains(u"5,000"_s));
        QVERIFY(child<QLabel>(u"forecast"_s)->text().contains(u"2026-11-26"_s));
        page.setForecast({}, {});
        QVERIFY(child<QLabel>(u"forecast"_s)->text().contains(u"Nothing"_s));
    }

    void theLeadHandsOutWorkByFilter()
    {
        auto& page = show<ProgressPage>(*m_actions);
        const QSignalSpy wanted(&page, &ProgressPage::taskWanted);
        QTest::mouseClick(child<QPushButton>(u"taskMake"_s), Qt::LeftButton);
        QCOMPARE(wanted.count(), 0);
        fill(u"taskTitle"_s, u"QSOs of Wednesday"_s);
        fill(u"taskNights"_s, u"2018-12-05, 2018-12-06"_s);
        fill(u"taskSpectrographs"_s, u"3 4"_s);
        fill(u"taskMembers"_s, u"lwang xchen"_s);
        fill(u"taskMinSnr"_s, u"5"_s);
        fill(u"taskGold"_s, u"2"_s);
        QTest::mouseClick(child<QPushButton>(u"QSO"_s), Qt::LeftButton);
        QTest::mouseClick(child<QPushButton>(u"looks2"_s), Qt::LeftButton);
        QTest::mouseClick(child<QPushButton>(u"taskMake"_s), Qt::LeftButton);
        const auto task = wanted.last().first().value<Task>();
        QCOMPARE(task.filter.nights, (QStringList {u"2018-12-05"_s, u"2018-12-06"_s}));
        QCOMPARE(task.filter.spectrographs, (std::vector<int> {3, 4}));
        QCOMPARE(task.filter.classes, std::vector<SpectralClass> {SpectralClass::Qso});
        QCOMPARE(task.filter.minSnr, std::optional(5.0));
        QCOMPARE(task.members, (QStringList {u"lwang"_s, u"xchen"_s}));
        QCOMPARE(task.inspectors, 2);
        QCOMPARE(task.goldShare, 0.02);
    }

    void aTaskIsHandedOutOnce()
    {
        auto& page = show<ProgressPage>(*m_actions);
        const QSignalSpy wanted(&page, &ProgressPage::taskWanted);
        const auto handOut = [this] { QTest::mouseClick(child<QPushButton>(u"taskMake"_s), Qt::LeftButton); };
        fill(u"taskTitle"_s, u"QSOs"_s);
        handOut();
        handOut(); // the server has not answered yet
        QCOMPARE(wanted.count(), 1);
        page.refuseTask(u"The server is away."_s);
        handOut();
        QCOMPARE(wanted.count(), 2);
        page.confirmTask({});
        fill(u"taskTitle"_s, u"Stars"_s);
        handOut();
        QCOMPARE(wanted.count(), 3);
    }

    void aTaskIsTakenUpAndEnded()
    {
        auto& page = show<ProgressPage>(*m_actions);
        const QSignalSpy chosen(&page, &ProgressPage::taskChosen);
        const QSignalSpy closed(&page, &ProgressPage::taskClosed);
        Task task;
        task.id = 4;
        task.title = u"QSOs"_s;
        page.setTasks({task});
        page.setFocus();
        press(Qt::Key_W);
        QCOMPARE(chosen.last().first().value<Task>().id, 4);
        QTest::mouseClick(child<QToolButton>(u"taskCloseButton"_s), Qt::LeftButton);
        QCOMPARE(closed.last().at(1).toBool(), true);
        page.setMayAssign(false);
        QVERIFY(!child<QWidget>(u"taskForm"_s)->isVisible());
    }

    void theChosenTaskStaysChosenWhenTheListIsReadAgain()
    {
        auto& page = show<ProgressPage>(*m_actions);
        const QSignalSpy chosen(&page, &ProgressPage::taskChosen);
        Task first;
        first.id = 4;
        first.title = u"QSOs"_s;
        auto second = first;
        second.id = 5;
        auto newest = first;
        newest.id = 6;
        page.setTasks({first, second});
        auto* list = child<QTableView>(u"tasks"_s);
        list->selectRow(1);
        page.setTasks({newest, first, second});
        page.setFocus();
        press(Qt::Key_W);
        QCOMPARE(chosen.last().first().value<Task>().id, 5);
    }

    void aNumberThatIsNoneIsRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("S/N with a comma") << u"taskMinSnr"_s << u"5,0"_s << true;
        QTest::newRow("S/N in words") << u"taskMaxSnr"_s << u"five"_s << false;
        QTest::newRow("share") << u"taskGold"_s << u"2 %"_s << false;
        QTest::newRow("spectrograph") << u"taskSpectrographs"_s << u"3 b"_s << false;
    }

    void aNumberThatIsNoneIsRefusedWithASentence()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(bool, good);
        auto& page = show<ProgressPage>(*m_actions);
        const QSignalSpy wanted(&page, &ProgressPage::taskWanted);
        fill(u"taskTitle"_s, u"QSOs"_s);
        fill(field, text);
        QTest::mouseClick(child<QPushButton>(u"taskMake"_s), Qt::LeftButton);
        QCOMPARE(wanted.count(), good ? 1 : 0);
        QCOMPARE(child<QLabel>(u"taskComplaint"_s)->text().isEmpty(), good);
        if (good)
            QCOMPARE(wanted.last().first().value<Task>().filter.minSnr, std::optional(5.0));
    }
};

QTEST_MAIN(TestTeamPages)
#include "tst_teampages.moc"
