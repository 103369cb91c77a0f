#include "models/measure/linestrength.h"
#include "support/quiet.h"
#include "support/syntheticlines.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double lineAngstrom = 6600;

PutSpectrum oneLine(double flux, double sigma)
{
    return {.z = 0, .sigma = sigma, .lines = {{lineAngstrom, flux, 200}}};
}

double continuumAtLine(const PutSpectrum& put)
{
    return put.level * (1 + put.slope * (lineAngstrom - 6000) / 6000);
}

double width(const std::vector<double>& values)
{
    double square = 0;
    for (const double value : values)
        square += value * value;
    return std::sqrt(square / double(values.size()));
}
}

class TestLineStrength : public QObject
{
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    void fluxAndEquivalentWidthAreThoseThatWerePutIn_data()
    {
        QTest::addColumn<double>("flux");
        QTest::newRow("emission") << 500.0;
        QTest::newRow("absorption") << -300.0;
    }

    void fluxAndEquivalentWidthAreThoseThatWerePutIn()
    {
        QFETCH(double, flux);
        const auto put = oneLine(flux, 1e-3);
        const auto strength = lineStrength(spectrumWithLines(put, 1), lineAngstrom - 22, lineAngstrom + 22);
        QVERIFY(strength);
        QVERIFY(std::abs(strength.value().flux / flux - 1) < 0.005);
        QVERIFY(strength.value().width);
        QVERIFY(std::abs(strength.value().width->angstrom / (-flux / continuumAtLine(put)) - 1) < 0.005);
        QVERIFY(std::abs(strength.value().centreAngstrom - lineAngstrom) < 0.02);
        QVERIFY(std::abs(strength.value().continuum / continuumAtLine(put) - 1) < 0.001);
    }

    void aContinuumBelowZeroHasNoEquivalentWidth()
    {
        auto put = oneLine(500, 1e-3);
        put.level = -3; // as where too much sky was taken off
        const auto strength = lineStrength(spectrumWithLines(put, 1), lineAngstrom - 22, lineAngstrom + 22);
        QVERIFY(strength);
        QVERIFY(std::abs(strength.value().flux / 500 - 1) < 0.005);
        QVERIFY(!strength.value().width);
    }

    /// 400 spectra that differ in noise only: (measured − true)/error has a width of 1.
    void theErrorsAreHonest()
    {
        const auto put = oneLine(400, 3);
        std::vector<double> fluxPulls;
        std::vector<double> widthPulls;
        for (unsigned seed = 1; seed <= 400; ++seed) {
            const auto strength =
                lineStrength(spectrumWithLines(put, seed), lineAngstrom - 22, lineAngstrom + 22);
            QVERIFY(strength);
            fluxPulls.push_back((strength.value().flux - 400) / strength.value().fluxError);
            QVERIFY(strength.value().width);
            widthPulls.push_back((strength.value().width->angstrom + 400 / continuumAtLine(put))
                                 / strength.value().width->error);
        }
        QVERIFY2(width(fluxPulls) > 0.9 && width(fluxPulls) < 1.15,
                 qPrintable(QString::number(width(fluxPulls))));
        QVERIFY2(width(widthPulls) > 0.9 && width(widthPulls) < 1.15,
                 qPrintable(QString::number(width(widthPulls))));
    }

    void theEndsMayComeInEitherOrder()
    {
        const auto spectrum = spectrumWithLines(oneLine(400, 3), 7);
        const auto there = lineStrength(spectrum, 6580, 6620);
        const auto back = lineStrength(spectrum, 6620, 6580);
        QVERIFY(there && back);
        QCOMPARE(there.value().flux, back.value().flux);
    }

    void whatCannotBeMeasuredIsRefusedWithASentence()
    {
        auto spectrum = spectrumWithLines(oneLine(400, 3), 7);
        QVERIFY(!lineStrength(spectrum, 6600, 6600.5)); // within a pixel
        QVERIFY(!lineStrength(spectrum, 3500, 3600)); // outside
        QVERIFY(!lineStrength(spectrum, 3690, 3720)); // nothing to the blue
        spectrum.coadd.inverseVariance[2515] = 0; // 6600.3 Å
        const auto refused = lineStrength(spectrum, 6580, 6620);
        QVERIFY(!refused);
        QVERIFY(!refused.error().message.isEmpty());
    }

    void withoutErrorsInTheFileTheScatterGivesThem()
    {
        const auto put = oneLine(400, 3);
        auto spectrum = spectrumWithLines(put, 9);
        const auto known = lineStrength(spectrum, 6578, 6622);
        spectrum.coadd.inverseVariance.clear();
        const auto estimated = lineStrength(spectrum, 6578, 6622);
        QVERIFY(known && estimated);
        QVERIFY(std::abs(estimated.value().fluxError / known.value().fluxError - 1) < 0.1);
    }
};

QTEST_GUILESS_MAIN(TestLineStrength)
#include "tst_linestrength.moc"
