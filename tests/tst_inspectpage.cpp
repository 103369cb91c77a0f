#include "models/items/queuefiltermodel.h"
#include "models/lines/linelist.h"
#include "plotting/spectrumplot.h"
#include "support/quiet.h"
#include "widgets/actions.h"
#include "widgets/inspectpage.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
QueueEntry entryOf(qint64 obsid, SpectralClass spectralClass, std::optional<double> z)
{
    QueueEntry entry;
    entry.obsid = obsid;
    entry.pipelineVersion = u"v2.9.7"_s;
    entry.designation = u"J0424+%1"_s.arg(obsid);
    entry.spectralClass = spectralClass;
    entry.z = z;
    if (z)
        entry.zError = 0.00012;
    entry.page = WorkPage::Inspect;
    entry.reason = QueueReason::Extragalactic;
    return entry;
}

SpectrumPtr flatSpectrum()
{
    auto spectrum = std::make_shared<Spectrum>();
    for (auto pixel = 0; pixel < 3909; ++pixel) {
        spectrum->coadd.wavelengthAngstrom.push_back(3690.0 * std::pow(10.0, 1e-4 * pixel));
        spectrum->coadd.flux.push_back(100.0F + static_cast<float>(pixel % 7));
        spectrum->coadd.inverseVariance.push_back(1.0F);
    }
    return spectrum;
}
}

class TestInspectPage : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        failOnAnyWarning();
        m_actions = std::make_unique<Actions>();
        m_page = std::make_unique<InspectPage>(*m_actions, builtInLines().lines);
        m_queue = std::make_unique<QueueModel>();
        m_queue->setEntries({entryOf(1, SpectralClass::Qso, 0.30911), entryOf(2, SpectralClass::Galaxy, 0.1),
                             entryOf(3, SpectralClass::Unknown, {}),
                             entryOf(4, SpectralClass::Star, -0.0001)});
        m_page->setModel(m_queue.get());
        m_page->resize(1200, 700);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_verdicts = std::make_unique<QSignalSpy>(m_page.get(), &InspectPage::verdictGiven);
        show(0);
        m_page->plot().setFocus();
    }

    void cleanup()
    {
        m_page.reset();
        m_actions.reset();
    }

    void enterAcceptsThePipelinesAnswer()
    {
        press(Qt::Key_Return);
        QCOMPARE(m_verdicts->count(), 1);
        const auto verdict = lastVerdict();
        QCOMPARE(verdict.obsid, 1);
        QCOMPARE(verdict.z.value(), 0.30911);
        QVERIFY(verdict.grade == Grade::Secure);
        QVERIFY(verdict.origin == RedshiftOrigin::Pipeline);
        QVERIFY(verdict.secondsSpent >= 0 && verdict.secondsSpent < 60);
    }

    void theButtonDoesWhatEnterDoes()
    {
        QTest::mouseClick(child<QPushButton>(u"accept"_s), Qt::LeftButton);
        QCOMPARE(m_verdicts->count(), 1);
        QVERIFY(m_page->plot().hasFocus());
    }

    void aHeldEnterJudgesOnce()
    {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
        press(Qt::Key_Return);
        QApplication::sendEvent(&m_page->plot(), &held);
        QCOMPARE(m_verdicts->count(), 1);
    }

    void digitsStoreThatGrade_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("grade");
        QTest::newRow("4") << int(Qt::Key_4) << 4;
        QTest::newRow("3") << int(Qt::Key_3) << 3;
        QTest::newRow("1") << int(Qt::Key_1) << 1;
        QTest::newRow("0") << int(Qt::Key_0) << 0;
    }

    void digitsStoreThatGrade()
    {
        QFETCH(int, key);
        QFETCH(int, grade);
        press(Qt::Key(key));
        QCOMPARE(m_verdicts->count(), 1);
        QCOMPARE(int(lastVerdict().grade.value()), grade);
    }

    void gradeTwoTakesOneMoreKeyForItsReason()
    {
        press(Qt::Key_2);
        QCOMPARE(m_verdicts->count(), 0);
        QVERIFY(!hint().isEmpty());
        press(Qt::Key_L);
        QCOMPARE(m_verdicts->count(), 1);
        QVERIFY(lastVerdict().grade == Grade::Possible);
        QCOMPARE(lastVerdict().reasons, QStringList(u"single-line"_s));
        QVERIFY(m_page->plot().hasFocus());
    }

    void escapeTurnsAwayFromTheReasonAndNothingIsStored()
    {
        press(Qt::Key_2);
        press(Qt::Key_Escape);
        press(Qt::Key_L); // now the lines again
        QCOMPARE(m_verdicts->count(), 0);
        QVERIFY(!m_page->plot().isEmissionVisible());
    }

    void sixMeansAStar()
    {
        press(Qt::Key_6);
        QCOMPARE(m_verdicts->count(), 1);
        QVERIFY(lastVerdict().spectralClass == SpectralClass::Star);
        QVERIFY(lastVerdict().grade == Grade::Secure);
    }

    void aGradeWithoutRedshiftIsRefusedWithASentence()
    {
        show(2);
        press(Qt::Key_4);
        QCOMPARE(m_verdicts->count(), 0);
        QVERIFY(!hint().isEmpty());
        press(Qt::Key_Return);
        QCOMPARE(m_verdicts->count(), 0); // grade 4 stays chosen until another is
        press(Qt::Key_0);
        QCOMPARE(m_verdicts->count(), 1);
        QVERIFY(lastVerdict().grade == Grade::None);
    }

    void aLineKeyAtTheCursorSetsTheRedshift()
    {
        auto& plot = m_page->plot();
        const auto x = plot.xOfWavelength(7000.0);
        QTest::mouseMove(&plot, QPoint(qRound(x), qRound(plot.plotArea().center().y())));
        QTRY_VERIFY(std::abs(plot.cursorAngstrom() - 7000.0) < 10.0);
        const auto angstrom = plot.cursorAngstrom();
        press(Qt::Key_A, Qt::ShiftModifier);
        const auto expected = angstrom / 6564.61 - 1.0;
        QVERIFY(std::abs(plot.redshift() - expected) < 1e-6);

        press(Qt::Key_Return);
        QVERIFY(lastVerdict().origin == RedshiftOrigin::LineMark);
        QCOMPARE(lastVerdict().originDetail, u"H-alpha"_s);
        QVERIFY(std::abs(lastVerdict().z.value() - expected) < 1e-6);
        QVERIFY(lastVerdict().zError.value() > 0);
    }

    void everyLineWithAKeyHasItsAction()
    {
        auto keyed = 0;
        for (const auto& line : builtInLines().lines)
            if (!line.key.isNull()) {
                ++keyed;
                QVERIFY2(m_actions->action(u"line"_s + line.key), qPrintable(line.name));
            }
        QVERIFY(keyed > 20);
    }

    void noTwoActionsShareAKey()
    {
        QHash<QKeySequence, QString> owners;
        for (const auto* action : m_actions->all())
            for (const auto& key : action->shortcuts()) {
                QVERIFY2(!owners.contains(key), qPrintable(key.toString() + u' ' + action->objectName()));
                owners.insert(key, action->objectName());
            }
        QVERIFY(owners.size() > 60);
    }

    void keysStepTheRedshiftCoarseAndFine()
    {
        press(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(std::abs(m_page->plot().redshift() - (1.30911 * 1.001 - 1.0)) < 1e-6);
        press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(std::abs(m_page->plot().redshift() - 0.30911) < 2e-6);
        press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(std::abs(m_page->plot().redshift() - (1.30911 * 1.0001 - 1.0)) < 3e-6);
        press(Qt::Key_Backspace);
        QCOMPARE(m_page->plot().redshift(), 0.30911);
    }

    void theSliderMovesTheOverlay()
    {
        auto* slider = child<QSlider>(u"coarseSlider"_s);
        const auto before = m_page->plot().redshift();
        slider->setValue(slider->value() + 100);
        QVERIFY(m_page->plot().redshift() > before + 0.01);
        press(Qt::Key_Return);
        QVERIFY(lastVerdict().origin == RedshiftOrigin::Stepped);
    }

    void aTypedRedshiftIsTakenOnEnter()
    {
        press(Qt::Key_Z);
        type(u"0.5 ± 0.001"_s);
        press(Qt::Key_Return);
        QCOMPARE(m_page->plot().redshift(), 0.5);
        QCOMPARE(m_verdicts->count(), 0);
        QVERIFY(m_page->plot().hasFocus());
        press(Qt::Key_Return);
        QVERIFY(lastVerdict().origin == RedshiftOrigin::Typed);
        QCOMPARE(lastVerdict().zError.value(), 0.001);
    }

    void aTypedRedshiftThatIsNoneGivesASentence()
    {
        press(Qt::Key_Z);
        type(u"abc"_s);
        press(Qt::Key_Return);
        QVERIFY(hint().contains(u"abc"_s));
        QCOMPARE(m_page->plot().redshift(), 0.30911);
        QVERIFY(child<QLineEdit>(u"redshift"_s)->hasFocus());
        QCOMPARE(m_verdicts->count(), 0);
    }

    void typingInTheCommentIsNotTakenAsKeys()
    {
        QSignalSpy next(m_page.get(), &InspectPage::nextWanted);
        press(Qt::Key_C);
        type(u"n b 4 g A? /"_s);
        QCOMPARE(child<QLineEdit>(u"comment"_s)->text(), u"n b 4 g A? /"_s);
        QCOMPARE(next.count(), 0);
        press(Qt::Key_Return); // leaves the field
        QCOMPARE(m_verdicts->count(), 0);
        press(Qt::Key_Return);
        QCOMPARE(lastVerdict().comment, u"n b 4 g A? /"_s);
    }

    void escapeLeavesAField()
    {
        press(Qt::Key_C);
        press(Qt::Key_Escape);
        QVERIFY(m_page->plot().hasFocus());
    }

    void aTypedSubclassIsSpelledAsTheSurveyDoes()
    {
        show(3);
        press(Qt::Key_M);
        type(u"dm3"_s);
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QCOMPARE(lastVerdict().subclass, u"dM3"_s);
    }

    void clicksComposeAnMkType()
    {
        show(3);
        for (const auto* part : {"K", "5", "III"})
            QTest::mouseClick(cell(part), Qt::LeftButton);
        press(Qt::Key_Return);
        QCOMPARE(lastVerdict().subclass, u"K5III"_s);
    }

    void classKeysChangeTheClass()
    {
        press(Qt::Key_G);
        press(Qt::Key_Return);
        QVERIFY(lastVerdict().spectralClass == SpectralClass::Galaxy);
        QVERIFY(lastVerdict().shownClass == SpectralClass::Qso);
    }

    void undoTakesBackOwnStepsFirstAndThenAsksForTheLastVerdict()
    {
        QSignalSpy undo(m_page.get(), &InspectPage::undoWanted);
        QSignalSpy redo(m_page.get(), &InspectPage::redoWanted);
        press(Qt::Key_Right, Qt::AltModifier);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_page->plot().redshift(), 0.30911);
        QCOMPARE(undo.count(), 0);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.count(), 1);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_page->plot().redshift() > 0.3091);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(redo.count(), 1);
    }

    void anUnfinishedAnswerIsThereAgainOnReturn()
    {
        press(Qt::Key_G);
        show(1);
        show(0);
        press(Qt::Key_Return);
        QVERIFY(lastVerdict().spectralClass == SpectralClass::Galaxy);
    }

    void nothingIsJudgedWhileTheSpectrumIsRead()
    {
        m_page->showEntry(m_queue->entryAt(1), nullptr);
        QVERIFY(!m_page->plot().spectrum());
        press(Qt::Key_Return);
        press(Qt::Key_3);
        QCOMPARE(m_verdicts->count(), 0);
        show(1);
        press(Qt::Key_Return);
        QCOMPARE(lastVerdict().obsid, 2);
    }

    void aFailureShowsItsSentenceAndJudgesNothing()
    {
        m_page->showFailure(m_queue->entryAt(1), u"The file is cut short."_s);
        QVERIFY(!m_page->plot().spectrum());
        press(Qt::Key_Return);
        QCOMPARE(m_verdicts->count(), 0);
    }

    void enterOnAnAnswerThatStandsGoesOnWithoutStoring()
    {
        press(Qt::Key_Return);
        auto judged = m_queue->entryAt(0);
        judged.verdict = lastVerdict();
        QSignalSpy next(m_page.get(), &InspectPage::nextWanted);
        m_page->showEntry(judged, m_spectrum);
        press(Qt::Key_Return);
        QCOMPARE(m_verdicts->count(), 1);
        QCOMPARE(next.count(), 1);
    }

    void keysAndClicksGoThroughTheList()
    {
        QSignalSpy next(m_page.get(), &InspectPage::nextWanted);
        QSignalSpy previous(m_page.get(), &InspectPage::previousWanted);
        QSignalSpy wanted(m_page.get(), &InspectPage::entryWanted);
        press(Qt::Key_N);
        press(Qt::Key_Right);
        press(Qt::Key_B);
        QCOMPARE(next.count(), 2);
        QCOMPARE(previous.count(), 1);
        auto* list = child<QTableView>(u"queue"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(m_queue->index(2, 1)).center());
        QCOMPARE(wanted.takeFirst().at(0).toInt(), 2);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down); // from row 0, which is still the one on the screen
        QCOMPARE(wanted.count(), 1);
        QTest::keyClick(list, Qt::Key_Right); // the list's own while it has the focus
        QCOMPARE(next.count(), 2);
    }

    void aFilteredListNeverJumpsByItself()
    {
        QueueFilterModel list(m_queue.get());
        m_page->setModel(&list);
        show(0);
        QSignalSpy wanted(m_page.get(), &InspectPage::entryWanted);
        QSignalSpy position(m_page.get(), &InspectPage::positionChanged);
        list.setShow(QueueShow::NeedsAnEye);
        Verdict verdict;
        verdict.obsid = 1;
        m_queue->setVerdict(0, verdict);
        QCOMPARE(wanted.count(), 0);
        QCOMPARE(position.last().at(0).toInt(), -1);
        QCOMPARE(position.last().at(1).toInt(), 3);
        m_page->setModel(m_queue.get());
    }

    void aNumberIsJumpedTo()
    {
        QSignalSpy wanted(m_page.get(), &InspectPage::entryWanted);
        auto* number = m_page->topLine()->findChild<QLineEdit*>(u"jump"_s);
        press(Qt::Key_J);
        QVERIFY(number->hasFocus());
        type(u"3"_s);
        press(Qt::Key_Return);
        QCOMPARE(wanted.takeFirst().at(0).toInt(), 2);
        press(Qt::Key_J);
        type(u"99"_s);
        press(Qt::Key_Return);
        QVERIFY(wanted.isEmpty());
        QVERIFY(!hint().isEmpty());
    }

    void searchAndFilterAreWishes()
    {
        QSignalSpy filter(m_page.get(), &InspectPage::filterChanged);
        press(Qt::Key_Slash);
        type(u"qso"_s);
        QCOMPARE(filter.last().at(1).toString(), u"qso"_s);
        press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(filter.last().at(0).value<QueueShow>() == QueueShow::NeedsAnEye);
    }

    void theLinePickerChoosesByName()
    {
        auto& plot = m_page->plot();
        QTest::mouseMove(&plot,
                         QPoint(qRound(plot.xOfWavelength(6000.0)), qRound(plot.plotArea().center().y())));
        QTRY_VERIFY(!std::isnan(plot.cursorAngstrom()));
        const auto angstrom = plot.cursorAngstrom();
        press(Qt::Key_X);
        auto* search = child<QLineEdit>(u"lineSearch"_s);
        QVERIFY(search->isVisible());
        QTest::keyClicks(search, u"5007"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!search->isVisible());
        QVERIFY(std::abs(plot.redshift() - (angstrom / 5008.24 - 1.0)) < 1e-5);
    }

    void theHeaderListOpensByItsKeyAndSearches()
    {
        press(Qt::Key_H);
        auto* search = child<QLineEdit>(u"headerSearch"_s);
        QVERIFY(search->isVisible());
        QVERIFY(search->hasFocus());
        press(Qt::Key_Escape);
        press(Qt::Key_H);
        QVERIFY(!search->isVisible());
    }

    void theSidePanelFitsASmallScreen()
    {
        show(3); // a star has the most choices
        QVERIFY(child<QWidget>(u"verdictPanel"_s)->minimumSizeHint().height() <= 640);
        QVERIFY(m_page->minimumSizeHint().width() <= 1366 - 72);
    }

private:
    void show(int row) { m_page->showEntry(m_queue->entryAt(row), m_spectrum); }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    Verdict lastVerdict() const { return m_verdicts->last().at(0).value<Verdict>(); }
    QString hint() const { return m_page->findChild<QWidget*>(u"hint"_s)->toolTip(); }
    template<typename Widget>
    Widget* child(const QString& name) const
    {
        return m_page->findChild<Widget*>(name);
    }
    QPushButton* cell(const char* code) const
    {
        return child<QWidget>(u"verdictPanel"_s)->findChild<QPushButton*>(QString::fromLatin1(code));
    }

    SpectrumPtr m_spectrum = flatSpectrum();
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<QueueModel> m_queue;
    std::unique_ptr<InspectPage> m_page;
    std::unique_ptr<QSignalSpy> m_verdicts;
};

QTEST_MAIN(TestInspectPage)
#include "tst_inspectpage.moc"
