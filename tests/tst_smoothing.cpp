#include "models/spectrum/smoothing.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {
constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
UsablePixels all(std::size_t count)
{
    return UsablePixels(count, 1);
}
}

class TestSmoothing : public QObject
{
    Q_OBJECT
private slots:
    void widthsBecomeOdd()
    {
        QCOMPARE(oddWidth(-3), 1);
        QCOMPARE(oddWidth(0), 1);
        QCOMPARE(oddWidth(1), 1);
        QCOMPARE(oddWidth(2), 3);
        QCOMPARE(oddWidth(5), 5);
    }

    void widthOneChangesNothing()
    {
        const std::vector<float> flux {1, 5, 2};
        const auto trace = smoothed(flux, {4, 4, 4}, all(3), 1);
        QCOMPARE(trace.flux, flux);
        QCOMPARE(trace.error, (std::vector<float> {0.5F, 0.5F, 0.5F}));
    }

    void aPlainMeanWhereErrorsAreUnknown()
    {
        const auto trace = smoothed({3, 0, 0, 6}, {}, all(4), 3);
        QCOMPARE(trace.flux, (std::vector<float> {1.5F, 1, 2, 3}));
        QVERIFY(trace.error.empty());
    }

    void weightsAreInverseVariances()
    {
        const auto trace = smoothed({1, 5, 1}, {1, 2, 1}, all(3), 3);
        QCOMPARE(trace.flux[1], 3.0F); // (1 + 10 + 1) / 4
        QCOMPARE(trace.error[1], 0.5F);
    }

    void gapsStayGapsAndGiveNothing()
    {
        const auto trace = smoothed({1, nothing, 3, 1000}, {1, 0, 1, 0}, {1, 0, 1, 0}, 3);
        QCOMPARE(trace.flux[0], 1.0F);
        QVERIFY(std::isnan(trace.flux[1]));
        QVERIFY(std::isnan(trace.error[1]));
        QCOMPARE(trace.flux[2], 3.0F);
        QVERIFY(std::isnan(trace.flux[3]));
    }

    void armsDoNotMix()
    {
        const auto trace = smoothed({1, 1, 9, 9}, {}, all(4), 3, {0, 2});
        QCOMPARE(trace.flux, (std::vector<float> {1, 1, 9, 9}));
    }

    void aFaintPixelSurvivesBesideAHugeOne()
    {
        std::vector<float> flux(100, 1e-17F);
        flux[10] = 1e10F;
        const auto trace = smoothed(flux, {}, all(100), 5);
        QCOMPARE(trace.flux[50], 1e-17F);
    }
};

QTEST_APPLESS_MAIN(TestSmoothing)
#include "tst_smoothing.moc"
