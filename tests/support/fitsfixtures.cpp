#include "support/fitsfixtures.h"

#include "support/fitswriter.h"
#include "support/fixturevalues.h"
#include "support/surveyfixtures.h"

#include <fitsio.h>

#include <libdeflate.h>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace fixtures {
namespace {
void desiArm(FitsWriter& fits, const char* arm, const Values& axis, int rows)
{
    const auto pixels = static_cast<int>(axis.size());
    const auto named = [arm](const char* what) { return QByteArray(arm) + '_' + what; };
    Values flux;
    Values ivar;
    for (int row = 0; row < rows; ++row) {
        const Values level(axis.size(), row + 1.0);
        flux.insert(flux.end(), level.begin(), level.end());
        const Values weight(axis.size(), row + 2.0);
        ivar.insert(ivar.end(), weight.begin(), weight.end());
    }
    fits.image(DOUBLE_IMG, {pixels}, named("WAVELENGTH").constData());
    fits.pixels(axis);
    fits.image(FLOAT_IMG, {pixels, rows}, named("FLUX").constData());
    fits.pixels(flux);
    fits.image(FLOAT_IMG, {pixels, rows}, named("IVAR").constData());
    fits.pixels(ivar);
    fits.image(ULONG_IMG, {pixels, rows}, named("MASK").constData());
    fits.pixels(maskWith(pixels * rows, 7, 3, 2147483648.0));
}

QByteArray desi(const Values& targetIds, const Values& exposures)
{
    const auto rows = static_cast<int>(targetIds.size());
    FitsWriter fits;
    fits.image(BYTE_IMG, {});
    fits.text("SPGRP", "cumulative");
    fits.integer("NIGHT", 20210419);
    fits.text("DEPNAM00", "desispec");
    fits.text("DEPVER00", "0.51.4");
    fits.text("DEPNAM01", "SPECPROD");
    fits.text("DEPVER01", "fuji");
    fits.table("FIBERMAP", rows,
               {"TARGETID", "TARGET_RA", "TARGET_DEC", "OBJTYPE", "FIBER", "PETAL_LOC", "TILEID", "FLUX_R"},
               {"K", "D", "D", "3A", "J", "I", "J", "E"});
    fits.column(1, targetIds);
    fits.column(2, Values(targetIds.size(), 215.5));
    fits.column(3, Values(targetIds.size(), 53.3));
    fits.textColumn(4, std::vector<const char*>(targetIds.size(), "TGT"));
    fits.column(5, linearAxis(rows, 2500, 1));
    fits.column(6, Values(targetIds.size(), 5));
    fits.column(7, Values(targetIds.size(), 169));
    fits.column(8, Values(targetIds.size(), 1.0));
    if (exposures.empty())
        fits.table("EXP_FIBERMAP", rows, {"TARGETID"}, {"K"});
    desiArm(fits, "B", linearAxis(60, 3600.0, 0.8), rows);
    desiArm(fits, "R", linearAxis(60, 3640.0, 0.8), rows);
    return fits.bytes();
}
}

QByteArray sdss()
{
    constexpr int pixels = 200;
    FitsWriter fits;
    fits.image(BYTE_IMG, {});
    fits.integer("PLATEID", 2341);
    fits.integer("MJD", 53738);
    fits.flag("VACUUM", true);
    fits.table("COADD", pixels, {"flux", "loglam", "ivar", "and_mask", "or_mask", "wdisp", "sky", "model"},
               {"E", "E", "E", "J", "J", "E", "E", "E"});
    fits.column(1, noisyFlux(pixels));
    fits.column(2, logarithms(logAxis(pixels, 3.58)));
    fits.column(3, inverseVariances(pixels));
    fits.column(4, maskWith(pixels, 4, 3, 16777216));
    fits.column(5, maskWith(pixels, 4, 9, 16777216));
    fits.column(7, Values(pixels, 2.5));
    fits.table("SPECOBJ", 1,
               {"CLASS", "SUBCLASS", "Z", "Z_ERR", "ZWARNING", "PLATE", "MJD", "FIBERID", "PLUG_RA",
                "PLUG_DEC", "SOURCETYPE", "SN_MEDIAN", "RCHI2DIFF", "DOF", "RUN2D"},
               {"6A", "21A", "E", "E", "J", "J", "J", "J", "D", "D", "19A", "5E", "E", "J", "7A"});
    fits.textColumn(1, {"QSO"});
    fits.textColumn(2, {"BROADLINE"});
    const Values scalars {0.4023, -1.0, 5, 2341, 53738, 560, 148.35258, 25.137049};
    for (int column = 3; column <= 10; ++column)
        fits.column(column, {scalars[static_cast<std::size_t>(column - 3)]});
    fits.textColumn(11, {"SKY"});
    fits.column(12, {0.23, 0.02, 0.22, -9999.0, 0.33});
    fits.column(13, {0.5});
    fits.column(14, {100});
    fits.textColumn(15, {"26"});
    fits.table("B1-00019055-00019053-00019054", 80, {"FLUX", "LOGLAM", "IVAR", "MASK"}, {"E", "E", "E", "J"});
    fits.number("EXPTIME", 900.84);
    fits.column(1, noisyFlux(80));
    fits.column(2, logarithms(logAxis(80, 3.58)));
    fits.column(3, inverseVariances(80));
    return fits.bytes();
}

QByteArray desiCoadd()
{
    return desi({39633297352951412.0, -1695072.0}, {});
}

QByteArray desiSpectra()
{
    return desi({39627866878511337.0, -2713437.0, 39627866878511337.0}, {83734, 83734, 83735});
}

QByteArray sixDf()
{
    constexpr int rows = 150;
    FitsWriter fits;
    fits.image(FLOAT_IMG, {});
    fits.text("TARGET", "g0005028-274253");
    fits.number("OBSRA", 1.26158333);
    fits.number("OBSDEC", -27.71458333);
    fits.number("Z", 0.033124);
    fits.number("Z_HELIO", 0.033143);
    fits.integer("QUALITY", 4);
    fits.number("MJDOBS_V", 52880.7);
    fits.table("spectrum", rows, {"WAVE", "FLUX"}, {"E12.4", "E12.4"}, true);
    auto flux = noisyFlux(rows);
    flux[0] = flux[1] = -999.0;
    fits.column(1, linearAxis(rows, 3932.3, 1.6));
    fits.column(2, flux);
    return fits.bytes();
}

QByteArray gama()
{
    constexpr int pixels = 150;
    FitsWriter fits;
    fits.image(FLOAT_IMG, {pixels, 5});
    fits.text("ORIGIN", "GAMA");
    fits.text("CTYPE1", "Wavelength");
    fits.text("CUNIT1", "Angstrom");
    fits.number("CRPIX1", 76);
    fits.number("CRVAL1", 6291.743164062);
    fits.number("CD1_1", 1.035940794);
    fits.number("HEL_VC", -11.8);
    fits.number("UTMJD", 54530.46);
    fits.text("ROW1", "Spectrum");
    fits.text("ROW2", "Error");
    fits.text("ROW3", "Spectrum_nocalib");
    fits.text("ROW4", "Error_nocalib");
    fits.text("ROW5", "Sky");
    fits.text("FIELDID", "G09_Y1_GS1");
    fits.integer("FIBRE", 80);
    fits.number("Z", 0.05488);
    fits.integer("NQ", 4);
    auto flux = noisyFlux(pixels);
    flux[0] = std::numeric_limits<double>::quiet_NaN();
    fits.pixels(joined({flux, Values(pixels, 2.0), flux, Values(pixels, 3.0), Values(pixels, 7.0)}));
    return fits.bytes();
}

QByteArray marz()
{
    constexpr int pixels = 120;
    FitsWriter fits;
    fits.image(FLOAT_IMG, {pixels, 3});
    fits.text("OBJECT", "FLD195_v03");
    fits.number("UTMJD", 57373.56);
    fits.number("CRVAL1", 6365.353027344);
    fits.number("CDELT1", 1.037644583995);
    fits.number("CRPIX1", 60);
    fits.flag("DO_HELIO", true);
    fits.pixels(joined({noisyFlux(pixels, 1), noisyFlux(pixels, 2), noisyFlux(pixels, 3)}));
    fits.image(FLOAT_IMG, {pixels, 3}, "VARIANCE");
    fits.pixels(Values(3 * pixels, 4.0));
    fits.image(FLOAT_IMG, {pixels}, "SKY");
    fits.pixels(Values(pixels, 5.0));
    fits.table("FIBRES", 3, {"NAME", "RA", "DEC", "TYPE", "MAGNITUDE"}, {"80A", "1D", "1D", "1A", "1D"});
    fits.textColumn(1, {"D0221394-2854323", "Parked", "Sky 17"});
    fits.column(2, {0.6180956282346627, 0, 0.61});
    fits.column(3, {-0.5045565547198871, 0, -0.50});
    fits.textColumn(4, {"P", "N", "S"});
    fits.column(5, {18.59, 0, 0});
    return fits.bytes();
}

QByteArray image()
{
    FitsWriter fits;
    fits.image(FLOAT_IMG, {100});
    fits.text("OBJECT", "HD 84937");
    fits.text("CTYPE1", "AWAV");
    fits.text("CUNIT1", "nm");
    fits.number("CRVAL1", 500.0);
    fits.number("CDELT1", 0.02);
    fits.number("CRPIX1", 1);
    fits.pixels(noisyFlux(100));
    return fits.bytes();
}

QByteArray rowsOfImage(const char* keyword, const char* value)
{
    FitsWriter fits;
    fits.image(FLOAT_IMG, {100, 2});
    fits.number("COEFF0", 3.5);
    fits.number("COEFF1", 0.0001);
    fits.text(keyword, value);
    fits.pixels(joined({noisyFlux(100, 1), noisyFlux(100, 2)}));
    return fits.bytes();
}

QByteArray table()
{
    FitsWriter fits;
    fits.image(BYTE_IMG, {});
    fits.table("SPECTRUM", 1, {"Wave", "Flux", "Err"}, {"100D", "100E", "100E"});
    auto axis = linearAxis(100, 5000, 1.5);
    std::reverse(axis.begin(), axis.end());
    fits.column(1, axis);
    fits.column(2, linearAxis(100, 1, 1));
    fits.column(3, Values(100, 2.0));
    return fits.bytes();
}

QByteArray text()
{
    QByteArray lines = "# exported by hand, wavelengths in air\nWavelength [A],Flux,Error\n";
    for (int pixel = 0; pixel < 40; ++pixel)
        lines += QByteArray::number(5000.0 + pixel) + ','
            + (pixel == 3 ? QByteArray("NaN") : QByteArray::number(pixel + 0.5)) + ",0.5\r\n";
    return lines;
}

QByteArray gzipped(const QByteArray& bytes)
{
    auto* compressor = libdeflate_alloc_compressor(6);
    const auto size = static_cast<std::size_t>(bytes.size());
    QByteArray packed(static_cast<qsizetype>(libdeflate_gzip_compress_bound(compressor, size)), '\0');
    packed.resize(static_cast<qsizetype>(libdeflate_gzip_compress(
        compressor, bytes.constData(), size, packed.data(), static_cast<std::size_t>(packed.size()))));
    libdeflate_free_compressor(compressor);
    return packed;
}

std::vector<Fixture> everyLayout()
{
    std::vector<Fixture> layouts {
        {u"lamost-image.fits"_s, lamostImage()},
        {u"lamost-image.fits.gz"_s, gzipped(lamostImage())},
        {u"lamost-double.fits"_s, lamostDoubleImage()},
        {u"lamost-normalised.fits"_s, lamostNormalisedImage()},
        {u"lamost-table.fits"_s, lamostTable()},
        {u"lamost-table.fits.gz"_s, gzipped(lamostTable())},
        {u"lamost-mrs-rows.fits"_s, lamostMrsRows()},
        {u"lamost-mrs-vectors.fits"_s, lamostMrsVectors()},
        {u"lamost-mrs-red-only.fits"_s, lamostMrsRedOnly()},
        {u"sdss.fits"_s, sdss()},
        {u"desi-coadd.fits"_s, desiCoadd()},
        {u"desi-spectra.fits"_s, desiSpectra()},
        {u"6df.fits"_s, sixDf()},
        {u"gama.fits"_s, gama()},
        {u"marz.fits"_s, marz()},
        {u"image.fits"_s, image()},
        {u"table.fits"_s, table()},
        {u"text.csv"_s, text()},
    };
    const auto more = everySurvey();
    layouts.insert(layouts.end(), more.begin(), more.end());
    return layouts;
}

}
