#include "db/fits/columnmeaning.h"
#include "db/fits/wavelengthunit.h"
#include "support/quiet.h"

#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

/// What names and units are taken for.
class TestColumnMeaning : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { failOnAnyWarning(); }

    void namesMeanWhatPeopleMeanByThem_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("meaning");
        const auto row = [](const char* what, const QStringList& names, ColumnMeaning meaning) {
            QTest::newRow(what) << names << static_cast<int>(meaning);
        };
        row("wavelengths",
            {u"WAVELEN"_s, u"wvl"_s, u"Wavelength (Angstrom)"_s, u"LAMBDA_OBS"_s, u"obs_wave"_s,
             u"WAVE_VACUUM"_s, u"wave_nm"_s, u"WAVES"_s, u"AWAV"_s, u"λ [nm]"_s},
            ColumnMeaning::Wavelength);
        row("logarithms", {u"log(lambda)"_s, u"LOG10LAM"_s, u"log_wavelength"_s, u"loglam"_s},
            ColumnMeaning::Log10Wavelength);
        row("natural logarithms", {u"LNWAVE"_s, u"ln(wavelength)"_s}, ColumnMeaning::LnWavelength);
        row("fluxes",
            {u"FLAM"_s, u"F_LAMBDA"_s, u"FLUXES"_s, u"flux_cal"_s, u"Intensity"_s, u"SIGNAL"_s,
             u"flux density"_s, u"NORM_FLUX"_s},
            ColumnMeaning::Flux);
        row("errors",
            {u"FLUXERR"_s, u"EFLUX"_s, u"dflux"_s, u"Flux error"_s, u"flux_sigma"_s, u"FLUX_UNC"_s,
             u"NOISE"_s, u"std"_s, u"flam_err"_s, u"FLUX_UNCERTAINTY"_s},
            ColumnMeaning::Error);
        row("variances", {u"FLUX_VARIANCE"_s, u"var"_s, u"STAT"_s}, ColumnMeaning::Variance);
        row("inverse variances", {u"inv_var"_s, u"IVAR_FLUX"_s, u"INVERSE_VARIANCE"_s, u"flam_ivar"_s},
            ColumnMeaning::InverseVariance);
        row("others",
            {u"wave_rest"_s, u"wavenumber"_s, u"flux_radius"_s, u"RA"_s, u"WAVE_ERR"_s, u"model"_s, u"snr"_s},
            ColumnMeaning::Unknown);
    }

    void namesMeanWhatPeopleMeanByThem()
    {
        QFETCH(QStringList, names);
        QFETCH(int, meaning);
        for (const auto& name : names)
            QVERIFY2(static_cast<int>(columnMeaning(name)) == meaning, qPrintable(name));
    }

    void unitsAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("angstroms"); // 0: no unit of wavelength
        for (const auto* text :
             {"nm", "[nm]", "nm (air)", "nm vac", "1e-9 m", "10^-9 m", "10**(-9) m", "nanometers"})
            QTest::newRow(text) << QString::fromLatin1(text) << 10.0;
        for (const auto* text : {"um", "mum", "micron", "um (vacuum)", "Microns"})
            QTest::newRow(text) << QString::fromLatin1(text) << 1.0e4;
        for (const auto* text : {"Angstrom", "A", "0.1nm", "ANGSTROMS", "Angstrom/pix", "angstrom."})
            QTest::newRow(text) << QString::fromLatin1(text) << 1.0;
        for (const auto* text : {"cm-1", "eV", "Hz", "km/s", "pixel", ""})
            QTest::newRow(text) << QString::fromLatin1(text) << 0.0;
    }

    void unitsAreReadAsTheyAreWritten()
    {
        QFETCH(QString, text);
        QFETCH(double, angstroms);
        const auto unit = wavelengthUnit(text);
        QCOMPARE(unit.has_value(), angstroms > 0);
        QVERIFY(!unit || std::abs(unit->angstroms / angstroms - 1.0) < 1e-9);
    }

    void sizesTellUnitsThatNothingNames()
    {
        const auto angstroms = [](double from, double to, std::size_t count) {
            const auto unit = wavelengthUnitOf(from, to, count);
            const double sign = unit && unit->scale != WavelengthUnit::Scale::Linear ? -1 : 1;
            return unit ? sign * unit->angstroms : 0.0; // negative: a logarithm; 0: cannot be told
        };
        QCOMPARE(angstroms(3700, 9200, 4000), 1.0);
        QCOMPARE(angstroms(1150, 1450, 4000), 1.0); // the far ultraviolet
        QCOMPARE(angstroms(91, 160000, 1221), 1.0); // model atmospheres
        QCOMPARE(angstroms(380, 1260, 11000), 10.0); // PFS
        QCOMPARE(angstroms(0.6, 5.3, 435), 1.0e4); // NIRSpec
        QCOMPARE(angstroms(4.9, 27.9, 4000), 1.0e4); // MIRI
        QCOMPARE(angstroms(3.7e-7, 9.2e-7, 4000), 1.0e10);
        QCOMPARE(angstroms(3.568, 3.964, 3900), -1.0);
        QCOMPARE(angstroms(8.2, 9.1, 4500), -1.0);
        QCOMPARE(angstroms(40, 60, 200), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestColumnMeaning)
#include "tst_columnmeaning.moc"
