#include "models/simulation/fiberexposure.h"
#include "models/simulation/instrument.h"
#include "models/simulation/lamostheader.h"
#include "models/simulation/objectflux.h"
#include "models/simulation/randomstream.h"
#include "models/simulation/surveynight.h"
#include "models/spectrum/wavelength.h"
#include "support/simulatedscenes.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace simulated;

/// What single objects and fibres look like.
class TestSimulation : public QObject
{
    Q_OBJECT
private slots:
    void theRandomStreamIsAlwaysTheSame()
    {
        RandomStream random(1, {2, 3});
        const quint64 first = random.bits();
        RandomStream again(1, {2, 3});
        QCOMPARE(again.bits(), first);
        QVERIFY(RandomStream(1, {3, 2}).bits() != first);
        QVERIFY(RandomStream(2, {2, 3}).bits() != first);
        // Reference of the published generator: all further words follow from these.
        QCOMPARE(RandomStream(0, {}).bits(), quint64 {0x53175d61490b23dfU});
    }

    void normalDeviatesHaveTheirMoments()
    {
        RandomStream random(4, {});
        double sum = 0;
        double squares = 0;
        int beyondTwo = 0;
        constexpr int count = 200000;
        for (int i = 0; i < count; ++i) {
            const double x = random.normal();
            sum += x;
            squares += x * x;
            beyondTwo += std::abs(x) > 1.959964 ? 1 : 0;
        }
        QVERIFY(std::abs(sum / count) < 0.01);
        QVERIFY(std::abs(squares / count - 1) < 0.02);
        QVERIFY(std::abs(beyondTwo / double(count) - 0.05) < 0.002);
    }

    void emissionLinesStandAtTheirRedshiftedWavelength_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("rest");
        QTest::addColumn<double>("z");
        for (const double z : {0.01, 0.0833, 0.2}) {
            QTest::addRow("H-alpha of a galaxy at %g", z)
                << int(ObjectKind::StarFormingGalaxy) << 6564.61 << z;
            QTest::addRow("[O III] of an AGN at %g", z) << int(ObjectKind::NarrowLineAgn) << 5008.24 << z;
            QTest::addRow("[O II] of a galaxy at %g", z)
                << int(ObjectKind::StarFormingGalaxy) << 3728.48 << z;
        }
        QTest::addRow("[O III] of a QSO") << int(ObjectKind::Qso) << 5008.24 << 0.31;
        QTest::addRow("H-beta of a CV") << int(ObjectKind::CataclysmicVariable) << 4862.69 << -0.0004;
    }

    void emissionLinesStandAtTheirRedshiftedWavelength()
    {
        QFETCH(int, kind);
        QFETCH(double, rest);
        QFETCH(double, z);
        TrueObject object;
        object.kind = static_cast<ObjectKind>(kind);
        object.z = z;
        object.seed = 3;
        const double expected = LamostGrid::pixelOf(observedWavelength(rest, z));
        const double found = extremum(objectFlux(object).flux(), expected, 8, 1);
        QVERIFY2(std::abs(found - expected) < 0.5, qPrintable(QString::number(found - expected)));
    }

    void theOxygenDoubletIsOneLineAtItsMean()
    {
        TrueObject object;
        object.kind = ObjectKind::StarFormingGalaxy;
        object.z = 0.0833;
        object.seed = 3;
        const auto flux = objectFlux(object).flux();
        const double expected = LamostGrid::pixelOf(observedWavelength(3728.48, object.z));
        const auto first = static_cast<std::size_t>(expected) - 7;
        const float base = std::min(flux[first], flux[first + 14]);
        double sum = 0;
        double moment = 0;
        for (auto i = first; i <= first + 14; ++i) {
            sum += flux[i] - base;
            moment += double(i) * (flux[i] - base);
        }
        QVERIFY(sum > 5 * base);
        QVERIFY2(std::abs(moment / sum - expected) < 0.5,
                 qPrintable(QString::number(moment / sum - expected)));
    }

    void broadLinesOfQsosMoveAboutTheirRedshifts_data()
    {
        QTest::addColumn<double>("rest");
        QTest::addColumn<double>("z");
        QTest::addColumn<double>("meanKmS");
        QTest::addColumn<double>("sigmaKmS");
        QTest::newRow("Mg II") << 2798.75 << 0.9 << 0.0 << 205.0;
        QTest::newRow("C IV") << 1549.06 << 2.2 << -500.0 << 400.0;
        QTest::newRow("H-beta") << 4862.69 << 0.5 << 0.0 << 300.0;
    }

    void broadLinesOfQsosMoveAboutTheirRedshifts()
    {
        QFETCH(double, rest);
        QFETCH(double, z);
        QFETCH(double, meanKmS);
        QFETCH(double, sigmaKmS);
        const double expected =
            LamostGrid::pixelOf(observedWavelength(rest, z)) + meanKmS / LamostGrid::kmSPerPixel;
        constexpr int count = 100;
        double sum = 0;
        double squares = 0;
        for (quint64 seed = 1; seed <= count; ++seed) {
            TrueObject object;
            object.kind = ObjectKind::Qso;
            object.z = z;
            object.seed = seed;
            const double place = extremum(objectFlux(object).flux(), expected, 24, 1) - expected;
            sum += place;
            squares += place * place;
        }
        // The continuum's slope moves a broad peak a little: by less than a pixel.
        QVERIFY2(std::abs(sum / count) < 1.5, qPrintable(QString::number(sum / count)));
        const double scatter = std::sqrt(squares / count) * LamostGrid::kmSPerPixel / sigmaKmS;
        QVERIFY2(scatter > 0.7 && scatter < 1.3, qPrintable(QString::number(scatter)));
    }

    void absorptionLinesStandAtTheirRedshiftedWavelength_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("temperature");
        QTest::addColumn<double>("rest");
        QTest::addColumn<double>("z");
        QTest::newRow("H-beta of an A star") << int(ObjectKind::Star) << 9400.0 << 4862.69 << 0.0003;
        QTest::newRow("H-alpha of a fast star") << int(ObjectKind::Star) << 9400.0 << 6564.61 << -0.002;
        QTest::newRow("Ca II 8544 of a K giant") << int(ObjectKind::Star) << 4700.0 << 8544.44 << -0.0001;
        QTest::newRow("Ca I of a K dwarf") << int(ObjectKind::Star) << 4400.0 << 6163.88 << 0.0;
        QTest::newRow("H-gamma of a white dwarf")
            << int(ObjectKind::WhiteDwarf) << 14000.0 << 4341.69 << 0.0001;
        QTest::newRow("Ca K of a galaxy") << int(ObjectKind::EarlyGalaxy) << 5000.0 << 3934.77 << 0.15;
    }

    void absorptionLinesStandAtTheirRedshiftedWavelength()
    {
        QFETCH(int, kind);
        QFETCH(double, temperature);
        QFETCH(double, rest);
        QFETCH(double, z);
        TrueObject object;
        object.kind = static_cast<ObjectKind>(kind);
        object.temperatureK = temperature;
        object.z = z;
        object.seed = 3;
        const double expected = LamostGrid::pixelOf(observedWavelength(rest, z));
        const double tolerance =
            kind == int(ObjectKind::EarlyGalaxy) || kind == int(ObjectKind::WhiteDwarf) ? 1.5 : 0.5;
        const double found = extremum(objectFlux(object).flux(), expected, 6, -1);
        QVERIFY2(std::abs(found - expected) < tolerance, qPrintable(QString::number(found - expected)));
    }

    void theWantedSignalToNoiseIsReached_data()
    {
        QTest::addColumn<double>("wanted");
        for (const double wanted : {3.0, 10.0, 40.0, 150.0})
            QTest::addRow("%g", wanted) << wanted;
    }

    void theWantedSignalToNoiseIsReached()
    {
        QFETCH(double, wanted);
        const auto rows = exposedFiber(starScene(wanted), {});
        std::vector<float> ratio(rows.flux.size());
        for (std::size_t i = 0; i < ratio.size(); ++i)
            ratio[i] = rows.flux[i] * std::sqrt(rows.inverseVariance[i]);
        QVERIFY(std::abs(medianOf(ratio, 6000, 6250) / wanted - 1) < 0.15);
    }

    void theStatedErrorsAreTheNoise()
    {
        // Sky fibres show nothing but noise: away from sky lines its scatter is the stated σ.
        FiberScene scene;
        scene.object.kind = ObjectKind::Sky;
        double squares = 0;
        int count = 0;
        for (quint64 seed = 1; seed <= 20; ++seed) {
            scene.noiseSeed = seed;
            const auto rows = exposedFiber(scene, {});
            for (auto i = pixelAt(4600); i < pixelAt(5150); ++i) {
                const double x = rows.flux[i] * std::sqrt(rows.inverseVariance[i]);
                if (std::abs(x) < 4) {
                    squares += x * x;
                    ++count;
                }
            }
        }
        const double scatter = std::sqrt(squares / count);
        QVERIFY2(std::abs(scatter - 1) < 0.06, qPrintable(QString::number(scatter)));
    }

    void theHeaderSaysTheMeasuredSignalToNoise()
    {
        const auto plate = somePlate();
        const auto spectrograph = plannedSpectrograph(plate, 2, 30);
        for (const auto& fiber : spectrograph.fibers) {
            const auto rows = exposedFiber(fiber.scene, spectrograph.conditions);
            const auto measured = bandSignalToNoise(rows);
            const FitsHeader header(lamostCards(plate, spectrograph, fiber, measured, Layout::LamostImage));
            std::vector<float> ratio;
            const auto from = static_cast<std::size_t>(LamostGrid::pixelOf(5500));
            const auto to = static_cast<std::size_t>(LamostGrid::pixelOf(7000));
            for (auto i = from; i < to; ++i) {
                if (rows.inverseVariance[i] > 0)
                    ratio.push_back(rows.flux[i] * std::sqrt(rows.inverseVariance[i]));
            }
            std::sort(ratio.begin(), ratio.end());
            const auto written = header.number("SNRR");
            if (ratio.size() * 2 < to - from) {
                QVERIFY(!written);
                continue;
            }
            QVERIFY(written);
            const double expected = std::max(0.0F, ratio[ratio.size() / 2]);
            QVERIFY2(std::abs(*written - expected) < 0.03 + 0.002 * expected,
                     qPrintable(u"%1 instead of %2"_s.arg(*written).arg(expected)));
            QCOMPARE(header.integer("OBSID"), std::optional<qint64>(fiber.obsid));
        }
    }

    void theThroughputFallsToTheEnds()
    {
        const auto& shapes = instrument();
        QVERIFY(shapes.throughput[pixelAt(3750)] < 0.1F);
        QVERIFY(shapes.throughput[pixelAt(7300)] > 2.0F);
        QVERIFY(shapes.redShare[pixelAt(5650)] == 0.0F && shapes.redShare[pixelAt(5950)] == 1.0F);
    }
};

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
