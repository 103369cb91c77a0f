#include "models/check/queuerules.h"
#include "support/syntheticspectra.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestQueueRules : public QObject
{
    Q_OBJECT
private slots:
    void galaxiesAndQsosAreInspected()
    {
        for (const auto kind : {SpectralClass::Galaxy, SpectralClass::Qso}) {
            const auto decision = decide(syntheticSpectrum(1, 1, kind), m_rules);
            QCOMPARE(decision.page, WorkPage::Inspect);
            QCOMPARE(decision.reason, QueueReason::Extragalactic);
        }
    }

    void anUnknownIsInspected()
    {
        QCOMPARE(decide(syntheticSpectrum(1, 1, SpectralClass::Unknown), m_rules).reason,
                 QueueReason::Unknown);
    }

    void anExtragalacticTargetThatIsCalledAStarIsInspected()
    {
        for (const auto& type : {u"gal"_s, u"GALAXY"_s, u"QSO"_s, u"qso_candidate"_s}) {
            auto spectrum = syntheticSpectrum(1, 1);
            spectrum.target.objectType = type;
            QCOMPARE(decide(spectrum, m_rules).reason, QueueReason::TargetMismatch);
        }
    }

    void specialStarsAreInspected_data()
    {
        QTest::addColumn<QString>("subclass");
        QTest::addColumn<bool>("special");
        for (const auto* name : {"WD", "CV", "Carbon", "DoubleStar", "EM", "sdM1", "O", "OB", "B6", "DB",
                                 "WDMagnetic", "CarbonWD"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        for (const auto* name : {"G7", "A7III", "dM4", "gM0", "K0", "F5", "M1", ""})
            QTest::newRow(name) << QString::fromLatin1(name) << false;
    }

    void specialStarsAreInspected()
    {
        QFETCH(QString, subclass);
        QFETCH(bool, special);
        auto rules = m_rules;
        rules.sampleShare = 0;
        auto spectrum = syntheticSpectrum(1, 1);
        spectrum.pipeline.subclass = subclass;
        const auto decision = decide(spectrum, rules);
        QCOMPARE(decision.reason, special ? QueueReason::SpecialStar : QueueReason::None);
        QCOMPARE(decision.page, special ? WorkPage::Inspect : WorkPage::Browse);
        QVERIFY(decision.isObject);
    }

    void skyAndDeadFibresAreInNobodysList()
    {
        for (const auto& type : {u"Sky"_s, u"Dead"_s, u"Unused"_s, u"PosErr"_s}) {
            auto spectrum = syntheticSpectrum(1, 1, SpectralClass::Galaxy);
            spectrum.target.fiberType = type;
            const auto decision = decide(spectrum, m_rules);
            QCOMPARE(decision.page, WorkPage::Browse);
            QCOMPARE(decision.reason, QueueReason::None);
            QVERIFY(!decision.isObject);
        }
    }

    void theSampleHasItsShareAndIsTheSameEachTime()
    {
        auto rules = m_rules;
        rules.sampleShare = 0.05;
        int sampled = 0;
        auto spectrum = syntheticSpectrum(1, 1);
        for (qint64 obsid = 1; obsid <= 20'000; ++obsid) {
            spectrum.target.obsid = obsid;
            const auto decision = decide(spectrum, rules);
            QCOMPARE(decide(spectrum, rules), decision);
            sampled += decision.reason == QueueReason::Sample;
        }
        QVERIFY2(sampled > 900 && sampled < 1100, qPrintable(QString::number(sampled)));
        rules.sampleShare = 1;
        QCOMPARE(decide(spectrum, rules).reason, QueueReason::Sample);
        rules.sampleShare = 0;
        QCOMPARE(decide(spectrum, rules).reason, QueueReason::None);
    }

    void theMoreUrgentReasonComesFirst()
    {
        auto mismatch = syntheticSpectrum(1, 1);
        mismatch.target.objectType = u"QSO"_s;
        const auto galaxy = decide(syntheticSpectrum(1, 1, SpectralClass::Galaxy), m_rules);
        const auto unknown = decide(syntheticSpectrum(1, 1, SpectralClass::Unknown), m_rules);
        QVERIFY(galaxy.priority < decide(mismatch, m_rules).priority);
        QVERIFY(decide(mismatch, m_rules).priority < unknown.priority);
        QVERIFY(unknown.priority < decide(syntheticSpectrum(1, 2), m_rules).priority);
    }

    void aDamagedRulesFileIsRefused()
    {
        for (const char* text :
             {"", "[]", "{", R"({"sampleShare": 2, "specialSubclasses": []})", R"({"sampleShare": 0.1})"})
            QVERIFY2(!QueueRules::fromJson(text), text);
    }

private:
    const QueueRules m_rules = queueRules();
};

QTEST_GUILESS_MAIN(TestQueueRules)
#include "tst_queuerules.moc"
