#include "db/fits/nightfolder.h"
#include "db/fits/spectrumfiles.h"
#include "db/fits/spectrumreader.h"
#include "db/templates/templatefile.h"
#include "models/redshift/redshiftengine.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrent>

#include <ctime>

/// Prints how long the redshifts of 250 spectra take.
class BenchRedshift : public QObject
{
    Q_OBJECT
private slots:
    void redshiftsOf250Spectra_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("one core") << 1;
        QTest::newRow("two cores") << 2;
    }

    void redshiftsOf250Spectra()
    {
        QFETCH(int, threads);
        const QTemporaryDir dir;
        NightSettings settings;
        settings.spectraPerPlate = 250;
        settings.mix = ObjectMix::Teaching;
        QVERIFY(writeNight(settings, {dir.path(), Layout::LamostImage, 0}, [](int) { return true; }));
        std::vector<SpectrumPtr> spectra;
        for (const auto& file : spectrumFilesIn({dir.path()})) {
            const auto read = readSpectra(file);
            if (read)
                spectra.push_back(read.value().front());
        }
        QCOMPARE(spectra.size(), 250);
        const RedshiftEngine engine(builtInTemplates());

        QThreadPool pool;
        pool.setMaxThreadCount(threads);
        QElapsedTimer clock;
        clock.start();
        const auto cpuBefore = std::clock();
        const auto answers = QtConcurrent::blockingMapped<QList<RedshiftAnswer>>(
            &pool, spectra, [&](const SpectrumPtr& spectrum) { return engine.solve(*spectrum); });
        const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
        const double cpu = static_cast<double>(std::clock() - cpuBefore) / CLOCKS_PER_SEC;
        QCOMPARE(answers.size(), 250);
        const auto found = std::count_if(answers.begin(), answers.end(),
                                         [](const RedshiftAnswer& answer) { return answer.hasRedshift(); });
        QVERIFY(found > 150);
        qInfo("%.2f s, %.1f ms of processor time a spectrum", seconds, cpu / 250 * 1000);
    }
};

QTEST_GUILESS_MAIN(BenchRedshift)
#include "bench_redshift.moc"
