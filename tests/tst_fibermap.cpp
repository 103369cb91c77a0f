#include "plotting/fibers/colourmap.h"
#include "plotting/fibers/fibermap.h"
#include "support/samplespectrum.h"

#include <QElapsedTimer>
#include <QTest>

#include <cstdio>

namespace {
constexpr int fibers = 250;

/// Sample spectra; fibre 201–225 with a red arm 20 % too bright, fibre 11 missing.
std::vector<SpectrumPtr> spectrograph()
{
    std::vector<SpectrumPtr> byFiber;
    for (int fiber = 1; fiber <= fibers; ++fiber) {
        auto spectrum = sampleSpectrum(4500);
        if (fiber >= 201 && fiber <= 225)
            for (std::size_t pixel = 0; pixel < spectrum.coadd.size(); ++pixel)
                spectrum.coadd.flux[pixel] *= spectrum.coadd.wavelengthAngstrom[pixel] > 5800 ? 1.2F : 1.0F;
        byFiber.push_back(fiber == 11 ? nullptr : shared(std::move(spectrum)));
    }
    return byFiber;
}

double lightness(QRgb colour)
{
    const auto linear = [](int value) {
        const double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const double y =
        0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y; // CIE L*
}
}

class TestFiberMap : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_maps = fiberMaps(spectrograph()); }

    void theColoursRiseEvenlyInLightness()
    {
        const auto& map = sequentialMap();
        for (std::size_t step = 8; step < map.size(); step += 8) {
            const double rise = lightness(map[step]) - lightness(map[step - 8]);
            QVERIFY2(rise > 1 && rise < 5, qPrintable(QString::number(rise)));
        }
        for (const bool dark : {false, true}) {
            const auto& both = divergingMap(dark);
            QVERIFY(std::abs(lightness(both[0]) - lightness(both[255])) < 12);
            QVERIFY(dark ? lightness(both[128]) < lightness(both[0])
                         : lightness(both[128]) > lightness(both[0]));
        }
    }

    void everyFiberHasItsRow()
    {
        QCOMPARE(m_maps->grid.fibers, fibers);
        QCOMPARE(m_maps->grid.width(), std::size_t(3909));
        QVERIFY(std::isnan(m_maps->grid.row(10)[2000]));
        QCOMPARE(m_maps->grid.row(0)[100], sampleSpectrum(4500).coadd.flux[100]);
    }

    void bandingShowsAsADifference()
    {
        const MapView view {.scale = FiberScale::Difference};
        const auto picture = fiberMapPicture(m_maps->of(view.scale), m_maps->grid, view, {600, 500});
        const auto good = picture.pixel(450, 200); // fibre 101, 7700 Å
        const auto bad = picture.pixel(450, 420); // fibre 211
        QVERIFY(std::abs(lightness(good) - lightness(bad)) > 10);
        QCOMPARE(picture.pixel(100, 21), qRgb(0xff, 0xff, 0xff)); // no fibre 11
    }

    void aStretchOfWavelengthsFillsTheWidth()
    {
        MapView view {.scale = FiberScale::Shape, .fromAngstrom = 4400, .toAngstrom = 4600};
        const auto picture = fiberMapPicture(m_maps->of(view.scale), m_maps->grid, view, {400, 250});
        QVERIFY(lightness(picture.pixel(200, 100))
                > lightness(picture.pixel(40, 100)) + 10); // the line at 4500 Å
    }

    void aPixelStandsAboutItsWavelength()
    {
        Spectrum spectrum;
        for (int pixel = 0; pixel < 101; ++pixel) {
            spectrum.coadd.wavelengthAngstrom.push_back(5000 + pixel);
            spectrum.coadd.flux.push_back(pixel == 50 ? 100.0F : 1.0F);
            spectrum.coadd.inverseVariance.push_back(1);
        }
        const auto maps = fiberMaps({std::make_shared<const Spectrum>(spectrum)});
        const MapView view {.scale = FiberScale::Flux, .fromAngstrom = 5045, .toAngstrom = 5055};
        const auto picture = fiberMapPicture(maps->of(view.scale), maps->grid, view, {200, 1});
        const auto bright = picture.pixel(100, 0); // 5050 Å
        QVERIFY(lightness(bright) != lightness(picture.pixel(60, 0)));
        for (int x = 0; x < 200; ++x) // 20 a pixel, half of them to either side
            QVERIFY2((picture.pixel(x, 0) == bright) == (x >= 90 && x < 110), qPrintable(QString::number(x)));
    }

    void nothingToShowIsAnEmptyPicture()
    {
        const auto empty = fiberMaps({});
        const MapView view {};
        QCOMPARE(fiberMapPicture(empty->of(view.scale), empty->grid, view, {10, 10}).pixel(5, 5),
                 qRgb(0xff, 0xff, 0xff));
        const auto unread = fiberMaps({nullptr, nullptr});
        QCOMPARE(fiberMapPicture(unread->of(view.scale), unread->grid, view, {10, 10}).pixel(5, 5),
                 qRgb(0xff, 0xff, 0xff));
    }

private:
    FiberMapsPtr m_maps;
};

QTEST_GUILESS_MAIN(TestFiberMap)
#include "tst_fibermap.moc"
