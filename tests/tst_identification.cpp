#include "models/lines/expectedline.h"
#include "models/measure/spectrumsolutions.h"
#include "plotting/redshift/linezooms.h"
#include "plotting/redshift/redshiftcurveplot.h"
#include "plotting/redshift/residualplot.h"
#include "support/galaxyspectrum.h"
#include "support/inspectstand.h"
#include "support/solutionfixtures.h"
#include "widgets/inspect/digitrow.h"
#include "widgets/inspect/solutionspanel.h"

#include <QLabel>

#include <memory>

class TestIdentification : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        failOnAnyWarning();
        m_stand = std::make_unique<InspectStand>();
        m_stand->spectrum = galaxySpectrum();
        QVERIFY(m_stand->start());
        m_stand->show(1); // pipeline: galaxy at 0.1
    }

    void cleanup() { m_stand.reset(); }

    void keysChooseAnAnswerAndTheVerdictSaysWhich()
    {
        m_stand->page.setSolutions(sampleSolutions(m_stand->spectrum));
        QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_2, u"@"_s, Qt::ShiftModifier);
        QCOMPARE(m_stand->page.plot().redshift(), 0.442);
        QCOMPARE(panel()->chosenRow(), 1);
        m_stand->press(Qt::Key_Return);
        const auto verdict = m_stand->lastVerdict();
        QVERIFY(verdict.spectralClass == SpectralClass::Qso);
        QVERIFY(verdict.origin == RedshiftOrigin::Solution);
        QVERIFY(verdict.originDetail.startsWith(u"2 TEST narrow"_s));
        QCOMPARE(verdict.zError.value(), 0.00004);
    }

    void theDigitRowOfAFrenchKeyboardDoesWhatItDoesElsewhere()
    {
        m_stand->page.setSolutions(sampleSolutions(m_stand->spectrum));
        auto* plot = &m_stand->page.plot();
        QTest::sendKeyEvent(QTest::Click, plot, Qt::Key_Eacute, u"é"_s, Qt::NoModifier);
        QTRY_COMPARE_WITH_TIMEOUT(panel()->chosenRow(), 1, 30'000);
        QTest::sendKeyEvent(QTest::Click, plot, Qt::Key_Ampersand, u"&"_s, Qt::NoModifier);
        QTRY_COMPARE_WITH_TIMEOUT(panel()->chosenRow(), 0, 30'000);
        const QSignalSpy verdicts(&m_stand->page, &InspectPage::verdictGiven);
        QTest::sendKeyEvent(QTest::Click, plot, Qt::Key_3, u"3"_s, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(verdicts.count(), 1, 30'000);
        QVERIFY(m_stand->lastVerdict().grade == Grade::Probable);
        m_stand->show(1);
        QKeyEvent held(QEvent::ShortcutOverride, Qt::Key_3, Qt::ShiftModifier, u"3"_s, true);
        QApplication::sendEvent(&m_stand->page, &held);
        QVERIFY(held.isAccepted());
        QCoreApplication::processEvents();
        QCOMPARE(verdicts.count(), 1); // a held key judges once
    }

    /// X11 and Wayland say which key it was: AZERTY's 4 is an apostrophe, other keyboards have a key for it.
    void anApostropheChoosesAnAnswerOnlyOnTheKeyOfTheFour()
    {
        m_stand->page.setSolutions(sampleSolutions(m_stand->spectrum));
        const auto press = [&](quint32 scanCode) {
            QKeyEvent key(QEvent::KeyPress, Qt::Key_Apostrophe, Qt::NoModifier, scanCode, 0, 0, u"'"_s);
            return actionOfFrenchDigit(key);
        };
        QCOMPARE(press(13), u"solution4"_s);
        QCOMPARE(press(48), QString()); // beside Enter on a US keyboard
        QCOMPARE(press(0), QString());
        const QKeyEvent slash(QEvent::KeyPress, Qt::Key_Eacute, Qt::NoModifier, 61, 0, 0, u"é"_s); // Canada's
        QCOMPARE(actionOfFrenchDigit(slash), QString());
    }

    void oAndIGoThroughTheAnswersRound()
    {
        m_stand->page.setSolutions(sampleSolutions(m_stand->spectrum));
        QCOMPARE(panel()->chosenRow(), 0); // the pipeline says the same
        m_stand->press(Qt::Key_O);
        QCOMPARE(panel()->chosenRow(), 1);
        m_stand->press(Qt::Key_I);
        m_stand->press(Qt::Key_I);
        QCOMPARE(panel()->chosenRow(), 2);
        QVERIFY(m_stand->page.plot().redshift() < 0);
    }

    void aClickChoosesAnAnswer()
    {
        m_stand->page.setSolutions(sampleSolutions(m_stand->spectrum));
        QTest::mouseClick(m_stand->child<QPushButton>(u"solution2"_s), Qt::LeftButton);
        QCOMPARE(m_stand->page.plot().redshift(), 0.442);
        QVERIFY(m_stand->child<QPushButton>(u"solution2"_s)->isChecked());
        QVERIFY(!m_stand->child<QPushButton>(u"solution1"_s)->isChecked());
        QVERIFY(m_stand->child<QLabel>(u"solutionDetail"_s)->text().contains(u"Δχ² 200"_s));
    }

    void answersToAnotherSpectrumAreNeverShown()
    {
        m_stand->page.setSolutions(sampleSolutions(galaxySpectrum()));
        QVERIFY(panel()->solutions().empty());
        QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_1, u"!"_s, Qt::ShiftModifier);
        QVERIFY(!m_stand->hint().isEmpty());
        m_stand->page.setSolutions(sampleSolutions(m_stand->spectrum));
        QCOMPARE(panel()->solutions().size(), 3);
        m_stand->spectrum = galaxySpectrum();
        m_stand->show(2);
        QVERIFY(panel()->solutions().empty());
        QVERIFY(m_stand->page.plot().templateFlux().empty());
    }

    void aClickOnAPeakOfTheCurveChoosesIt()
    {
        m_stand->page.setSolutions(sampleSolutions(m_stand->spectrum));
        auto* curve = m_stand->child<RedshiftCurvePlot>(u"curve"_s);
        const auto x = curve->xOf(0.442, SpectralClass::Qso);
        QTest::mouseClick(curve, Qt::LeftButton, {}, QPoint(qRound(x) + 2, curve->height() / 2));
        QVERIFY(std::abs(m_stand->page.plot().redshift() - 0.442) < 0.001);
        m_stand->press(Qt::Key_Return);
        QVERIFY(m_stand->lastVerdict().origin == RedshiftOrigin::Curve);
        QVERIFY(m_stand->lastVerdict().spectralClass == SpectralClass::Qso);
    }

    void theTemplateOfTheDraftIsDrawnAndSwitched()
    {
        m_stand->page.setSolutions(sampleSolutions(m_stand->spectrum));
        auto& plot = m_stand->page.plot();
        QCOMPARE(plot.templateFlux().at(100), 105.0F); // the first answer is the pipeline's
        const auto with = plot.render(plot.size());
        m_stand->press(Qt::Key_T);
        QVERIFY(!plot.isTemplateVisible());
        QVERIFY(plot.render(plot.size()) != with);
        m_stand->press(Qt::Key_T);
        QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_2, u"@"_s, Qt::ShiftModifier);
        QCOMPARE(plot.templateFlux().at(100), 122.1F);
    }

    void aTemplateThatIsNotThereIsWished()
    {
        m_stand->page.setSolutions(sampleSolutions(m_stand->spectrum));
        QSignalSpy wished(&m_stand->page, &InspectPage::templateWanted);
        m_stand->press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(wished.count(), 1);
        const auto wish = wished.last().at(1).value<TemplateWish>();
        QVERIFY(std::abs(wish.z - 0.1011) < 1e-6);
        QVERIFY(!m_stand->page.plot().templateFlux().empty()); // the old one, moved along
        TemplateOverlay overlay {wish.z, wish.spectralClass, u"TEST"_s,
                                 std::vector<float>(m_stand->spectrum->coadd.size(), 77)};
        m_stand->page.setOverlay(galaxySpectrum(), overlay);
        QVERIFY(m_stand->page.plot().templateFlux().at(100) != 77.0F);
        m_stand->page.setOverlay(m_stand->spectrum, overlay);
        QCOMPARE(m_stand->page.plot().templateFlux().at(100), 77.0F);
    }

    void theResidualIsFluxMinusTemplateInSigma()
    {
        m_stand->page.setSolutions(sampleSolutions(m_stand->spectrum));
        auto* residual = m_stand->child<ResidualPlot>(u"residual"_s);
        QVERIFY(!residual->isVisible());
        m_stand->press(Qt::Key_W);
        QVERIFY(residual->isVisible());
        const auto& flux = m_stand->spectrum->coadd.flux;
        QVERIFY(std::abs(residual->residual().at(200) - (flux[200] - 105) / 3) < 0.01);
        m_stand->press(Qt::Key_W);
        QVERIFY(!residual->isVisible());
    }

    void theCloseUpsShowEveryLineThatMustBeThere()
    {
        auto* zooms = m_stand->child<LineZooms>(u"zooms"_s);
        QVERIFY(zooms->isVisible());
        QVERIFY(zooms->shown().size() >= 6);
        const auto summary = m_stand->child<QLabel>(u"evidenceSummary"_s)->text();
        QVERIFY2(summary.contains(u" of 13 "_s), qPrintable(summary));
        m_stand->press(Qt::Key_Right, Qt::AltModifier); // 300 km/s off: the lines are not where they must be
        QVERIFY(m_stand->child<QLabel>(u"evidenceSummary"_s)->text() != summary);
        m_stand->press(Qt::Key_Q);
        m_stand->press(Qt::Key_Backspace);
        QVERIFY(m_stand->child<QLabel>(u"evidenceSummary"_s)->text().contains(u"outside: Lyα"_s));
    }

    void linesWithoutRoomForACloseUpAreNamed()
    {
        auto* zooms = m_stand->child<LineZooms>(u"zooms"_s);
        const auto* summary = m_stand->child<QLabel>(u"evidenceSummary"_s);
        const auto count = zooms->shown().size() + zooms->withoutRoom().size();
        QCOMPARE(summary->text().contains(u"no room for"_s), !zooms->withoutRoom().empty());
        m_stand->page.resize(2400, 900);
        QTRY_VERIFY(zooms->withoutRoom().empty());
        QCOMPARE(zooms->shown().size(), count);
        QVERIFY2(!summary->text().contains(u"no room for"_s), qPrintable(summary->text()));
        m_stand->page.resize(m_stand->page.minimumSizeHint());
        QTRY_VERIFY(zooms->shown().size() < count);
        QCOMPARE(zooms->shown().size() + zooms->withoutRoom().size(), count);
        QVERIFY2(summary->text().contains(u"no room for"_s), qPrintable(summary->text()));
        QVERIFY(summary->text().contains(zooms->withoutRoom().front().line.label));
        const auto last = zooms->cellOf(zooms->shown().size() - 1);
        QVERIFY(QRectF(zooms->rect()).contains(last));
    }

    void aSearchThatFindsNothingToSearchEnds()
    {
        auto* curve = m_stand->child<QWidget>(u"curve"_s);
        m_stand->show(1);
        const auto searching = curve->grab().toImage();
        SpectrumSolutions nothing;
        nothing.spectrum = m_stand->spectrum;
        m_stand->page.setSolutions(std::make_shared<const SpectrumSolutions>(nothing));
        QVERIFY(curve->grab().toImage() != searching);
    }

    void aClickOnACloseUpLooksAtItsLine()
    {
        auto* zooms = m_stand->child<LineZooms>(u"zooms"_s);
        const auto line = zooms->shown().at(0);
        QTest::mouseClick(zooms, Qt::LeftButton, {}, zooms->cellOf(0).center().toPoint());
        auto& plot = m_stand->page.plot();
        QVERIFY(plot.rangeFromAngstrom() < line.observedAngstrom);
        QVERIFY(plot.rangeToAngstrom() > line.observedAngstrom);
        QVERIFY(plot.rangeToAngstrom() - plot.rangeFromAngstrom() < 200);
    }

    /// Hα at 7221 Å read as [O III], Hβ, … and at last as Hα again; the feature stays where it is.
    void aKeyReadsTheSameFeatureAsTheOtherLines()
    {
        std::vector<double> redshifts;
        for (std::size_t step = 0; step < alternativeLines().size(); ++step) {
            m_stand->press(Qt::Key_A);
            redshifts.push_back(m_stand->page.plot().redshift());
        }
        QVERIFY(std::abs(redshifts.at(0) - (6564.61 * 1.1 / 5008.24 - 1)) < 2e-6);
        QVERIFY(std::abs(redshifts.back() - 0.1) < 2e-6);
        for (std::size_t step = 1; step + 1 < redshifts.size(); ++step)
            QVERIFY(redshifts[step] > redshifts[step - 1]);
        m_stand->press(Qt::Key_A);
        m_stand->press(Qt::Key_Return);
        QVERIFY(m_stand->lastVerdict().origin == RedshiftOrigin::LineMark);
        QCOMPARE(m_stand->lastVerdict().originDetail, u"[O III] 5007"_s);
    }

    void aClickOnAReadingTakesIt()
    {
        auto* readings = m_stand->child<QWidget>(u"readings"_s);
        QTRY_VERIFY_WITH_TIMEOUT(readings->findChild<QPushButton*>(u"4"_s), 30'000);
        QTest::mouseClick(readings->findChild<QPushButton*>(u"4"_s), Qt::LeftButton);
        QVERIFY(std::abs(m_stand->page.plot().redshift() - (6564.61 * 1.1 / 2798.75 - 1)) < 2e-6);
        m_stand->press(Qt::Key_Return);
        QVERIFY(m_stand->lastVerdict().spectralClass == SpectralClass::Qso);
    }

    void draggingOverALineMeasuresIt()
    {
        auto& plot = m_stand->page.plot();
        auto* canvas = plot.findChild<QWidget*>(u"spectrumCanvas"_s);
        plot.setWavelengthRange(7150, 7300);
        const auto at = [&](double angstrom) {
            return QPoint(qRound(plot.xOfWavelength(angstrom)), qRound(plot.plotArea().center().y()))
                - canvas->pos();
        };
        QTest::mousePress(canvas, Qt::LeftButton, Qt::ControlModifier, at(7208));
        QTest::mouseMove(canvas, at(7221));
        QTest::mouseRelease(canvas, Qt::LeftButton, Qt::ControlModifier, at(7233));
        const auto* strength = m_stand->child<QLabel>(u"lineStrength"_s);
        QVERIFY(strength->isVisible());
        QVERIFY2(strength->text().startsWith(u"EW -"_s), qPrintable(strength->text()));
        QVERIFY(plot.rangeToAngstrom() < 7301); // neither moved nor zoomed
        m_stand->show(2);
        QVERIFY(!strength->isVisible());
    }

    void exposuresAndArmsAreChosen()
    {
        auto& plot = m_stand->page.plot();
        QVERIFY(!plot.areExposuresVisible());
        m_stand->press(Qt::Key_F6, Qt::ShiftModifier); // the blue arm, after all
        QVERIFY(plot.areExposuresVisible());
        QVERIFY(m_stand->hint().contains(u"B"_s));
        QVERIFY(plot.rangeToAngstrom() < 5100);
        m_stand->spectrum = flatSpectrum();
        m_stand->show(2);
        QVERIFY(!m_stand->child<QWidget>(u"exposuresButton"_s)->isVisible());
    }

    void anOwnLineListIsAnotherSet()
    {
        m_stand->press(Qt::Key_F7);
        QVERIFY(!m_stand->hint().isEmpty());
        const auto own = parseLineList(u"# version: 7\nMy line\tmine\t5000.00\tE\t0\tP\n"_s);
        QVERIFY(own);
        m_stand->page.setLineSets({{u"mylines"_s, own.value()}});
        m_stand->press(Qt::Key_F7);
        QCOMPARE(m_stand->page.plot().lines().size(), 1);
        QCOMPARE(m_stand->page.lineListVersion(), u"mylines 7"_s);
        auto& plot = m_stand->page.plot();
        QTest::mouseMove(&plot,
                         QPoint(qRound(plot.xOfWavelength(6000.0)), qRound(plot.plotArea().center().y())));
        QTRY_VERIFY_WITH_TIMEOUT(!std::isnan(plot.cursorAngstrom()), 30'000);
        m_stand->press(Qt::Key_P, Qt::ShiftModifier);
        QVERIFY(std::abs(plot.redshift() - (plot.cursorAngstrom() / 5000 - 1)) < 1e-5);
        m_stand->press(Qt::Key_F7); // both together
        QCOMPARE(plot.lines().size(), builtInLines().lines.size() + 1);
        m_stand->page.setLineSets(
            {{u"mylines"_s, own.value()}, {u"a list with a name as long as this"_s, own.value()}});
        QCOMPARE(plot.lines().size(), builtInLines().lines.size() + 2); // still all
        QVERIFY(m_stand->page.lineListVersion().contains(u"mylines"_s));
        QVERIFY(m_stand->page.lineListVersion().contains(u"a list"_s));
        QVERIFY(m_stand->page.lineListVersion().size() <= 40);
        m_stand->press(Qt::Key_F7);
        QCOMPARE(m_stand->page.lineListVersion(), builtInLines().version);
    }

    void nothingIsDecidedBeforeItWasPainted()
    {
        m_stand->page.showEntry(m_stand->queue.entryAt(0), m_stand->spectrum);
        m_stand->press(Qt::Key_Return);
        m_stand->press(Qt::Key_3);
        QCOMPARE(m_stand->verdicts.count(), 0);
        m_stand->show(0);
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->verdicts.count(), 1);
    }

    void afterTheLastVerdictTheButtonSaysThatItStands()
    {
        const auto* button = m_stand->child<QPushButton>(u"accept"_s);
        const auto before = button->accessibleName() + button->text();
        m_stand->press(Qt::Key_Return);
        QVERIFY(button->accessibleName() + button->text() != before);
    }

    void aWithdrawnAnswerIsTheDraftAgain()
    {
        m_stand->press(Qt::Key_Right, Qt::AltModifier);
        m_stand->press(Qt::Key_3);
        const auto given = m_stand->lastVerdict();
        m_stand->page.resume(m_stand->queue.entryAt(1), given);
        m_stand->show(1);
        QCOMPARE(m_stand->page.plot().redshift(), given.z.value());
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->verdicts.count(), 2);
        QVERIFY(m_stand->lastVerdict().grade == Grade::Probable);
        QCOMPARE(m_stand->lastVerdict().z, given.z);
    }

private:
    SolutionsPanel* panel() const { return m_stand->child<SolutionsPanel>(u"solutions"_s); }

    std::unique_ptr<InspectStand> m_stand;
};

QTEST_MAIN(TestIdentification)
#include "tst_identification.moc"
