#include "db/fits/nightfolder.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

/// Prints how many simulated spectra a second reach the disk.
class BenchSimulation : public QObject
{
    Q_OBJECT
private slots:
    void spectraASecond_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("one core") << 1;
        QTest::newRow("all cores") << 0;
    }

    void spectraASecond()
    {
        QFETCH(int, threads);
        const QTemporaryDir dir;
        NightSettings settings;
        settings.spectraPerPlate = 1000;
        settings.mix = ObjectMix::Teaching;
        QElapsedTimer clock;
        clock.start();
        const auto cpuBefore = std::clock();
        const auto tally =
            writeNight(settings, {dir.path(), Layout::LamostImage, threads}, [](int) { return true; });
        const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
        const double cpu = static_cast<double>(std::clock() - cpuBefore) / CLOCKS_PER_SEC;
        QVERIFY(tally);
        QCOMPARE(tally.value().spectra, 1000);
        qInfo("%.0f spectra/s, %.0f per second of processor time, %.1f kB each", 1000 / seconds, 1000 / cpu,
              static_cast<double>(tally.value().bytes) / 1e6);
    }
};

QTEST_GUILESS_MAIN(BenchSimulation)
#include "bench_simulation.moc"
