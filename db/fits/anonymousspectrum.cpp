#include "db/fits/anonymousspectrum.h"

#include "db/fits/lamostheader.h"
#include "models/survey/designation.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {
/// What JWST calls a source of a multi-object exposure, then what files of one object say.
constexpr std::array nameKeywords {"SRCNAME",  "SOURCEID", "OBJECT",   "TARGET",
                                   "TARGNAME", "OBJNAME",  "GAMANAME", "SPECID"};

void addPlace(const FitsHeader& header, Target& target)
{
    if (target.raDeg && target.decDeg)
        return;
    target.raDeg = header.rightAscension(
        {"SRCRA", "RA", "RA_TARG", "TARG_RA", "RADEG", "RA_OBJ", "OBJRA", "OBJCTRA", "CAT-RA", "TELRA"});
    target.decDeg = header.declination({"SRCDEC", "DEC", "DEC_TARG", "TARG_DEC", "DECDEG", "DEC_OBJ",
                                        "OBJDEC", "OBJCTDEC", "CAT-DEC", "TELDEC"});
}

QString nameIn(const FitsHeader& header)
{
    for (const char* keyword : nameKeywords)
        if (const auto name = header.text(keyword))
            return *name;
    return {};
}

/// VANDELS says what it knows of the object in long keywords: "HIERARCH PND Z = 1.2 / redshift".
void addVandels(const FitsHeader& header, Spectrum& spectrum)
{
    if (!header.bytes().contains("HIERARCH PND"))
        return;
    static const QRegularExpression form(u"^PND (\\w+) *= *'?([^'/]+)"_s);
    for (const auto& card : header.cards()) {
        const auto found = form.match(card.comment);
        const auto value = found.captured(2).trimmed();
        bool isNumber = false;
        const auto number = value.toDouble(&isNumber);
        auto& target = spectrum.target;
        if (found.captured(1) == u"OBJID" && target.designation.isEmpty())
            target.designation = value;
        else if (isNumber && found.captured(1) == u"OBJRA" && !target.raDeg)
            target.raDeg = number;
        else if (isNumber && found.captured(1) == u"OBJDEC" && !target.decDeg)
            target.decDeg = number;
        else if (isNumber && found.captured(1) == u"Z" && !spectrum.pipeline.z)
            spectrum.pipeline.z = number;
    }
}
}

std::optional<double> plausibleRedshift(const FitsHeader& header)
{
    for (const char* keyword : {"Z", "REDSHIFT", "ZSPEC", "Z_SPEC"}) {
        const auto z = header.number(keyword);
        if (z && *z > -0.02 && *z < 20.0)
            return z;
    }
    return {};
}

void describeAnonymous(Spectrum& spectrum, const FitsHeader& own)
{
    const auto& header = spectrum.header;
    auto& target = spectrum.target;
    addPlace(own, target);
    addPlace(header, target);
    target.designation = nameIn(own);
    if (target.designation.isEmpty())
        target.designation = nameIn(header);
    auto& pipeline = spectrum.pipeline;
    pipeline.z = plausibleRedshift(own);
    if (!pipeline.z)
        pipeline.z = plausibleRedshift(header);
    pipeline.zError = pipeline.z ? header.number("Z_ERR") : std::nullopt;
    addVandels(header, spectrum);
    if (target.designation.isEmpty() && target.raDeg && target.decDeg)
        target.designation = designationOf(*target.raDeg, *target.decDeg);
    pipeline.setClass(header.text("CLASS"));
    pipeline.subclass = header.text("SUBCLASS").value_or(QString());
    if (spectrum.fluxUnit.isEmpty())
        spectrum.fluxUnit = header.text("BUNIT").value_or(QString());
    const auto& flux = spectrum.coadd.flux;
    deriveObsid(spectrum,
                QByteArrayView(reinterpret_cast<const char*>(flux.data()),
                               static_cast<qsizetype>(flux.size() * sizeof(float))));
}
