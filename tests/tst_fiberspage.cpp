#include "support/quiet.h"
#include "support/samplespectrum.h"
#include "widgets/fibers/fibermapview.h"
#include "widgets/fibers/fiberspage.h"
#include "widgets/fibers/fiberstrips.h"
#include "widgets/fibers/problemform.h"
#include "widgets/fibers/spectrographrow.h"
#include "widgets/frame/actions.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

/// S1 §4.3.2 (4): a spectrograph on one page, bad fibre ranges marked by two clicks and reported.
class TestFibersPage : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (int fiber = 1; fiber <= 250; ++fiber)
            m_spectra.push_back(shared(sampleSpectrum()));
        m_maps = fiberMaps(m_spectra);
    }

    void init()
    {
        failOnAnyWarning();
        m_actions = std::make_unique<Actions>();
        m_page = std::make_unique<FibersPage>(*m_actions);
        m_wanted = std::make_unique<QSignalSpy>(m_page.get(), &FibersPage::spectrographWanted);
        m_reported = std::make_unique<QSignalSpy>(m_page.get(), &FibersPage::problemReported);
        m_page->resize(1300, 700);
        m_page->setPlates({{u"2018-12-05"_s, u"HD103621N361936B01"_s, u"v2.9.7"_s, {1, 2, 3}},
                           {u"2018-12-06"_s, u"GAC105N15V1"_s, u"v2.9.7"_s, {3}}});
        m_page->showSpectrograph(m_maps, m_spectra);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        map().setFocus();
    }

    void twoClicksAreARangeAndTheFormOpensThere()
    {
        clickFiber(101);
        QVERIFY(!m_page->form().isVisible());
        clickFiber(125);
        QVERIFY(m_page->form().isVisible());
        QCOMPARE(field(u"startFiber"_s)->text(), u"101"_s);
        QCOMPARE(field(u"endFiber"_s)->text(), u"125"_s);
        QVERIFY(m_page->rect().contains(m_page->form().geometry()));
    }

    void clicksInTheOtherOrderAreTheSameRange()
    {
        clickFiber(125);
        clickFiber(101);
        QCOMPARE(m_page->form().range(), (FiberRange {.first = 101, .last = 125}));
    }

    void aDragIsARangeOfFibersAndIfWideOfWavelengths()
    {
        dragMap(30, 60, 400, 402);
        QCOMPARE(m_page->form().range(), (FiberRange {.first = 30, .last = 60}));
        press(Qt::Key_Escape);
        dragMap(30, 60, 200, 700);
        const auto range = m_page->form().range();
        QVERIFY(range.hasWavelengths());
        QVERIFY(range.fromAngstrom > 3800 && range.toAngstrom < 9000
                && range.toAngstrom - range.fromAngstrom > 1000);
    }

    void asInThePaperTheStartAndEndFieldsAreFilledByClickingTheImage()
    {
        press(Qt::Key_F);
        QTest::mouseClick(field(u"startFiber"_s), Qt::LeftButton);
        clickFiber(40, 60);
        QCOMPARE(field(u"startFiber"_s)->text(), u"40"_s);
        QVERIFY(field(u"endFiber"_s)->hasFocus());
        clickFiber(48, 60);
        QCOMPARE(field(u"endFiber"_s)->text(), u"48"_s);
    }

    void aProblemIsDescribedAndSubmitted()
    {
        clickFiber(101);
        clickFiber(125);
        click(u"red"_s);
        click(u"sky"_s);
        QTest::mouseClick(field(u"problemDescription"_s), Qt::LeftButton);
        QTest::keyClicks(QApplication::focusWidget(), u"OH lines left in"_s);
        QTest::mouseClick(m_page->findChild<QPushButton*>(u"submitProblem"_s), Qt::LeftButton);
        QCOMPARE(m_reported->count(), 1);
        const auto problem = m_reported->first().first().value<FiberProblem>();
        QCOMPARE(problem.obsDate, u"2018-12-05"_s);
        QCOMPARE(problem.planId, u"HD103621N361936B01"_s);
        QCOMPARE(problem.spectrographId, 1);
        QCOMPARE(problem.firstFiber, 101);
        QCOMPARE(problem.lastFiber, 125);
        QCOMPARE(problem.arm, u"red"_s);
        QCOMPARE(problem.kind, u"sky"_s);
        QCOMPARE(problem.origin, ProblemOrigin::Reduction);
        QCOMPARE(problem.description, u"OH lines left in"_s);
        QVERIFY(!problem.submission.isNull());
        QVERIFY(m_page->form().isVisible()); // until it is stored
        m_page->confirmReport(problem);
        QVERIFY(!m_page->form().isVisible());
    }

    void aProblemSubmittedTwiceIsOneSubmission()
    {
        clickFiber(101);
        clickFiber(125);
        click(u"sky"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_reported->count(), 2);
        const auto submission = [this](int report) {
            return m_reported->at(report).first().value<FiberProblem>().submission;
        };
        QVERIFY(!submission(0).isNull());
        QCOMPARE(submission(1), submission(0));
        m_page->confirmReport(m_reported->first().first().value<FiberProblem>());
        clickFiber(101);
        clickFiber(125);
        click(u"sky"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(submission(2) != submission(0));
    }

    void aRawProblemIsReportedAsSuchByKeys()
    {
        clickFiber(1);
        clickFiber(250);
        click(u"raw"_s);
        click(u"saturation"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_reported->first().first().value<FiberProblem>().origin, ProblemOrigin::Raw);
    }

    void anIncompleteProblemIsRefusedWithASentence()
    {
        clickFiber(5);
        clickFiber(9);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!complaint().isEmpty());
        click(u"other"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(complaint().contains(u"describe"_s));
        QCOMPARE(m_reported->count(), 0);
    }

    void spectrographsAreChosenInTheirRowAndByKeys()
    {
        QCOMPARE(m_wanted->last().at(1).toInt(), 1);
        QTest::mouseClick(&m_page->spectrographs(), Qt::LeftButton, {},
                          m_page->spectrographs().cellRect(3).center());
        QCOMPARE(m_wanted->last().at(1).toInt(), 3);
        press(Qt::Key_B);
        QCOMPARE(m_wanted->last().at(1).toInt(), 2);
        m_page->choosePlate(1);
        QCOMPARE(m_wanted->last().at(0).value<ObservedPlate>().planId, u"GAC105N15V1"_s);
        QCOMPARE(m_wanted->last().at(1).toInt(), 3);
    }

    void aHintLeadsToItsFibersAndFillsTheForm()
    {
        m_page->setHints({{u"arm-join"_s, 61, 85, {}, 5.0, u"arms differ by 21 %"_s},
                          {u"negative-flux"_s, 7, 7, u"blue"_s, 1.2, u"x"_s}},
                         u"1"_s);
        auto* list = m_page->findChild<QListWidget*>(u"hints"_s);
        QCOMPARE(list->count(), 2);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(m_page->form().range(), (FiberRange {.first = 61, .last = 85}));
        QVERIFY(m_page->findChild<QPushButton*>(u"arm-join"_s)->isChecked());
        QVERIFY(m_page->strips().stripRect(73).intersects(m_page->strips().viewport()->rect()));
    }

    void aLookAtTheMapTakesNothingOutOfTheForm()
    {
        clickFiber(101);
        clickFiber(125);
        click(u"red"_s);
        click(u"sky"_s);
        QTest::mouseClick(field(u"problemDescription"_s), Qt::LeftButton);
        QTest::keyClicks(QApplication::focusWidget(), u"OH lines left in"_s);
        clickFiber(30);
        clickFiber(40);
        QCOMPARE(m_page->form().range(), (FiberRange {.first = 30, .last = 40}));
        m_page->chooseSpectrograph(2); // to compare, and back
        m_page->chooseSpectrograph(1);
        m_page->chooseRange({.first = 101, .last = 125});
        press(Qt::Key_Return, Qt::ControlModifier);
        const auto problem = m_reported->last().first().value<FiberProblem>();
        QCOMPARE(problem.description, u"OH lines left in"_s);
        QCOMPARE(problem.kind, u"sky"_s);
        QCOMPARE(problem.arm, u"red"_s);
        m_page->confirmReport(problem);
        clickFiber(30);
        clickFiber(40);
        QVERIFY(field(u"problemDescription"_s)->text().isEmpty());
        press(Qt::Key_Return, Qt::ControlModifier); // of no kind yet
        QCOMPARE(m_reported->count(), 1);
    }

    void whatIsTypedBehindTheTwoClicksIsTheDescription()
    {
        clickFiber(101);
        clickFiber(125);
        const auto asked = m_wanted->count();
        QTest::keyClicks(QApplication::focusWidget(), u"not bright"_s);
        QCOMPARE(field(u"problemDescription"_s)->text(), u"not bright"_s);
        QCOMPARE(m_wanted->count(), asked); // no key of the page
    }

    void aFormThatWasPutAwayIsEmptyTheNextTime()
    {
        m_page->chooseRange({.first = 1, .last = 9});
        QTest::mouseClick(field(u"problemDescription"_s), Qt::LeftButton);
        QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
        press(Qt::Key_Escape);
        m_page->chooseRange({.first = 1, .last = 9});
        QVERIFY(field(u"problemDescription"_s)->text().isEmpty());
    }

    void hintsOfAnotherSpectrographDoNotStandBesideTheOneThatIsRead()
    {
        m_page->setHints({{u"arm-join"_s, 61, 85, {}, 5.0, u"arms differ by 21 %"_s}}, u"1"_s);
        m_page->showSpectrograph(nullptr, {});
        QCOMPARE(m_page->findChild<QListWidget*>(u"hints"_s)->count(), 0);
    }

    void theComparisonStandsBelow()
    {
        const QSignalSpy wanted(m_page.get(), &FibersPage::comparisonWanted);
        auto* choice = m_page->topLine()->findChild<QComboBox*>(u"comparison"_s);
        QVERIFY(choice);
        choice->setCurrentIndex(2);
        emit choice->activated(2);
        QCOMPARE(wanted.first().first().value<FiberComparison>(), FiberComparison::NextSpectrograph);
        m_page->showComparison(m_maps, u"spectrograph 2"_s);
        QVERIFY(m_page->findChild<QWidget*>(u"comparisonMap"_s)->isVisible());
        m_page->chooseSpectrograph(2);
        QVERIFY(!m_page->findChild<QWidget*>(u"comparisonMap"_s)->isVisible());
    }

    void theMapIsDrawnAndItsDrawingIsTimed()
    {
        const auto picture = map().grab().toImage();
        QSet<QRgb> colours;
        for (int y = map().mapArea().top(); y < map().mapArea().bottom(); y += 7)
            for (int x = map().mapArea().left(); x < map().mapArea().right(); x += 7)
                colours.insert(picture.pixel(x, y));
        QVERIFY2(colours.size() > 10, qPrintable(QString::number(colours.size())));
        QVERIFY(map().drawingMilliseconds() > 0);
    }

private:
    FiberMapView& map() { return m_page->map(); }
    QLineEdit* field(const QString& name) { return m_page->findChild<QLineEdit*>(name); }
    QString complaint() { return m_page->findChild<QLabel*>(u"problemComplaint"_s)->text(); }
    void clickFiber(int fiber, int x = 300)
    {
        QTest::mouseClick(&map(), Qt::LeftButton, {}, {x, map().rowsOf(fiber, fiber).center().y()});
    }
    void click(const QString& choice)
    {
        QTest::mouseClick(m_page->form().findChild<QPushButton*>(choice), Qt::LeftButton);
    }
    void dragMap(int from, int to, int x1, int x2)
    {
        const QPoint start(x1, map().rowsOf(from, from).center().y());
        const QPoint end(x2, map().rowsOf(to, to).center().y());
        QTest::mousePress(&map(), Qt::LeftButton, {}, start);
        for (const auto& here : {start + QPoint(4, 12), end}) {
            QMouseEvent move(QEvent::MouseMove, here, map().mapToGlobal(here), Qt::NoButton, Qt::LeftButton,
                             {});
            QApplication::sendEvent(&map(), &move);
        }
        QTest::mouseRelease(&map(), Qt::LeftButton, {}, end);
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    std::vector<SpectrumPtr> m_spectra;
    FiberMapsPtr m_maps;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<FibersPage> m_page;
    std::unique_ptr<QSignalSpy> m_wanted;
    std::unique_ptr<QSignalSpy> m_reported;
};

QTEST_MAIN(TestFibersPage)
#include "tst_fiberspage.moc"
