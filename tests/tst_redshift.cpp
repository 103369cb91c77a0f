#include "models/redshift/forestveto.h"
#include "models/redshift/fourier.h"
#include "models/redshift/groupsearch.h"
#include "models/redshift/numbers.h"
#include "models/redshift/redshiftengine.h"
#include "models/templates/templatebuilder.h"

#include <QTest>

#include <random>

using namespace Qt::Literals::StringLiterals;

namespace {
const RedshiftEngine& engine()
{
    static const RedshiftEngine result(buildTemplates({}, {u"test"_s, 8}));
    return result;
}

/// A spectrum of two components of a group at a redshift with a median S/N, or noise alone where `snr` is 0.
Spectrum drawn(const QString& groupName, std::size_t first, std::size_t second, double z, float snr)
{
    Spectrum spectrum;
    spectrum.layout = Layout::Sdss;
    std::mt19937 random(7);
    std::normal_distribution<float> noise;
    for (const auto& group : engine().templates()) {
        if (group.name != groupName)
            continue;
        for (double logWavelength = 3.58; logWavelength < 3.96; logWavelength += 1e-4) {
            const double wavelength = std::pow(10.0, logWavelength);
            const double place = restGrid.pixelOf(wavelength / (1 + z));
            const auto pixel = static_cast<std::size_t>(place);
            const auto part = static_cast<float>(place - std::floor(place));
            const auto value = [&](std::size_t component) {
                const auto& flux = group.components[component].flux;
                return (1 - part) * flux[pixel] + part * flux[pixel + 1];
            };
            const float signal = snr > 0 ? 10 * (value(first) + 40 * value(second)) : 0;
            const float sigma = snr > 0 ? 10 / snr : 1;
            spectrum.coadd.wavelengthAngstrom.push_back(wavelength);
            spectrum.coadd.flux.push_back(signal + sigma * noise(random));
            spectrum.coadd.inverseVariance.push_back(1 / (sigma * sigma));
        }
    }
    return spectrum;
}
}

class RedshiftTest : public QObject
{
    Q_OBJECT
private slots:
    void correlationByFourierIsTheSumItStandsFor();
    void mediansAreThoseOfSorting();
    void theSearchFindsTheGainsOfSingleFits();
    void amplitudesAreNeverNegative();
    void nothingIsKnownBetweenTwoArms();
    void findsAnEmissionLineGalaxy();
    void givesNoRedshiftToNoise();
    void lightThatHydrogenWouldHaveTakenRefutesAQso();
    void saysNothingOfAnEmptySpectrum();
};

void RedshiftTest::correlationByFourierIsTheSumItStandsFor()
{
    const std::vector<float> x {1, 2, 3, 4};
    const std::vector<float> t {5, 1, 0, 2, 7, 3};
    const std::vector<float> small {3e-4F, 0, 1e-4F, 0, 2e-4F, 1e-4F};
    const Fourier fourier(10);
    const auto [one, other] = fourier.transformed(small, x);
    std::array<float, 3> result {};
    std::array<float, 3> ofSmall {};
    fourier.correlate(other, fourier.paired(t, small), 3, result.data(), ofSmall.data());
    for (std::size_t lag = 0; lag < result.size(); ++lag) {
        float sum = 0;
        float smallSum = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            sum += x[i] * t[i + lag];
            smallSum += x[i] * small[i + lag];
        }
        QVERIFY(std::abs(result[lag] - sum) < 1e-4F);
        QVERIFY(std::abs(ofSmall[lag] - smallSum) < 1e-8F);
    }
}

void RedshiftTest::mediansAreThoseOfSorting()
{
    std::mt19937 random(3);
    std::normal_distribution<float> value;
    for (int count = 1; count < 40; ++count) {
        std::vector<float> values(static_cast<std::size_t>(count));
        for (auto& one : values)
            one = value(random);
        auto sorted = values;
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(medianOf(values), sorted[static_cast<std::size_t>(count / 2)]);
    }
}

void RedshiftTest::theSearchFindsTheGainsOfSingleFits()
{
    // Half of the QSO's lines are out of the spectrum's range: what rounding leaves of them must gain
    // nothing.
    const auto ready = prepared(drawn(u"QSO-far-5500"_s, 0, 2, 1.1, 20));
    QVERIFY(ready);
    for (const auto& group : engine().templates()) {
        if (group.spectralClass == SpectralClass::Star || !group.lead.isEmpty())
            continue;
        const GroupSamples samples(group);
        const GroupSearch search(samples);
        const ContinuumModes modes(*ready, ready->level(search.factor()), 8);
        const auto curve = search.search(modes);
        for (std::size_t i = 0; i < curve.gain.size(); i += 3) {
            const auto exact = fitGroup(samples, modes, curve.firstShift + static_cast<int>(i)).gain;
            QVERIFY2(
                std::abs(static_cast<double>(curve.gain[i]) - exact) < 0.5 + 1e-3 * exact,
                qPrintable(u"%1 %2: %3, not %4"_s.arg(group.name)
                               .arg(redshiftOfShift(curve.firstShift + static_cast<double>(i), curve.factor))
                               .arg(static_cast<double>(curve.gain[i]))
                               .arg(exact)));
        }
    }
}

void RedshiftTest::amplitudesAreNeverNegative()
{
    NormalEquations equations;
    equations.size = 2;
    equations.a[0] = {2, 1};
    equations.a[1] = {1, 2};
    equations.b = {4, -1};
    equations.usable = {true, true};
    const auto fit = solveFit(equations, true);
    QVERIFY(std::abs(fit.values[0] - 2) < 1e-3);
    QCOMPARE(fit.values[1], 0.0);
    QVERIFY(solveFit(equations, false).values[1] < -1);
}

/// As LAMOST's arms of medium resolution follow each other.
void RedshiftTest::nothingIsKnownBetweenTwoArms()
{
    Samples samples;
    const auto addArm = [&samples](double from, double to) {
        for (double angstrom = from; angstrom < to; angstrom *= 1 + 2.3e-5) {
            samples.wavelengthAngstrom.push_back(angstrom);
            samples.flux.push_back(1);
            samples.inverseVariance.push_back(1);
        }
    };
    addArm(4950, 5350);
    addArm(6300, 6800);
    const auto grid = rebinned(samples, observedGrid);
    for (int i = 0; i < observedGrid.size; ++i) {
        const auto wavelength = observedGrid.wavelengthAt(i);
        const bool inside =
            (wavelength > 4952 && wavelength < 5348) || (wavelength > 6302 && wavelength < 6798);
        const bool outside =
            wavelength < 4948 || (wavelength > 5352 && wavelength < 6298) || wavelength > 6802;
        QVERIFY2(!inside || (grid.weight[i] > 9.9F && grid.weight[i] < 10.2F),
                 qPrintable(QString::number(wavelength)));
        QVERIFY2(!outside || grid.weight[i] == 0, qPrintable(QString::number(wavelength)));
    }
}

void RedshiftTest::findsAnEmissionLineGalaxy()
{
    const auto answer = engine().solve(drawn(u"GALAXY"_s, 0, 6, 0.2345, 10));
    QVERIFY(!answer.solutions.empty());
    const auto& best = answer.solutions.front();
    QVERIFY2(std::abs(best.z - 0.2345) < 2e-4, qPrintable(QString::number(best.z)));
    QVERIFY(best.zError > 0 && best.zError < 2e-4);
    QVERIFY(answer.hasRedshift());
}

void RedshiftTest::givesNoRedshiftToNoise()
{
    const auto answer = engine().solve(drawn(u"GALAXY"_s, 0, 6, 0, 0));
    QVERIFY(!answer.hasRedshift());
    QVERIFY(answer.solutions.front().warnings.testFlag(RedshiftWarning::NoRedshift));
}

void RedshiftTest::lightThatHydrogenWouldHaveTakenRefutesAQso()
{
    const auto seen = [](double belowLymanAlpha, double belowLimit, double sigma) {
        Spectrum spectrum;
        std::mt19937 random(7);
        std::normal_distribution<double> noise(0, sigma);
        for (double logWavelength = 3.57; logWavelength < 3.96; logWavelength += 1e-4) {
            const double rest = std::pow(10.0, logWavelength) / (1 + 4.0);
            const double flux = rest < 912 ? belowLimit : rest < 1216 ? belowLymanAlpha : 1;
            spectrum.coadd.wavelengthAngstrom.push_back(std::pow(10.0, logWavelength));
            spectrum.coadd.flux.push_back(static_cast<float>(flux + noise(random)));
            spectrum.coadd.inverseVariance.push_back(static_cast<float>(1 / (sigma * sigma)));
        }
        return prepared(spectrum).value();
    };
    QVERIFY(isRefutedByForest(seen(1, 1, 0.1), 4));
    QVERIFY(isRefutedByForest(seen(0.5, 0.6, 0.1), 4)); // at the Lyman limit alone
    QVERIFY(!isRefutedByForest(seen(0.5, 0, 0.1), 4));
    QVERIFY(!isRefutedByForest(seen(1, 1, 30), 4)); // noise says nothing
    QVERIFY(!isRefutedByForest(seen(1, 1, 0.1), 2)); // no forest in the spectrum
}

void RedshiftTest::saysNothingOfAnEmptySpectrum()
{
    QVERIFY(engine().solve(Spectrum()).solutions.empty());
}

QTEST_GUILESS_MAIN(RedshiftTest)
#include "tst_redshift.moc"
