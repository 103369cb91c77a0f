#include "app/controllers/inspectcontroller.h"
#include "app/desk/desk.h"
#include "models/items/queuemodel.h"
#include "plotting/spectrum/spectrumplot.h"
#include "support/samplenight.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/inspect/inspectpage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {
/// Counts the paint events that a widget and its children have been sent.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget* watched)
    {
        watched->installEventFilter(this);
        for (auto* child : watched->findChildren<QWidget*>())
            child->installEventFilter(this);
    }
    bool eventFilter(QObject*, QEvent* event) override
    {
        m_paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    int paints() const { return m_paints; }

private:
    int m_paints = 0;
};

void print(const char* what, std::vector<double> milliseconds)
{
    std::ranges::sort(milliseconds);
    const auto at = [&](double share) {
        return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
    };
    std::printf("%-44s median %7.2f ms   95 %% %7.2f ms   max %7.2f ms   (%zu)\n", what, at(0.5), at(0.95),
                at(1.0), milliseconds.size());
}
}

/// What a person feels at the inspector's page, through the whole program, offscreen.
class BenchDesk : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
        QVERIFY(writeSampleNight(m_night.path(), 250));
        openDesk(); // starts the server and ingests; the next desks find both
    }

    void firstPicture()
    {
        std::vector<double> times;
        for (int run = 0; run < 5; ++run)
            times.push_back(openDesk());
        print("window made to first spectrum, 250 in the folder", times);
    }

    void firstPictureOfTheProgram()
    {
        std::vector<double> times;
        for (int run = 0; run < 5; ++run) {
            QElapsedTimer clock;
            clock.start();
            QProcess program;
            program.start(QCoreApplication::applicationFilePath(), {u"--open"_s, m_night.path()});
            while (!program.canReadLine())
                QVERIFY(program.waitForReadyRead(60'000));
            QCOMPARE(program.readLine(), QByteArray("painted\n"));
            times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
            program.waitForFinished(60'000);
        }
        print("program started to first spectrum (goal 500)", times);
    }

    void nextSpectrum()
    {
        std::vector<double> times;
        for (int step = 0; step < 200; ++step)
            times.push_back(untilNextIsPainted());
        print("key press to next spectrum painted", times);
    }

    void keyHeld()
    {
        openDesk();
        QElapsedTimer clock;
        clock.start();
        for (int step = 0; step < 200; ++step)
            untilNextIsPainted();
        std::printf("%-44s %.0f spectra/s\n", "key held",
                    200.0e9 / static_cast<double>(clock.nsecsElapsed()));
    }

    void redshiftStep()
    {
        std::vector<double> times;
        for (int step = 0; step < 200; ++step)
            times.push_back(untilPainted(
                [this] { QTest::keyClick(&m_desk->inspectPage(), Qt::Key_Right, Qt::AltModifier); }));
        print("redshift step painted", times);
    }

private:
    /// Milliseconds from making a desk on the folder to its first spectrum painted.
    double openDesk()
    {
        m_desk.reset();
        QElapsedTimer clock;
        clock.start();
        m_desk = std::make_unique<Desk>(
            Settings {.server = {}, .account = u"bench"_s, .theme = {}, .language = {}});
        const QSignalSpy first(&m_desk->inspector(), &InspectController::firstShown);
        const QSignalSpy loaded(m_desk.get(), &Desk::loaded);
        m_desk->open({m_night.path()});
        m_desk->window().resize(1600, 900);
        m_desk->show();
        while (first.isEmpty() || !m_desk->inspectPage().findChild<SpectrumPlot*>()->spectrum())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
        const double elapsed = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        while (loaded.isEmpty())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_desk->window().activateWindow(); // keys go to the active window
        (void)QTest::qWaitForWindowActive(&m_desk->window());
        return elapsed;
    }

    /// Milliseconds from the key to the next spectrum on the screen; what is painted until then of the one
    /// before, or of none, does not count.
    double untilNextIsPainted()
    {
        const auto& plot = *m_desk->inspectPage().findChild<SpectrumPlot*>();
        const auto before = plot.spectrum();
        const QSignalSpy painted(&plot, &SpectrumPlot::painted);
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(&m_desk->inspectPage(), Qt::Key_N);
        while (painted.isEmpty() || !plot.spectrum() || plot.spectrum() == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }

    template<typename Act>
    double untilPainted(Act act)
    {
        const PaintWatch watch(m_desk->inspectPage().findChild<SpectrumPlot*>());
        QElapsedTimer clock;
        clock.start();
        act();
        while (watch.paints() == 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }

    QTemporaryDir m_home;
    QTemporaryDir m_night;
    std::unique_ptr<Desk> m_desk;
};

namespace {
/// The program itself as far as its first picture, with what it was linked and started with.
int openAndQuit(int argc, char** argv)
{
    QApplication application(argc, argv);
    Desk desk(Settings {.server = {}, .account = u"bench"_s, .theme = {}, .language = {}});
    auto* plot = desk.inspectPage().findChild<SpectrumPlot*>();
    QObject::connect(plot, &SpectrumPlot::painted, &application, [] {
        std::puts("painted");
        std::fflush(stdout);
    });
    QObject::connect(&desk, &Desk::loaded, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    desk.open({QString::fromLocal8Bit(argv[2])});
    desk.window().resize(1600, 900);
    desk.show();
    return QApplication::exec();
}
}

int main(int argc, char** argv)
{
    if (argc > 2 && qstrcmp(argv[1], "--open") == 0)
        return openAndQuit(argc, argv);
    const QApplication application(argc, argv);
    BenchDesk bench;
    return QTest::qExec(&bench, argc, argv);
}
#include "bench_desk.moc"
