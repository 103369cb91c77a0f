#include "db/fits/spectrumreader.h"
#include "models/spectrum/wavelength.h"
#include "support/quiet.h"
#include "support/spectrumpromises.h"
#include "support/surveyfixtures.h"

#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
std::vector<SpectrumPtr> all(const QByteArray& bytes, const QString& name = u"made.fits"_s)
{
    const auto spectra = readSpectraFrom(bytes, name);
    if (!spectra) {
        qWarning("%s: %s", qPrintable(spectra.error().message), qPrintable(spectra.error().detail));
        return {};
    }
    return spectra.value();
}

SpectrumPtr only(const QByteArray& bytes, const QString& name = u"made.fits"_s)
{
    const auto spectra = all(bytes, name);
    return spectra.size() == 1 ? spectra.front() : SpectrumPtr();
}

bool isClose(double left, double right, double tolerance = 1e-6)
{
    return std::abs(left - right) <= tolerance;
}

QString refusalOf(const QByteArray& bytes)
{
    const auto spectra = readSpectraFrom(bytes, u"x.fits"_s);
    return spectra ? u"READ"_s : spectra.error().message;
}
}

/// Surveys and observatories of which no released file lies beside the checkout.
class TestSurveyFormats : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { failOnAnyWarning(); }

    void everyFormatKeepsTheReadersPromises()
    {
        for (const auto& file : fixtures::everySurvey()) {
            const auto spectra = all(file.bytes, file.name);
            QVERIFY2(brokenPromise(spectra).isEmpty(),
                     qPrintable(file.name + u": "_s + brokenPromise(spectra)));
        }
    }

    void spSpecIsOneObjectAtItsOwnPlace()
    {
        for (const int rows : {4, 5}) {
            const auto spectrum = only(fixtures::spSpec(rows));
            QVERIFY(spectrum);
            QCOMPARE(spectrum->layout, Layout::Sdss);
            QCOMPARE(spectrum->pipeline.spectralClass, SpectralClass::Qso);
            QCOMPARE(spectrum->pipeline.z, std::optional(0.1134));
            QCOMPARE(spectrum->pipeline.zError, std::optional(0.00015));
            QCOMPARE(spectrum->target.raDeg, std::optional(255.7)); // not the telescope's
            QCOMPARE(spectrum->target.planId, u"353"_s);
            QCOMPARE(spectrum->target.fiberId, std::optional(181));
            QCOMPARE(spectrum->target.lmjd, std::optional(51789));
            QCOMPARE(spectrum->target.magnitude, std::optional(16.7));
            QCOMPARE(spectrum->snr[2], std::optional(17.1));
            QVERIFY(!spectrum->snr[0]);
            QVERIFY(isClose(spectrum->coadd.wavelengthAngstrom[10], std::pow(10.0, 3.5812)));
            QVERIFY(isClose(static_cast<double>(spectrum->coadd.inverseVariance[0]), 0.04));
            QCOMPARE(spectrum->coadd.andMask, (PixelMask {{4, 3, 16777216}}));
            QCOMPARE(spectrum->fluxUnit, u"1e-17 erg/s/cm²/Å"_s);
        }
    }

    void spPlateGivesEveryFibre()
    {
        const auto spectra = all(fixtures::spPlate());
        QCOMPARE(spectra.size(), 3U);
        QCOMPARE(spectra[1]->target.fiberType, u"Sky"_s);
        QCOMPARE(spectra[1]->target.fiberId, std::optional(2));
        QCOMPARE(spectra[2]->target.raDeg, std::optional(30.0));
        QCOMPARE(spectra[1]->coadd.andMask, (PixelMask {{4, 3, 16777216}}));
        QVERIFY(spectra[0]->coadd.andMask.empty());
        QCOMPARE(spectra[2]->sky[0], 9.0F);
        QVERIFY(spectra[0]->target.obsid != spectra[1]->target.obsid);
    }

    void sdssVTellsObjectsApartThatHaveNoFibreNumber()
    {
        const auto one =
            only(fixtures::sdssV(27021598054114232), u"spec-101126-60477-27021598054114232.fits"_s);
        const auto other =
            only(fixtures::sdssV(27021598054114236), u"spec-101126-60477-27021598054114236.fits"_s);
        QVERIFY(one && other);
        QVERIFY(one->target.obsid != other->target.obsid);
        QCOMPARE(one->target.obsid, only(fixtures::sdssV(27021598054114232), u"copy.fits"_s)->target.obsid);
        QVERIFY(!one->target.fiberId);
        QCOMPARE(one->target.planId, u"101126"_s);
        QCOMPARE(one->target.raDeg, std::optional(10.5));
        QCOMPARE(one->pipeline.z, std::optional(1.25));
        QCOMPARE(one->snr[4], std::optional(5.0));
    }

    void apStarIsTheFirstCombinationOfItsVisits()
    {
        for (const int rows : {4, 1}) {
            const auto spectrum = only(fixtures::apStar(rows));
            QVERIFY(spectrum);
            QVERIFY(isClose(spectrum->coadd.wavelengthAngstrom[0], std::pow(10.0, 4.179)));
            QVERIFY(isClose(static_cast<double>(spectrum->coadd.inverseVariance[0]), 0.04));
            QCOMPARE(spectrum->coadd.andMask, (PixelMask {{3, 1, 1}}));
            QCOMPARE(spectrum->target.designation, u"2M00000002+7417074"_s);
            QVERIFY(spectrum->frame.heliocentric);
        }
        const auto normalised = only(fixtures::aspcapStar());
        QVERIFY(normalised);
        QVERIFY(normalised->fluxUnit.isEmpty());
        QVERIFY(normalised->coadd.andMask.empty()); // its third image is the best fit
    }

    void apVisitJoinsItsDetectorsFromBlueToRed()
    {
        const auto spectrum = only(fixtures::apVisit());
        QVERIFY(spectrum);
        QCOMPARE(spectrum->coadd.size(), 360U);
        QCOMPARE(spectrum->arms.size(), 3U);
        QCOMPARE(spectrum->arms[0].name, u"B"_s);
        QVERIFY(isClose(spectrum->coadd.wavelengthAngstrom.back(), 16950.0));
        QCOMPARE(spectrum->coadd.flux.front(), 300.0F);
        QCOMPARE(spectrum->coadd.flux.back(), 100.0F);
        QVERIFY(!spectrum->frame.heliocentric);
        QCOMPARE(spectrum->frame.heliocentricKmS, std::optional(-11.5));
        QCOMPARE(spectrum->target.lmjd, std::optional(59876));
    }

    void astraGivesEveryInstrumentAndVisitAndNoEmptyTable()
    {
        const auto star = all(fixtures::mwmStar());
        QCOMPARE(star.size(), 2U);
        QCOMPARE(star[0]->target.designation, u"sdss_id 54377523"_s);
        QCOMPARE(star[0]->target.raDeg, std::optional(10.0));
        QCOMPARE(star[1]->target.targetSource, u"APOGEE/APO"_s);
        QCOMPARE(star[1]->coadd.andMask, (PixelMask {{3, 2, 1}})); // without the bit of sky lines
        const auto visits = all(fixtures::mwmVisit());
        QCOMPARE(visits.size(), 3U);
        QVERIFY(isClose(visits[2]->coadd.wavelengthAngstrom[0], std::pow(10.0, 3.5523)));
        QCOMPARE(visits[2]->target.lmjd, std::optional(59002));
        QCOMPARE(visits[2]->snr[2], std::optional(50.0));
        QVERIFY(visits[0]->coadd.flux != visits[1]->coadd.flux);
        QVERIFY(visits[0]->target.obsid != visits[1]->target.obsid);
    }

    void desiCoaddsOfOneTargetInTwoProgrammesAreTwo()
    {
        const auto dark = all(fixtures::desiHealpix("dark"));
        const auto bright = all(fixtures::desiHealpix("bright"));
        QCOMPARE(dark.size(), 2U);
        QVERIFY(dark[0]->target.obsid != bright[0]->target.obsid);
        QCOMPARE(dark[0]->target.planId, u"main-dark-26065"_s);
        QCOMPARE(dark[0]->pipeline.spectralClass, SpectralClass::Qso);
        QCOMPARE(dark[0]->pipeline.z, std::optional(1.234));
        QCOMPARE(dark[0]->pipeline.zWarning, std::optional<qint64>(4));
        QVERIFY(!dark[1]->pipeline.statedClass());
        const auto joined = all(fixtures::desiAllCameras());
        QCOMPARE(joined.size(), 2U);
        QCOMPARE(joined[0]->coadd.size(), 120U);
    }

    void sixDfShowsTheSplicedSpectrumOfEachObservation()
    {
        const auto spectra = all(fixtures::sixDfStamps());
        QCOMPARE(spectra.size(), 2U);
        QVERIFY(
            isClose(airFromVacuum(spectra[0]->coadd.wavelengthAngstrom[0]), 3900.25, 1e-3)); // its fourth row
        QVERIFY(isClose(static_cast<double>(spectra[0]->coadd.inverseVariance[0]), 0.04));
        QCOMPARE(spectra[0]->sky[0], 7.0F);
        QCOMPARE(spectra[0]->pipeline.z, std::optional(0.033124));
        QVERIFY(isClose(spectra[0]->frame.heliocentricKmS.value(), 5.51, 0.01));
        QCOMPARE(spectra[0]->target.survey, u"6dF"_s);
    }

    void twoDfgrsIsNoPictureOfTheSky()
    {
        const auto spectra = all(fixtures::twoDfgrs());
        QCOMPARE(spectra.size(), 2U);
        QCOMPARE(spectra[1]->indexInFile, 1);
        QCOMPARE(spectra[0]->target.designation, u"TGS001Z001"_s);
        QVERIFY(isClose(spectra[0]->target.raDeg.value(), 2.2918, 1e-4)); // radians in the file
        QCOMPARE(spectra[0]->target.fiberId, std::optional(12));
        QCOMPARE(spectra[0]->pipeline.zMethod, u"2dFGRS quality 4"_s);
        QVERIFY(isClose(airFromVacuum(spectra[0]->coadd.wavelengthAngstrom[0]), 4700.0, 1e-3));
    }

    void whatGamaRepackedNamesItsRows()
    {
        auto bytes = fixtures::gama();
        for (const auto& [row, name] :
             {std::pair {"1", "SPECTRUM"}, std::pair {"2", "VARIANCE"}, std::pair {"5", "SKY"}}) {
            const auto card = bytes.indexOf(QByteArray("ROW") + row + "    = ");
            QVERIFY(card >= 0);
            bytes.replace(card, 80, (QByteArray("ARRAY") + row + "  = '" + name + '\'').leftJustified(80));
        }
        const auto spectrum = only(bytes);
        QVERIFY(spectrum);
        QCOMPARE(spectrum->layout, Layout::TwoDf);
        QCOMPARE(spectrum->coadd.inverseVariance[3], 0.5F);
        QCOMPARE(spectrum->sky[3], 7.0F);
        QVERIFY(spectrum->fluxUnit.isEmpty());
    }

    void weaveMultipliesByItsSensitivityAndLeavesParkedFibresOut()
    {
        const auto spectra = all(fixtures::weave());
        QCOMPARE(spectra.size(), 2U);
        QCOMPARE(spectra[0]->coadd.flux[0], 200.0F);
        QVERIFY(isClose(static_cast<double>(spectra[0]->coadd.inverseVariance[0]), 0.01));
        QCOMPARE(spectra[1]->target.fiberType, u"Sky"_s);
        QCOMPARE(spectra[1]->target.fiberId, std::optional(12));
        QCOMPARE(spectra[0]->target.magnitude, std::optional(18.0));
        QVERIFY(!spectra[1]->target.magnitude);
        QVERIFY(!spectra[0]->frame.wasAir);
    }

    void esoSaysAirInTheMeaningOfItsColumn()
    {
        const auto air = only(fixtures::esoPhase3("angstrom", "em.wl;obs.atmos", 5000.0, 0.1));
        QVERIFY(air);
        QVERIFY(air->frame.wasAir && air->frame.frameIsKnown);
        QVERIFY(!air->frame.heliocentric);
        QVERIFY(isClose(airFromVacuum(air->coadd.wavelengthAngstrom[0]), 5000.0));
        QCOMPARE(air->coadd.flux[0], 2.0F); // FLUX, not FLUX_REDUCED
        QVERIFY(isClose(static_cast<double>(air->coadd.inverseVariance[0]), 0.04));
        QCOMPARE(air->coadd.andMask, (PixelMask {{9, 2, 1}}));
        const auto vacuum = only(fixtures::esoPhase3("nm", "em.wl", 500.0, 0.01));
        QVERIFY(!vacuum->frame.wasAir && vacuum->frame.frameIsKnown);
        QVERIFY(isClose(vacuum->coadd.wavelengthAngstrom[0], 5000.0));
    }

    void spaceTelescopesGiveASpectrumForEachSourceAndSegment()
    {
        const auto jwst = all(fixtures::jwstX1d());
        QCOMPARE(jwst.size(), 2U);
        QVERIFY(isClose(jwst[0]->coadd.wavelengthAngstrom[0], 10000.0));
        QCOMPARE(jwst[0]->fluxUnit, u"Jy"_s);
        QCOMPARE(jwst[0]->target.raDeg, std::optional(10.5));
        QVERIFY(jwst[0]->coadd.andMask.empty());
        QVERIFY(jwst[0]->coadd.flux != jwst[1]->coadd.flux);
        const auto hst = all(fixtures::hstX1d());
        QCOMPARE(hst.size(), 2U);
        QVERIFY(isClose(hst[1]->coadd.wavelengthAngstrom[0], 1150.0));
        QCOMPARE(hst[1]->target.designation, u"MRK 509"_s);
    }

    void irafsDispersionsAreFollowed_data()
    {
        QTest::addColumn<QByteArray>("spec"); // ap beam dtype w1 dw nw z aplow aphigh [functions]
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("last");
        QTest::newRow("linear") << QByteArray("1 1 0 5000. 0.5 120 0. 1. 2.") << 5000.0 << 5059.5;
        QTest::newRow("logarithmic") << QByteArray("1 1 1 3.6 0.0001 120 0. 1. 2.") << std::pow(10.0, 3.6)
                                     << std::pow(10.0, 3.6119);
        QTest::newRow("Doppler") << QByteArray("1 1 0 5000. 0.5 120 0.25 1. 2.") << 4000.0 << 4047.6;
        QTest::newRow("Chebyshev") << QByteArray("1 1 2 0. 0. 120 0. 1. 2. 1. 0. 1 3 1. 120. 5100. 30. 1.5")
                                   << 5071.5 << 5131.5;
        QTest::newRow("Legendre") << QByteArray(
            "1 1 2 0. 0. 120 0. 1. 2. 1. 0. 2 4 1. 120. 5100. 30. 1.5 0.5")
                                  << 5071.0 << 5132.0;
        QTest::newRow("cubic spline")
            << QByteArray("1 1 2 0. 0. 120 0. 1. 2. 1. 0. 3 2 1. 120. 850. 860. 870. 880. 890.") << 5160.0
            << 5280.0;
        QTest::newRow("linear spline")
            << QByteArray("1 1 2 0. 0. 120 0. 1. 2. 1. 0. 4 2 1. 120. 5000. 5100. 5250.") << 5000.0 << 5250.0;
        QTest::newRow("two functions") << QByteArray(
            "1 1 2 0. 0. 120 0. 1. 2. 0.5 10. 1 2 1. 120. 5100. 30. 0.5 0. 1 2 1. 120. 5100. 30.")
                                       << 5075.0 << 5135.0;
    }

    void irafsDispersionsAreFollowed()
    {
        QFETCH(QByteArray, spec);
        QFETCH(double, first);
        QFETCH(double, last);
        const auto spectrum = only(fixtures::irafMultispec({spec}));
        QVERIFY(spectrum);
        QVERIFY(spectrum->frame.wasAir && !spectrum->frame.frameIsKnown); // IRAF's habit
        QVERIFY(isClose(airFromVacuum(spectrum->coadd.wavelengthAngstrom.front()), first, 1e-3));
        QVERIFY(isClose(airFromVacuum(spectrum->coadd.wavelengthAngstrom.back()), last, 1e-3));
    }

    void irafsAperturesAndBandsAreToldApart()
    {
        const auto spectra =
            all(fixtures::irafMultispec({"1 1 0 5000. 0.5 120 0. 1. 2.", "2 2 0 5100. 0.5 100 0. 1. 2."}, 2));
        QCOMPARE(spectra.size(), 2U);
        QCOMPARE(spectra[1]->coadd.size(), 100U); // the row is longer than what is calibrated of it
        QVERIFY(isClose(static_cast<double>(spectra[1]->coadd.inverseVariance[0]), 0.04));
        QVERIFY(refusalOf(fixtures::irafMultispec({"1 1 -1 0. 0. 120 0. 1. 2."}))
                    .contains(u"has no wavelengths"_s));
    }

    void axesAreWhatTheirHeadersSay_data()
    {
        QTest::addColumn<std::vector<const char*>>("cards");
        QTest::addColumn<double>("first");
        using Cards = std::vector<const char*>;
        QTest::newRow("nm of IRAF") << Cards {"CRVAL1  = 500.", "CDELT1  = 0.1",
                                              "WAT1_001= 'wtype=linear label=Wavelength units=nanometers'"}
                                    << 5000.0;
        QTest::newRow("micrometres are no logarithm")
            << Cards {"CRVAL1  = 1.0", "CDELT1  = 0.0005", "CUNIT1  = 'um      '"} << 10000.0;
        QTest::newRow("natural logarithm") << Cards {"CRVAL1  = 8.2", "CDELT1  = 0.0001"} << std::exp(8.2);
        QTest::newRow("log10 by flag")
            << Cards {"CRVAL1  = 3.6", "CDELT1  = 0.0001", "DC-FLAG = 1"} << std::pow(10.0, 3.6);
        QTest::newRow("Liverpool Telescope")
            << Cards {"CRVAL   = 4000.", "CDELT   = 2.0", "CRPIX   = 2.0"} << 3998.0;
        QTest::newRow("air by word") << Cards {"CRVAL1  = 5000.", "CDELT1  = 1.0", "AIRORVAC= 'air     '"}
                                     << vacuumFromAir(5000.0);
    }

    void axesAreWhatTheirHeadersSay()
    {
        QFETCH(std::vector<const char*>, cards);
        QFETCH(double, first);
        const auto spectrum = only(fixtures::imageWithCards(cards));
        QVERIFY(spectrum);
        QVERIFY(isClose(spectrum->coadd.wavelengthAngstrom.front(), first));
    }

    void errorsBesideAnImageAreFound_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<double>("value");
        QTest::newRow("variance") << QByteArray("VARIANCE") << 25.0;
        QTest::newRow("MUSE") << QByteArray("STAT") << 25.0;
        QTest::newRow("ESO") << QByteArray("ERRS") << 5.0;
        QTest::newRow("weights") << QByteArray("IVAR") << 0.04;
    }

    void errorsBesideAnImageAreFound()
    {
        QFETCH(QByteArray, name);
        QFETCH(double, value);
        const auto spectrum =
            only(fixtures::imageWithCards({"CRVAL1  = 5000.", "CDELT1  = 1.0"}, name.constData(), value));
        QVERIFY(spectrum);
        QCOMPARE(spectrum->coadd.inverseVariance.size(), spectrum->coadd.size());
        QVERIFY(isClose(static_cast<double>(spectrum->coadd.inverseVariance[0]), 0.04));
    }

    void whatIsNoSpectrumIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("VOTable") << QByteArray("<?xml version='1.0'?>\n<VOTABLE version='1.4'>")
                                 << u"is a VOTable"_s;
        QTest::newRow("web page") << QByteArray("\n<!DOCTYPE html><html>404") << u"is a web page"_s;
        QTest::newRow("zip") << QByteArray("PK\x03\x04", 4) << u"is an archive"_s;
        QTest::newRow("tar") << QByteArray(257, '\0') + "ustar" + QByteArray(250, '\0') << u"is an archive"_s;
        QTest::newRow("tar.gz") << fixtures::gzipped(QByteArray(257, '\0') + "ustar" + QByteArray(250, '\0'))
                                << u"is an archive"_s;
        QTest::newRow("bzip2") << QByteArray("BZh91AY") << u"compressed, but not with gzip"_s;
        QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n") << u"is a picture"_s;
        QTest::newRow("HDF5") << QByteArray("\x89HDF\r\n\x1a\n") << u"HDF5"_s;
        QTest::newRow("sky") << fixtures::imageWithCards(
            {"CTYPE1  = 'RA---TPV'", "CRVAL1  = 150.0", "CDELT1  = -0.01"})
                             << u"does not say at which wavelengths"_s;
        QTest::newRow("look-up table")
            << fixtures::imageWithCards({"CTYPE1  = 'WAVE-TAB'", "CRVAL1  = 1.0", "CDELT1  = 1.0"})
            << u"look-up table"_s;
    }

    void whatIsNoSpectrumIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        const auto message = refusalOf(bytes);
        QVERIFY2(message.contains(sentence) && message.startsWith(u"x.fits"_s), qPrintable(message));
    }
};

QTEST_GUILESS_MAIN(TestSurveyFormats)
#include "tst_surveyformats.moc"
