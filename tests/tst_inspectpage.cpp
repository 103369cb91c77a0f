#include "support/inspectstand.h"

#include <QLineEdit>
#include <QSlider>

#include <memory>

class TestInspectPage : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        failOnAnyWarning();
        m_stand = std::make_unique<InspectStand>();
        QVERIFY(m_stand->start());
    }

    void cleanup() { m_stand.reset(); }

    void enterAcceptsThePipelinesAnswer()
    {
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->verdicts.count(), 1);
        const auto verdict = m_stand->lastVerdict();
        QCOMPARE(verdict.obsid, 1);
        QCOMPARE(verdict.z.value(), 0.30911);
        QVERIFY(verdict.grade == Grade::Secure);
        QVERIFY(verdict.origin == RedshiftOrigin::Pipeline);
        QVERIFY(verdict.secondsSpent >= 0 && verdict.secondsSpent < 60);
    }

    void theButtonDoesWhatEnterDoes()
    {
        QTest::mouseClick(m_stand->child<QPushButton>(u"accept"_s), Qt::LeftButton);
        QCOMPARE(m_stand->verdicts.count(), 1);
        QVERIFY(m_stand->page.plot().hasFocus());
    }

    void aHeldEnterJudgesOnce()
    {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
        m_stand->press(Qt::Key_Return);
        QApplication::sendEvent(&m_stand->page.plot(), &held);
        QCOMPARE(m_stand->verdicts.count(), 1);
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
        m_stand->press(Qt::Key(key));
        QCOMPARE(m_stand->verdicts.count(), 1);
        QCOMPARE(int(m_stand->lastVerdict().grade.value()), grade);
    }

    void gradeTwoTakesOneMoreKeyForItsReason()
    {
        m_stand->press(Qt::Key_2);
        QCOMPARE(m_stand->verdicts.count(), 0);
        QVERIFY(!m_stand->hint().isEmpty());
        m_stand->press(Qt::Key_L);
        QCOMPARE(m_stand->verdicts.count(), 1);
        QVERIFY(m_stand->lastVerdict().grade == Grade::Possible);
        QCOMPARE(m_stand->lastVerdict().reasons, QStringList(u"single-line"_s));
        QVERIFY(m_stand->page.plot().hasFocus());
    }

    void escapeTurnsAwayFromTheReasonAndNothingIsStored()
    {
        m_stand->press(Qt::Key_2);
        m_stand->press(Qt::Key_Escape);
        m_stand->press(Qt::Key_L); // now the lines again
        QCOMPARE(m_stand->verdicts.count(), 0);
        QVERIFY(!m_stand->page.plot().isEmissionVisible());
    }

    void aReasonAskedForOneSpectrumIsNotTakenForTheNext()
    {
        m_stand->press(Qt::Key_2);
        m_stand->show(1);
        m_stand->press(Qt::Key_L); // the lines again
        QCOMPARE(m_stand->verdicts.count(), 0);
        QVERIFY(m_stand->page.plot().hasFocus());
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->lastVerdict().obsid, 2);
        QVERIFY(m_stand->lastVerdict().reasons.isEmpty());
    }

    void aReasonAskedForIsStillAskedWhenTheSameSpectrumIsShownAgain()
    {
        m_stand->press(Qt::Key_2);
        m_stand->show(0);
        m_stand->press(Qt::Key_L);
        QCOMPARE(m_stand->verdicts.count(), 1);
        QCOMPARE(m_stand->lastVerdict().obsid, 1);
    }

    void sixMeansAStar()
    {
        m_stand->press(Qt::Key_6);
        QCOMPARE(m_stand->verdicts.count(), 1);
        QVERIFY(m_stand->lastVerdict().spectralClass == SpectralClass::Star);
        QVERIFY(m_stand->lastVerdict().grade == Grade::Secure);
    }

    void aGradeWithoutRedshiftIsRefusedWithASentence()
    {
        m_stand->show(2);
        m_stand->press(Qt::Key_4);
        QCOMPARE(m_stand->verdicts.count(), 0);
        QVERIFY(!m_stand->hint().isEmpty());
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->verdicts.count(), 0); // grade 4 stays chosen until another is
        m_stand->press(Qt::Key_0);
        QCOMPARE(m_stand->verdicts.count(), 1);
        QVERIFY(m_stand->lastVerdict().grade == Grade::None);
    }

    void aLineKeyAtTheCursorSetsTheRedshift()
    {
        auto& plot = m_stand->page.plot();
        const auto x = plot.xOfWavelength(7000.0);
        QTest::mouseMove(&plot, QPoint(qRound(x), qRound(plot.plotArea().center().y())));
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(plot.cursorAngstrom() - 7000.0) < 10.0, 30'000);
        const auto angstrom = plot.cursorAngstrom();
        m_stand->press(Qt::Key_A, Qt::ShiftModifier);
        const auto expected = angstrom / 6564.61 - 1.0;
        QVERIFY(std::abs(plot.redshift() - expected) < 1e-6);

        m_stand->press(Qt::Key_Return);
        QVERIFY(m_stand->lastVerdict().origin == RedshiftOrigin::LineMark);
        QCOMPARE(m_stand->lastVerdict().originDetail, u"H-alpha"_s);
        QVERIFY(std::abs(m_stand->lastVerdict().z.value() - expected) < 1e-6);
        QVERIFY(m_stand->lastVerdict().zError.value() > 0);
    }

    void keysStepTheRedshiftCoarseAndFine()
    {
        m_stand->press(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(std::abs(m_stand->page.plot().redshift() - (1.30911 * 1.001 - 1.0)) < 1e-6);
        m_stand->press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(std::abs(m_stand->page.plot().redshift() - 0.30911) < 2e-6);
        m_stand->press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(std::abs(m_stand->page.plot().redshift() - (1.30911 * 1.0001 - 1.0)) < 3e-6);
        m_stand->press(Qt::Key_Backspace);
        QCOMPARE(m_stand->page.plot().redshift(), 0.30911);
    }

    void theSliderMovesTheOverlay()
    {
        auto* slider = m_stand->child<QSlider>(u"coarseSlider"_s);
        const auto before = m_stand->page.plot().redshift();
        slider->setValue(slider->value() + 100);
        QVERIFY(m_stand->page.plot().redshift() > before + 0.01);
        m_stand->press(Qt::Key_Return);
        QVERIFY(m_stand->lastVerdict().origin == RedshiftOrigin::Stepped);
    }

    void aTypedRedshiftIsTakenOnEnter()
    {
        m_stand->press(Qt::Key_Z);
        m_stand->type(u"0.5 ± 0.001"_s);
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->page.plot().redshift(), 0.5);
        QCOMPARE(m_stand->verdicts.count(), 0);
        QVERIFY(m_stand->page.plot().hasFocus());
        m_stand->press(Qt::Key_Return);
        QVERIFY(m_stand->lastVerdict().origin == RedshiftOrigin::Typed);
        QCOMPARE(m_stand->lastVerdict().zError.value(), 0.001);
    }

    void aTypedRedshiftThatIsNoneGivesASentence()
    {
        m_stand->press(Qt::Key_Z);
        m_stand->type(u"abc"_s);
        m_stand->press(Qt::Key_Return);
        QVERIFY(m_stand->hint().contains(u"abc"_s));
        QCOMPARE(m_stand->page.plot().redshift(), 0.30911);
        QVERIFY(m_stand->child<QLineEdit>(u"redshift"_s)->hasFocus());
        QCOMPARE(m_stand->verdicts.count(), 0);
    }

    void aTypedSubclassIsSpelledAsTheSurveyDoes()
    {
        m_stand->show(3);
        m_stand->press(Qt::Key_M);
        m_stand->type(u"dm3"_s);
        m_stand->press(Qt::Key_Return);
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->lastVerdict().subclass, u"dM3"_s);
    }

    void clicksComposeAnMkType()
    {
        m_stand->show(3);
        for (const auto* part : {"K", "5", "III"})
            QTest::mouseClick(m_stand->cell(part), Qt::LeftButton);
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->lastVerdict().subclass, u"K5III"_s);
    }

    void classKeysChangeTheClass()
    {
        m_stand->press(Qt::Key_G);
        m_stand->press(Qt::Key_Return);
        QVERIFY(m_stand->lastVerdict().spectralClass == SpectralClass::Galaxy);
        QVERIFY(m_stand->lastVerdict().shownClass == SpectralClass::Qso);
    }

    void theLinePickerChoosesByName()
    {
        auto& plot = m_stand->page.plot();
        QTest::mouseMove(&plot,
                         QPoint(qRound(plot.xOfWavelength(6000.0)), qRound(plot.plotArea().center().y())));
        QTRY_VERIFY_WITH_TIMEOUT(!std::isnan(plot.cursorAngstrom()), 30'000);
        const auto angstrom = plot.cursorAngstrom();
        m_stand->press(Qt::Key_X);
        auto* search = m_stand->child<QLineEdit>(u"lineSearch"_s);
        QVERIFY(search->isVisible());
        QTest::keyClicks(search, u"5007"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!search->isVisible());
        QVERIFY(std::abs(plot.redshift() - (angstrom / 5008.24 - 1.0)) < 1e-5);
    }

private:
    std::unique_ptr<InspectStand> m_stand;
};

QTEST_MAIN(TestInspectPage)
#include "tst_inspectpage.moc"
