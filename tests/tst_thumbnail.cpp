#include "plotting/thumbnail/thumbnailcaption.h"

#include <QImage>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {
Samples ramp()
{
    Samples samples;
    for (int pixel = 0; pixel < 3909; ++pixel) {
        samples.wavelengthAngstrom.push_back(std::pow(10.0, 3.5682 + pixel * 1e-4));
        samples.flux.push_back(100.0F + static_cast<float>(pixel) * 0.1F);
        samples.inverseVariance.push_back(1.0F);
    }
    return samples;
}

ReleasedSpectrum star()
{
    ReleasedSpectrum spectrum;
    spectrum.spectralClass = u"STAR"_s;
    spectrum.subclass = u"G7"_s;
    spectrum.z = -0.00026952;
    spectrum.zError = 0.00007305;
    spectrum.obsDate = QDate(2011, 10, 24);
    spectrum.raDeg = 332.202274;
    spectrum.decDeg = -2.056767;
    return spectrum;
}

/// Rows of a column of the picture that show flux.
QList<int> fluxRows(const QImage& picture, int x)
{
    QList<int> rows;
    for (int y = 0; y < picture.height(); ++y) {
        const auto colour = picture.pixel(x, y);
        if (qBlue(colour) > qRed(colour) + 60)
            rows << y;
    }
    return rows;
}

QByteArray cards(std::initializer_list<const char*> lines)
{
    QByteArray bytes;
    for (const auto* line : lines)
        bytes += QByteArray(line).leftJustified(80);
    return bytes;
}
}

/// The pictures beside released spectra.
class TestThumbnail : public QObject
{
    Q_OBJECT
private slots:
    void theCaptionSaysWhatLamostsThumbnailsSay()
    {
        const FitsHeader header(cards({"MAGTYPE = 'ugriz   '", "MAG1    =                99.00",
                                       "MAG2    =                18.78", "MAG3    =                17.20"}));
        const auto caption = thumbnailCaption(star(), u"LAMOST DR2"_s, header);
        QCOMPARE(caption.object, u"STAR G7"_s);
        QCOMPARE(caption.redshift, u"cz = −80.8 ± 21.9 km/s"_s);
        QCOMPARE(caption.date, u"Obs-Date: 20111024"_s);
        QCOMPARE(caption.position, u"RA 332.20227  DEC −2.05677"_s);
        QCOMPARE(caption.magnitudes, u"g 18.78  r 17.20"_s);
    }

    void aQuasarHasARedshiftInsteadOfAVelocity()
    {
        auto spectrum = star();
        spectrum.spectralClass = u"QSO"_s;
        spectrum.subclass = u"Non"_s;
        spectrum.z = 2.0031;
        spectrum.zError = {};
        const auto caption = thumbnailCaption(spectrum, u"LAMOST DR6"_s, {});
        QCOMPARE(caption.object, u"QSO"_s);
        QCOMPARE(caption.redshift, u"z = 2.00310"_s);
    }

    void thePictureIsAPngWhichShowsTheFlux()
    {
        Thumbnail thumbnail;
        const auto png = thumbnail.png(ramp(), thumbnailCaption(star(), u"LAMOST DR2"_s, {}));
        const auto picture = QImage::fromData(png, "PNG");
        QCOMPARE(picture.size(), Thumbnail::size);
        const auto left = fluxRows(picture, 80);
        const auto right = fluxRows(picture, 460);
        QVERIFY(!left.isEmpty() && !right.isEmpty());
        QVERIFY(right.last() < left.first() - 80); // the ramp rises
        QVERIFY(png.size() < 8000);
    }

    void theSameSpectrumGivesTheSameBytesWhateverCameBefore()
    {
        Thumbnail thumbnail;
        const auto caption = thumbnailCaption(star(), u"LAMOST DR2"_s, {});
        const auto first = thumbnail.png(ramp(), caption);
        auto other = ramp();
        std::reverse(other.flux.begin(), other.flux.end());
        QVERIFY(thumbnail.png(other, {}) != first);
        QCOMPARE(thumbnail.png(ramp(), caption), first);
        QCOMPARE(Thumbnail().png(ramp(), caption), first);
    }

    void otherWordsOverAPictureAreTheSameAsDrawingItAnew()
    {
        const auto before = thumbnailCaption(star(), u"LAMOST DR2"_s, {});
        auto changed = star();
        changed.spectralClass = u"GALAXY"_s;
        changed.z = 0.31234;
        const auto after = thumbnailCaption(changed, u"LAMOST DR13"_s, {});
        Thumbnail thumbnail;
        const auto old = thumbnail.png(ramp(), before);
        const auto recaptioned = Thumbnail().recaptioned(old, after);
        QVERIFY(recaptioned);
        QCOMPARE(*recaptioned, thumbnail.png(ramp(), after));
        QVERIFY(*recaptioned != old);
        QCOMPARE(thumbnail.recaptioned(*recaptioned, before).value_or(QByteArray()), old);
        for (const auto& other : {QByteArray(), QByteArray("\x89PNG"), old.chopped(60), old.left(100)})
            QVERIFY(!thumbnail.recaptioned(other, after));
    }

    void pixelsWithoutInformationLeaveAGap()
    {
        auto samples = ramp();
        for (std::size_t pixel = 1500; pixel < 1700; ++pixel)
            samples.inverseVariance[pixel] = 0;
        samples.flux[100] = std::numeric_limits<float>::quiet_NaN();
        Thumbnail thumbnail;
        const auto picture = QImage::fromData(thumbnail.png(samples, {}), "PNG");
        const auto angstrom = samples.wavelengthAngstrom[1600];
        const int x = 64 + static_cast<int>((angstrom - 4000) / 5000 * 407);
        QVERIFY(fluxRows(picture, x).isEmpty());
        QVERIFY(!fluxRows(picture, 80).isEmpty());
    }

    void aSpectrumWithoutAnyInformationIsAnEmptyFrame()
    {
        auto samples = ramp();
        std::fill(samples.inverseVariance.begin(), samples.inverseVariance.end(), 0.0F);
        Thumbnail thumbnail;
        for (const auto& empty : {samples, Samples()}) {
            const auto picture = QImage::fromData(thumbnail.png(empty, {}), "PNG");
            QCOMPARE(picture.size(), Thumbnail::size);
            for (int x = 0; x < picture.width(); ++x)
                QVERIFY(fluxRows(picture, x).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestThumbnail)
#include "tst_thumbnail.moc"
