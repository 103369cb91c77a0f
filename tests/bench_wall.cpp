#include "app/controllers/starscontroller.h"
#include "app/spectra/parallelreader.h"
#include "app/spectra/tilestore.h"
#include "db/fits/spectrumfiles.h"
#include "db/fits/spectrumreader.h"
#include "db/templates/templatefile.h"
#include "models/check/queuerules.h"
#include "models/redshift/redshiftengine.h"
#include "models/redshift/templatechoice.h"
#include "support/samplenight.h"
#include "widgets/frame/actions.h"
#include "widgets/stars/starspage.h"
#include "widgets/stars/starwall.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int night = 4000;

double seconds(const QElapsedTimer& clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

/// Seconds this thread has had a core: what is left of it when the machine is shared.
double coreSeconds()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}
}

/// The wall as a person feels it: tiles straight from .fits.gz. The files lie in the page cache.
class BenchWall : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(writeSampleNight(m_night.path(), 250));
        m_files = spectrumFilesIn({m_night.path()});
        QVERIFY(m_files.size() >= 240);
        for (int row = 0; row < night; ++row) { // sixteen spectrographs from the files of one
            const auto spectra = row < m_files.size()
                ? readSpectra(m_files[row])
                : Result<std::vector<SpectrumPtr>>(std::vector<SpectrumPtr> {});
            QVERIFY(spectra);
            auto entry = row < m_files.size() ? queueEntryOf(*spectra.value().front(), {})
                                              : m_entries[static_cast<std::size_t>(row % m_files.size())];
            entry.obsid = row + 1;
            entry.spectrographId = row / 250 + 1;
            entry.fiberId = row % 250 + 1;
            entry.page = WorkPage::Browse;
            entry.objectType.clear();
            m_entries.push_back(entry);
        }
    }

    void tilesOnOneCore()
    {
        const TileLook look;
        double best = 0;
        double bestOfCore = 0;
        for (int run = 0; run < 3; ++run) {
            QElapsedTimer clock;
            clock.start();
            const double before = coreSeconds();
            int drawn = 0;
            for (int repeat = 0; repeat < 4; ++repeat)
                for (const auto& file : m_files) {
                    const auto spectra = readSpectra(file, {.exposures = false});
                    drawn += tilePicture(*spectra.value().front(), {}, look).isNull() ? 0 : 1;
                }
            best = std::max(best, drawn / seconds(clock));
            bestOfCore = std::max(bestOfCore, drawn / (coreSeconds() - before));
        }
        std::printf("%-52s %8.0f /s of core time, %.0f /s by the clock\n",
                    "tiles from .fits.gz, read included", bestOfCore, best);
        const auto spectrum = readSpectra(m_files.first()).value().front();
        const double before = coreSeconds();
        for (int i = 0; i < 2000; ++i)
            (void)tilePicture(*spectrum, {}, look);
        std::printf("%-52s %8.1f us\n", "drawing alone", (coreSeconds() - before) / 2000 * 1e6);
    }

    void templates()
    {
        const RedshiftEngine engine(builtInTemplates());
        std::vector<SpectrumPtr> spectra;
        for (const auto& file : m_files.mid(0, 60))
            spectra.push_back(readSpectra(file).value().front());
        QElapsedTimer clock;
        clock.start();
        int drawn = 0;
        for (const auto& spectrum : spectra) {
            const auto& answer = spectrum->pipeline;
            const auto group =
                groupOf(engine.templates(), answer.spectralClass, answer.subclass, answer.z.value_or(0));
            drawn +=
                !group.isEmpty() && !engine.model(*spectrum, group, answer.z.value_or(0)).empty() ? 1 : 0;
        }
        std::printf("%-52s %8.0f us (%d of %zu)\n", "template of a tile",
                    seconds(clock) / std::max(drawn, 1) * 1e6, drawn, spectra.size());
    }

    void firstPaintOfAHundred()
    {
        std::vector<double> times;
        for (int run = 0; run < 9; ++run) {
            Stand stand(m_entries, 112, {1180, 800});
            QElapsedTimer clock;
            clock.start();
            stand.page.show();
            const auto blank = [&] {
                const auto [first, last] = stand.page.wall().rowsOnScreen();
                for (int row = first; row <= last; ++row)
                    if (stand.model.tile(row).isNull())
                        return true;
                return false;
            };
            while (blank())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            stand.page.wall().viewport()->repaint();
            times.push_back(seconds(clock) * 1e3);
            const auto [first, last] = stand.page.wall().rowsOnScreen();
            if (run == 0)
                std::printf("%d tiles on the screen\n", last - first + 1);
        }
        std::ranges::sort(times);
        std::printf("%-52s median %.0f ms, worst %.0f ms\n", "first paint", times[times.size() / 2],
                    times.back());
    }

    void aNightScrollsWithoutABlankTile()
    {
        Stand stand(m_entries, 216, {1302, 700});
        stand.page.show();
        auto& wall = stand.page.wall();
        auto* bar = wall.verticalScrollBar();
        QTRY_VERIFY_WITH_TIMEOUT(!stand.model.tile(wall.rowsOnScreen().second).isNull(), 30'000);
        QTest::qWait(300);
        const int line = wall.tileRect(0).height();
        int frames = 0;
        int blanks = 0;
        int dropped = 0;
        std::vector<double> paints;
        QElapsedTimer clock;
        clock.start();
        // One line of tiles a frame at 60 frames a second.
        for (; bar->value() < bar->maximum(); ++frames) {
            const double due = frames / 60.0;
            if (seconds(clock) > due + 1 / 60.0)
                ++dropped;
            while (seconds(clock) < due)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            QElapsedTimer paint;
            paint.start();
            bar->setValue(bar->value() + line);
            wall.viewport()->repaint();
            paints.push_back(static_cast<double>(paint.nsecsElapsed()) / 1e6);
            const auto [first, last] = wall.rowsOnScreen();
            for (int row = first; row <= last; ++row)
                blanks += stand.model.tile(row).isNull() ? 1 : 0;
            QCoreApplication::processEvents();
        }
        std::ranges::sort(paints);
        std::printf(
            "%-52s %d frames, %.1f lines/s, %d blank tiles, %d late frames, painting %.1f ms (99 %%: %.1f)\n",
            "a night of 4000 at 60 lines a second", frames, frames / seconds(clock), blanks, dropped,
            paints[paints.size() / 2], paints[paints.size() * 99 / 100]);
        QCOMPARE(blanks, 0);
    }

private:
    struct Stand
    {
        Stand(const QueueEntries& entries, int tileWidth, QSize size)
        {
            page.resize(size);
            page.wall().setTileWidth(tileWidth);
            controller.addEntries(entries);
        }
        Actions actions;
        WallModel model;
        StarsPage page {actions};
        VerdictSender sender;
        StarsController controller {page, model, sender};
    };

    QTemporaryDir m_night;
    QStringList m_files;
    QueueEntries m_entries;
};

QTEST_MAIN(BenchWall)
#include "bench_wall.moc"
