#include "models/measure/lineevidence.h"
#include "models/measure/linefit.h"
#include "support/quiet.h"
#include "support/syntheticlines.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
PutSpectrum starForming(double z)
{
    return {.z = z,
            .sigma = 3,
            .lines = {{3727.09, 150, 110},
                      {3729.88, 200, 110},
                      {4862.69, 120, 110},
                      {4960.30, 50, 110},
                      {5008.24, 150, 110},
                      {6549.85, 40, 110},
                      {6564.61, 600, 110},
                      {6585.28, 120, 110},
                      {6718.29, 60, 110},
                      {6732.67, 50, 110}}};
}

PutSpectrum quasar(double z)
{
    return {.z = z,
            .sigma = 4,
            .lines = {{1215.67, 9000, 2200},
                      {1400.00, 1500, 2200},
                      {1549.06, 4000, 2200},
                      {1908.73, 2500, 2200},
                      {2798.75, 2000, 2200}}};
}

PutSpectrum earlyType(double z)
{
    return {.z = z,
            .sigma = 4,
            .lines = {{3934.77, -700, 300},
                      {3969.59, -650, 300},
                      {4305.61, -500, 300},
                      {4862.69, -200, 250},
                      {5168.76, -150, 250},
                      {5174.12, -250, 250},
                      {5185.04, -250, 250},
                      {5891.58, -180, 250},
                      {5897.55, -160, 250}}};
}

const LineEvidence& lineOf(const std::vector<LineEvidence>& evidence, const QString& label)
{
    return *std::ranges::find_if(evidence, [&](const auto& line) { return line.line.label == label; });
}
}

class TestLineFit : public QObject
{
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    void theRedshiftIsFoundAndItsErrorIsHonest_data()
    {
        QTest::addColumn<int>("spectralClass");
        QTest::addColumn<double>("z");
        QTest::addColumn<double>("offKmS"); // where the search begins
        QTest::addColumn<double>("errorKmS"); // the most that is expected
        QTest::newRow("emission lines") << int(SpectralClass::Galaxy) << 0.1 << 250.0 << 15.0;
        QTest::newRow("absorption lines") << int(SpectralClass::Galaxy) << 0.08 << -200.0 << 25.0;
        QTest::newRow("broad lines") << int(SpectralClass::Qso) << 2.1 << 900.0 << 60.0;
    }

    void theRedshiftIsFoundAndItsErrorIsHonest()
    {
        QFETCH(int, spectralClass);
        QFETCH(double, z);
        QFETCH(double, offKmS);
        QFETCH(double, errorKmS);
        const auto row = QByteArray(QTest::currentDataTag());
        const auto put = row == "broad lines" ? quasar(z)
            : row == "emission lines"         ? starForming(z)
                                              : earlyType(z);
        constexpr int trials = 60;
        double square = 0;
        double mean = 0;
        for (unsigned seed = 1; seed <= trials; ++seed) {
            const auto fit = fitLines(spectrumWithLines(put, seed), SpectralClass(spectralClass),
                                      (1 + z) * (1 + offKmS / speedOfLightKmS) - 1);
            QVERIFY2(fit, fit ? "" : qPrintable(fit.error().message));
            const double pull = (fit.value().z - z) / fit.value().zError;
            QVERIFY2(std::abs(pull) < 6, qPrintable(QString::number(fit.value().z, 'f', 6)));
            QVERIFY(fit.value().zError * speedOfLightKmS / (1 + z) < errorKmS);
            square += pull * pull;
            mean += pull;
        }
        const double width = std::sqrt(square / trials);
        QVERIFY2(width > 0.78 && width < 1.22, qPrintable(QString::number(width)));
        QVERIFY2(std::abs(mean / trials) < 0.45, qPrintable(QString::number(mean / trials)));
    }

    void theWidthsAreMeasuredToo()
    {
        const auto narrow = fitLines(spectrumWithLines(starForming(0.1), 3), SpectralClass::Galaxy, 0.1);
        QVERIFY(narrow && std::abs(narrow.value().narrowKmS - 110) < 15);
        QCOMPARE(narrow.value().broadKmS, 0.0);
        QVERIFY(narrow.value().lines.contains(u"H-alpha"_s));
        const auto broad = fitLines(spectrumWithLines(quasar(2.1), 3), SpectralClass::Qso, 2.1);
        QVERIFY(broad && std::abs(broad.value().broadKmS - 2200) < 150);
    }

    void noiseGivesNoRedshift()
    {
        int given = 0;
        for (unsigned seed = 1; seed <= 20; ++seed)
            given += fitLines(spectrumWithLines({.sigma = 5, .lines = {}}, seed), SpectralClass::Galaxy, 0.1)
                ? 1
                : 0;
        QVERIFY2(given <= 2, qPrintable(QString::number(given)));
    }

    void anUncoveredClassIsRefusedWithASentence()
    {
        const auto refused = fitLines(spectrumWithLines({.lines = {}}, 1), SpectralClass::Galaxy, 7.0);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"GALAXY"_s));
        QVERIFY(!fitLines(Spectrum(), SpectralClass::Star, 0));
    }

    void theEvidenceTellsWhatIsThereWhatIsNotAndWhatIsOutside()
    {
        const auto evidence =
            lineEvidence(spectrumWithLines(starForming(0.4), 5), SpectralClass::Galaxy, 0.4);
        QVERIFY(lineOf(evidence, u"[O III]"_s).covered);
        QVERIFY(lineOf(evidence, u"Hβ"_s).isSeen());
        QVERIFY(lineOf(evidence, u"[O II]"_s).signalToNoise > 10);
        QVERIFY(!lineOf(evidence, u"Hα"_s).covered); // at 9190 Å
        QVERIFY(lineOf(evidence, u"Mg b"_s).covered);
        QVERIFY(!lineOf(evidence, u"Mg b"_s).isSeen());
    }

    /// The S/N of lines that are not there is distributed as noise is.
    void theSignalOfNothingIsNoise()
    {
        double square = 0;
        int count = 0;
        for (unsigned seed = 1; seed <= 100; ++seed) {
            for (const auto& line : lineEvidence(spectrumWithLines({.sigma = 5, .lines = {}}, seed),
                                                 SpectralClass::Galaxy, 0.1)) {
                square += line.covered ? line.signalToNoise * line.signalToNoise : 0;
                count += line.covered ? 1 : 0;
            }
        }
        const double width = std::sqrt(square / count);
        QVERIFY2(width > 0.9 && width < 1.1, qPrintable(QString::number(width)));
    }

    void theStrongestLineIsTheFeature()
    {
        auto strong = starForming(0.1);
        strong.lines.push_back({6564.61, 2000, 110});
        const auto evidence = lineEvidence(spectrumWithLines(strong, 5), SpectralClass::Galaxy, 0.1);
        const auto feature = strongestLine(evidence);
        QVERIFY(feature && std::abs(*feature - 6564.61 * 1.1) < 0.01);
        QVERIFY(!strongestLine(lineEvidence(spectrumWithLines({.lines = {}}, 1), SpectralClass::Unknown, 0)));
    }

    /// Among the readings of Hα at 7221 Å the true one has the most companions.
    void theReadingsOfAFeatureAreRankedByTheirCompanions()
    {
        const auto readings =
            identificationsOf(spectrumWithLines(starForming(0.1), 5), 6564.61 * 1.1, SpectralClass::Galaxy);
        QCOMPARE(readings.size(), alternativeLines().size());
        QVERIFY(std::ranges::is_sorted(readings, {}, &Identification::z));
        const auto best = std::ranges::max_element(readings, {}, &Identification::seen);
        QCOMPARE(best->as.line.name, u"H-alpha"_s);
        QVERIFY(best->seen >= 5);
        for (const auto& reading : readings)
            QVERIFY(reading.seen <= reading.covered);
    }
};

QTEST_GUILESS_MAIN(TestLineFit)
#include "tst_linefit.moc"
