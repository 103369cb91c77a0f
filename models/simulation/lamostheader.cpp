#include "models/simulation/lamostheader.h"

#include "models/simulation/headercards.h"
#include "models/simulation/lamostgrid.h"

using namespace Qt::Literals::StringLiterals;

namespace {

struct Context
{
    const PlatePlan& plate;
    const SpectrographPlan& spectrograph;
    const FiberPlan& fiber;
    bool table;
};

QString isoTime(const QDateTime& time)
{
    return time.toString(u"yyyy-MM-ddTHH:mm:ss"_s);
}

QString joined(const auto& numbers)
{
    QStringList words;
    for (const auto number : numbers)
        words += QString::number(number);
    return words.join('-'_L1);
}

void writeFileInformation(HeaderCards& cards, const Context& in)
{
    const auto& plate = in.plate;
    cards.blank();
    cards.comment("--------FILE INFORMATION");
    cards.text("FILENAME", lamostFileName(plate, in.fiber.spectrographId, in.fiber.fiberId));
    cards.integer("OBSID", in.fiber.obsid, "Unique number ID of this spectrum");
    cards.text("AUTHOR", u"SpecDesk simulation"_s, "Who compiled the information");
    cards.text("DATA_V", in.table ? u"LAMOST DR9"_s : u"LAMOST DR7"_s, "Data release version");
    if (in.table) {
        cards.integer("N_EXTEN", 2, "The amount of extension");
        cards.integer("NORM", 0, "1 if there exists a normalized spectrum");
    } else {
        cards.text("EXTEN0", u"Flux, Inverse, Wavelength, Andmask, Ormask"_s);
        cards.integer("N_EXTEN", 1, "The extension number");
        cards.text("EXTNAME", u"Flux"_s, "The extension name");
    }
    cards.text("ORIGIN", u"SIMULATED"_s, "Organization responsible for creating this file");
    // Reduced the next day; the fibre's number stands for its turn, so that the file does not depend on
    // today.
    const auto reduced = plate.localEnd().addSecs(12 * 3600 + in.spectrograph.id * 300 + in.fiber.fiberId);
    cards.text("DATE", isoTime(reduced), "Time when this HDU is created (UTC)");
    cards.comment("--------TELESCOPE PARAMETERS");
    cards.text("TELESCOP", u"LAMOST"_s, "GuoShouJing Telescope");
    cards.real("LONGITUD", 117.58, 2, "[deg] Longitude of site");
    cards.real("LATITUDE", 40.39, 2, "[deg] Latitude of site");
    cards.integer("FOCUS", 19964, "[mm] Telescope focus");
    cards.text("CAMPRO", u"NEWCAM"_s, "Camera program name");
    cards.text("CAMVER", u"v2.0"_s, "Camera program version");
}

void writeTarget(HeaderCards& cards, const Context& in)
{
    const auto& fiber = in.fiber;
    cards.text("PLANID", in.plate.planId, "Plan ID in use");
    cards.real("RA", fiber.raDeg, 6, "[deg] Right ascension of object");
    cards.real("DEC", fiber.decDeg, 6, "[deg] Declination of object");
    cards.real("RA_OBS", fiber.raDeg, 6, "[deg] Right ascension during observing");
    cards.real("DEC_OBS", fiber.decDeg, 6, "[deg] Declination during observing");
    cards.flag("OFFSET", false, "Whether there's a offset during observing");
    cards.real("OFFSET_V", 0, 2, "Offset value in arcsecond");
    cards.text("DESIG", u"LAMOST "_s + designation(fiber.raDeg, fiber.decDeg),
               "Designation of LAMOST target");
    cards.integer("FIBERID", fiber.fiberId, "Fiber ID of Object");
    cards.text("CELL_ID", fiber.cellId, "Fiber Unit ID on the focal plane");
    cards.text("X_VALUE", QString::number(fiber.focalX, 'f', 10),
               "[mm] X coordinate of object on the focal plane");
    cards.text("Y_VALUE", QString::number(fiber.focalY, 'f', 10),
               "[mm] Y coordinate of object on the focal plane");
    cards.text("OBJNAME", QString::number(fiber.scene.noiseSeed >> 14), "Name of object");
    cards.text("OBJTYPE", fiber.objectType, "Object type from input catalog");
    cards.text("TSOURCE", u"SIMULATED"_s, "Name of input catalog");
    cards.text("TCOMMENT", u"."_s, "Target information");
    cards.text("TFROM", u"-"_s, "Target catalog");
    const char* type = in.table ? "FIB_TYPE" : "FIBERTYP";
    const char* mask = in.table ? "FIB_MASK" : "FIBERMAS";
    cards.text(type, fiber.fiberType, "Fiber type of object");
    cards.integer(mask, 0, "Bitmask of warning values, 0 means all is well");
}

void writeMagnitudes(HeaderCards& cards, const Context& in)
{
    constexpr double unknown = 99;
    const auto& gri = in.fiber.gri;
    if (in.table) {
        const double values[] {gri[0], gri[1], gri[2], unknown, unknown};
        constexpr const char* keywords[] {"MAG_PS_G", "MAG_PS_R", "MAG_PS_I", "MAG_PS_Z", "MAG_PS_Y"};
        for (int i = 0; i < 5; ++i)
            cards.real(keywords[i], values[i], 2, "[mag] Magnitude of object");
        return;
    }
    cards.text("MAGTYPE", u"gri"_s, "Magnitude type of object");
    const double values[] {gri[0], gri[1], gri[2], unknown, unknown, unknown, unknown};
    constexpr const char* keywords[] {"MAG1", "MAG2", "MAG3", "MAG4", "MAG5", "MAG6", "MAG7"};
    constexpr const char* comments[] {"[mag] Mag1 of object", "[mag] Mag2 of object", "[mag] Mag3 of object",
                                      "[mag] Mag4 of object", "[mag] Mag5 of object", "[mag] Mag6 of object",
                                      "[mag] Mag7 of object"};
    for (int i = 0; i < 7; ++i)
        cards.real(keywords[i], values[i], 2, comments[i]);
}

bool hasDefect(const FiberPlan& fiber, DefectKind kind)
{
    return std::any_of(fiber.scene.defects.begin(), fiber.scene.defects.end(),
                       [kind](const Defect& defect) { return defect.kind == kind; });
}

void writeObservation(HeaderCards& cards, const Context& in)
{
    const auto& plate = in.plate;
    cards.comment("--------OBSERVATION PARAMETERS");
    cards.text("DATE-OBS", isoTime(plate.middleUtc()), "The observation median UTC");
    cards.text("DATE-BEG", isoTime(plate.localBegin()) + u".0"_s, "The observation start local time");
    cards.text("DATE-END", isoTime(plate.localEnd()) + u".0"_s, "The observation end local time");
    cards.integer("LMJD", plate.lmjd(), "Local Modified Julian Day");
    cards.integer("MJD", plate.mjd(), "Modified Julian Day");
    cards.text("LMJMLIST", joined(plate.exposureStarts), "Local Modified Julian Minute list");
    writeTarget(cards, in);
    writeMagnitudes(cards, in);
    cards.text("OBS_TYPE", u"OBJ"_s, "The type of target (OBJ, FLAT, ARC or BIAS)");
    cards.text("OBSCOMM", plate.science ? u"Science"_s : u"Test"_s, "Science or Test");
    cards.text("RADECSYS", u"FK5"_s, "Equatorial coordinate system");
    cards.real("EQUINOX", 2000, 2, "Equinox in years");
    cards.text("LAMPLIST", u"lamphgcdne.dat"_s, "Arc lamp emission line list");
    cards.text("SKYLIST", u"skylines.dat"_s, "Sky emission line list");
    const int exposures = static_cast<int>(plate.exposureStarts.size());
    const int blue = hasDefect(in.fiber, DefectKind::MissingBlueArm) ? 0 : exposures;
    const int red = hasDefect(in.fiber, DefectKind::MissingRedArm) ? 0 : exposures;
    cards.integer("NEXP", std::min(blue, red), "Number of valid exposures");
    cards.integer("NEXP_B", blue, "Number of valid blue exposures");
    cards.integer("NEXP_R", red, "Number of valid red exposures");
    cards.real("EXPT_B", blue * plate.exposureSeconds, 2, "[s] Blue exposure duration time");
    cards.real("EXPT_R", red * plate.exposureSeconds, 2, "[s] Red exposure duration time");
    cards.real("EXPTIME", std::min(blue, red) * plate.exposureSeconds, 2,
               "[s] Minimum of exposure time for all cameras");
    cards.integer("BESTEXP", plate.exposureStarts.front(), "LMJM of the best exposure");
    cards.real("SCAMEAN", in.spectrograph.scatteredLightAdu, 2, "[ADU] Mean level of scatter light");
}

void writeConditions(HeaderCards& cards, const Context& in)
{
    const auto& spectrograph = in.spectrograph;
    const auto& weather = in.plate.weather;
    cards.comment("--------SPECTROGRAPH PARAMETERS");
    cards.integer("SPID", spectrograph.id, "Spectrograph ID");
    cards.real("SPRA", spectrograph.raDeg, 7, "[deg] Average RA of this spectrograph");
    cards.real("SPDEC", spectrograph.decDeg, 7, "[deg] Average DEC of this spectrograph");
    cards.text("SLIT_MOD", u"x2/3"_s, "Slit mode, x1, x2/3 or x1/2");
    cards.comment("--------WEATHER CONDITION");
    cards.real("TEMPCCDB", spectrograph.blueCcdC, 2, "[deg] The temperature of blue CCD");
    cards.real("TEMPCCDR", spectrograph.redCcdC, 2, "[deg] The temperature of red CCD");
    cards.real("SEEING", weather.seeingArcsec, 2, "[arcsec] Seeing during exposure");
    cards.real("MOONPHA", weather.moonPhaseDays, 2, "[day] Moon phase for a 29.53 days period");
    cards.real("TEMP_AIR", weather.airTemperatureC, 2, "[deg] Temperature outside dome");
    cards.real("TEMP_FP", weather.focalPlaneTemperatureC, 2, "[degree celsius] Temprature of the focalplane");
    cards.real("DEWPOINT", weather.dewPointC, 2, "[deg]");
    cards.text("DUST", {}, "Reservation");
    cards.real("HUMIDITY", weather.humidityPercent, 2);
    cards.real("WINDD", weather.windDirectionDeg, 2, "[deg] Wind direction");
    cards.real("WINDS", weather.windSpeedMS, 2, "[m/s] Wind speed");
    cards.text("SKYLEVEL", {}, "Reservation");
}

void writeReduction(HeaderCards& cards, const Context& in)
{
    const auto& spectrograph = in.spectrograph;
    cards.comment("--------DATA REDUCTION PARAMETERS");
    cards.text("EXTRACT", u"aperture"_s, "Extraction method");
    cards.flag("SFLATTEN", true, "Super flat has been applied");
    cards.flag("PCASKYSB", true, "PCA sky-subtraction has been applied");
    cards.integer("NSKIES", spectrograph.skyFibers, "Sky fiber number");
    cards.real("SKYCHI2", spectrograph.skyChi2, 1, "Mean chi^2 of sky-subtraction");
    cards.real("SCHI2MIN", spectrograph.skyChi2Min, 1, "Minimum chi^2 of sky-subtraction");
    cards.real("SCHI2MAX", spectrograph.skyChi2Max, 1, "Maximum chi^2 of sky-subtraction");
    cards.integer("NSTD", static_cast<qint64>(spectrograph.standards.size()),
                  "Number of (good) standard stars");
    cards.text("FSTAR", joined(spectrograph.standards), "FiberID of flux standard stars");
    cards.text("FCBY", u"auto"_s, "Standard stars origin (auto, manual or catalog)");
    cards.flag("HELIO", true, "Heliocentric correction");
    cards.real("HELIO_RV", spectrograph.conditions.heliocentricKmS, 5, "[km/s] Heliocentric correction");
    cards.flag("VACUUM", true, "Wavelengths are in vacuum");
    cards.integer("NWORDER", 2, "Number of linear-log10 coefficients");
    cards.text("WFITTYPE", u"LOG-LINEAR"_s, "Linear-log10 dispersion");
    cards.real("COEFF0", LamostGrid::firstLog10, 4, "Central wavelength (log10) of first pixel");
    cards.real("COEFF1", LamostGrid::stepLog10, 4, "Log10 dispersion per pixel");
    cards.text("WAT0_001", u"system=linear"_s);
    cards.text("WAT1_001", u"wtype=linear label=Wavelength units=Angstroms"_s);
    cards.real("CRVAL1", LamostGrid::firstLog10, 4, "Central wavelength (log10) of first pixel");
    cards.real("CD1_1", LamostGrid::stepLog10, 4, "Log10 dispersion per pixel");
    cards.integer("CRPIX1", 1, "Starting pixel (1-indexed)");
    cards.text("CTYPE1", u"LINEAR"_s);
    cards.integer("DC-FLAG", 1, "Log-linear flag");
}

void writeAnalysis(HeaderCards& cards, const Context& in, const std::array<double, 5>& snr)
{
    constexpr double unknown = -9999;
    const auto& answer = in.fiber.answer;
    const bool classified = answer.spectralClass != SpectralClass::Unknown;
    cards.comment("--------SPECTRA ANALYSIS RESULTS");
    cards.text("VERSPIPE", u"v2.9.8"_s, "Version of Pipeline");
    cards.text("CLASS", classified ? className(answer.spectralClass) : u"Unknown"_s, "Class of object");
    cards.text("SUBCLASS", answer.subclass, "Subclass of object");
    cards.real("Z", answer.z.value_or(unknown), 8, "Redshift of object");
    cards.real("Z_ERR", answer.zError.value_or(unknown), 8, "Redshift error of object");
    cards.text("ZFLAG", answer.zMethod, "Which method computes the redshift");
    constexpr const char* keywords[] {"SNRU", "SNRG", "SNRR", "SNRI", "SNRZ"};
    constexpr const char* comments[] {"SNR of u filter", "SNR of g filter", "SNR of r filter",
                                      "SNR of i filter", "SNR of z filter"};
    for (std::size_t band = 0; band < snr.size(); ++band)
        cards.real(keywords[band], snr[band], 2, comments[band]);
}

}

QByteArray lamostCards(const PlatePlan& plate, const SpectrographPlan& spectrograph, const FiberPlan& fiber,
                       const std::array<double, 5>& snr, Layout layout)
{
    const Context in {plate, spectrograph, fiber, layout == Layout::LamostTable};
    HeaderCards cards;
    writeFileInformation(cards, in);
    writeObservation(cards, in);
    writeConditions(cards, in);
    writeReduction(cards, in);
    writeAnalysis(cards, in, snr);
    return cards.bytes();
}

QString lamostFileName(const PlatePlan& plate, int spectrographId, int fiberId)
{
    return u"spec-%1-%2_sp%3-%4.fits"_s.arg(plate.lmjd())
        .arg(plate.planId)
        .arg(spectrographId, 2, 10, '0'_L1)
        .arg(fiberId, 3, 10, '0'_L1);
}

QString lamostFolder(const PlatePlan& plate)
{
    return plate.evening.toString(u"yyyyMMdd"_s) + '/'_L1 + plate.planId;
}

QString designation(double raDeg, double decDeg)
{
    // Whole hundredths and tenths of a second of arc, cut; the small nudge undoes binary rounding.
    const auto ra = static_cast<qint64>(raDeg / 15 * 360000 + 1e-6);
    const auto dec = static_cast<qint64>(std::abs(decDeg) * 36000 + 1e-6);
    const auto two = [](qint64 value) { return u"%1"_s.arg(value, 2, 10, '0'_L1); };
    return 'J'_L1 + two(ra / 360000) + two(ra / 6000 % 60) + two(ra / 100 % 60) + '.'_L1 + two(ra % 100)
        + (decDeg < 0 ? '-'_L1 : '+'_L1) + two(dec / 36000) + two(dec / 600 % 60) + two(dec / 10 % 60)
        + '.'_L1 + QString::number(dec % 10);
}
