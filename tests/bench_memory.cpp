#include "app/controllers/inspectcontroller.h"
#include "app/desk/desk.h"
#include "models/items/queuemodel.h"
#include "plotting/spectrum/spectrumplot.h"
#include "support/samplenight.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/inspect/inspectpage.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {
/// A figure of /proc/self/status in MB: VmRSS is what is held now, VmHWM the most that was.
double megabytes(const char* what)
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly))
        for (const auto& line : status.readAll().split('\n'))
            if (line.startsWith(what))
                return line.simplified().split(' ').value(1).toDouble() / 1024;
    return 0;
}

/// Opens a folder, walks through it by key until `steps` spectra were painted, and says what it took: before
/// the folder, with it, after the walk, at most.
int openAndWalk(int argc, char** argv)
{
    QApplication application(argc, argv);
    Desk desk(Settings {.server = {}, .account = u"bench"_s, .theme = {}, .language = {}});
    const QSignalSpy loaded(&desk, &Desk::loaded);
    desk.window().resize(1600, 900);
    desk.show();
    QTest::qWait(500);
    const double before = megabytes("VmRSS:");
    desk.open({QString::fromLocal8Bit(argv[2])});
    while (loaded.isEmpty())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double opened = megabytes("VmRSS:");
    const auto& plot = *desk.inspectPage().findChild<SpectrumPlot*>();
    for (int step = 0; step < atoi(argv[3]); ++step) {
        const auto shown = plot.spectrum();
        QTest::keyClick(&desk.inspectPage(), Qt::Key_N);
        if (!QTest::qWaitFor([&] { return plot.spectrum() && plot.spectrum() != shown; }, 10'000))
            break; // the list is at its end
    }
    std::printf("%d %.1f %.1f %.1f %.1f\n", desk.queue().rowCount(), before, opened, megabytes("VmRSS:"),
                megabytes("VmHWM:"));
    return 0;
}
}

/// What open spectra cost in memory: at most 100 MB for 250, 400 MB for 4000, beside the program itself.
class BenchMemory : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    }

    void openSpectra_data()
    {
        QTest::addColumn<int>("spectra");
        QTest::addColumn<double>("most");
        QTest::newRow("a spectrograph") << 250 << 100.0;
        QTest::newRow("a plate") << 4000 << 400.0;
    }

    void openSpectra()
    {
        QFETCH(int, spectra);
        QFETCH(double, most);
        const QTemporaryDir night;
        QVERIFY(writeSampleNight(night.path(), spectra));
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"--walk"_s, night.path(), u"260"_s});
        QVERIFY(program.waitForFinished(1'100'000));
        const auto said = program.readAllStandardOutput().trimmed().split(' ');
        QCOMPARE(said.size(), 5);
        QCOMPARE(said[0].toInt(), spectra);
        const double before = said[1].toDouble();
        std::printf("%d spectra: program %.0f MB, opened +%.0f MB, after a walk +%.0f MB, at most +%.0f MB "
                    "(goal %.0f)\n",
                    spectra, before, said[2].toDouble() - before, said[3].toDouble() - before,
                    said[4].toDouble() - before, most);
        QVERIFY(before > 0);
        QVERIFY(said[3].toDouble() - before <= most);
        QVERIFY(said[4].toDouble() - before <= most);
    }

private:
    QTemporaryDir m_home;
};

int main(int argc, char** argv)
{
    if (argc > 3 && qstrcmp(argv[1], "--walk") == 0)
        return openAndWalk(argc, argv);
    const QApplication application(argc, argv);
    BenchMemory bench;
    return QTest::qExec(&bench, argc, argv);
}
#include "bench_memory.moc"
