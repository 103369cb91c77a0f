#include "plotting/fibers/fibermap.h"
#include "support/samplespectrum.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

/// The heat map of a spectrograph, 250 × 3909.
class BenchFiberMap : public QObject
{
    Q_OBJECT
private slots:
    void draw()
    {
        std::vector<SpectrumPtr> byFiber;
        for (int fiber = 0; fiber < 250; ++fiber)
            byFiber.push_back(shared(sampleSpectrum(4000 + 15 * fiber)));
        QElapsedTimer clock;
        clock.start();
        const auto maps = fiberMaps(byFiber);
        const double prepared = double(clock.nsecsElapsed()) / 1e6;
        std::printf("%-44s %6.1f ms\n", "grid and three scales, once a spectrograph", prepared);
        for (const auto size : {QSize(1100, 500), QSize(3800, 1600)}) {
            std::vector<double> times;
            for (int run = 0; run < 21; ++run) {
                clock.restart();
                const MapView view {.scale = FiberScale::Difference};
                QVERIFY(!fiberMapPicture(maps->of(view.scale), maps->grid, view, size).isNull());
                times.push_back(double(clock.nsecsElapsed()) / 1e6);
            }
            std::ranges::sort(times);
            const double drawn = times[times.size() / 2];
            std::printf("drawn at %4d × %4d %26s median %.1f ms, worst %.1f ms; the first time %.1f ms\n",
                        size.width(), size.height(), "", drawn, times.back(), prepared + drawn);
            QVERIFY(drawn < 100);
        }
    }
};

QTEST_GUILESS_MAIN(BenchFiberMap)
#include "bench_fibermap.moc"
