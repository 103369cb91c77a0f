#include "db/fits/spectrumreader.h"
#include "models/spectrum/goodpixels.h"
#include "models/spectrum/spectrumsummary.h"
#include "models/spectrum/wavelength.h"
#include "support/fitsfixtures.h"
#include "support/quiet.h"

#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
SpectrumPtr only(const QByteArray& bytes, const QString& name = u"made.fits"_s)
{
    const auto spectra = readSpectraFrom(bytes, name);
    if (!spectra) {
        qWarning("%s: %s", qPrintable(spectra.error().message), qPrintable(spectra.error().detail));
        return {};
    }
    return spectra.value().size() == 1 ? spectra.value().front() : SpectrumPtr();
}

bool isClose(double left, double right, double tolerance)
{
    return std::abs(left - right) <= tolerance;
}

}

class TestSpectrumReader : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { failOnAnyWarning(); }

    void aLamostImageGivesItsRowsAndHeader()
    {
        const auto spectrum = only(fixtures::lamostImage());
        QVERIFY(spectrum);
        QCOMPARE(spectrum->layout, Layout::LamostImage);
        QCOMPARE(spectrum->target.obsid, 101001);
        QVERIFY(!spectrum->target.obsidIsDerived);
        QCOMPARE(spectrum->target.designation, u"J220848.54-020324.3"_s);
        QCOMPARE(spectrum->target.planId, u"F5902"_s);
        QCOMPARE(spectrum->target.obsDate, u"2011-10-24"_s);
        QCOMPARE(spectrum->target.magnitude, std::optional(15.97));
        QCOMPARE(spectrum->pipeline.spectralClass, SpectralClass::Star);
        QCOMPARE(spectrum->pipeline.subclass, u"G7"_s);
        QCOMPARE(spectrum->pipeline.z, std::optional(-0.00013870));
        QCOMPARE(spectrum->snr[1], std::optional(12.22));
        QVERIFY(!spectrum->snr[3]); // -9999
        QVERIFY(!spectrum->header.number("SCAMEAN")); // ******
        QCOMPARE(spectrum->coadd.size(), 300U);
        QVERIFY(isClose(spectrum->coadd.wavelengthAngstrom.front(), 3699.985, 0.01));
        QCOMPARE(spectrum->coadd.inverseVariance[5], 0.0F);
        QCOMPARE(spectrum->coadd.andMask, (PixelMask {{10, 2, 1}}));
        QCOMPARE(spectrum->coadd.orMask, (PixelMask {{10, 5, 1}}));
        QCOMPARE(spectrum->arms.size(), 1U); // the short fixture ends in the blue
    }

    void theDr1ImageTakesItsWavelengthsFromTheCoefficients()
    {
        const auto spectrum = only(fixtures::lamostNormalisedImage());
        QVERIFY(spectrum);
        QCOMPARE(spectrum->layout, Layout::LamostNormalisedImage);
        QVERIFY(isClose(spectrum->coadd.wavelengthAngstrom[100], std::pow(10.0, 3.5782), 1e-6));
        QVERIFY(spectrum->coadd.flux[100] > 10); // not the normalised row
        QVERIFY(spectrum->target.obsidIsDerived);
        QVERIFY(spectrum->target.obsid < 0);
        QCOMPARE(spectrum->snr[4], std::optional(33.76));
        QCOMPARE(spectrum->target.targetSource, u"PILOT"_s);
    }

    void noClassDiffersFromAClassThatIsUnknown()
    {
        const auto unknown = only(fixtures::lamostImage({.spectralClass = "Unknown"}));
        QCOMPARE(unknown->pipeline.statedClass(), std::optional(SpectralClass::Unknown));
        QVERIFY(!only(fixtures::lamostImage({.spectralClass = ""}))->pipeline.statedClass());
        QVERIFY(!only(fixtures::image())->pipeline.statedClass());
        QVERIFY(!only(fixtures::text())->pipeline.statedClass());
        QVERIFY(!summaryOf(*only(fixtures::text())).spectralClass);
        QCOMPARE(summaryOf(*unknown).spectralClass, std::optional(SpectralClass::Unknown));
    }

    void theCeilingOfOldSignalToNoiseIsNoMeasurement()
    {
        const auto old =
            only(fixtures::lamostNormalisedImage().replace("3.376000000000E+01", "9.900000000000E+01"));
        QVERIFY(!old->snr[4]);
        QVERIFY(old->snr[1]);
        const auto newer = only(fixtures::lamostImage().replace("2.107000000000E+01", "9.900000000000E+01"));
        QCOMPARE(newer->snr[4], std::optional(99.0));
    }

    void aFibreWithoutAGoodPixelHasNoSignalToNoise()
    {
        const auto dead = only(fixtures::lamostImage({.dead = true}));
        QVERIFY(!hasGoodPixel(*dead));
        for (const auto& band : dead->snr)
            QVERIFY(!band);
        auto masked = *only(fixtures::lamostImage());
        QVERIFY(hasGoodPixel(masked));
        masked.coadd.andMask = {{0, 100, 1}, {100, 200, 4}};
        QVERIFY(!hasGoodPixel(masked));
        masked.coadd.andMask.back().count = 199;
        QVERIFY(hasGoodPixel(masked));
    }

    void allThreeLamostLayoutsGiveTheSameSamples()
    {
        const auto image = only(fixtures::lamostImage());
        const auto doubles = only(fixtures::lamostDoubleImage());
        const auto table = only(fixtures::lamostTable());
        QVERIFY(image && doubles && table);
        QCOMPARE(table->layout, Layout::LamostTable);
        QCOMPARE(table->coadd.flux, image->coadd.flux);
        QCOMPARE(doubles->coadd.flux, image->coadd.flux);
        QCOMPARE(table->coadd.inverseVariance, image->coadd.inverseVariance);
        QCOMPARE(table->coadd.wavelengthAngstrom, image->coadd.wavelengthAngstrom);
        QVERIFY(isClose(doubles->coadd.wavelengthAngstrom[77], std::pow(10.0, 3.5759), 1e-9));
        QCOMPARE(table->coadd.andMask, (PixelMask {{10, 2, 4}}));
        QCOMPARE(table->header.text("EXTNAME"), std::optional(u"COADD"_s));
    }

    void gzipIsRecognisedWhateverTheFileIsCalled()
    {
        const auto packed = only(fixtures::gzipped(fixtures::lamostImage()), u"101001.fits"_s);
        QVERIFY(packed);
        QCOMPARE(packed->coadd.flux, only(fixtures::lamostImage())->coadd.flux);
        const auto twice = fixtures::lamostTable();
        const auto members = fixtures::gzipped(twice.first(5000)) + fixtures::gzipped(twice.sliced(5000));
        QVERIFY(only(members, u"spectrum.fits.fits"_s));
    }

    void mediumResolutionJoinsArmsAndKeepsExposures()
    {
        const auto rows = only(fixtures::lamostMrsRows());
        QVERIFY(rows);
        QCOMPARE(rows->layout, Layout::LamostMrs);
        QCOMPARE(rows->coadd.size(), 230U);
        QCOMPARE(rows->arms.size(), 2U);
        QCOMPARE(rows->exposures.size(), 2U);
        QCOMPARE(rows->exposures[0].name, u"B-84107311"_s);
        QCOMPARE(rows->exposures[1].arm, u"R"_s);
        QCOMPARE(rows->exposures[0].lmjm, 84107311);
        QCOMPARE(rows->exposures[0].seconds, std::optional(1200.0));
        QCOMPARE(rows->coadd.orMask, (PixelMask {{3, 2, 1}, {123, 2, 1}}));
        QCOMPARE(rows->snr[1], std::optional(120.75));
        const auto vectors = only(fixtures::lamostMrsVectors());
        QVERIFY(vectors);
        QCOMPARE(vectors->coadd.size(), 190U);
        QCOMPARE(vectors->exposures.size(), 1U);
    }

    void aMissingArmIsNormal()
    {
        const auto spectrum = only(fixtures::lamostMrsRedOnly());
        QVERIFY(spectrum);
        QCOMPARE(spectrum->arms.size(), 1U);
        QCOMPARE(spectrum->arms[0].name, u"R"_s);
    }

    void exposuresAreLeftOutWhenNotWanted()
    {
        const auto spectra = readSpectraFrom(fixtures::lamostMrsRows(), u"made.fits"_s, {false});
        QVERIFY(spectra);
        QVERIFY(spectra.value()[0]->exposures.empty());
        QCOMPARE(spectra.value()[0]->coadd.size(), 230U);
    }

    void sdssTakesItsAnswerFromTheResultTable()
    {
        const auto spectrum = only(fixtures::sdss());
        QVERIFY(spectrum);
        QCOMPARE(spectrum->layout, Layout::Sdss);
        QCOMPARE(spectrum->pipeline.spectralClass, SpectralClass::Qso);
        QCOMPARE(spectrum->pipeline.subclass, u"BROADLINE"_s);
        QVERIFY(isClose(spectrum->pipeline.z.value(), 0.4023, 1e-7));
        QVERIFY(!spectrum->pipeline.zError); // -1
        QCOMPARE(spectrum->pipeline.zWarning, std::optional<qint64>(5));
        QVERIFY(isClose(spectrum->pipeline.deltaChi2.value(), 50.0, 1e-6));
        QCOMPARE(spectrum->target.fiberType, u"Sky"_s);
        QCOMPARE(spectrum->target.fiberId, std::optional(560));
        QCOMPARE(spectrum->target.spectrographId, std::optional(2));
        QVERIFY(!spectrum->snr[3]);
        QCOMPARE(spectrum->sky.size(), spectrum->coadd.size());
        QCOMPARE(spectrum->exposures.size(), 1U);
        QCOMPARE(spectrum->coadd.andMask, (PixelMask {{4, 3, 16777216}}));
    }

    void desiArmsAreMergedByInverseVariance()
    {
        const auto spectra = readSpectraFrom(fixtures::desiCoadd(), u"coadd.fits"_s);
        QVERIFY(spectra);
        QCOMPARE(spectra.value().size(), 2U);
        const auto& second = *spectra.value()[1];
        QCOMPARE(second.indexInFile, 1);
        QCOMPARE(second.coadd.size(), 110U); // 60 + 60 − 10 common pixels
        QCOMPARE(second.coadd.flux[55], 2.0F);
        QCOMPARE(second.coadd.inverseVariance[20], 3.0F);
        QCOMPARE(second.coadd.inverseVariance[55], 6.0F);
        QCOMPARE(second.arms.size(), 2U);
        QVERIFY(isClose(second.target.magnitude.value(), 22.5, 1e-6));
        QCOMPARE(second.release, u"DESI fuji"_s);
        QVERIFY(spectra.value()[0]->target.obsid != second.target.obsid);
        QCOMPARE(spectra.value()[0]->coadd.andMask, (PixelMask {{7, 3, 2147483648U}}));
    }

    void desiExposuresOfOneTargetBecomeOneSpectrum()
    {
        const auto spectra = readSpectraFrom(fixtures::desiSpectra(), u"spectra.fits"_s);
        QVERIFY(spectra);
        QCOMPARE(spectra.value().size(), 2U);
        const auto& twice = *spectra.value()[0];
        QCOMPARE(twice.exposures.size(), 4U); // two exposures in two arms
        QCOMPARE(twice.coadd.inverseVariance[0], 6.0F); // rows 0 and 2: 2 + 4
        QVERIFY(isClose(static_cast<double>(twice.coadd.flux[0]), (2.0 * 1.0 + 4.0 * 3.0) / 6.0, 1e-6));
    }

    void sixDfHasAirWavelengthsAndGaps()
    {
        const auto spectrum = only(fixtures::sixDf());
        QVERIFY(spectrum);
        QCOMPARE(spectrum->layout, Layout::SixDf);
        QVERIFY(std::isnan(spectrum->coadd.flux[0]));
        QVERIFY(spectrum->frame.wasAir);
        QVERIFY(!spectrum->frame.heliocentric);
        QVERIFY(isClose(spectrum->frame.heliocentricKmS.value(), 5.51, 0.01));
        QVERIFY(isClose(airFromVacuum(spectrum->coadd.wavelengthAngstrom[0]), 3932.3, 1e-3));
        QCOMPARE(spectrum->pipeline.z, std::optional(0.033124));
    }

    void gamaRowsAreFoundByName()
    {
        const auto spectrum = only(fixtures::gama());
        QVERIFY(spectrum);
        QCOMPARE(spectrum->layout, Layout::TwoDf);
        QCOMPARE(spectrum->coadd.inverseVariance[3], 0.25F);
        QCOMPARE(spectrum->sky[3], 7.0F);
        QVERIFY(isClose(airFromVacuum(spectrum->coadd.wavelengthAngstrom[75]), 6291.743164062, 1e-6));
        QCOMPARE(spectrum->frame.heliocentricKmS, std::optional(-11.8));
        QCOMPARE(spectrum->target.fiberId, std::optional(80));
    }

    void marzImagesGiveOneSpectrumForEveryFibreInUse()
    {
        const auto spectra = readSpectraFrom(fixtures::marz(), u"marz.fits"_s);
        QVERIFY(spectra);
        QCOMPARE(spectra.value().size(), 2U);
        const auto& object = *spectra.value()[0];
        const auto& sky = *spectra.value()[1];
        QCOMPARE(object.target.designation, u"D0221394-2854323"_s);
        QVERIFY(isClose(object.target.raDeg.value(), 35.414271, 1e-6));
        QCOMPARE(object.coadd.inverseVariance[9], 0.25F);
        QVERIFY(!object.frame.heliocentric);
        QCOMPARE(sky.target.fiberType, u"Sky"_s);
        QCOMPARE(sky.target.fiberId, std::optional(3));
        QCOMPARE(sky.sky[0], 5.0F); // one row serves all
        QVERIFY(sky.coadd.flux != object.coadd.flux);
    }

    void anyImageWithAWavelengthAxisReads()
    {
        const auto spectrum = only(fixtures::image());
        QVERIFY(spectrum);
        QCOMPARE(spectrum->layout, Layout::Image);
        QVERIFY(isClose(airFromVacuum(spectrum->coadd.wavelengthAngstrom[1]), 5000.2, 1e-6)); // nm, air
        QVERIFY(spectrum->frame.frameIsKnown);
        QCOMPARE(spectrum->target.designation, u"HD 84937"_s);
    }

    void whatOnlyLooksLikeSpectraIsRefusedAsWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("eigenspectra") << fixtures::rowsOfImage("EIGEN0", "403.7") << u"templates"_s;
        QTest::newRow("stars by name") << fixtures::rowsOfImage("NAME0", "A0") << u"templates"_s;
        QTest::newRow("redrock") << fixtures::rowsOfImage("RRTYPE", "QSO") << u"templates"_s;
        QTest::newRow("picture") << fixtures::rowsOfImage("OBJECT", "M31") << u"an image of 2 rows"_s;
    }

    void whatOnlyLooksLikeSpectraIsRefusedAsWhatItIs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        const auto spectra = readSpectraFrom(bytes, u"x.fits"_s);
        QVERIFY(!spectra);
        QCOMPARE(spectra.error().kind, ErrorKind::BadFile);
        QVERIFY2(spectra.error().message.contains(sentence), qPrintable(spectra.error().message));
    }

    void rowsThatAreSaidToBeSpectraAreRead()
    {
        const auto spectra =
            readSpectraFrom(fixtures::rowsOfImage("WAT0_001", "system=equispec"), u"x.fits"_s);
        QVERIFY(spectra);
        QCOMPARE(spectra.value().size(), 2U);
    }

    void anyTableWithWavelengthAndFluxReadsAndTurnsRound()
    {
        const auto spectrum = only(fixtures::table());
        QVERIFY(spectrum);
        QCOMPARE(spectrum->layout, Layout::Table);
        QCOMPARE(spectrum->coadd.wavelengthAngstrom.front(), 5000.0);
        QCOMPARE(spectrum->coadd.flux.front(), 100.0F);
        QCOMPARE(spectrum->coadd.inverseVariance.front(), 0.25F);
        QVERIFY(!spectrum->frame.frameIsKnown);
    }

    void derivedIdsStayTheSameAndDiffer()
    {
        QCOMPARE(only(fixtures::text(), u"a.csv"_s)->target.obsid,
                 only(fixtures::text(), u"/b/a.csv"_s)->target.obsid);
        QVERIFY(only(fixtures::text(), u"a.csv"_s)->target.obsid
                != only(fixtures::text(), u"b.csv"_s)->target.obsid);
    }

    void manyThreadsReadAtOnce()
    {
        const auto files = fixtures::everyLayout();
        std::atomic<int> read = 0;
        QThreadPool pool;
        pool.setMaxThreadCount(8);
        for (int round = 0; round < 40; ++round) {
            for (const auto& file : files) {
                pool.start([&read, &file] {
                    if (readSpectraFrom(file.bytes, file.name))
                        ++read;
                });
            }
        }
        pool.waitForDone();
        QCOMPARE(read.load(), 40 * static_cast<int>(files.size()));
    }
};

QTEST_GUILESS_MAIN(TestSpectrumReader)
#include "tst_spectrumreader.moc"
