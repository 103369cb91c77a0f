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

/// What a whole night holds.
class TestSurveyNight : public QObject
{
    Q_OBJECT
private slots:
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
            QVERIFY(plates[i].pid > plates[i - 1].pid);
            QVERIFY(plates[i].exposureStarts.front() > plates[i - 1].exposureStarts.back());
            QCOMPARE(plates[i].mjd(), int(plates[i].evening.toJulianDay() - 2400001));
        }
        QVERIFY(
            std::any_of(plates.begin(), plates.end(), [](const PlatePlan& plate) { return !plate.valid; }));
    }

    void nightsAndSkiesShareNoObsid()
    {
        QSet<int> runs;
        int plates = 0;
        for (const quint64 seed : {0, 1, 2, 4095}) {
            for (int day = 0; day < 3; ++day) {
                NightSettings settings;
                settings.seed = seed;
                settings.plates = 8;
                settings.evening = QDate(2018, 12, 5).addDays(10 * day);
                for (const auto& plate : plannedPlates(settings)) {
                    QVERIFY(plate.pid > 0);
                    runs.insert(plate.pid);
                    ++plates;
                }
            }
        }
        QCOMPARE(int(runs.size()), plates);
    }

    void neighbouringNightsShareNoObsid()
    {
        NightSettings first;
        first.plates = 8;
        auto second = first;
        second.evening = first.evening.addDays(1);
        QSet<int> runs;
        for (const auto& plate : plannedPlates(first))
            if (plate.evening == first.evening)
                runs.insert(plate.pid);
        for (const auto& plate : plannedPlates(second))
            QVERIFY(!runs.contains(plate.pid));
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
};

QTEST_GUILESS_MAIN(TestSurveyNight)
#include "tst_surveynight.moc"
