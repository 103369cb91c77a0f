#include "support/fitswriter.h"
#include "support/fixturevalues.h"
#include "support/surveyfixtures.h"

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

void linearCards(FitsWriter& fits, double from, double step)
{
    fits.number("CRVAL1", from);
    fits.number("CDELT1", step);
    fits.number("CRPIX1", 1);
    fits.text("CTYPE1", "LINEAR");
    fits.text("CUNIT1", "Angstroms");
}

void stampSpectrum(FitsWriter& fits, const char* name, double from, int rows)
{
    fits.image(FLOAT_IMG, {pixels, rows}, name);
    linearCards(fits, from, 1.6);
    fits.number("Z", 0.033124);
    fits.number("Z_HELIO", 0.033143);
    fits.integer("QUALITY", 4);
    auto values = joined({noisyFlux(pixels), Values(pixels, 25.0), Values(pixels, 7.0)});
    if (rows == 4)
        values = joined({values, linearAxis(pixels, from + 0.25, 1.6)});
    fits.pixels(values);
}

QByteArray desiGroup(const char* program, const std::vector<const char*>& arms)
{
    FitsWriter fits;
    fits.image(BYTE_IMG, {});
    fits.text("SURVEY", "main");
    fits.text("PROGRAM", program);
    fits.text("SPGRP", "healpix");
    fits.integer("SPGRPVAL", 26065);
    fits.integer("HPXPIXEL", 26065);
    fits.table("FIBERMAP", 2, {"TARGETID", "TARGET_RA", "TARGET_DEC", "OBJTYPE"}, {"K", "D", "D", "3A"});
    fits.column(1, {39633297352951412.0, 39633297352951420.0});
    fits.column(2, {215.5, 215.6});
    fits.column(3, {53.3, 53.4});
    fits.textColumn(4, {"TGT", "SKY"});
    fits.table("EXP_FIBERMAP", 1, {"TARGETID", "NIGHT"}, {"K", "J"});
    double from = 3600.0;
    for (const auto* arm : arms) {
        fits.image(DOUBLE_IMG, {pixels}, (QByteArray(arm) + "_WAVELENGTH").constData());
        fits.pixels(linearAxis(pixels, from, 0.8));
        fits.image(FLOAT_IMG, {pixels, 2}, (QByteArray(arm) + "_FLUX").constData());
        fits.pixels(noisyRows(2));
        fits.image(FLOAT_IMG, {pixels, 2}, (QByteArray(arm) + "_IVAR").constData());
        fits.pixels(Values(2 * pixels, 0.04));
        from += 80.0;
    }
    fits.table("REDSHIFTS", 1, {"TARGETID", "Z", "ZERR", "ZWARN", "SPECTYPE", "SUBTYPE", "DELTACHI2"},
               {"K", "D", "D", "K", "6A", "20A", "D"});
    fits.column(1, {39633297352951412.0});
    fits.column(2, {1.234});
    fits.column(3, {0.0001});
    fits.column(4, {4});
    fits.textColumn(5, {"QSO"});
    fits.textColumn(6, {"LOZ"});
    fits.column(7, {50});
    return fits.bytes();
}
}

QByteArray desiHealpix(const char* program)
{
    return desiGroup(program, {"B", "R", "Z"});
}

QByteArray desiAllCameras()
{
    return desiGroup("dark", {"BRZ"});
}

QByteArray sixDfStamps()
{
    FitsWriter fits;
    fits.image(FLOAT_IMG, {});
    fits.text("TARGET", "g0005028-274253");
    fits.number("OBSRA", 1.26158333);
    fits.number("OBSDEC", -27.71458333);
    fits.image(SHORT_IMG, {20, 20}, "SuperCOSMOS J");
    for (int observation = 0; observation < 2; ++observation) {
        stampSpectrum(fits, "SPECTRUM V", 3900.0, 3);
        stampSpectrum(fits, "SPECTRUM R", 5400.0, 3);
        stampSpectrum(fits, "SPECTRUM VR", 3900.0, 4);
    }
    return fits.bytes();
}

QByteArray twoDfgrs()
{
    FitsWriter fits;
    fits.image(SHORT_IMG, {49, 49}); // a postage stamp, on the sky
    fits.text("IMAGE", "SKYCHART");
    fits.text("NAME", "TGS001Z001");
    fits.text("CTYPE1", "RA---TAN");
    fits.number("CRVAL1", 10.0);
    fits.number("CDELT1", -2.8e-4);
    fits.number("RA2000", 0.04);
    fits.number("DEC2000", -0.5);
    for (int observation = 0; observation < 2; ++observation) {
        stampSpectrum(fits, "SPECTRUM", 4700.0, 3);
        fits.text("IMAGE", "SPECTRUM");
        fits.integer("FIBRE", 12);
        fits.number("SNR", 8.5);
    }
    return fits.bytes();
}

QByteArray weave()
{
    FitsWriter fits;
    fits.image(BYTE_IMG, {});
    fits.integer("OBID", 3331);
    fits.number("MJD-OBS", 59000.1);
    const std::vector<std::pair<const char*, double>> images {
        {"RED_DATA", 100}, {"RED_IVAR", 0.04}, {"RED_SENSFUNC", 2}};
    for (const auto& [name, value] : images) {
        fits.image(FLOAT_IMG, {pixels, 3}, name);
        fits.number("CRVAL1", 5950.0);
        fits.number("CD1_1", 0.25);
        fits.number("CRPIX1", 1);
        fits.text("CTYPE1", "WAVE");
        fits.text("CUNIT1", "Angstrom");
        fits.pixels(Values(3 * pixels, value));
    }
    fits.table("FIBTABLE", 3,
               {"FIBREID", "NSPEC", "CNAME", "FIBRERA", "FIBREDEC", "TARGUSE", "Status", "MAG_G"},
               {"I", "I", "20A", "D", "D", "1A", "1A", "E"});
    fits.column(1, {11, 12, 13});
    fits.column(2, {1, 2, 3});
    fits.textColumn(3, {"WVE_00000001", "WVE_00000002", "WVE_00000003"});
    fits.column(4, {1, 2, 3});
    fits.column(5, {4, 5, 6});
    fits.textColumn(6, {"T", "S", "T"});
    fits.textColumn(7, {"A", "A", "P"});
    fits.column(8, {18, 99, 17});
    return fits.bytes();
}

QByteArray esoPhase3(const char* unit, const char* meaning, double from, double step)
{
    FitsWriter fits;
    fits.image(BYTE_IMG, {});
    fits.text("ORIGIN", "ESO");
    fits.text("OBJECT", "HD 84937");
    fits.text("SPECSYS", "TOPOCENT");
    const auto doubles = QByteArray::number(pixels) + "D";
    const auto floats = QByteArray::number(pixels) + "E";
    const auto flags = QByteArray::number(pixels) + "J";
    fits.table(
        "SPECTRUM", 1, {"WAVE", "FLUX_REDUCED", "FLUX", "ERR_FLUX", "QUAL"},
        {doubles.constData(), floats.constData(), floats.constData(), floats.constData(), flags.constData()});
    fits.text("TUNIT1", unit);
    fits.text("TUCD1", meaning);
    fits.text("TUNIT3", "erg.cm**(-2).s**(-1).angstrom**(-1)");
    fits.column(1, linearAxis(pixels, from, step));
    fits.column(2, Values(pixels, 1.0));
    fits.column(3, Values(pixels, 2.0));
    fits.column(4, Values(pixels, 5.0));
    fits.column(5, maskWith(pixels, 9, 2, 1));
    return fits.bytes();
}

QByteArray jwstX1d()
{
    FitsWriter fits;
    fits.image(BYTE_IMG, {});
    fits.text("TELESCOP", "JWST");
    fits.text("TARGNAME", "M31");
    fits.number("TARG_RA", 10.5);
    fits.number("TARG_DEC", 41.2);
    for (int source = 0; source < 2; ++source) {
        fits.table("EXTRACT1D", pixels, {"WAVELENGTH", "FLUX", "FLUX_ERROR", "DQ"}, {"D", "D", "D", "J"});
        fits.text("TUNIT1", "um");
        fits.text("TUNIT2", "Jy");
        fits.column(1, linearAxis(pixels, 1.0, 0.01));
        fits.column(2, noisyFlux(pixels, static_cast<unsigned>(source + 1)));
        fits.column(3, Values(pixels, 5.0));
        fits.column(4, maskWith(pixels, 9, 2, 4)); // informational: the pixels are good
    }
    return fits.bytes();
}

QByteArray hstX1d()
{
    FitsWriter fits;
    fits.image(BYTE_IMG, {});
    fits.text("TELESCOP", "HST");
    fits.text("TARGNAME", "MRK 509");
    const auto doubles = QByteArray::number(pixels) + "D";
    const auto floats = QByteArray::number(pixels) + "E";
    fits.table("SCI", 2, {"SEGMENT", "NELEM", "WAVELENGTH", "FLUX", "ERROR"},
               {"4A", "J", doubles.constData(), floats.constData(), floats.constData()});
    fits.text("TUNIT3", "Angstroms");
    fits.textColumn(1, {"FUVA", "FUVB"});
    fits.column(3, joined({linearAxis(pixels, 1300, 0.1), linearAxis(pixels, 1150, 0.1)}));
    fits.column(4, noisyRows(2));
    fits.column(5, Values(2 * pixels, 5.0));
    return fits.bytes();
}

QByteArray irafMultispec(const std::vector<QByteArray>& specs, int bands)
{
    const auto rows = static_cast<int>(specs.size());
    FitsWriter fits;
    fits.image(FLOAT_IMG,
               bands == 1 ? std::vector<long> {pixels, rows} : std::vector<long> {pixels, rows, bands});
    fits.text("WAT0_001", "system=multispec");
    fits.text("WAT1_001", "wtype=multispec label=Wavelength units=angstroms");
    fits.text("CTYPE1", "MULTISPE");
    QByteArray attributes = "wtype=multispec";
    for (int row = 0; row < rows; ++row)
        attributes +=
            " spec" + QByteArray::number(row + 1) + " = \"" + specs[static_cast<std::size_t>(row)] + '"';
    for (int card = 0; card * 68 < attributes.size(); ++card)
        fits.card(("WAT2_" + QByteArray::number(card + 1).rightJustified(3, '0') + "= '"
                   + attributes.mid(card * 68, 68).leftJustified(68) + '\'')
                      .constData());
    if (bands > 1) {
        fits.text("BANDID1", "spectrum - background none, weights variance");
        fits.text("BANDID2", "sigma - background none");
    }
    auto values = noisyRows(rows);
    for (int band = 1; band < bands; ++band)
        values = joined({values, Values(static_cast<std::size_t>(rows * pixels), 5.0)});
    fits.pixels(values);
    return fits.bytes();
}

QByteArray imageWithCards(const std::vector<const char*>& cards, const char* errorName, double error)
{
    FitsWriter fits;
    fits.image(FLOAT_IMG, {pixels});
    for (const auto* card : cards)
        fits.card(card);
    fits.pixels(noisyFlux(pixels));
    if (errorName) {
        fits.image(FLOAT_IMG, {pixels}, errorName);
        fits.pixels(Values(pixels, error));
    }
    return fits.bytes();
}

std::vector<Fixture> everySurvey()
{
    return {
        {u"spSpec-51789-0353-181.fit"_s, spSpec()},
        {u"spPlate-0353-51789.fits"_s, spPlate()},
        {u"spec-101126-60477-27021598054114232.fits"_s, sdssV(27021598054114232)},
        {u"apStar.fits"_s, apStar()},
        {u"aspcapStar.fits"_s, aspcapStar()},
        {u"apVisit.fits"_s, apVisit()},
        {u"mwmStar.fits"_s, mwmStar()},
        {u"mwmVisit.fits"_s, mwmVisit()},
        {u"coadd-main-dark-26065.fits"_s, desiHealpix("dark")},
        {u"coadd-brz.fits"_s, desiAllCameras()},
        {u"6dfgs.fits"_s, sixDfStamps()},
        {u"2dfgrs.fits"_s, twoDfgrs()},
        {u"stack_1004073.fit"_s, weave()},
        {u"ADP.fits"_s, esoPhase3("nm", "em.wl;obs.atmos", 500.0, 0.01)},
        {u"jwst_x1d.fits"_s, jwstX1d()},
        {u"hst_x1d.fits"_s, hstX1d()},
        {u"multispec.ms.fits"_s,
         irafMultispec({"1 1 0 5000. 0.5 120 0. 1. 2.",
                        "2 2 2 0. 0.5 120 0. 1. 2. 1. 0. 1 3 1. 120. 5100. 30. 1.5",
                        "3 3 2 0. 0.5 120 0. 1. 2. 1. 0. 3 2 1. 120. 5200. 5210. 5220. 5230. 5240."},
                       2)},
        {u"muse.fits"_s,
         imageWithCards(
             {"CTYPE1  = 'AWAV    '", "CRVAL1  = 4750.0", "CDELT1  = 1.25", "CUNIT1  = 'Angstrom'"}, "STAT",
             25.0)},
    };
}

}
