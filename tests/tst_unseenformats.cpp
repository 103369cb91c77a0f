#include "db/fits/spectrumreader.h"
#include "models/spectrum/wavelength.h"
#include "models/spectrum/wavelengthdoubt.h"
#include "support/fitsfixtures.h"
#include "support/fitswriter.h"
#include "support/quiet.h"

#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr long pixels = 200;

std::vector<double> ramp(double first, double step)
{
    std::vector<double> values;
    for (long pixel = 0; pixel < pixels; ++pixel)
        values.push_back(first + step * static_cast<double>(pixel));
    return values;
}

std::vector<double> constant(double value)
{
    return std::vector<double>(pixels, value);
}

std::vector<SpectrumPtr> all(const QByteArray& bytes)
{
    const auto spectra = readSpectraFrom(bytes, u"made.fits"_s);
    if (!spectra)
        qWarning("%s: %s", qPrintable(spectra.error().message), qPrintable(spectra.error().detail));
    return spectra ? spectra.value() : std::vector<SpectrumPtr>();
}

SpectrumPtr only(const QByteArray& bytes)
{
    const auto spectra = all(bytes);
    return spectra.size() == 1 ? spectra.front() : SpectrumPtr();
}

QString refusalOf(const QByteArray& bytes)
{
    const auto spectra = readSpectraFrom(bytes, u"x.fits"_s);
    return spectra ? u"READ"_s : spectra.error().message;
}

double first(const SpectrumPtr& spectrum)
{
    return spectrum->coadd.wavelengthAngstrom.front();
}

double last(const SpectrumPtr& spectrum)
{
    return spectrum->coadd.wavelengthAngstrom.back();
}

bool isClose(double left, double right, double tolerance = 1e-3)
{
    return std::abs(left - right) <= tolerance;
}

struct Column
{
    const char* name;
    std::vector<double> values;
    const char* form = "1D";
};

void addTable(FitsWriter& fits, const std::vector<Column>& columns, const char* name = nullptr)
{
    std::vector<const char*> names;
    std::vector<const char*> forms;
    for (const auto& column : columns) {
        names.push_back(column.name);
        forms.push_back(column.form);
    }
    fits.table(name, pixels, names, forms);
    for (std::size_t index = 0; index < columns.size(); ++index)
        fits.column(static_cast<int>(index) + 1, columns[index].values);
}

QByteArray table(const std::vector<Column>& columns, const std::vector<const char*>& primary = {},
                 const std::vector<const char*>& cards = {})
{
    FitsWriter fits;
    fits.image(8, {});
    for (const auto* card : primary)
        fits.card(card);
    addTable(fits, columns);
    for (const auto* card : cards)
        fits.card(card);
    return fits.bytes();
}

void addImage(FitsWriter& fits, const std::vector<double>& values, const std::vector<const char*>& cards = {},
              const char* name = nullptr, int bitpix = -32)
{
    fits.image(bitpix, {pixels}, name);
    for (const auto* card : cards)
        fits.card(card);
    fits.pixels(values);
}

QByteArray image(const std::vector<const char*>& cards)
{
    FitsWriter fits;
    addImage(fits, ramp(1, 0.1), cards);
    return fits.bytes();
}
}

/// Layouts that are no survey's of those known by name: what holds for whole families of files.
class TestUnseenFormats : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { failOnAnyWarning(); }

    void unknownUnitsAreRefusedAndSilentOnesSaid()
    {
        const auto unknown =
            table({{"WAVE", ramp(10000, 20)}, {"FLUX", ramp(1, 1)}}, {}, {"TUNIT1  = 'cm-1'"});
        QVERIFY(refusalOf(unknown).contains(u"“cm-1”"_s));
        const auto nm = only(table({{"WAVE", ramp(370, 1)}, {"FLUX", ramp(1, 1)}}));
        QVERIFY(nm);
        QVERIFY(isClose(first(nm), 3700));
        QVERIFY(wavelengthDoubt(*nm).contains(u"nm"_s));
        const auto metres = only(image({"CTYPE1  = 'WAVE'", "CRVAL1  = 3.7E-07", "CDELT1  = 1.25E-10"}));
        QVERIFY(metres && isClose(first(metres), 3700));
        const auto logarithm = only(
            table({{"WAVE", ramp(3.6, 1e-4)}, {"FLUX", ramp(1, 1)}}, {}, {"TUNIT1  = 'log10(Angstrom)'"}));
        QVERIFY(logarithm && isClose(first(logarithm), std::pow(10.0, 3.6)));
        QVERIFY(wavelengthDoubt(*logarithm).isEmpty());
        QVERIFY(refusalOf(table({{"WAVE", ramp(40, 0.1)}, {"FLUX", ramp(1, 1)}})).contains(u"which unit"_s));
    }

    void theMatrixPcScalesTheStep()
    {
        const auto angstrom =
            only(image({"CTYPE1  = 'LINEAR'", "CRVAL1  = 3700.0", "CDELT1  = 1.0", "PC1_1   = 1.25"}));
        QVERIFY(angstrom && isClose(last(angstrom), 3700 + 1.25 * (pixels - 1)));
        const auto metres = only(image({"CTYPE1  = 'WAVE'", "CRVAL1  = 3.7E-07", "PC1_1   = 1.25E-10",
                                        "CDELT1  = 1.0", "CUNIT1  = 'm'"}));
        QVERIFY(metres && isClose(last(metres), 3700 + 1.25 * (pixels - 1)));
    }

    void undefinedIntegersAreNoFlux()
    {
        auto flux = ramp(1, 1);
        flux[7] = -9999;
        const auto spectrum = only(
            table({{"WAVE", ramp(4000, 1)}, {"FLUX", flux, "1J"}}, {}, {"TNULL2  =                -9999"}));
        QVERIFY(spectrum && std::isnan(spectrum->coadd.flux[7]));
        QCOMPARE(spectrum->coadd.flux[8], 9.0F);
        FitsWriter fits;
        fits.image(16, {pixels});
        for (const auto* card : {"CRVAL1  = 4000.0", "CDELT1  = 1.0", "BLANK   =                -9999"})
            fits.card(card);
        fits.pixels(flux);
        const auto blank = only(fits.bytes());
        QVERIFY(blank && std::isnan(blank->coadd.flux[7]));
    }

    void lettersOfOtherAlphabetsDoNotDamageAFile()
    {
        for (const char letter : {'\xe9', '\t', '\0'}) {
            auto bytes =
                table({{"WAVE", ramp(4000, 1), "1E"}, {"FLUX", ramp(1, 1), "1I"}}, {"OBSERVER= 'Jos@'"});
            bytes[bytes.indexOf('@')] = letter;
            const auto spectrum = only(bytes);
            QVERIFY(spectrum);
            QCOMPARE(spectrum->coadd.flux[3], 4.0F);
        }
    }

    void masksOfGoodPixelsAreTurnedRound()
    {
        auto good = constant(1);
        good[5] = 0;
        const auto pypeIt = only(table(
            {{"wave", ramp(4000, 1)}, {"flux", ramp(1, 1)}, {"ivar", constant(4)}, {"mask", good, "1J"}},
            {"PYP_SPEC= 'keck_deimos'"}));
        QVERIFY(pypeIt);
        QCOMPARE(pypeIt->coadd.andMask, (PixelMask {{5, 1, 1}}));
        QVERIFY(pypeIt->frame.frameIsKnown && !pypeIt->frame.wasAir);
        const auto nameless = only(table(
            {{"WAVE", ramp(4000, 1)}, {"FLUX", ramp(1, 1)}, {"IVAR", constant(4)}, {"MASK", good, "1J"}}));
        QVERIFY(nameless && nameless->coadd.andMask.empty()); // nearly all pixels: no mask of bad ones
    }

    void flagsOfDataQualityMask()
    {
        auto flags = constant(0);
        flags[5] = 4;
        const std::vector<Column> columns {
            {"WAVELENGTH", ramp(4000, 1)}, {"FLUX", ramp(1, 1)}, {"ERROR", constant(1)}, {"DQ", flags, "1I"}};
        QCOMPARE(only(table(columns))->coadd.andMask, (PixelMask {{5, 1, 4}}));
        QVERIFY(only(table(columns, {"TELESCOP= 'JWST'"}))->coadd.andMask.empty()); // not DO_NOT_USE
        FitsWriter fits;
        fits.image(8, {});
        addImage(fits, ramp(1, 1), {"CRVAL1  = 4000.0", "CDELT1  = 1.0"}, "SCI");
        addImage(fits, constant(4), {}, "VAR");
        addImage(fits, flags, {}, "DQ", 16);
        QCOMPARE(only(fits.bytes())->coadd.andMask, (PixelMask {{5, 1, 4}}));
    }

    void everyTableOfTheSameColumnsIsASpectrum()
    {
        FitsWriter fits;
        fits.image(8, {});
        fits.card("TARG_RA = 53.0");
        fits.card("TARG_DEC= -27.0");
        for (const auto* name : {"OBJ1", "OBJ2"}) {
            addTable(fits, {{"WAVE", ramp(4000, 1)}, {"FLUX", ramp(1, 1)}, {"ERR", constant(1)}}, name);
            fits.card(name[3] == '1' ? "SRCRA   = 53.1" : "SRCRA   = 53.2");
            fits.card("SRCDEC  = -27.5");
        }
        addTable(fits, {{"WAVE", ramp(4000, 1)}, {"FLUX", ramp(1, 1)}, {"MODEL", constant(1)}}, "OTHER");
        const auto spectra = all(fits.bytes());
        QCOMPARE(spectra.size(), 2U);
        QCOMPARE(spectra[0]->target.raDeg, std::optional(53.1));
        QCOMPARE(spectra[1]->target.raDeg, std::optional(53.2));
        QVERIFY(spectra[1]->target.designation.contains(u"OBJ2"_s));
        QVERIFY(spectra[0]->target.obsid != spectra[1]->target.obsid);
    }

    void everyImageOfTheSameNameIsASpectrumWithItsOwnErrors()
    {
        FitsWriter fits;
        fits.image(8, {});
        for (const double variance : {4.0, 16.0}) {
            addImage(fits, ramp(variance, 1), {"CRVAL1  = 4000.0", "CDELT1  = 1.0"}, "SCI");
            addImage(fits, constant(variance), {}, "VAR");
        }
        const auto spectra = all(fits.bytes());
        QCOMPARE(spectra.size(), 2U);
        QCOMPARE(spectra[0]->coadd.inverseVariance[0], 0.25F);
        QCOMPARE(spectra[1]->coadd.inverseVariance[0], 0.0625F);
    }

    void wavelengthsMayLieInAnImage()
    {
        FitsWriter named;
        addImage(named, ramp(1, 1));
        addImage(named, constant(2), {}, "ERR");
        addImage(named, ramp(4000, 1), {}, "WAVE", -64);
        FitsWriter nameless; // XIDL: flux, error, wavelength
        addImage(nameless, ramp(1, 1));
        addImage(nameless, constant(2));
        addImage(nameless, ramp(4000, 1), {}, nullptr, -64);
        for (const auto& bytes : {named.bytes(), nameless.bytes()}) {
            const auto spectrum = only(bytes);
            QVERIFY(spectrum);
            QVERIFY(isClose(last(spectrum), 4000 + pixels - 1));
            QCOMPARE(spectrum->coadd.inverseVariance[0], 0.25F);
        }
    }

    void silentSpectraFromTheAatAndIrafAreInAir()
    {
        const std::vector<const char*> axis {"CRVAL1  = 5000.0", "CDELT1  = 1.0"};
        for (const auto* card :
             {"GAMANAME= 'GAMAJ1'", "WAT0_001= 'system=linear'", "TELESCOP= 'ESO-VLT-U2'"}) {
            auto cards = axis;
            cards.push_back(card);
            const auto spectrum = only(image(cards));
            QVERIFY2(spectrum && spectrum->frame.wasAir && !spectrum->frame.frameIsKnown, card);
            QVERIFY(isClose(first(spectrum), vacuumFromAir(5000)));
            cards.push_back("AIRORVAC= 'vac'");
            QVERIFY2(!only(image(cards))->frame.wasAir, card);
        }
        QVERIFY(!only(image(axis))->frame.wasAir);
    }

    void placesAndRedshiftsAreReadAsTheyAreWritten()
    {
        const auto spectrum = only(image({"CRVAL1  = 4000.0", "CDELT1  = 1.0", "RA      = '12:30:49.42'",
                                          "DEC     = '-00 30 36'", "Z       = 35.2", "REDSHIFT= 0.12"}));
        QVERIFY(spectrum);
        QVERIFY(isClose(*spectrum->target.raDeg, 187.705917, 1e-5));
        QVERIFY(isClose(*spectrum->target.decDeg, -0.51, 1e-9));
        QCOMPARE(spectrum->pipeline.z, std::optional(0.12)); // 35.2 is the zenith distance
    }

    void fewPixelsThatDoNotRiseAreLeftOut()
    {
        auto wavelengths = ramp(4000, 1);
        wavelengths[9] = wavelengths[8];
        wavelengths[100] = 0;
        const auto spectrum = only(table({{"WAVE", wavelengths}, {"FLUX", ramp(0, 1)}}));
        QVERIFY(spectrum);
        QCOMPARE(spectrum->coadd.size(), static_cast<std::size_t>(pixels) - 2);
        QCOMPARE(spectrum->coadd.flux[9], 10.0F);
        for (std::size_t pixel = 0; pixel < pixels; pixel += 10)
            wavelengths[pixel] = 4000;
        QVERIFY(refusalOf(table({{"WAVE", wavelengths}, {"FLUX", ramp(0, 1)}})).contains(u"rise"_s));
    }

    void fibresMayStandInDegreesAndWithoutVariances()
    {
        const auto file = [](double ra, double dec) {
            FitsWriter fits;
            addImage(fits, ramp(1, 1), {"CRVAL1  = 5000.0", "CDELT1  = 1.0"});
            fits.table("FIBRES", 1, {"NAME", "RA", "DEC", "TYPE"}, {"8A", "1D", "1D", "1A"});
            fits.textColumn(1, {"G1"});
            fits.column(2, {ra});
            fits.column(3, {dec});
            fits.textColumn(4, {"P"});
            return only(fits.bytes());
        };
        for (const auto& spectrum : {file(150, -2), file(150 * M_PI / 180, -2 * M_PI / 180)}) {
            QVERIFY(spectrum);
            QCOMPARE(spectrum->layout, Layout::TwoDf);
            QVERIFY(isClose(*spectrum->target.raDeg, 150, 1e-9));
            QVERIFY(isClose(*spectrum->target.decDeg, -2, 1e-9));
            QVERIFY(spectrum->coadd.inverseVariance.empty());
        }
        QVERIFY(!file(500, 120)->target.raDeg); // off the sky
    }

    void theHeaderOfASingleAatObjectDescribesIt()
    {
        FitsWriter fits;
        addImage(fits, ramp(1, 1),
                 {"CRVAL1  = 5000.0", "CDELT1  = 1.0", "Z       = 0.45", "RA      = 53.0", "DEC     = -28.0",
                  "GAMANAME= 'GAMAJ1'"});
        addImage(fits, constant(4), {}, "VARIANCE");
        addImage(fits, constant(0), {}, "SKY");
        const auto spectrum = only(fits.bytes());
        QVERIFY(spectrum);
        QCOMPARE(spectrum->pipeline.z, std::optional(0.45));
        QCOMPARE(spectrum->target.raDeg, std::optional(53.0));
        QCOMPARE(spectrum->target.designation, u"GAMAJ1"_s);
    }

    void lamostFilesAreKnownWithoutTheirNames()
    {
        auto bytes = fixtures::lamostTable();
        bytes.replace("'COADD   '", "'OTHER   '");
        const auto spectrum = only(bytes);
        QVERIFY(spectrum);
        QCOMPARE(spectrum->layout, Layout::LamostTable);
        auto withoutG = fixtures::lamostImage();
        const auto before = only(withoutG);
        QVERIFY(before && before->snr[2]);
        withoutG.replace("SNRG    =", "XNRG    =");
        const auto after = only(withoutG);
        QVERIFY(after && !after->snr[1]);
        QCOMPARE(after->snr[2], before->snr[2]);
    }

    void theTwoExtractionsOfPypeItAreKnown()
    {
        const auto spectrum = only(table({{"OPT_WAVE", ramp(4000, 1)},
                                          {"OPT_COUNTS", ramp(100, 1)},
                                          {"OPT_COUNTS_IVAR", constant(1)},
                                          {"OPT_FLAM", ramp(1, 1)},
                                          {"OPT_FLAM_IVAR", constant(4)}}));
        QVERIFY(spectrum);
        QCOMPARE(spectrum->coadd.flux[0], 1.0F);
        QCOMPARE(spectrum->coadd.inverseVariance[0], 4.0F);
    }
};

QTEST_GUILESS_MAIN(TestUnseenFormats)
#include "tst_unseenformats.moc"
