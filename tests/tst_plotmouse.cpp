#include "models/lines/linelist.h"
#include "models/spectrum/wavelength.h"
#include "plotting/spectrum/spectrumplot.h"
#include "support/plotmouse.h"
#include "support/quiet.h"
#include "support/samplespectrum.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
const SpectralLine& lineNamed(const char* name)
{
    return *std::ranges::find(builtInLines().lines, QString::fromLatin1(name), &SpectralLine::name);
}
}

class TestPlotMouse : public QObject
{
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    void draggingAMarkGivesTheRedshiftUnderTheMouse()
    {
        SpectrumPlot plot;
        plot.resize(1200, 600);
        plot.setSpectrum(shared(sampleSpectrum(6800)));
        plot.setLines({lineNamed("H-alpha"), lineNamed("[O II] 3728 blend")});
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QSignalSpy dragged(&plot, &SpectrumPlot::redshiftDragged);
        QSignalSpy finished(&plot, &SpectrumPlot::redshiftDragFinished);

        auto* canvas = canvasOf(plot);
        const int y = int(plot.plotArea().center().y());
        const QPoint start(int(plot.xOfWavelength(6564.61)) + 1, y);
        const QPoint end(int(std::lround(plot.xOfWavelength(6800))) + 1, y);
        QTest::mousePress(canvas, Qt::LeftButton, {}, start);
        QTest::mouseMove(canvas, (start + end) / 2);
        QTest::mouseMove(canvas, end);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, end);

        QCOMPARE(dragged.count(), 2);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(dragged.last().at(1).toString(), u"H-alpha"_s);
        const double angstromPerPixel =
            (plot.rangeToAngstrom() - plot.rangeFromAngstrom()) / plot.plotArea().width();
        const double tolerance = 1.5 * angstromPerPixel / 6564.61;
        QVERIFY(std::abs(plot.redshift() - redshiftOf(6564.61, 6800)) < tolerance);
        QCOMPARE(dragged.last().at(0).toDouble(), plot.redshift());
    }

    void otherLinesOrAnotherSpectrumEndTheDrag_data()
    {
        QTest::addColumn<bool>("otherLines");
        QTest::newRow("lines") << true;
        QTest::newRow("spectrum") << false;
    }

    void otherLinesOrAnotherSpectrumEndTheDrag()
    {
        QFETCH(bool, otherLines);
        SpectrumPlot plot;
        plot.resize(1200, 600);
        plot.setSpectrum(shared(sampleSpectrum(6800)));
        plot.setLines({lineNamed("H-alpha")});
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        const QSignalSpy dragged(&plot, &SpectrumPlot::redshiftDragged);
        const QPoint start(int(plot.xOfWavelength(6564.61)) + 1, int(plot.plotArea().center().y()));
        auto* canvas = canvasOf(plot);
        QTest::mousePress(canvas, Qt::LeftButton, {}, start);
        QTest::mouseMove(canvas, start + QPoint(20, 0));
        QCOMPARE(dragged.count(), 1);
        const auto redshift = plot.redshift();
        if (otherLines)
            plot.setLines({});
        else
            plot.setSpectrum(shared(sampleSpectrum(7000)));
        QTest::mouseMove(canvas, start + QPoint(60, 0));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, start + QPoint(60, 0));
        QCOMPARE(dragged.count(), 1);
        QCOMPARE(plot.redshift(), redshift);
    }

    void draggingBesideAMarkMovesTheView()
    {
        SpectrumPlot plot;
        plot.resize(1200, 600);
        plot.setSpectrum(shared(sampleSpectrum()));
        plot.setLines({});
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        plot.zoom(4);
        const double under = 6500;
        const auto area = plot.plotArea().toRect();
        auto* canvas = canvasOf(plot);
        const QPoint start(int(plot.xOfWavelength(under)), area.center().y());
        QTest::mousePress(canvas, Qt::LeftButton, {}, start);
        QTest::mouseMove(canvas, start + QPoint(150, 0));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, start + QPoint(150, 0));
        QVERIFY(std::abs(plot.xOfWavelength(under) - start.x() - 150) <= 1.5);
    }

    void theWheelKeepsTheWavelengthUnderTheCursor()
    {
        SpectrumPlot plot;
        plot.resize(1200, 600);
        plot.setSpectrum(shared(sampleSpectrum()));
        const double before = plot.rangeToAngstrom() - plot.rangeFromAngstrom();
        const QPointF at(plot.xOfWavelength(7000), plot.plotArea().center().y());
        for (int notch = 0; notch < 5; ++notch) {
            wheel(plot, at, 120);
            QVERIFY(std::abs(plot.xOfWavelength(7000) - at.x()) < 1);
        }
        QVERIFY(plot.rangeToAngstrom() - plot.rangeFromAngstrom() < 0.5 * before);
        plot.resetZoom();
        QVERIFY(std::abs(plot.rangeToAngstrom() - plot.rangeFromAngstrom() - before) < 1e-6);
    }

    void theWheelWithControlStepsTheRedshift()
    {
        SpectrumPlot plot;
        plot.resize(1200, 600);
        plot.setSpectrum(shared(sampleSpectrum()));
        QSignalSpy stepped(&plot, &SpectrumPlot::redshiftStepped);
        QSignalSpy zoomed(&plot, &SpectrumPlot::zoomChanged);
        wheel(plot, plot.plotArea().center(), 240, Qt::ControlModifier);
        wheel(plot, plot.plotArea().center(), -120, Qt::ControlModifier | Qt::ShiftModifier);
        wheel(plot, plot.plotArea().center(), 60, Qt::ControlModifier); // half a notch
        wheel(plot, plot.plotArea().center(), 60, Qt::ControlModifier);
        QCOMPARE(stepped.count(), 3);
        QCOMPARE(stepped.at(0), (QVariantList {2, false}));
        QCOMPARE(stepped.at(1), (QVariantList {-1, true}));
        QCOMPARE(stepped.at(2), (QVariantList {1, false}));
        QCOMPARE(zoomed.count(), 0);
    }

    void aRightClickAsksForTheLineAndADragDoesNot()
    {
        SpectrumPlot plot;
        plot.resize(1200, 600);
        plot.setSpectrum(shared(sampleSpectrum()));
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        const QSignalSpy wished(&plot, &SpectrumPlot::lineWished);
        auto* canvas = canvasOf(plot);
        const QPoint at(int(plot.xOfWavelength(6000)), int(plot.plotArea().center().y()));
        QTest::mouseClick(canvas, Qt::RightButton, {}, at);
        QCOMPARE(wished.count(), 1);
        QTest::mousePress(canvas, Qt::RightButton, {}, at);
        QTest::mouseMove(canvas, at + QPoint(200, 0));
        QTest::mouseRelease(canvas, Qt::RightButton, {}, at + QPoint(200, 0));
        QCOMPARE(wished.count(), 1);
    }

    void aClickGivesTheFocusToThePlot()
    {
        SpectrumPlot plot;
        plot.setFocusPolicy(Qt::StrongFocus);
        plot.resize(1200, 600);
        plot.setSpectrum(shared(sampleSpectrum()));
        plot.show();
        plot.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&plot));
        plot.clearFocus();
        const auto middle = plot.plotArea().center().toPoint();
        QTest::mouseClick(plot.windowHandle(), Qt::LeftButton, {}, middle); // by the window, as a hand does
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), &plot, 30'000);
    }

    void theRightButtonMagnifiesARange()
    {
        SpectrumPlot plot;
        plot.resize(1200, 600);
        plot.setSpectrum(shared(sampleSpectrum()));
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        auto* canvas = canvasOf(plot);
        const int y = int(plot.plotArea().center().y());
        const QPoint from(int(plot.xOfWavelength(5000)), y);
        const QPoint to(int(plot.xOfWavelength(6000)), y);
        QTest::mousePress(canvas, Qt::RightButton, {}, from);
        QTest::mouseMove(canvas, to);
        QTest::mouseRelease(canvas, Qt::RightButton, {}, to);
        QVERIFY(std::abs(plot.rangeFromAngstrom() - 5000) < 6);
        QVERIFY(std::abs(plot.rangeToAngstrom() - 6000) < 6);
        QTest::mouseDClick(canvas, Qt::LeftButton, {}, QPoint(int(plot.plotArea().left()) + 3, y));
        QVERIFY(plot.rangeFromAngstrom() < 3700);
    }

    void theReadoutSaysWhatIsThere()
    {
        auto spectrum = sampleSpectrum();
        spectrum.coadd.andMask = {{0, 10, 1}};
        SpectrumPlot plot;
        plot.resize(1200, 600);
        plot.setSpectrum(shared(spectrum));
        plot.setRedshift(0.1);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        std::optional<CursorReadout> seen;
        connect(&plot, &SpectrumPlot::cursorMoved, this,
                [&seen](const CursorReadout& readout) { seen = readout; });
        const QPoint at(int(plot.xOfWavelength(6564.61 * 1.1)), int(plot.plotArea().center().y()));
        auto* canvas = canvasOf(plot);
        QMouseEvent moved(QEvent::MouseMove, at, canvas->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(canvas, &moved);
        QVERIFY(seen.has_value());
        QVERIFY(std::abs(seen->vacuumAngstrom - 6564.61 * 1.1) < 6);
        QVERIFY(std::abs(seen->airAngstrom - airFromVacuum(seen->vacuumAngstrom)) < 1e-6);
        QVERIFY(std::abs(seen->restAngstrom * 1.1 - seen->vacuumAngstrom) < 1e-6);
        QCOMPARE(seen->nearestLine, u"H-alpha"_s);
        QVERIFY(std::abs(*seen->velocityKmS) < 300);
        QVERIFY(seen->flux && *seen->flux > 50 && *seen->flux < 150);
        QVERIFY(std::abs(*seen->error - std::sqrt(10.0)) < 1e-3);
        QVERIFY(seen->maskText.isEmpty());
        QVERIFY(std::abs(plot.cursorAngstrom() - seen->vacuumAngstrom) < 1e-6);
    }
};

QTEST_MAIN(TestPlotMouse)
#include "tst_plotmouse.moc"
