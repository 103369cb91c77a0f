#include "db/fits/framehabit.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

bool isFromAat(const FitsHeader& header)
{
    static const QRegularExpression instrument(u"^(?:2DF|AAOMEGA|HERMES)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression survey(u"^(?:2QZ|2SLAQ|2dFGRS|WiggleZ|OzDES|GALAH|GAMA|2dFLenS)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto text = [&header](const char* keyword) { return header.text(keyword).value_or(QString()); };
    return header.contains("GAMANAME") || header.contains("GALAH_ID") || text("ORIGIN") == u"AAO"
        || text("TELESCOP").contains("Anglo-Australian"_L1) || instrument.match(text("INSTRUME")).hasMatch()
        || survey.match(text("SURVEY")).hasMatch() || survey.match(text("SOURCE")).hasMatch()
        || text("REFERENC").contains("ozdes"_L1) || text("MSTITLE").startsWith("2dF-SDSS"_L1);
}

bool isAirByHabit(const FitsHeader& header, double fromAngstrom)
{
    constexpr double opticalEndsAngstrom = 10000.0;
    if (isFromAat(header))
        return true;
    if (fromAngstrom > opticalEndsAngstrom || header.contains("COEFF0"))
        return false;
    const auto telescope = header.text("TELESCOP").value_or(QString());
    if (telescope.startsWith("HST"_L1) || telescope.startsWith("JWST"_L1) || telescope.startsWith("SDSS"_L1)
        || telescope == u"LAMOST")
        return false;
    // IRAF's line lists are in air (linelists$README); WAT0_001 is what its onedspec writes. DC-FLAG alone is
    // no sign of it: XIDL and SDSS write it beside vacuum wavelengths. ESO's pipelines calibrate with air
    // lists (UVES, FORS, HARPS and X-shooter manuals).
    return header.contains("WAT0_001") || telescope.startsWith("ESO-"_L1);
}
