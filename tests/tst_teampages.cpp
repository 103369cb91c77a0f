#include "models/items/sheetmodel.h"
#include "models/lines/linelist.h"
#include "plotting/spectrum/spectrumplot.h"
#include "support/pagestand.h"
#include "support/samplespectrum.h"
#include "widgets/fibers/responsepage.h"
#include "widgets/frame/sheetview.h"
#include "widgets/team/progresspage.h"
#include "widgets/team/secondlookpage.h"

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

Verdict verdictOf(const QString& inspector, SpectralClass spectralClass, std::optional<double> z, Grade grade)
{
    Verdict verdict;
    verdict.id = 7;
    verdict.obsid = 1;
    verdict.pipelineVersion = u"v2.9.7"_s;
    verdict.inspector = inspector;
    verdict.spectralClass = spectralClass;
    verdict.z = z;
    verdict.grade = grade;
    return verdict;
}

SecondLook conflict(qint64 obsid)
{
    SecondLook look;
    look.entry.obsid = obsid;
    look.entry.pipelineVersion = u"v2.9.7"_s;
    look.entry.designation = u"J0424+%1"_s.arg(obsid);
    look.verdicts = {verdictOf(u"lwang"_s, SpectralClass::Qso, 2.0031, Grade::Secure),
                     verdictOf(u"xchen"_s, SpectralClass::Galaxy, 0.1024, Grade::Probable)};
    for (auto& verdict : look.verdicts)
        verdict.obsid = obsid;
    look.conflicts = {Conflict::Class, Conflict::Redshift};
    return look;
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

/// The pages around the eye check: S1 §4.3.2 (7) progress, (8) the 2D team's answers, and second
/// looks.
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

    void problemsAreAskedForByDateSpectrographAndState()
    {
        auto& page = show<ResponsePage>(*m_actions);
        const QSignalSpy wanted(&page, &ResponsePage::filterChanged);
        QCOMPARE(page.filter().states.size(), std::size_t(2));
        auto* from = page.topLine()->findChild<QLineEdit*>(u"problemFrom"_s);
        from->setText(u"2018-12-01"_s);
        emit from->editingFinished();
        page.topLine()->findChild<QLineEdit*>(u"problemSpectrograph"_s)->setText(u"3"_s);
        page.topLine()->findChild<QPushButton*>(u"all"_s)->click();
        const auto filter = wanted.last().first().value<ProblemFilter>();
        QCOMPARE(filter.fromDate, u"2018-12-01"_s);
        QCOMPARE(filter.spectrographId, std::optional(3));
        QVERIFY(filter.states.empty());
    }

    void oneKeySettlesADisagreement()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        const QSignalSpy wanted(&page, &SecondLookPage::spectrumWanted);
        const QSignalSpy settled(&page, &SecondLookPage::settled);
        page.setLooks({conflict(1), conflict(2)});
        QCOMPARE(wanted.last().first().value<QueueEntry>().obsid, 1);
        showPainted(page);
        QCOMPARE(page.plot().redshift(), 2.0031);
        page.plot().setFocus();
        press(Qt::Key_L);
        QCOMPARE(page.plot().redshift(), 0.1024);
        press(Qt::Key_2);
        const auto recheck = settled.last().first().value<Recheck>();
        QCOMPARE(recheck.spectralClass, SpectralClass::Galaxy);
        QCOMPARE(recheck.z, std::optional(0.1024));
        QCOMPARE(recheck.chosenVerdict, std::optional<qint64>(7));
        page.remove(1, u"v2.9.7"_s);
        QCOMPARE(page.current()->entry.obsid, 2);
        showPainted(page);
        QTest::mouseClick(child<QPushButton>(u"verdict1"_s), Qt::LeftButton);
        QCOMPARE(settled.last().first().value<Recheck>().spectralClass, SpectralClass::Qso);
        page.remove(2, u"v2.9.7"_s);
        QVERIFY(child<QLabel>(u"nobodyDisagrees"_s)->isVisible());
        press(Qt::Key_1);
        QCOMPARE(settled.count(), 2);
    }

    void aKeyPressedTwiceDoesNotSettleTheNextConflictUnseen()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        const QSignalSpy settled(&page, &SecondLookPage::settled);
        page.setLooks({conflict(1), conflict(2)});
        page.plot().setFocus();
        press(Qt::Key_1); // nothing is drawn yet
        QCOMPARE(settled.count(), 0);
        showPainted(page);
        press(Qt::Key_1);
        press(Qt::Key_1); // the server has not answered yet
        QCOMPARE(settled.count(), 1);
        page.setLooks({conflict(1), conflict(2)}); // read again meanwhile
        showPainted(page);
        press(Qt::Key_1);
        QCOMPARE(settled.count(), 1);
        page.remove(1, u"v2.9.7"_s);
        press(Qt::Key_1);
        QCOMPARE(settled.count(), 1);
        showPainted(page);
        press(Qt::Key_1);
        QCOMPARE(settled.count(), 2);
        QCOMPARE(settled.last().first().value<Recheck>().obsid, 2);
    }

    void anAnswerThatWasNotStoredCanBeGivenAgain()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        const QSignalSpy settled(&page, &SecondLookPage::settled);
        page.setLooks({conflict(1)});
        showPainted(page);
        page.plot().setFocus();
        press(Qt::Key_1);
        page.refuse();
        press(Qt::Key_2);
        QCOMPARE(settled.count(), 2);
    }

    void theConflictOnTheScreenStaysWhenAnEarlierOneIsSettled()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        page.setLooks({conflict(1), conflict(2), conflict(3)});
        showPainted(page);
        page.plot().setFocus();
        press(Qt::Key_1);
        press(Qt::Key_N);
        fill(u"ownRedshift"_s, u"0.3"_s);
        page.remove(1, u"v2.9.7"_s);
        QCOMPARE(page.current()->entry.obsid, 2);
        QCOMPARE(child<QLineEdit>(u"ownRedshift"_s)->text(), u"0.3"_s);
        QVERIFY(page.topLine()->findChild<QLabel*>(u"secondCount"_s)->text().startsWith(u"1 of 2"_s));
    }

    void anOwnAnswerSettlesToo()
    {
        auto& page = show<SecondLookPage>(*m_actions, builtInLines().lines);
        const QSignalSpy settled(&page, &SecondLookPage::settled);
        page.setLooks({conflict(1)});
        showPainted(page);
        page.plot().setFocus();
        QTest::mouseClick(child<QPushButton>(u"GALAXY"_s), Qt::LeftButton);
        QTest::mouseClick(child<QPushButton>(u"ownAnswer"_s), Qt::LeftButton);
        QCOMPARE(settled.count(), 0); // a galaxy needs a redshift
        QVERIFY(!child<QLabel>(u"secondHint"_s)->text().isEmpty());
        press(Qt::Key_Z);
        type(u"0.3091"_s);
        press(Qt::Key_Return);
        const auto recheck = settled.last().first().value<Recheck>();
        QCOMPARE(recheck.z, std::optional(0.3091));
        QCOMPARE(recheck.spectralClass, SpectralClass::Galaxy);
        QVERIFY(!recheck.chosenVerdict);
    }

    void progressIsAskedForByPeriodAndGroup()
    {
        auto& page = show<ProgressPage>(*m_actions);
        const QSignalSpy wanted(&page, &ProgressPage::queryChanged);
        page.topLine()->findChild<QPushButton*>(u"person"_s)->click();
        QCOMPARE(wanted.last().first().value<ProgressQuery>().group, ProgressGroup::Person);
        auto* from = page.topLine()->findChild<QLineEdit*>(u"progressFrom"_s);
        from->setText(u"2018-12-01"_s);
        emit from->editingFinished();
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

private:
    static void showPainted(SecondLookPage& page)
    {
        QSignalSpy painted(&page.plot(), &SpectrumPlot::painted);
        page.showSpectrum(shared(sampleSpectrum()), {});
        QVERIFY(!painted.isEmpty() || painted.wait());
    }
};

QTEST_MAIN(TestTeamPages)
#include "tst_teampages.moc"
