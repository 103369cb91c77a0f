#include "models/simulation/fiberexposure.h"
#include "models/simulation/instrument.h"
#include "models/simulation/lamostheader.h"
#include "models/simulation/objectflux.h"
#include "models/simulation/randomstream.h"
#include "models/simulation/surveynight.h"
#include "models/spectrum/wavelength.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

std::size_t pixelAt(double angstrom)
{
    return static_cast<std::size_t>(std::lround(LamostGrid::pixelOf(angstrom)));
}

// Position of the highest (sign 1) or lowest (sign -1) point near a pixel, by a parabola through three
// pixels.
double extremum(const std::vector<float>& flux, double near, double reach, double sign)
{
    const auto from = static_cast<std::size_t>(near - reach);
    const auto to = static_cast<std::size_t>(near + reach);
    std::size_t best = from;
    for (auto i = from; i <= to; ++i) {
        if (sign * flux[i] > sign * flux[best])
            best = i;
    }
    const double a = flux[best - 1];
    const double b = flux[best];
    const double c = flux[best + 1];
    return static_cast<double>(best) + 0.5 * (a - c) / (a - 2 * b + c);
}

double medianOf(const std::vector<float>& values, double fromAngstrom, double toAngstrom)
{
    std::vector<float> part(values.begin() + static_cast<std::ptrdiff_t>(pixelAt(fromAngstrom)),
                            values.begin() + static_cast<std::ptrdiff_t>(pixelAt(toAngstrom)));
    std::sort(part.begin(), part.end());
    return part[part.size() / 2];
}

FiberScene starScene(double signalToNoise = 60)
{
    FiberScene scene;
    scene.object.subclass = u"G2"_s;
    scene.object.seed = 5;
    scene.signalToNoise = signalToNoise;
    scene.noiseSeed = 11;
    return scene;
}

PlatePlan somePlate(ObjectMix mix = ObjectMix::Survey)
{
    NightSettings settings;
    settings.mix = mix;
    return plannedPlates(settings).front();
}

}

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

    void broadLinesOfAQsoStandAtItsRedshift_data()
    {
        QTest::addColumn<double>("rest");
        QTest::addColumn<double>("z");
        QTest::newRow("Mg II") << 2798.75 << 0.9;
        QTest::newRow("C IV") << 1549.06 << 2.2;
        QTest::newRow("H-alpha") << 6564.61 << 0.12;
    }

    void broadLinesOfAQsoStandAtItsRedshift()
    {
        QFETCH(double, rest);
        QFETCH(double, z);
        TrueObject object;
        object.kind = ObjectKind::Qso;
        object.z = z;
        object.seed = 8;
        const double expected = LamostGrid::pixelOf(observedWavelength(rest, z));
        // The continuum's slope moves a broad peak a little; a pixel is 69 km/s, the line is thousands wide.
        QVERIFY(std::abs(extremum(objectFlux(object).flux(), expected, 15, 1) - expected) < 2);
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

    void aTeachingPlateHoldsEveryKind()
    {
        const auto spectrograph = plannedSpectrograph(somePlate(ObjectMix::Teaching), 1);
        QSet<int> kinds;
        QSet<QChar> starLetters;
        double highestQso = 0;
        for (const auto& fiber : spectrograph.fibers) {
            const auto& object = fiber.scene.object;
            kinds.insert(int(object.kind));
            if (object.kind == ObjectKind::Star)
                starLetters.insert(object.subclass.back().isDigit() && object.subclass.size() == 3
                                           && object.subclass[0].isLower()
                                       ? object.subclass[1]
                                       : object.subclass[0]);
            if (object.kind == ObjectKind::Qso)
                highestQso = std::max(highestQso, object.z);
        }
        QCOMPARE(kinds.size(), int(ObjectKind::Sky) + 1);
        for (const auto letter : u"OBAFGKM"_s)
            QVERIFY2(starLetters.contains(letter), qPrintable(QString(letter)));
        QVERIFY(highestQso >= 4.0);
    }

    void idsFollowTheSurveysRules()
    {
        const auto plate = somePlate();
        const auto spectrograph = plannedSpectrograph(plate, 16);
        QCOMPARE(int(spectrograph.fibers.size()), 250);
        for (const auto& fiber : spectrograph.fibers)
            QCOMPARE(fiber.obsid, plate.pid * qint64 {100000} + 16 * 1000 + fiber.fiberId);
        // floor(LMJM/1440 + 0.5), and the evening's MJD; 2018-12-05 is MJD 58457.
        for (const auto lmjm : plate.exposureStarts)
            QCOMPARE(int(std::floor(double(lmjm) / 1440 + 0.5)), plate.lmjd());
        QCOMPARE(plate.lmjd(), 58458);
        QCOMPARE(plate.mjd(), 58457);
        QCOMPARE(lamostFileName(plate, 3, 7), u"spec-58458-%1_sp03-007.fits"_s.arg(plate.planId));
        QCOMPARE(lamostFolder(plate), u"20181205/"_s + plate.planId);
    }

    void platesBeyondTheNightFallOnTheNextOnes()
    {
        NightSettings settings;
        settings.plates = 60;
        const auto plates = plannedPlates(settings);
        QCOMPARE(plates.size(), 60U);
        QVERIFY(plates.back().evening > plates.front().evening);
        for (std::size_t i = 1; i < plates.size(); ++i) {
            QCOMPARE(plates[i].pid, plates[i - 1].pid + 1);
            QVERIFY(plates[i].exposureStarts.front() > plates[i - 1].exposureStarts.back());
            QCOMPARE(plates[i].mjd(), int(plates[i].evening.toJulianDay() - 2400001));
        }
        QVERIFY(
            std::any_of(plates.begin(), plates.end(), [](const PlatePlan& plate) { return !plate.valid; }));
    }

    void designationsAreCutNotRounded()
    {
        // Three released spectra of the survey.
        QCOMPARE(designation(158.209454, 35.693413), u"J103250.26+354136.2"_s);
        QCOMPARE(designation(332.202274, -2.056767), u"J220848.54-020324.3"_s);
    }

    void theHeliocentricVelocityIsThatOfTheEarth()
    {
        // HD103621N361936B01, spectrograph 3, released with HELIO_RV = 18.92 km/s; the Earth's rotation is
        // left out.
        PlatePlan plate = somePlate();
        plate.exposureStarts = {84347843};
        plate.raDeg = 157.8784931 - 0.509 / std::cos(36.2822206 * 0.0174533);
        plate.decDeg = 36.2822206 - 0.509;
        const auto spectrograph = plannedSpectrograph(plate, 1, 1);
        QVERIFY(std::abs(spectrograph.conditions.heliocentricKmS - 18.92) < 0.5);
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

    void classSharesOfTheSurveyMixAreThoseOfDr5()
    {
        NightSettings settings;
        settings.plates = 6;
        std::array<double, 4> count {};
        double total = 0;
        for (const auto& plate : plannedPlates(settings)) {
            for (int id = 1; id <= 16; ++id) {
                for (const auto& fiber : plannedSpectrograph(plate, id).fibers) {
                    if (fiber.fiberType == u"Sky"_s)
                        continue;
                    ++count[static_cast<std::size_t>(fiber.answer.spectralClass)];
                    ++total;
                }
            }
        }
        const auto percent = [&](SpectralClass spectralClass) {
            return 100 * count[std::size_t(spectralClass)] / total;
        };
        const QString found = u"STAR %1 GALAXY %2 QSO %3 Unknown %4"_s.arg(percent(SpectralClass::Star))
                                  .arg(percent(SpectralClass::Galaxy))
                                  .arg(percent(SpectralClass::Qso))
                                  .arg(percent(SpectralClass::Unknown));
        QVERIFY2(std::abs(percent(SpectralClass::Star) - 90.66) < 1.5, qPrintable(found));
        QVERIFY2(std::abs(percent(SpectralClass::Galaxy) - 1.69) < 0.4, qPrintable(found));
        QVERIFY2(std::abs(percent(SpectralClass::Qso) - 0.58) < 0.2, qPrintable(found));
        QVERIFY2(std::abs(percent(SpectralClass::Unknown) - 7.07) < 1.5, qPrintable(found));
    }

    void aConfusedRedshiftTakesOneLineForAnother()
    {
        constexpr double lines[] {1215.67, 1549.06, 1908.73, 2798.75, 3728.48, 4862.69, 5008.24, 6564.61};
        int confused = 0;
        for (const auto& fiber : plannedSpectrograph(somePlate(ObjectMix::Teaching), 1).fibers) {
            if (fiber.mistake != PipelineMistake::SingleLineConfusion)
                continue;
            ++confused;
            const double ratio = (1 + fiber.answer.z.value()) / (1 + fiber.scene.object.z);
            bool explained = false;
            for (const double real : lines) {
                for (const double taken : lines)
                    explained = explained || (real != taken && std::abs(ratio - real / taken) < 1e-6);
            }
            QVERIFY2(explained, qPrintable(QString::number(ratio)));
        }
        QVERIFY(confused > 0);
    }

    void anAnswerThatIsNoMistakeIsRight()
    {
        for (const auto& fiber : plannedSpectrograph(somePlate(ObjectMix::Teaching), 1).fibers) {
            if (fiber.mistake != PipelineMistake::None || fiber.fiberType == u"Sky"_s)
                continue;
            QCOMPARE(fiber.answer.spectralClass, classOf(fiber.scene.object.kind));
            QCOMPARE(fiber.answer.subclass, fiber.scene.object.subclass);
            QVERIFY(std::abs(*fiber.answer.z - fiber.scene.object.z) < 5 * *fiber.answer.zError);
        }
    }

    void masksOfEveryExposureAreMasksOfAny()
    {
        const auto spectrograph = plannedSpectrograph(somePlate(), 1, 60);
        int masked = 0;
        for (const auto& fiber : spectrograph.fibers) {
            const auto rows = exposedFiber(fiber.scene, spectrograph.conditions);
            for (std::size_t i = 0; i < rows.flux.size(); ++i) {
                QVERIFY(rows.andMask[i] == 0 || rows.orMask[i] == rows.andMask[i]);
                QVERIFY(std::isfinite(rows.flux[i]) && rows.inverseVariance[i] >= 0);
                masked += rows.orMask[i] != 0 ? 1 : 0;
            }
        }
        QVERIFY(masked > 0);
    }

    void everyDefectIsSeen_data()
    {
        QTest::addColumn<int>("kind");
        for (const auto kind : allDefectKinds())
            QTest::addRow("%s", qPrintable(defectName(kind))) << int(kind);
    }

    void everyDefectIsSeen()
    {
        QFETCH(int, kind);
        const auto defect = static_cast<DefectKind>(kind);
        auto scene = starScene();
        const auto good = exposedFiber(scene, {});
        scene.defects = {{defect, 1.0}};
        const auto bad = exposedFiber(scene, {});
        const auto level = [](const PixelRows& rows, double from, double to) {
            return medianOf(rows.flux, from, to);
        };
        const auto slope = [&](const PixelRows& rows) {
            return level(rows, 8000, 8200) / level(rows, 4500, 4700);
        };
        const auto spread = [](const PixelRows& rows, double around) {
            double most = 0;
            for (auto i = pixelAt(around) - 3; i <= pixelAt(around) + 3; ++i)
                most = std::max(
                    most, double(std::abs(rows.flux[i] - medianOf(rows.flux, around - 40, around + 40))));
            return most;
        };
        switch (defect) {
        case DefectKind::StrayLight:
            QVERIFY(level(bad, 6000, 6500) > 1.5 * level(good, 6000, 6500));
            break;
        case DefectKind::NegativeFlux:
            QVERIFY(level(bad, 3800, 4200) < 0.7 * level(good, 3800, 4200));
            scene.signalToNoise = 4;
            QVERIFY(level(exposedFiber(scene, {}), 4500, 5500) < 0);
            break;
        case DefectKind::BadSky:
            QVERIFY(spread(bad, 8829.5) + spread(bad, 8347.0)
                    > 3 * (spread(good, 8829.5) + spread(good, 8347.0)));
            break;
        case DefectKind::ArmStep:
            QVERIFY(level(bad, 6000, 6200) / level(bad, 5400, 5600)
                    > 1.2 * level(good, 6000, 6200) / level(good, 5400, 5600));
            break;
        case DefectKind::WavelengthShift:
            QVERIFY(extremum(bad.flux, LamostGrid::pixelOf(6564.61), 12, -1)
                    > extremum(good.flux, LamostGrid::pixelOf(6564.61), 12, -1) + 3);
            break;
        case DefectKind::WrongStandard:
            QVERIFY(slope(bad) > 1.5 * slope(good));
            break;
        case DefectKind::MissingBlueArm:
            QCOMPARE(*std::max_element(bad.inverseVariance.begin(), bad.inverseVariance.begin() + 1800),
                     0.0F);
            QCOMPARE(bandSignalToNoise(bad)[1], -9999.0);
            break;
        case DefectKind::MissingRedArm:
            QCOMPARE(*std::max_element(bad.inverseVariance.begin() + 2200, bad.inverseVariance.end()), 0.0F);
            QCOMPARE(bandSignalToNoise(bad)[3], -9999.0);
            break;
        case DefectKind::Moonlight:
            QVERIFY(level(bad, 5000, 6000) > 1.2 * level(good, 5000, 6000));
            break;
        case DefectKind::CityLight:
            QVERIFY(spread(bad, 5462.3) > 2 * spread(good, 5462.3));
            break;
        }
    }

    void theSameSeedGivesTheSameSpectrum()
    {
        const auto scene = starScene();
        const auto once = exposedFiber(scene, {});
        const auto twice = exposedFiber(scene, {});
        QVERIFY(once.flux == twice.flux && once.inverseVariance == twice.inverseVariance);
        auto other = scene;
        other.noiseSeed = 12;
        QVERIFY(exposedFiber(other, {}).flux != once.flux);
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
