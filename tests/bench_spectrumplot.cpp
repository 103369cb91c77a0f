#include "plotting/spectrum/spectrumplot.h"
#include "support/samplespectrum.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

namespace {
constexpr int steps = 200;

struct Times
{
    double median = 0; ///< ms
    double highest95 = 0; ///< ms
};

/// Time from the change to painted, of each of 200 changes; paint events are sent, not waited for.
template<typename Change>
Times timesOf(SpectrumPlot& plot, Change change)
{
    std::vector<double> times;
    for (int step = 0; step < steps; ++step) {
        QElapsedTimer timer;
        timer.start();
        change(step);
        plot.findChild<QWidget*>(QStringLiteral("spectrumCanvas"))->repaint();
        times.push_back(double(timer.nsecsElapsed()) * 1e-6);
    }
    std::ranges::sort(times);
    return {times[steps / 2], times[steps * 95 / 100]};
}

void report(const char* what, Times times)
{
    qInfo("%s: median %.2f ms, 95 %% %.2f ms (%d steps)", what, times.median, times.highest95, steps);
}
}

class BenchSpectrumPlot : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_plot.resize(1600, 900);
        for (int at = 0; at < 8; ++at)
            m_spectra.push_back(shared(sampleSpectrum(5000 + 400 * at)));
        m_plot.setSpectrum(m_spectra.front());
        m_plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_plot));
    }

    void aRedshiftStep()
    {
        const auto times = timesOf(m_plot, [this](int step) { m_plot.setRedshift(0.1 + step * 1e-3); });
        report("redshift step", times);
        QVERIFY(times.median <= 8);
    }

    void theNextSpectrum()
    {
        const auto times = timesOf(m_plot, [this](int step) {
            m_plot.setSpectrum(m_spectra[std::size_t(step) % m_spectra.size()]);
            m_plot.setRedshift(0.1 + step * 1e-3);
        });
        report("next spectrum", times);
        QVERIFY(times.median <= 16);
    }

    void theNextSpectrumSmoothed()
    {
        m_plot.setSmoothing(5);
        const auto times = timesOf(m_plot, [this](int step) {
            m_plot.setSpectrum(m_spectra[std::size_t(step) % m_spectra.size()]);
        });
        report("next spectrum, smoothed over 5", times);
        m_plot.setSmoothing(1);
        QVERIFY(times.median <= 16);
    }

private:
    SpectrumPlot m_plot;
    std::vector<SpectrumPtr> m_spectra;
};

QTEST_MAIN(BenchSpectrumPlot)
#include "bench_spectrumplot.moc"
