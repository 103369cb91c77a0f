#include "models/lines/linelist.h"
#include "models/spectrum/wavelength.h"
#include "plotting/palette.h"
#include "plotting/spectrum/drawnspectrum.h"
#include "plotting/spectrum/spectrumcaption.h"
#include "plotting/spectrum/spectrumplot.h"
#include "support/quiet.h"
#include "support/samplespectrum.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
QPalette themed(QColor base)
{
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    return palette;
}

/// Pixels of `colour` (any strength of it over the background) in a column.
int colouredPixels(const QImage& image, int x, int top, int bottom, bool (*isColour)(QColor))
{
    int count = 0;
    for (int y = top; y <= bottom; ++y)
        count += isColour(image.pixelColor(x, y));
    return count;
}

bool isBlue(QColor colour)
{
    return colour.blue() - colour.red() > 40;
}

bool isInk(QColor colour)
{
    return colour.lightness() < 60;
}

const SpectralLine& lineNamed(const char* name)
{
    return *std::ranges::find(builtInLines().lines, QString::fromLatin1(name), &SpectralLine::name);
}
}

class TestSpectrumPlot : public QObject
{
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    /// Against the straight line between the ends of the axis, at several redshifts and sizes.
    void everyLineStandsAtItsObservedVacuumWavelength()
    {
        for (const QSize size : {QSize(800, 500), QSize(1366, 768), QSize(3840, 2160)}) {
            SpectrumPlot plot;
            plot.resize(size);
            plot.setSpectrum(shared(sampleSpectrum()));
            const auto area = plot.plotArea();
            const double from = plot.rangeFromAngstrom();
            const double to = plot.rangeToAngstrom();
            int compared = 0;
            for (const double z : {0.0, 0.1, 1.7, 4.2}) {
                for (const auto& line : builtInLines().lines) {
                    const double observed = line.vacuumAngstrom * (1 + z);
                    if (observed < from || observed > to)
                        continue;
                    const double expected = area.left() + (observed - from) / (to - from) * area.width();
                    QVERIFY2(std::abs(plot.xOfWavelength(observed) - expected) <= 1.0, qPrintable(line.name));
                    ++compared;
                }
            }
            QVERIFY(compared > 150);
        }
    }

    /// LAMOST fills ends it has no data for with zeros, with weights as if there were some.
    void zerosAtTheEndsAreNoData()
    {
        auto spectrum = sampleSpectrum();
        auto& flux = spectrum.coadd.flux;
        std::fill(flux.begin(), flux.begin() + 40, 0.0F);
        std::fill(flux.end() - 25, flux.end(), 0.0F);
        const auto count = flux.size();
        flux[2000] = 0; // amid data it is a value
        const auto drawn = drawnSpectrum(shared(std::move(spectrum)), 1);
        QVERIFY(!drawn.usable[39]);
        QVERIFY(drawn.usable[40]);
        QVERIFY(drawn.usable[2000]);
        QVERIFY(drawn.usable[count - 26]);
        QVERIFY(!drawn.usable[count - 25]);
    }

    void aSpectrumWithoutAGoodPixelSaysSo()
    {
        auto masked = sampleSpectrum();
        std::ranges::fill(masked.coadd.inverseVariance, 0.0F);
        SpectrumPlot plot;
        plot.setPalette(themed(Qt::white));
        plot.resize(1200, 600);
        plot.setLines({});
        plot.setSkyVisible(false);
        const auto inkInTheMiddle = [&plot] {
            const auto image = plot.render(plot.size());
            const auto area = plot.plotArea().toRect();
            int ink = 0;
            for (int x = area.center().x() - 100; x < area.center().x() + 100; ++x)
                ink += colouredPixels(image, x, area.center().y() - 8, area.center().y() + 8,
                                      [](QColor colour) { return colour.lightness() < 140; });
            return ink;
        };
        plot.setSpectrum(shared(std::move(masked)));
        QVERIFY(inkInTheMiddle() > 60);
    }

    void aFileWithoutAClassIsNotCalledUnknown()
    {
        auto spectrum = sampleSpectrum();
        QVERIFY(!spectrumCaption(spectrum).contains(u"UNKNOWN"_s));
        spectrum.pipeline.saysUnknown = true;
        QVERIFY(spectrumCaption(spectrum).contains(u"UNKNOWN"_s));
    }

    /// And in the picture: the mark of a line that stands alone is the blue column at that pixel, nowhere
    /// beside it.
    void aMarkIsPaintedAtItsPixel()
    {
        SpectrumPlot plot;
        plot.setPalette(themed(Qt::white));
        plot.resize(1200, 600);
        plot.setSpectrum(shared(sampleSpectrum()));
        plot.setSkyVisible(false);
        plot.setLines({lineNamed("H-alpha")});
        for (const double z : {0.0, 0.05, 0.1234, 0.3}) {
            plot.setRedshift(z);
            const auto image = plot.render(plot.size());
            const int x = int(std::floor(plot.xOfWavelength(6564.61 * (1 + z))));
            const auto area = plot.plotArea().toRect();
            const auto blueAt = [&](int column) {
                return colouredPixels(image, column, area.top() + area.height() / 4, area.center().y(),
                                      isBlue);
            };
            QVERIFY2(blueAt(x) > area.height() / 8, qPrintable(QString::number(blueAt(x))));
            QVERIFY(blueAt(x - 1) < 5);
            QVERIFY(blueAt(x + 1) < 5);
        }
    }

    /// Every line of the list, close up: the painted mark against the reference table's vacuum and air
    /// wavelengths.
    void everyPaintedMarkIsWithinAHundredthOfAnAngstromInVacuumAndInAir()
    {
        QFile file(QStringLiteral(SPECDESK_TEST_DATA "/lines_air.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        SpectrumPlot plot;
        plot.setPalette(themed(Qt::white));
        plot.resize(4000, 300);
        plot.setSpectrum(shared(sampleSpectrum(1000))); // no line of its own
        plot.setSkyVisible(false);
        plot.setErrorVisible(false);
        int compared = 0;
        while (!file.atEnd()) {
            const auto fields = QString::fromUtf8(file.readLine()).trimmed().split(u'\t');
            if (fields.size() != 3)
                continue;
            const double vacuum = fields[1].toDouble();
            const double z = vacuum > 3800 && vacuum < 9000 ? 0 : 6000 / vacuum - 1;
            auto line = lineNamed(fields[0].toUtf8().constData());
            line.importance = 0;
            plot.setLines({line});
            plot.setRedshift(z);
            plot.setWavelengthRange(vacuum * (1 + z) - 4, vacuum * (1 + z) + 4);
            const double from = plot.rangeFromAngstrom();
            const double to = plot.rangeToAngstrom();
            const auto area = plot.plotArea();
            QVERIFY((to - from) / area.width() < 0.005);
            const auto image = plot.render(plot.size());
            int column = -1;
            int most = 0;
            for (int x = int(area.left()) + 1; x < int(area.right()); ++x) {
                const int count = colouredPixels(image, x, int(area.top()) + 60, int(area.bottom()) - 60,
                                                 [](QColor colour) { return colour.hslSaturation() > 60; });
                if (count > most) {
                    most = count;
                    column = x;
                }
            }
            QVERIFY2(most > 30, qPrintable(fields[0]));
            const double painted = from + (column + 0.5 - area.left()) / area.width() * (to - from);
            QVERIFY2(std::abs(painted / (1 + z) - vacuum) < 0.01, qPrintable(fields[0]));
            if (fields[2] != u"-"_s) // both of the table's columns are rounded
                QVERIFY2(std::abs(airFromVacuum(painted / (1 + z)) - fields[2].toDouble()) < 0.0125,
                         qPrintable(fields[0]));
            ++compared;
        }
        QCOMPARE(std::size_t(compared), builtInLines().lines.size());
    }

    void aRedshiftMovesTheOverlayOnly()
    {
        SpectrumPlot plot;
        plot.resize(1200, 600);
        plot.setSpectrum(shared(sampleSpectrum()));
        plot.setLines({});
        const auto area = plot.plotArea().toRect();
        const auto before = plot.render(plot.size()).copy(area);
        plot.setRedshift(0.5);
        QCOMPARE(plot.render(plot.size()).copy(area), before);
        plot.setLines({lineNamed("H-alpha")});
        plot.setRedshift(0.1);
        QVERIFY(plot.render(plot.size()).copy(area) != before);
    }

    void maskedPixelsAndZeroInverseVarianceBreakTheLine()
    {
        auto withGap = sampleSpectrum();
        for (std::size_t pixel = 1500; pixel < 1600; ++pixel)
            withGap.coadd.inverseVariance[pixel] = 0;
        for (std::size_t pixel = 2000; pixel < 2100; ++pixel)
            withGap.coadd.flux[pixel] = std::numeric_limits<float>::quiet_NaN();
        withGap.coadd.andMask = {{2500, 100, 1}};
        const auto spectrum = shared(withGap);
        SpectrumPlot plot;
        plot.setPalette(themed(Qt::white));
        plot.resize(1366, 768);
        plot.setSpectrum(spectrum);
        plot.setErrorVisible(false);
        plot.setSkyVisible(false);
        plot.setLines({});
        const auto image = plot.render(plot.size());
        const auto area = plot.plotArea().toRect();
        const auto inkAt = [&](std::size_t pixel) {
            const int x = int(plot.xOfWavelength(spectrum->coadd.wavelengthAngstrom[pixel]));
            return colouredPixels(image, x, area.top(), area.bottom() - 8, isInk);
        };
        for (const std::size_t gap : {1550, 2050, 2550})
            QCOMPARE(inkAt(gap), 0);
        for (const std::size_t good : {1450, 1650, 1950, 2150, 2450, 2650})
            QVERIFY(inkAt(good) > 0);
    }

    void notANumberDoesNotMoveTheFluxAxis()
    {
        auto broken = sampleSpectrum();
        SpectrumPlot plot;
        plot.resize(1000, 600);
        plot.setSpectrum(shared(broken));
        const auto whole = plot.render(plot.size());
        broken.coadd.flux[1000] = std::numeric_limits<float>::quiet_NaN();
        broken.coadd.flux[1001] = std::numeric_limits<float>::infinity();
        plot.setSpectrum(shared(broken));
        const auto left = QRect(0, 0, int(plot.plotArea().left()), 600); // the numbers at the flux axis
        QCOMPARE(plot.render(plot.size()).copy(left), whole.copy(left));
    }

    void nothingButMissingPixelsStillDraws()
    {
        auto empty = sampleSpectrum();
        std::ranges::fill(empty.coadd.flux, std::numeric_limits<float>::quiet_NaN());
        SpectrumPlot plot;
        plot.resize(600, 400);
        plot.setSpectrum(shared(empty));
        QVERIFY(!plot.render(plot.size()).isNull());
        plot.setSpectrum(shared(Spectrum {}));
        QVERIFY(!plot.render(plot.size()).isNull());
        plot.setSpectrum(nullptr);
        QVERIFY(!plot.render(plot.size()).isNull());
        QVERIFY(std::isnan(plot.cursorAngstrom()));
    }

    void tracePensAreOneDevicePixel()
    {
        SpectrumPlot plot;
        for (const double width : plot.tracePenWidths())
            QVERIFY2(width == 0 || width == 1, qPrintable(QString::number(width)));
    }

    void theThemesDifferAndFollowThePalette()
    {
        SpectrumPlot plot;
        plot.resize(800, 500);
        plot.setSpectrum(shared(sampleSpectrum()));
        plot.setPalette(themed(Qt::white));
        const auto light = plot.render(plot.size());
        plot.setPalette(themed(QColor(20, 20, 20)));
        const auto dark = plot.render(plot.size());
        QCOMPARE(light.pixelColor(2, 2), PlotPalette::light().background);
        QCOMPARE(dark.pixelColor(2, 2), PlotPalette::dark().background);
    }

    void twoArmsShareTheWidthAndTheGapDoesNot()
    {
        Spectrum spectrum;
        for (const double start : {4950.0, 6300.0}) {
            for (int pixel = 0; pixel < 4000; ++pixel) {
                spectrum.coadd.wavelengthAngstrom.push_back(start + 0.1 * pixel);
                spectrum.coadd.flux.push_back(1 + 0.1F * float(pixel % 7));
            }
        }
        SpectrumPlot plot;
        plot.resize(1200, 600);
        plot.setSpectrum(shared(spectrum));
        const double gap = plot.xOfWavelength(6300) - plot.xOfWavelength(5349.9);
        QVERIFY2(gap > 10 && gap < 80, qPrintable(QString::number(gap)));
        QVERIFY(std::abs((plot.xOfWavelength(5300) - plot.xOfWavelength(5000))
                         - (plot.xOfWavelength(6650) - plot.xOfWavelength(6350)))
                < 0.01);
    }

    void whatIsLabelledFollowsTheSwitches()
    {
        SpectrumPlot plot;
        plot.resize(1366, 768);
        plot.setSpectrum(shared(sampleSpectrum()));
        QVERIFY(plot.labelledLines().contains(u"H-alpha"_s));
        QVERIFY(plot.labelledLines().contains(u"Ca II K"_s));
        plot.setAbsorptionVisible(false);
        QVERIFY(!plot.labelledLines().contains(u"Ca II K"_s));
        plot.setEmissionVisible(false);
        QVERIFY(plot.labelledLines().isEmpty());
    }

    void picturesAreWritten()
    {
        const QTemporaryDir folder;
        SpectrumPlot plot;
        plot.resize(800, 500);
        plot.setSpectrum(shared(sampleSpectrum()));
        for (const auto& [ending, start] :
             {std::pair(u"png"_s, QByteArray("\x89PNG")), {u"pdf"_s, "%PDF"}, {u"svg"_s, "<?xml"}}) {
            const auto path = folder.filePath(u"picture."_s + ending);
            const auto written = plot.exportTo(path, {800, 500}, {u"Title"_s, u"Caption"_s});
            QVERIFY2(written, written ? "" : qPrintable(written.error().message));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().startsWith(start));
        }
        QVERIFY(!plot.exportTo(folder.filePath(u"picture.bmp"_s), {800, 500}));
        QVERIFY(!plot.exportTo(u"/no/such/folder/picture.png"_s, {800, 500}));
    }

    void aDensePictureHasTwiceThePixels()
    {
        SpectrumPlot plot;
        plot.setSpectrum(shared(sampleSpectrum()));
        const auto image = plot.render({600, 400}, 2);
        QCOMPARE(image.size(), QSize(1200, 800));
        QCOMPARE(image.devicePixelRatio(), 2.0);
    }
};

QTEST_MAIN(TestSpectrumPlot)
#include "tst_spectrumplot.moc"
