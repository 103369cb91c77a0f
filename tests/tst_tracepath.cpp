#include "models/spectrum/fluxrange.h"
#include "models/spectrum/maskbits.h"
#include "models/spectrum/tracepath.h"
#include "models/spectrum/wavelengthscale.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

std::vector<double> grid(double from, double step, int count)
{
    std::vector<double> values;
    for (int at = 0; at < count; ++at)
        values.push_back(from + at * step);
    return values;
}

PixelMap pixelsPerSample(double pixels)
{
    return {.xOffset = 0, .xFactor = pixels, .yOffset = 100, .yFactor = -1};
}
}

class TestTracePath : public QObject
{
    Q_OBJECT
private slots:
    void gapsBreakTheLine()
    {
        const auto path =
            tracePath(grid(0, 1, 7), {1, 2, nothing, 3, 4, nothing, 5}, 0, 7, pixelsPerSample(2));
        QCOMPARE(path.lineCount(), std::size_t(3));
        QCOMPARE(path.lineEnd(0) - path.starts[0], std::size_t(2));
        QCOMPARE(path.lineEnd(2) - path.starts[2], std::size_t(1));
        QVERIFY(std::ranges::all_of(path.points, [](QPointF point) { return std::isfinite(point.y()); }));
    }

    void everySpikeSurvivesInFewPoints()
    {
        std::vector<float> flux(100'000, 1);
        flux[12'345] = 90;
        flux[54'321] = -90;
        const auto path = tracePath(grid(0, 1, 100'000), flux, 0, flux.size(), pixelsPerSample(0.01));
        QVERIFY(path.points.size() <= 4 * 1001);
        const auto [lowest, highest] = std::ranges::minmax(path.points, {}, &QPointF::y);
        QCOMPARE(highest.y(), 190.0);
        QCOMPARE(lowest.y(), 10.0);
    }

    void widePixelsBecomeAStaircase()
    {
        const auto path = tracePath(grid(0, 1, 2), {1, 3}, 0, 2, pixelsPerSample(10));
        QCOMPARE(path.points, (std::vector<QPointF> {{-5, 99}, {5, 99}, {5, 97}, {15, 97}}));
    }

    void aBandHasAStrokePerColumnAndNoneInAGap()
    {
        const auto strokes =
            bandStrokes(grid(0, 1, 4), {10, 10, nothing, 10}, {1, 1, 1, nothing}, 0, 4, pixelsPerSample(3));
        QCOMPARE(strokes.size(), std::size_t(4)); // from the first sample's column to the second's
        for (const auto& stroke : strokes) {
            QCOMPARE(stroke.top, 89.0);
            QCOMPARE(stroke.bottom, 91.0);
        }
    }

    void notANumberNeverEntersTheFluxRange()
    {
        const auto range = fluxRange({nothing, 5, 6, nothing, 7, 8}, {}, {0, 1, 1, 0, 1, 1}, 0, 6, false);
        QVERIFY(std::isfinite(range.from));
        QVERIFY(range.from > 5 && range.from <= 6);
        QVERIFY(range.to >= 7 && range.to < 8);
        const auto empty = fluxRange({nothing, nothing}, {}, {0, 0}, 0, 2, true);
        QCOMPARE(empty, (FluxRange {0, 1}));
    }

    void spikesAndNoisyEndsDoNotStretchTheFluxRange()
    {
        std::vector<float> flux(1000, 10);
        std::vector<float> error(1000, 1);
        flux[500] = 1e6F; // one pixel
        for (std::size_t pixel = 0; pixel < 50; ++pixel) {
            flux[pixel] = pixel % 2 ? 500 : -500;
            error[pixel] = 400;
        }
        const auto range = fluxRange(flux, error, UsablePixels(1000, 1), 0, 1000, true);
        QVERIFY2(range.to < 20, qPrintable(QString::number(range.to)));
        QVERIFY(range.from <= 0 && range.from > -20);
    }

    void aNarrowEmissionLineIsShownInFull()
    {
        std::vector<float> flux(1000, 1);
        flux[400] = 30;
        flux[401] = 60;
        flux[402] = 32;
        const auto range = fluxRange(flux, {}, UsablePixels(1000, 1), 0, 1000, true);
        QVERIFY2(range.to >= 60, qPrintable(QString::number(range.to)));
    }

    void theScaleFoldsWhatHasNoPixels()
    {
        auto wavelength = grid(4950, 0.1, 4001); // LAMOST medium resolution: blue to 5350, red from 6300
        const auto red = grid(6300, 0.1, 5001);
        wavelength.insert(wavelength.end(), red.begin(), red.end());
        const WavelengthScale scale(wavelength);
        QVERIFY(scale.isFolded());
        QCOMPARE(scale.spans().size(), std::size_t(2));
        QCOMPARE(scale.position(5000), 5000.0);
        const double fold = scale.position(6300) - scale.position(5350);
        QVERIFY(fold > 10 && fold < 60);
        QVERIFY(scale.isInFold(6000));
        QVERIFY(!scale.isInFold(6300));
        for (double at = 4900; at < 6900; at += 7.3)
            QVERIFY(std::abs(scale.wavelength(scale.position(at)) - at) < 1e-6);
        QVERIFY(std::abs(scale.position(6563) - scale.position(6500) - 63) < 1e-9);
    }

    void anOrdinarySpectrumIsNotFolded()
    {
        const WavelengthScale scale(grid(3700, 1.4, 3900));
        QVERIFY(!scale.isFolded());
        QCOMPARE(scale.position(6564.61), 6564.61);
        QCOMPARE(WavelengthScale().position(5000), 5000.0);
    }

    void maskBitsHaveNames()
    {
        QCOMPARE(maskNames(Layout::LamostTable, 5), u"BADCCD, NOSKY"_s);
        QCOMPARE(maskNames(Layout::Sdss, (1u << 23) | 2), u"BADTRACE, BRIGHTSKY"_s);
        QCOMPARE(maskNames(Layout::Desi, 4), u"4"_s);
        const PixelMask mask {{3, 2, 7}, {10, 1, 1}};
        QCOMPARE(maskBitsAt(mask, 2), 0u);
        QCOMPARE(maskBitsAt(mask, 4), 7u);
        QCOMPARE(maskBitsAt(mask, 5), 0u);
        QCOMPARE(maskBitsAt(mask, 10), 1u);
    }
};

QTEST_APPLESS_MAIN(TestTracePath)
#include "tst_tracepath.moc"
