#include "support/fitsfixtures.h"
#include "support/fitswriter.h"
#include "support/fixturevalues.h"

#include <fitsio.h>

using namespace Qt::Literals::StringLiterals;

namespace fixtures {
namespace {
void lamostObservation(FitsWriter& fits, const fixtures::Observation& seen)
{
    const auto name = u"spec-55859-F5902_sp%1-%2.fits"_s.arg(seen.spectrographId, 2, 10, QChar(u'0'))
                          .arg(seen.fiberId, 3, 10, QChar(u'0'))
                          .toLatin1();
    fits.text("FILENAME", name.constData());
    fits.text("AUTHOR", "LAMOST Pipeline");
    fits.text("TELESCOP", "LAMOST");
    fits.number("LONGITUD", 117.58);
    fits.number("LATITUDE", 40.39);
    fits.text("DATE-OBS", "2011-10-24T12:30:00");
    fits.integer("LMJD", 55859);
    fits.integer("MJD", 55858);
    fits.text("LMJMLIST", "80436692-80436737-80436775");
    fits.text("PLANID", "F5902");
    fits.number("RA", 332.202274);
    fits.number("DEC", -2.056767);
    fits.text("DESIG", "LAMOST J220848.54-020324.3");
    fits.integer("FIBERID", seen.fiberId);
    fits.text("OBJNAME", "1237679997693591573");
    fits.text("OBJTYPE", "Star");
    fits.card("SCAMEAN = ******              / [ADU] Mean level of scatter light");
    fits.integer("SPID", seen.spectrographId);
    fits.flag("HELIO", true);
    fits.number("HELIO_RV", 25.11536);
    fits.flag("VACUUM", true);
    fits.number("COEFF0", 3.5682);
    fits.number("COEFF1", 0.0001);
    fits.text("VERSPIPE", "v2.9.8");
    fits.text("CLASS", seen.spectralClass.constData());
    fits.text("SUBCLASS", seen.spectralClass == "STAR" ? "G7" : "Non");
    fits.number("Z", seen.z);
    fits.number("Z_ERR", 0.00002408);
    fits.text("ZFLAG", "LASP");
}

void newLamostObservation(FitsWriter& fits, const fixtures::Observation& seen)
{
    fits.integer("OBSID", seen.plateRun * 100000LL + seen.spectrographId * 1000LL + seen.fiberId);
    fits.text("DATA_V", "LAMOST DR7");
    lamostObservation(fits, seen);
    fits.text("TSOURCE", "JF_LEGAS_S");
    fits.text("FIBERTYP", "Obj");
    fits.integer("FIBERMAS", -1);
    fits.number("MAG1", 99.0);
    fits.number("MAG2", 16.41);
    fits.number("MAG3", 15.97);
    for (const char* keyword : {"MAG4", "MAG5", "MAG6", "MAG7"})
        fits.number(keyword, 99.0);
    fits.number("SNRU", 0.70);
    fits.number("SNRG", 12.22);
    fits.number("SNRR", 27.16);
    fits.number("SNRI", -9999);
    fits.number("SNRZ", 21.07);
}

QByteArray lamostImageOf(int bitpix, const fixtures::Observation& seen)
{
    FitsWriter fits;
    fits.image(bitpix, {seen.pixels, 5});
    fits.integer("N_EXTEN", 1);
    fits.text("EXTEN0", "Flux, Inverse, Wavelength, Andmask, Ormask");
    newLamostObservation(fits, seen);
    fits.pixels(
        joined({noisyFlux(seen.pixels, seen.seed),
                seen.dead ? Values(static_cast<std::size_t>(seen.pixels)) : inverseVariances(seen.pixels),
                logAxis(seen.pixels), maskWith(seen.pixels, 10, 2, 1), maskWith(seen.pixels, 10, 5, 1)}));
    return fits.bytes();
}

void mrsPrimary(FitsWriter& fits, int hdus)
{
    fits.image(SHORT_IMG, {}, "Information");
    fits.integer("OBSID", 681001015);
    fits.text("DATA_V", "LAMOST DR7");
    fits.integer("N_EXTEN", hdus);
    fits.text("TELESCOP", "LAMOST");
    fits.integer("LMJD", 58408);
    fits.text("PLANID", "TD230151N343645T01");
    fits.integer("SPID", 1);
    fits.integer("FIBERID", 15);
    fits.number("RA", 345.797708);
    fits.number("DEC", 32.226539);
    fits.flag("VACUUM", true);
}

void mrsRows(FitsWriter& fits, const char* name, int pixels, double start, bool single)
{
    if (single)
        fits.table(name, pixels, {"FLUX", "IVAR", "LOGLAM", "PIXMASK"}, {"E", "E", "E", "I"});
    else
        fits.table(name, pixels, {"FLUX", "IVAR", "LOGLAM", "ANDMASK", "ORMASK"}, {"E", "E", "E", "I", "I"});
    fits.number("SNR", 120.75);
    if (single) {
        fits.text("LMJM", "84107311");
        fits.number("EXPTIME", 1200);
    }
    fits.column(1, noisyFlux(pixels));
    fits.column(2, inverseVariances(pixels));
    fits.column(3, logarithms(logAxis(pixels, start, 0.00001)));
    fits.column(4, maskWith(pixels, 3, 1, 1));
    if (!single)
        fits.column(5, maskWith(pixels, 3, 2, 1));
}

void mrsVector(FitsWriter& fits, const char* name, int pixels, double start)
{
    const auto e = QByteArray::number(pixels) + 'E';
    const auto i = QByteArray::number(pixels) + 'I';
    fits.table(name, 1, {"FLUX", "IVAR", "WAVELENGTH", "ANDMASK", "ORMASK", "NORMALIZATION"},
               {e.constData(), e.constData(), e.constData(), i.constData(), i.constData(), e.constData()});
    fits.number("SNR", 41.38);
    fits.column(1, noisyFlux(pixels));
    fits.column(2, inverseVariances(pixels));
    fits.column(3, logAxis(pixels, start, 0.00001));
    fits.column(6, Values(static_cast<std::size_t>(pixels), -9999.0));
}
}

QByteArray lamostImage(const Observation& observation)
{
    return lamostImageOf(FLOAT_IMG, observation);
}

QByteArray lamostDoubleImage(const Observation& observation)
{
    return lamostImageOf(DOUBLE_IMG, observation);
}

QByteArray lamostNormalisedImage(const Observation& observation)
{
    FitsWriter fits;
    fits.image(FLOAT_IMG, {observation.pixels, 5});
    fits.integer("N_EXTEN", 1);
    fits.text("EXTEN0", "Flux Inverse Subcontinuum Andmask Ormask");
    lamostObservation(fits, observation);
    fits.text("OBJSOURC", "PILOT");
    fits.text("FIBERTYP", "Obj");
    fits.number("SN_U", 2.36);
    fits.number("SN_G", 6.19);
    fits.number("SN_R", 19.68);
    fits.number("SN_I", 35.63);
    fits.number("SN_Z", 33.76);
    const Values normalised(static_cast<std::size_t>(observation.pixels), 1.0);
    const auto clear = maskWith(observation.pixels, 0, 0, 0);
    fits.pixels(joined(
        {noisyFlux(observation.pixels), inverseVariances(observation.pixels), normalised, clear, clear}));
    return fits.bytes();
}

QByteArray lamostTable(const Observation& observation)
{
    FitsWriter fits;
    fits.image(SHORT_IMG, {});
    fits.card(QByteArray("NAXIS1  = ")
                  .append(QByteArray::number(observation.pixels).rightJustified(20))
                  .constData());
    fits.card("NAXIS2  =                    5");
    fits.integer("N_EXTEN", 2);
    fits.integer("NORM", 0);
    newLamostObservation(fits, observation);
    const auto form = QByteArray::number(observation.pixels) + 'E';
    fits.table("COADD", 1, {"FLUX", "IVAR", "WAVELENGTH", "ANDMASK", "ORMASK", "NORMALIZATION"},
               std::vector<const char*>(6, form.constData()));
    fits.column(1, noisyFlux(observation.pixels));
    fits.column(2, inverseVariances(observation.pixels));
    fits.column(3, logAxis(observation.pixels));
    fits.column(4, maskWith(observation.pixels, 10, 2, 4));
    fits.column(5, maskWith(observation.pixels, 10, 5, 4));
    fits.column(6, Values(static_cast<std::size_t>(observation.pixels), -9999.0));
    return fits.bytes();
}

QByteArray lamostMrsRows()
{
    FitsWriter fits;
    mrsPrimary(fits, 5);
    mrsRows(fits, "COADD_B", 120, 3.690, false);
    mrsRows(fits, "COADD_R", 110, 3.797, false);
    mrsRows(fits, "B-84107311", 130, 3.690, true);
    mrsRows(fits, "R-84107311", 130, 3.797, true);
    return fits.bytes();
}

QByteArray lamostMrsVectors()
{
    FitsWriter fits;
    mrsPrimary(fits, 4);
    mrsVector(fits, "COADD_B", 100, 3.690);
    mrsVector(fits, "COADD_R", 90, 3.797);
    mrsVector(fits, "R-84107311", 130, 3.797);
    return fits.bytes();
}

QByteArray lamostMrsRedOnly()
{
    FitsWriter fits;
    mrsPrimary(fits, 4);
    fits.image(SHORT_IMG, {}, "COADD_B");
    mrsVector(fits, "COADD_R", 90, 3.797);
    mrsVector(fits, "R-84107311", 130, 3.797);
    return fits.bytes();
}
}
