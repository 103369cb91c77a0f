#include "support/surveyfixtures.h"

#include "support/fitswriter.h"
#include "support/fixturevalues.h"

#include <fitsio.h>

using namespace Qt::Literals::StringLiterals;

namespace fixtures {
namespace {
constexpr int pixels = 120;

Values noisyRows(int rows)
{
    Values all;
    for (int row = 0; row < rows; ++row) {
        const auto flux = noisyFlux(pixels, static_cast<unsigned>(row + 1));
        all.insert(all.end(), flux.begin(), flux.end());
    }
    return all;
}

void sdssPlate(FitsWriter& fits)
{
    fits.text("TELESCOP", "SDSS 2.5-M");
    fits.number("RA", 261.30167); // the telescope's
    fits.number("DEC", 60.926492);
    fits.integer("PLATEID", 353);
    fits.integer("MJD", 51789);
    fits.flag("VACUUM", true);
    fits.number("COEFF0", 3.5802);
    fits.number("COEFF1", 0.0001);
    fits.number("CRVAL1", 3.5802);
    fits.number("CD1_1", 0.0001);
    fits.text("CTYPE1", "LINEAR");
    fits.integer("DC-FLAG", 1);
}

void apogeeImage(FitsWriter& fits, int bitpix, int rows, const Values& values, const char* unit)
{
    fits.image(bitpix, rows == 1 ? std::vector<long> {pixels} : std::vector<long> {pixels, rows});
    fits.number("CRVAL1", 4.179);
    fits.number("CDELT1", 6e-6);
    fits.number("CRPIX1", 1);
    fits.text("CTYPE1", "LOG-LINEAR");
    fits.integer("DC-FLAG", 1);
    fits.text("BUNIT", unit);
    fits.pixels(values);
}

void apogeePrimary(FitsWriter& fits)
{
    fits.image(BYTE_IMG, {});
    fits.text("APRED", "dr17");
    fits.text("OBJID", "2M00000002+7417074");
    fits.text("FIELD", "120+12");
    fits.number("RA", 0.000103);
    fits.number("DEC", 74.285408);
    fits.number("H", 7.7);
}

/// An astra table of `rows` spectra; a column of wavelengths, or an axis in the header.
void astraTable(FitsWriter& fits, const char* name, int rows, bool column)
{
    const auto vector = QByteArray::number(pixels);
    const auto doubles = vector + "D";
    const auto floats = vector + "E";
    const auto flags = vector + "K";
    if (column)
        fits.table(
            name, rows, {"sdss_id", "snr", "flux", "ivar", "pixel_flags", "wavelength"},
            {"K", "E", floats.constData(), floats.constData(), flags.constData(), doubles.constData()});
    else
        fits.table(name, rows, {"sdss_id", "snr", "flux", "ivar", "pixel_flags", "mjd"},
                   {"K", "E", floats.constData(), floats.constData(), flags.constData(), "J"});
    fits.number("CRVAL", 3.5523);
    fits.number("CDELT", 0.0001);
    fits.integer("NPIXELS", pixels);
    if (rows == 0)
        return;
    const auto count = static_cast<std::size_t>(rows * pixels);
    fits.column(1, Values(static_cast<std::size_t>(rows), 54377523));
    fits.column(2, linearAxis(rows, 30, 10));
    fits.column(3, noisyRows(rows));
    fits.column(4, Values(count, 0.04));
    fits.column(5, maskWith(rows * pixels, 3, 2, 4096 + 1));
    fits.column(6, column ? logAxis(pixels, 3.5523) : linearAxis(rows, 59000, 1));
}

}

QByteArray spSpec(int rows)
{
    FitsWriter fits;
    fits.image(FLOAT_IMG, {pixels, rows});
    sdssPlate(fits);
    fits.integer("FIBERID", 181);
    fits.text("OBJTYPE", "GALAXY");
    fits.number("RAOBJ", 255.70);
    fits.number("DECOBJ", 60.1);
    fits.text("MAG", "19.1 18.0 17.4 17.0 16.7");
    fits.number("SN_G", 12.3);
    fits.number("SN_R", 17.1);
    fits.number("SN_I", 16.2);
    fits.integer("SPEC_CLN", 3);
    fits.number("Z", 0.1134);
    fits.number("Z_ERR", 0.00015);
    fits.integer("Z_WARNIN", 0);
    auto values = joined(
        {noisyFlux(pixels), Values(pixels, 0.0), Values(pixels, 5.0), maskWith(pixels, 4, 3, 16777216)});
    if (rows == 5)
        values = joined({values, Values(pixels, 1.0)});
    fits.pixels(values);
    fits.table("", 1, {"restWave"}, {"E"}); // line fits follow
    return fits.bytes();
}

QByteArray spPlate()
{
    constexpr int fibers = 3;
    FitsWriter fits;
    fits.image(FLOAT_IMG, {pixels, fibers});
    sdssPlate(fits);
    fits.pixels(noisyRows(fibers));
    fits.image(FLOAT_IMG, {pixels, fibers});
    fits.pixels(Values(fibers * pixels, 0.04));
    for (int mask = 0; mask < 2; ++mask) {
        fits.image(LONG_IMG, {pixels, fibers});
        fits.pixels(maskWith(fibers * pixels, pixels + 4, 3, 16777216));
    }
    fits.image(FLOAT_IMG, {pixels, fibers});
    fits.pixels(Values(fibers * pixels, 1.0));
    fits.table("", fibers, {"OBJTYPE", "RA", "DEC", "FIBERID", "SPECTROGRAPHID"},
               {"16A", "D", "D", "J", "J"});
    fits.textColumn(1, {"GALAXY", "SKY", "QSO"});
    fits.column(2, {10, 20, 30});
    fits.column(3, {1, 2, 3});
    fits.column(4, {1, 2, 3});
    fits.column(5, {1, 1, 1});
    fits.image(FLOAT_IMG, {pixels, fibers});
    fits.pixels(Values(fibers * pixels, 9.0));
    return fits.bytes();
}

QByteArray sdssV(qint64 catalogId)
{
    FitsWriter fits;
    fits.image(BYTE_IMG, {});
    fits.text("TELESCOP", "SDSS 2.5-M");
    fits.flag("VACUUM", true);
    fits.table("COADD", pixels, {"FLUX", "LOGLAM", "IVAR", "AND_MASK", "OR_MASK", "SKY"},
               {"E", "E", "E", "J", "J", "E"});
    fits.column(1, noisyFlux(pixels));
    fits.column(2, logarithms(logAxis(pixels, 3.58)));
    fits.column(3, Values(pixels, 0.04));
    fits.table("SPALL", 1,
               {"FIELD", "MJD", "CATALOGID", "RACAT", "DECCAT", "OBJTYPE", "CLASS", "SUBCLASS", "Z", "Z_ERR",
                "ZWARNING", "SN_MEDIAN"},
               {"J", "J", "K", "D", "D", "7A", "6A", "9A", "E", "E", "J", "5E"});
    const Values scalars {101126, 60477, static_cast<double>(catalogId), 10.5, -5.25};
    for (int column = 1; column <= 5; ++column)
        fits.column(column, {scalars[static_cast<std::size_t>(column - 1)]});
    fits.textColumn(6, {"science"});
    fits.textColumn(7, {"QSO"});
    fits.textColumn(8, {"BROADLINE"});
    fits.column(9, {1.25});
    fits.column(10, {0.0001});
    fits.column(12, {1, 2, 3, 4, 5});
    return fits.bytes();
}

QByteArray apStar(int rows)
{
    FitsWriter fits;
    apogeePrimary(fits);
    apogeeImage(fits, FLOAT_IMG, rows, noisyRows(rows), "Flux (10^-17 erg/s/cm^2/Ang)");
    apogeeImage(fits, FLOAT_IMG, rows, Values(static_cast<std::size_t>(rows * pixels), 5.0),
                "Err (10^-17 erg/s/cm^2/Ang)");
    // a bad pixel, and one on a sky line, which is none
    auto mask = maskWith(rows * pixels, 3, 1, 1);
    mask[7] = 4096;
    apogeeImage(fits, LONG_IMG, rows, mask, "Pixel Mask");
    return fits.bytes();
}

QByteArray aspcapStar()
{
    FitsWriter fits;
    apogeePrimary(fits);
    apogeeImage(fits, FLOAT_IMG, 1, Values(pixels, 1.0), "Normalized flux");
    apogeeImage(fits, FLOAT_IMG, 1, Values(pixels, 0.01), "Err");
    apogeeImage(fits, FLOAT_IMG, 1, Values(pixels, 0.99), "Best fit");
    return fits.bytes();
}

QByteArray apVisit()
{
    FitsWriter fits;
    apogeePrimary(fits);
    fits.integer("MJD5", 59876);
    fits.integer("FIBERID", 12);
    fits.number("BC", -11.5);
    const std::vector<std::pair<const char*, double>> images {
        {"Flux (10^-17 erg/s/cm^2/Ang)", 100}, {"Flux Err", 5}, {"Mask", 0}};
    for (const auto& [unit, value] : images) {
        fits.image(value == 0 ? LONG_IMG : FLOAT_IMG, {pixels, 3});
        fits.text("BUNIT", unit);
        fits.pixels(joined({Values(pixels, value), Values(pixels, 2 * value), Values(pixels, 3 * value)}));
    }
    fits.image(DOUBLE_IMG, {pixels, 3});
    fits.text("BUNIT", "Wavelength (Ang)");
    fits.pixels(joined(
        {linearAxis(pixels, 16950, -0.3), linearAxis(pixels, 16430, -0.3), linearAxis(pixels, 15810, -0.3)}));
    return fits.bytes();
}

QByteArray mwmStar()
{
    FitsWriter fits;
    fits.image(BYTE_IMG, {});
    fits.text("V_ASTRA", "0.6.0");
    fits.integer("SDSS_ID", 54377523);
    fits.number("RA", 10.0);
    fits.number("DEC", 20.0);
    astraTable(fits, "BOSS/APO", 1, true);
    astraTable(fits, "BOSS/LCO", 0, true);
    astraTable(fits, "APOGEE/APO", 1, true);
    astraTable(fits, "APOGEE/LCO", 0, true);
    return fits.bytes();
}

QByteArray mwmVisit()
{
    FitsWriter fits;
    fits.image(BYTE_IMG, {});
    fits.text("V_ASTRA", "0.6.0");
    fits.integer("SDSS_ID", 54377523);
    astraTable(fits, "BOSS/APO", 3, false);
    astraTable(fits, "BOSS/LCO", 0, false);
    return fits.bytes();
}

}
