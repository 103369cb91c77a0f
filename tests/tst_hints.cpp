#include "models/problems/hint.h"
#include "models/simulation/surveynight.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int fiberCount = 120;
constexpr int firstBad = 41;
constexpr int lastBad = 65;

const QDate night(2018, 12, 5);

Spectrum asSpectrum(const FiberPlan& fiber, const SpectrographPlan& spectrograph)
{
    const auto rows = exposedFiber(fiber.scene, spectrograph.conditions);
    Spectrum spectrum;
    spectrum.target.fiberId = fiber.fiberId;
    spectrum.target.obsid = fiber.obsid;
    spectrum.target.fiberType = fiber.fiberType;
    if (fiber.gri[1] < 90)
        spectrum.target.magnitude = fiber.gri[1];
    spectrum.pipeline = fiber.answer;
    spectrum.coadd.wavelengthAngstrom.assign(rows.wavelength.begin(), rows.wavelength.end());
    spectrum.coadd.flux = rows.flux;
    spectrum.coadd.inverseVariance = rows.inverseVariance;
    return spectrum;
}

/// A clean simulated spectrograph, with a defect in the bad fibres if one is asked for.
std::vector<FiberMeasure> measured(std::optional<DefectKind> kind = {}, double strength = 1)
{
    NightSettings settings;
    auto spectrograph = plannedSpectrograph(plannedPlates(settings).front(), 3, fiberCount);
    std::vector<FiberMeasure> fibers;
    for (auto& fiber : spectrograph.fibers) {
        fiber.scene.defects.clear();
        if (kind && fiber.fiberId >= firstBad && fiber.fiberId <= lastBad)
            fiber.scene.defects.push_back({*kind, strength});
        fibers.push_back(measureOf(asSpectrum(fiber, spectrograph)));
    }
    return fibers;
}

/// The share of the bad fibres that hints of a kind cover, and the share of good ones that they cover too.
std::pair<double, double> coverage(const Hints& hints, const QString& kind)
{
    int bad = 0;
    int good = 0;
    for (int fiber = 1; fiber <= fiberCount; ++fiber) {
        const bool hinted = std::ranges::any_of(hints, [&](const Hint& hint) {
            return hint.kind == kind && fiber >= hint.firstFiber && fiber <= hint.lastFiber;
        });
        (fiber >= firstBad && fiber <= lastBad ? bad : good) += hinted ? 1 : 0;
    }
    return {bad / double(lastBad - firstBad + 1), good / double(fiberCount - (lastBad - firstBad + 1))};
}
}

class TestHints : public QObject
{
    Q_OBJECT
private slots:
    void aCleanSpectrographGivesHardlyAHint()
    {
        const auto hints = hintsFor(measured(), builtInHintLimits(), night);
        int fibers = 0;
        for (const auto& hint : hints)
            fibers += hint.lastFiber - hint.firstFiber + 1;
        QVERIFY2(fibers <= fiberCount / 20, qPrintable(QString::number(fibers)));
    }

    void aBlockOfBadFibersIsFound_data()
    {
        QTest::addColumn<int>("defect");
        QTest::addColumn<double>("strength");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<double>("least");
        const auto row = [](DefectKind defect, double strength, const char* kind, double least) {
            QTest::newRow(kind) << static_cast<int>(defect) << strength << QString::fromLatin1(kind) << least;
        };
        row(DefectKind::ArmStep, 1.0, "arm-join", 0.6);
        row(DefectKind::NegativeFlux, 1.0, "negative-flux", 0.6);
        row(DefectKind::MissingBlueArm, 1.0, "missing-arm", 0.95);
        row(DefectKind::BadSky, 2.0, "sky", 0.5);
    }
    void aBlockOfBadFibersIsFound()
    {
        QFETCH(const int, defect);
        QFETCH(const double, strength);
        QFETCH(const QString, kind);
        QFETCH(const double, least);
        const auto hints =
            hintsFor(measured(static_cast<DefectKind>(defect), strength), builtInHintLimits(), night);
        const auto [bad, good] = coverage(hints, kind);
        QVERIFY2(bad >= least, qPrintable(QString::number(bad)));
        QVERIFY2(good <= 0.1, qPrintable(QString::number(good)));
        QVERIFY(!hints.empty());
        QCOMPARE(hints.front().kind, kind);
        QVERIFY(std::ranges::is_sorted(hints, std::greater(), &Hint::severity));
    }

    void raisedFibersAreStrayLight()
    {
        auto fibers = measured();
        for (auto& fiber : fibers)
            if (fiber.fiberId >= firstBad && fiber.fiberId <= lastBad && fiber.instrumentMagnitude)
                *fiber.instrumentMagnitude -= 2;
        const auto hints = hintsFor(fibers, builtInHintLimits(), night);
        QVERIFY(coverage(hints, u"stray-light"_s).first > 0.8);
        QVERIFY(coverage(hints, u"stray-light"_s).second < 0.1);
    }

    void whatTheHeaderSaysOfTheSkyIsAHintOverAll()
    {
        auto fibers = measured();
        for (auto& fiber : fibers) {
            fiber.skyChi2 = 4.2;
            fiber.scatteredLightAdu = 3;
        }
        const auto hints = hintsFor(fibers, builtInHintLimits(), night);
        const auto sky = std::ranges::find(hints, u"sky"_s, &Hint::kind);
        QVERIFY(sky != hints.end());
        QCOMPARE(sky->firstFiber, 1);
        QCOMPARE(sky->lastFiber, fiberCount);
        QVERIFY(sky->reason.contains(u"SKYCHI2"_s) && sky->reason.contains(u"4.2"_s));
        QCOMPARE(std::ranges::count(hints, u"stray-light"_s, &Hint::kind), 0);
    }

    void aShiftOfTheFiberListIsSeen()
    {
        auto fibers = measured();
        for (auto& fiber : fibers) { // magnitudes that differ from fibre to fibre, and fluxes three fibres on
            fiber.isObject = true;
            fiber.magnitude = 14 + (fiber.fiberId * 37 % 50) / 10.0;
            fiber.instrumentMagnitude = 10 + ((fiber.fiberId + 3) * 37 % 50) / 10.0;
        }
        QCOMPARE(indexShift(fibers).fibers, 3);
        for (auto& fiber : fibers)
            fiber.instrumentMagnitude = *fiber.magnitude - 20;
        QCOMPARE(indexShift(fibers).fibers, 0);
    }

    void aFiberThatFailsMoreThanItsSpectrographIsNamed()
    {
        std::vector<FiberRecord> records;
        for (int fiber = 1; fiber <= 250; ++fiber)
            records.push_back({fiber, 200, 14});
        records[76].failures = 45;
        records[99] = {100, 50, 40}; // too few observations to tell
        const auto hints = failureHints(records, builtInHintLimits(), night);
        QCOMPARE(hints.size(), std::size_t(1));
        QCOMPARE(hints.front().firstFiber, 77);
    }

    void theBinomialTailIsThatOfTheTable()
    {
        QVERIFY(std::abs(binomialTail(10, 8, 0.5) - 56.0 / 1024) < 1e-12); // 45 + 10 + 1 of 1024
        QVERIFY(std::abs(binomialTail(20, 1, 0.1) - (1 - std::pow(0.9, 20))) < 1e-12);
        QCOMPARE(binomialTail(10, 0, 0.5), 1.0);
        QCOMPARE(binomialTail(10, 11, 0.5), 0.0);
    }

    void aLimitHoldsFromItsDateOn()
    {
        const auto limits = HintLimits::fromText(
            u"# version: 1\n2015-01-01\tsky-chi2\t4\tm\ts\n2012-01-01\tsky-chi2\t3\tm\ts\n");
        QVERIFY(limits);
        QCOMPARE(limits.value().value(u"sky-chi2", QDate(2014, 5, 1)), 3.0);
        QCOMPARE(limits.value().value(u"sky-chi2", QDate(2015, 1, 1)), 4.0);
        QVERIFY(std::isinf(limits.value().value(u"sky-chi2", QDate(2011, 1, 1))));
        QVERIFY(std::isinf(limits.value().value(u"nothing", QDate(2015, 1, 1))));
        QVERIFY(!HintLimits::fromText(u"# version: 1\nsoon\tsky-chi2\t4\tm\ts\n"));
    }
};

QTEST_GUILESS_MAIN(TestHints)
#include "tst_hints.moc"
