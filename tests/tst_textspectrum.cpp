#include "db/fits/spectrumreader.h"
#include "models/spectrum/wavelength.h"
#include "models/spectrum/wavelengthdoubt.h"
#include "support/fitsfixtures.h"
#include "support/quiet.h"

#include <QTest>

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

/// Spectra as columns of text.
class TestTextSpectrum : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { failOnAnyWarning(); }

    void textSaysItsColumnsAndItsAir()
    {
        const auto spectrum = only(fixtures::text(), u"/tmp/star.csv"_s);
        QVERIFY(spectrum);
        QCOMPARE(spectrum->layout, Layout::Text);
        QCOMPARE(spectrum->coadd.size(), 40U);
        QVERIFY(spectrum->frame.wasAir);
        QVERIFY(isClose(airFromVacuum(spectrum->coadd.wavelengthAngstrom[2]), 5002.0, 1e-6));
        QVERIFY(std::isnan(spectrum->coadd.flux[3]));
        QCOMPARE(spectrum->coadd.inverseVariance[0], 4.0F);
        QCOMPARE(spectrum->target.designation, u"star"_s);
        QVERIFY(spectrum->target.obsid < 0);
    }

    void textWithoutNamesIsWavelengthFluxError()
    {
        QByteArray lines;
        for (int pixel = 0; pixel < 20; ++pixel)
            lines += "  " + QByteArray::number(4000 + pixel) + "   1.5e0\t0.1\n";
        const auto spectrum = only(lines, u"plain.txt"_s);
        QVERIFY(spectrum);
        QVERIFY(!spectrum->frame.wasAir);
        QVERIFY(!spectrum->frame.frameIsKnown);
        QCOMPARE(spectrum->coadd.inverseVariance.size(), 20U);
    }

    /// In erg/s/cm²/Å 1/σ² of a faint object is more than a float holds.
    void fluxesInSmallUnitsKeepTheirErrors()
    {
        QByteArray text = "# wavelength flux error\n";
        for (int i = 0; i < 200; ++i)
            text += QByteArray::number(4000 + i) + " 3e-19 2e-21\n";
        const auto spectrum = only(text, u"faint.txt"_s);
        QVERIFY(spectrum);
        QCOMPARE(spectrum->fluxUnit, u"1e-19"_s);
        QVERIFY(std::abs(spectrum->coadd.flux[100] - 3) < 1e-5F);
        QVERIFY(std::abs(spectrum->coadd.inverseVariance[100] * 0.02F * 0.02F - 1) < 1e-5F);
    }

    void wavelengthsWithoutAUnitAreReadByTheirRange_data()
    {
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("step");
        QTest::addColumn<double>("firstAngstrom");
        QTest::addColumn<QString>("doubt"); // a word of the sentence
        QTest::newRow("angstrom") << 4000.0 << 1.0 << 4000.0 << QString();
        QTest::newRow("micrometres") << 0.4 << 0.001 << 4000.0 << u"µm"_s;
        QTest::newRow("micrometres, infrared") << 1.0 << 0.01 << 10000.0 << u"µm"_s;
        QTest::newRow("log10 of angstrom") << 3.6 << 0.001 << 3981.0717 << u"log10"_s;
        QTest::newRow("nm or far ultraviolet") << 400.0 << 1.0 << 400.0 << u"nm"_s;
        QTest::newRow("near ultraviolet") << 1150.0 << 1.0 << 1150.0 << QString();
    }

    void wavelengthsWithoutAUnitAreReadByTheirRange()
    {
        QFETCH(double, first);
        QFETCH(double, step);
        QFETCH(double, firstAngstrom);
        QFETCH(QString, doubt);
        QByteArray text;
        for (int pixel = 0; pixel < 100; ++pixel)
            text += QByteArray::number(first + step * pixel, 'g', 8) + " 1.5 0.1\n";
        const auto spectrum = only(text, u"plain.txt"_s);
        QVERIFY(spectrum);
        QVERIFY2(isClose(spectrum->coadd.wavelengthAngstrom.front(), firstAngstrom, 0.001),
                 qPrintable(QString::number(spectrum->coadd.wavelengthAngstrom.front())));
        const auto sentence = wavelengthDoubt(*spectrum);
        QCOMPARE(sentence.isEmpty(), doubt.isEmpty());
        QVERIFY2(sentence.contains(doubt), qPrintable(sentence));
    }

    void aUnitThatIsNamedIsBelieved()
    {
        QByteArray text = "# wave_um flux\n";
        for (int pixel = 0; pixel < 100; ++pixel)
            text += QByteArray::number(3.6 + 0.001 * pixel, 'g', 8) + " 1.5\n"; // µm, though it rises evenly
        const auto spectrum = only(text, u"plain.txt"_s);
        QVERIFY(spectrum);
        QVERIFY(isClose(spectrum->coadd.wavelengthAngstrom.front(), 36000, 0.001));
        QVERIFY(wavelengthDoubt(*spectrum).isEmpty());
        QVERIFY(spectrum->header.isEmpty());
    }

    void textIsReadInTheWaysPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("row"); // %1 wavelength, %2 flux; from 5000 and 1.5 on
        QTest::newRow("mark of the byte order") << u"\ufeffwave,flux\n"_s << u"%1.25,%2.5"_s;
        QTest::newRow("semicolons") << u"wave;flux\n"_s << u"%1.25;%2.5"_s;
        QTest::newRow("semicolons, decimal commas") << u"Wavelength;Flux\n"_s << u"%1,25;%2,5"_s;
        QTest::newRow("tabs, decimal commas") << QString() << u"%1,25\t%2,5"_s;
        QTest::newRow("blanks, decimal commas") << QString() << u"%1,25 %2,5"_s;
        QTest::newRow("nm in brackets") << u"Wavelength [nm],Flux\n"_s << u"%1.25e-1,%2.5"_s;
        QTest::newRow("nm behind a line") << u"wave_nm flux\n"_s << u"%1.25e-1 %2.5"_s;
        QTest::newRow("nm as a word") << u"wave nm flux\n"_s << u"%1.25e-1 %2.5"_s;
        QTest::newRow("nm in a comment") << u"# wave nm, flux\n"_s << u"%1.25e-1,%2.5"_s;
        QTest::newRow("nm in a line of units") << u"wave,flux\nnm,counts\n"_s << u"%1.25e-1,%2.5"_s;
        QTest::newRow("nm in ECSV")
            << u"# %ECSV 1.0\n# - {name: wavelength, unit: nm, datatype: float64}\nwavelength flux\n"_s
            << u"%1.25e-1 %2.5"_s;
        QTest::newRow("micrometres") << u"lambda (µm);flux\n"_s << u"%1.25e-4;%2.5"_s;
        QTest::newRow("angstrom") << u"wave Angstrom flux\n"_s << u"%1.25 %2.5"_s;
    }

    void textIsReadInTheWaysPeopleWriteIt()
    {
        QFETCH(QString, heading);
        QFETCH(QString, row);
        auto text = heading;
        for (int pixel = 0; pixel < 20; ++pixel)
            text += row.arg(5000 + pixel).arg(1 + pixel) + u'\n';
        const auto spectrum = only(text.toUtf8(), u"x.csv"_s);
        QVERIFY(spectrum);
        QCOMPARE(spectrum->coadd.size(), 20U);
        QVERIFY2(isClose(spectrum->coadd.wavelengthAngstrom[3], 5003.25, 1e-6),
                 qPrintable(QString::number(spectrum->coadd.wavelengthAngstrom[3], 'f', 6)));
        QCOMPARE(spectrum->coadd.flux[3], 4.5F);
    }

    void aTextOfTooFewRowsSaysHowMany()
    {
        const auto spectra = readSpectraFrom("wave,flux\n5000,1\n5001,2\n5002,3\n", u"short.csv"_s);
        QVERIFY(!spectra);
        QCOMPARE(spectra.error().message, u"short.csv has 3 rows of numbers; a spectrum has at least 10."_s);
        QVERIFY(readSpectraFrom("some words\n", u"words.txt"_s)
                    .error()
                    .message.contains(u"no columns of wavelength"_s));
    }
};

QTEST_GUILESS_MAIN(TestTextSpectrum)
#include "tst_textspectrum.moc"
