#include "support/galaxyspectrum.h"
#include "support/inspectstand.h"
#include "support/solutionfixtures.h"

#include <memory>

/// The key that fits z to the lines, and what is pressed while the fit is under way.
class TestFitKey : public QObject
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

    void oneKeyFitsTheRedshiftToTheLines()
    {
        m_stand->press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier); // 30 km/s off
        m_stand->press(Qt::Key_U);
        m_stand->press(Qt::Key_Return); // before the fit has come: the verdict is the fit's all the same
        QTRY_COMPARE(m_stand->verdicts.count(), 1);
        const auto verdict = m_stand->lastVerdict();
        QVERIFY(verdict.origin == RedshiftOrigin::LineFit);
        QVERIFY(verdict.originDetail.startsWith(u"H-alpha"_s));
        QVERIFY(std::abs(verdict.z.value() - 0.1) < 5 * verdict.zError.value());
        QVERIFY(verdict.zError.value() < 2e-5);
    }

    void aFitThatFailsDecidesNothingThatWaitedForIt()
    {
        m_stand->spectrum = flatSpectrum();
        m_stand->show(1);
        m_stand->press(Qt::Key_U);
        m_stand->press(Qt::Key_3);
        QTRY_VERIFY(!m_stand->hint().isEmpty());
        QCOMPARE(m_stand->verdicts.count(), 0);
        m_stand->press(Qt::Key_3);
        QCOMPARE(m_stand->verdicts.count(), 1);
        QVERIFY(m_stand->lastVerdict().grade == Grade::Probable);
    }

    void aRedshiftMovedDuringAFitIsNotMovedByIt()
    {
        m_stand->press(Qt::Key_U);
        m_stand->press(Qt::Key_Right, Qt::AltModifier);
        const auto moved = m_stand->page.plot().redshift();
        m_stand->press(Qt::Key_Return);
        QCOMPARE(m_stand->verdicts.count(), 1);
        QVERIFY(m_stand->lastVerdict().origin == RedshiftOrigin::Stepped);
        m_stand->press(Qt::Key_U); // its answer comes behind that of the first
        QTRY_VERIFY(m_stand->page.plot().redshift() != moved);
        QCOMPARE(m_stand->lastVerdict().z.value(), moved);
    }

    void aFitWithoutLinesIsRefusedWithASentence()
    {
        m_stand->page.setSolutions(sampleSolutions(m_stand->spectrum));
        m_stand->press(Qt::Key_K); // unknown
        m_stand->press(Qt::Key_U);
        QVERIFY(!m_stand->hint().isEmpty());
    }

private:
    std::unique_ptr<InspectStand> m_stand;
};

QTEST_MAIN(TestFitKey)
#include "tst_fitkey.moc"
