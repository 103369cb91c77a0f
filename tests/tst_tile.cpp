#include "plotting/tile/tile.h"
#include "support/samplespectrum.h"

#include <QTest>

#include <limits>

namespace {
/// Rows of a column whose colour is darker than half on the way from ground to ink.
std::pair<int, int> inkOf(const QImage& picture, int column, int limit = 128)
{
    int first = picture.height();
    int last = -1;
    for (int row = 0; row < picture.height(); ++row) {
        if (qGray(picture.pixel(column, row)) < limit) {
            first = std::min(first, row);
            last = row;
        }
    }
    return {first, last};
}

int columnOf(const Spectrum& spectrum, const TileLook& look, double angstrom)
{
    const auto& grid = spectrum.coadd.wavelengthAngstrom;
    return static_cast<int>((angstrom - grid.front()) / (grid.back() - grid.front()) * look.size.width());
}
}

class TestTile : public QObject
{
    Q_OBJECT
private slots:
    void anEmissionLineStandsWhereItsWavelengthIs()
    {
        const TileLook look;
        const auto spectrum = sampleSpectrum(6800);
        const auto picture = tilePicture(spectrum, {}, look);
        QCOMPARE(picture.size(), look.size);
        const int line = columnOf(spectrum, look, 6800);
        const int beside = columnOf(spectrum, look, 6500);
        QVERIFY(inkOf(picture, line).first < inkOf(picture, beside).first - 10);
    }

    void aSpikeOfOnePixelIsNotLost()
    {
        const TileLook look;
        auto spectrum = sampleSpectrum();
        const auto plain = tilePicture(spectrum, {}, look);
        spectrum.coadd.flux[2000] = 180;
        const auto spiked = tilePicture(spectrum, {}, look);
        const int column = columnOf(spectrum, look, spectrum.coadd.wavelengthAngstrom[2000]);
        QVERIFY(inkOf(spiked, column, 230).first < inkOf(plain, column, 230).first - 5);
    }

    void aGapStaysEmpty()
    {
        const TileLook look;
        auto spectrum = sampleSpectrum();
        for (std::size_t pixel = 1000; pixel < 1600; ++pixel)
            spectrum.coadd.inverseVariance[pixel] = 0;
        const auto picture = tilePicture(spectrum, {}, look);
        const int middle = columnOf(spectrum, look, spectrum.coadd.wavelengthAngstrom[1300]);
        QCOMPARE(inkOf(picture, middle).second, -1);
    }

    void theTemplateLiesBehindItInItsColour()
    {
        const TileLook look;
        const auto spectrum = sampleSpectrum();
        const std::vector<float> model(spectrum.coadd.size(), 110.0F);
        const auto picture = tilePicture(spectrum, model, look);
        bool green = false;
        for (int row = 0; row < picture.height(); ++row)
            green = green || picture.pixelColor(100, row).green() > picture.pixelColor(100, row).red() + 60;
        QVERIFY(green);
    }

    void aWideTileOfFewPixelsIsALineWithoutHoles()
    {
        TileLook look;
        look.size = {600, 200};
        auto spectrum = sampleSpectrum();
        auto& samples = spectrum.coadd;
        samples.wavelengthAngstrom.resize(200);
        samples.flux.resize(200);
        samples.inverseVariance.resize(200);
        const auto picture = tilePicture(spectrum, {}, look);
        for (int column = 2; column < 597; ++column)
            QVERIFY2(inkOf(picture, column).second >= 0, qPrintable(QString::number(column)));
    }

    void nothingToDrawIsAnEmptyTile()
    {
        const TileLook look;
        Spectrum spectrum;
        const auto empty = tilePicture(spectrum, {}, look);
        QCOMPARE(empty.pixelColor(10, 10), look.colours.background);
        spectrum = sampleSpectrum();
        std::ranges::fill(spectrum.coadd.flux, std::numeric_limits<float>::quiet_NaN());
        QCOMPARE(tilePicture(spectrum, {}, look), empty);
    }
};

QTEST_GUILESS_MAIN(TestTile)
#include "tst_tile.moc"
