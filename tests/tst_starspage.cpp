#include "plotting/palette.h"
#include "support/quiet.h"
#include "widgets/frame/actions.h"
#include "widgets/stars/starspage.h"
#include "widgets/stars/starwall.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int wholeWall = 400;

QueueEntry star(int fiber, int spectrograph = 1, const QString& night = u"2018-12-05"_s)
{
    QueueEntry entry;
    entry.obsid = 100'000 + spectrograph * 1000 + fiber;
    entry.pipelineVersion = u"v2.9.7"_s;
    entry.designation = u"J0424+%1"_s.arg(fiber);
    entry.planId = u"HD103621N361936B01"_s;
    entry.obsDate = night;
    entry.spectrographId = spectrograph;
    entry.fiberId = fiber;
    entry.spectralClass = SpectralClass::Star;
    entry.subclass = u"G5"_s;
    entry.z = 0.0001;
    entry.snr[2] = 34.2;
    return entry;
}
}

/// S1 §4.3.2 (3) and (5): browsing stars, correcting the wrong ones, and going on where one stopped.
class TestStarsPage : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        failOnAnyWarning();
        m_actions = std::make_unique<Actions>();
        m_model = std::make_unique<WallModel>();
        m_page = std::make_unique<StarsPage>(*m_actions);
        m_page->setModel(m_model.get());
        m_page->resize(1100, 700);
        QueueEntries stars;
        for (int fiber = wholeWall; fiber > 0; --fiber)
            stars.push_back(star(fiber));
        m_model->appendEntries(stars);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        wall().setFocus();
        m_verdicts = std::make_unique<QSignalSpy>(m_page.get(), &StarsPage::verdictsGiven);
        m_corrections = std::make_unique<QSignalSpy>(m_page.get(), &StarsPage::correctionsGiven);
    }

    void theModelIsAProperModel()
    {
        const QAbstractItemModelTester tester(m_model.get());
        m_model->appendEntries({star(7, 3), star(2, 2)});
        m_model->setMarked(3, true);
        m_model->clear();
    }

    void tilesStandInTheOrderDatePlateSpectrographFibre()
    {
        QueueEntries more {star(9, 2), star(3, 1, u"2018-12-04"_s)};
        more.back().obsid = 5;
        m_model->appendEntries(more);
        QCOMPARE(m_model->rowCount(), wholeWall + 2);
        QCOMPARE(m_model->entryAt(0).obsid, 5);
        for (int row = 2; row < wholeWall; ++row)
            QCOMPARE(*m_model->entryAt(row).fiberId, row);
        QCOMPARE(*m_model->entryAt(wholeWall + 1).spectrographId, 2);
    }

    void eachTileSaysClassAndSignalToNoise()
    {
        QCOMPARE(m_model->index(0).data(WallModel::CaptionRole).toString(), u"G5   S/N 34"_s);
    }

    void aClickMarksATileAndFillsItsId()
    {
        clickTile(4);
        QCOMPARE(field(u"markId"_s)->text(), QString::number(star(5).obsid));
        QCOMPARE(m_model->state(4), TileState::Marked);
        QVERIFY(amberAt(4));
        QVERIFY(!amberAt(5));
        clickTile(4);
        QCOMPARE(m_model->state(4), TileState::Open);
    }

    void keysMarkSeveral()
    {
        clickTile(1);
        press(Qt::Key_X);
        QCOMPARE(m_model->markedRows(), std::vector<int> {});
        press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_X);
        QCOMPARE(m_model->markedRows(), (std::vector<int> {1, 2, 3}));
        QCOMPARE(field(u"markId"_s)->text(), u"3 spectra"_s);
    }

    void theRubberBandMarksSeveral()
    {
        const auto from = wall().tileRect(0).center();
        const auto to = wall().tileRect(2).center();
        QTest::mousePress(wall().viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(wall().viewport(), from + QPoint(20, 20));
        drag(to);
        QTest::mouseRelease(wall().viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(m_model->markedRows(), (std::vector<int> {0, 1, 2}));
    }

    void classSubclassRedshiftAndProblemAreCorrectedInPlace()
    {
        clickTile(2);
        press(Qt::Key_G);
        clickTile(3);
        press(Qt::Key_M);
        QVERIFY(field(u"markSubclass"_s)->hasFocus());
        type(u"k3"_s);
        press(Qt::Key_Return);
        clickTile(5);
        press(Qt::Key_Z);
        type(u"0.0021"_s);
        press(Qt::Key_Return);
        clickTile(6);
        QTest::mouseClick(m_page->findChild<QPushButton*>(u"missing-arm"_s), Qt::LeftButton);

        QCOMPARE(m_model->draft(2).spectralClass(), SpectralClass::Galaxy);
        QCOMPARE(m_model->draft(3).subclass(), u"K3"_s);
        QCOMPARE(m_model->draft(5).z(), std::optional(0.0021));
        QCOMPARE(m_model->draft(6).reasons(), QStringList {u"missing-arm"_s});
        for (const int row : {2, 3, 5, 6})
            QCOMPARE(m_model->state(row), TileState::Corrected);
        QVERIFY(m_model->index(3).data(WallModel::NoteRole).toString().contains(u"K3"_s));
        QCOMPARE(m_verdicts->count(), 0);
        QCOMPARE(m_corrections->count(), 4); // each was given at its key
        const auto last = m_corrections->at(2).first().value<Verdicts>();
        QCOMPARE(last.size(), std::size_t {1});
        QCOMPARE(last.front().z, std::optional(0.0021));
    }

    void aSubclassThatIsNoneIsRefused()
    {
        clickTile(2);
        press(Qt::Key_M);
        type(u"qwertz"_s);
        press(Qt::Key_Return);
        QVERIFY(m_page->findChild<QLabel*>(u"markHint"_s)->text().contains(u"qwertz"_s));
        QCOMPARE(m_model->state(2), TileState::Marked);
    }

    void pageDoneAcceptsTheRestOfWhatWasOnScreenAndNoMore()
    {
        drawTiles(0, wholeWall - 1);
        m_model->setTile(1, QImage()); // has not been drawn yet: nobody can have seen it
        const auto [first, last] = wall().wholeRowsOnScreen();
        QVERIFY(last > 10 && last < wholeWall - 1);
        QTRY_VERIFY_WITH_TIMEOUT(!wall().seen().empty(), 30'000);
        clickTile(4);
        press(Qt::Key_Asterisk);
        clickTile(6);
        press(Qt::Key_Q);
        QTest::mouseClick(m_page->findChild<QPushButton*>(u"pageDone"_s), Qt::LeftButton);

        QCOMPARE(m_verdicts->count(), 1);
        const auto verdicts = m_verdicts->first().first().value<Verdicts>();
        QCOMPARE(static_cast<int>(verdicts.size()),
                 last - first + 1 - 3); // without the undrawn, the mere mark and the corrected
        for (const auto& verdict : verdicts) {
            const int row = m_model->rowOf(verdict.obsid, verdict.pipelineVersion);
            QVERIFY(row >= first && row <= last && row != 1 && row != 4 && row != 6);
            QCOMPARE(verdict.spectralClass, SpectralClass::Star);
            QCOMPARE(verdict.shownClass, SpectralClass::Star);
        }
        QCOMPARE(m_corrections->count(), 1);
        QCOMPARE(m_corrections->first().first().value<Verdicts>().front().spectralClass, SpectralClass::Qso);
        QCOMPARE(wall().rowsOnScreen().first, last + 1);
    }

    void theSecondPageIsCalledTheSecond()
    {
        QCOMPARE(m_page->pageOnScreen().first, 1);
        const int pages = m_page->pageOnScreen().second;
        press(Qt::Key_Space);
        QCOMPARE(m_page->pageOnScreen(), std::pair(2, pages));
        for (int page = 2; page < pages; ++page)
            press(Qt::Key_Space);
        QCOMPARE(m_page->pageOnScreen(), std::pair(pages, pages));
    }

    void whatOnlyFlewByIsNotAccepted()
    {
        drawTiles(0, wholeWall - 1);
        for (int page = 0; page < 5; ++page)
            press(Qt::Key_PageDown);
        press(Qt::Key_Space);
        QCOMPARE(m_verdicts->count(), 0);
    }

    void aTileThatComesLateIsSeenOnlyAfterAMoment()
    {
        drawTiles(1, 60);
        QTRY_VERIFY_WITH_TIMEOUT(wall().seen().contains(1), 30'000);
        wall().forgetSeen();
        QTest::qWait(150); // half of the moment has passed for its neighbours
        QElapsedTimer clock;
        clock.start();
        drawTiles(0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(wall().seen().contains(0), 30'000);
        QVERIFY2(clock.elapsed() >= 299, qPrintable(QString::number(clock.elapsed())));
    }

    void aCoveredTileIsNotSeen()
    {
        QWidget cover(m_page.get());
        cover.setGeometry(m_page->rect());
        cover.setAutoFillBackground(true);
        cover.show();
        wall().forgetSeen();
        drawTiles(0, 60);
        QVERIFY(!QTest::qWaitFor([this] { return !wall().seen().empty(); }, 900));
        cover.hide();
        QTRY_VERIFY_WITH_TIMEOUT(!wall().seen().empty(), 30'000);
    }

    void aMarkWithoutAnAnswerStaysOpen()
    {
        drawTiles(0, 60);
        QTRY_VERIFY_WITH_TIMEOUT(!wall().seen().empty(), 30'000);
        clickTile(0);
        press(Qt::Key_Space);
        for (const auto& verdict : m_verdicts->first().first().value<Verdicts>())
            QVERIFY(verdict.obsid != m_model->entryAt(0).obsid);
        QCOMPARE(m_model->state(0), TileState::Marked);
    }

    void aPersonGoesOnWhereHeStopped()
    {
        m_page->resumeAt(200);
        const auto [first, last] = wall().rowsOnScreen();
        QVERIFY(first <= 200 && last >= 200 && first > 190);
    }

    void tilesAreZoomedByCtrlAndTheWheel()
    {
        const auto before = wall().tileRect(0).width();
        const auto centre = QPointF(200, 200);
        QWheelEvent event(centre, wall().viewport()->mapToGlobal(centre), {}, {0, 480}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        for (int notch = 0; notch < 6; ++notch)
            QApplication::sendEvent(wall().viewport(), &event);
        QVERIFY(wall().tileRect(0).width() > before);
        press(Qt::Key_Minus, Qt::ControlModifier);
    }

    void aDoubleClickOpensTheInspectPageAndTheWallStays()
    {
        m_page->resumeAt(200);
        const auto place = wall().verticalScrollBar()->value();
        const QSignalSpy opened(m_page.get(), &StarsPage::inspectWanted);
        const int row = wall().rowsOnScreen().first + 1;
        QTest::mouseDClick(wall().viewport(), Qt::LeftButton, {}, wall().tileRect(row).center());
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toInt(), row);
        QCOMPARE(wall().verticalScrollBar()->value(), place);
    }

    void aDoubleClickMarksNothing()
    {
        for (const bool marked : {false, true}) {
            m_model->setMarked(4, marked);
            const auto centre = wall().tileRect(4).center();
            QTest::mouseClick(wall().viewport(), Qt::LeftButton, {}, centre);
            QTest::mouseDClick(wall().viewport(), Qt::LeftButton, {}, centre);
            QTest::mouseRelease(wall().viewport(), Qt::LeftButton, {}, centre);
            QCOMPARE(m_model->isMarked(4), marked);
        }
    }

    void aSelectionByShiftBeginsInTheListThatIsShown()
    {
        clickTile(12);
        m_model->clear();
        m_model->appendEntries({star(1), star(2), star(3), star(4)});
        QTest::mouseClick(wall().viewport(), Qt::LeftButton, Qt::ShiftModifier, wall().tileRect(3).center());
        QCOMPARE(m_model->markedRows(), (std::vector<int> {3}));
    }

    void whatIsChosenStaysWhenOthersComeInFront()
    {
        clickTile(4);
        const auto id = field(u"markId"_s)->text();
        m_model->appendEntries({star(1, 2, u"2018-12-04"_s)});
        QCOMPARE(wall().selection(), std::set<int> {5});
        QCOMPARE(field(u"markId"_s)->text(), id);
        press(Qt::Key_X);
        QCOMPARE(m_model->markedRows(), std::vector<int> {});
    }

    void theBarIsEmptyWhenWhatWasChosenIsGone()
    {
        clickTile(4);
        m_model->removeEntry(m_model->entryAt(4).obsid, m_model->entryAt(4).pipelineVersion);
        QVERIFY(wall().selection().empty());
        QVERIFY(field(u"markId"_s)->text().isEmpty());
        QVERIFY(!field(u"markSubclass"_s)->isEnabled());
    }

    void theWallStaysAtItsTileWhenOthersComeInFront()
    {
        m_page->resumeAt(200);
        const auto top = m_model->entryAt(wall().rowsOnScreen().first).obsid;
        QueueEntries earlier;
        for (int fiber = 1; fiber <= 60; ++fiber)
            earlier.push_back(star(fiber, 2, u"2018-12-04"_s));
        m_model->appendEntries(earlier);
        const auto [first, last] = wall().rowsOnScreen();
        const int row = m_model->rowOf(top, u"v2.9.7"_s);
        QVERIFY2(row >= first && row <= last && row < first + 12, qPrintable(QString::number(row - first)));
    }

    void keysOnAnEmptyWallDoNothing()
    {
        m_model->clear();
        for (const auto key : {Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_PageDown})
            press(key);
        QCOMPARE(wall().current(), -1);
    }

    void tilesOnTheScreenAreAskedFor()
    {
        const QSignalSpy wanted(&wall(), &StarWall::tilesWanted);
        press(Qt::Key_PageDown);
        QVERIFY(!wanted.isEmpty());
        const auto [first, last] = wall().rowsOnScreen();
        QCOMPARE(wanted.last().at(0).toInt(), first);
        QCOMPARE(wanted.last().at(1).toInt(), last);
        QCOMPARE(wanted.last().at(2).toInt(), 1);
    }

    void thePageFitsASmallScreen()
    {
        QVERIFY2(m_page->minimumSizeHint().width() <= 1366 - 64,
                 qPrintable(QString::number(m_page->minimumSizeHint().width())));
    }

private:
    StarWall& wall() { return m_page->wall(); }
    QLineEdit* field(const QString& name) { return m_page->findChild<QLineEdit*>(name); }
    void clickTile(int row)
    {
        QTest::mouseClick(wall().viewport(), Qt::LeftButton, {}, wall().tileRect(row).center());
    }
    void drag(const QPoint& to)
    {
        QMouseEvent move(QEvent::MouseMove, to, wall().viewport()->mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(wall().viewport(), &move);
    }
    void drawTiles(int from, int to)
    {
        QImage picture(wall().pictureSize(), QImage::Format_RGB32);
        picture.fill(Qt::white);
        for (int row = from; row <= to; ++row)
            m_model->setTile(row, picture);
    }
    bool amberAt(int row)
    {
        const auto picture = wall().viewport()->grab().toImage();
        const auto area = wall().tileRect(row);
        return picture.pixelColor(area.left() + 1, area.center().y())
            == PlotPalette::of(wall().palette()).problem;
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<WallModel> m_model;
    std::unique_ptr<StarsPage> m_page;
    std::unique_ptr<QSignalSpy> m_verdicts;
    std::unique_ptr<QSignalSpy> m_corrections;
};

QTEST_MAIN(TestStarsPage)
#include "tst_starspage.moc"
