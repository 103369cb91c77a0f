#include "db/fits/anonymousspectrum.h"

#include "db/fits/lamostheader.h"
#include "models/survey/designation.h"

using namespace Qt::Literals::StringLiterals;

void describeAnonymous(Spectrum& spectrum)
{
    const auto& header = spectrum.header;
    auto& target = spectrum.target;
    target.raDeg = header.rightAscension({"RA", "RA_TARG", "TARG_RA", "RADEG"});
    target.decDeg = header.declination({"DEC", "DEC_TARG", "TARG_DEC", "DECDEG"});
    target.designation = header.text("OBJECT").value_or(
        header.text("TARGET").value_or(header.text("TARGNAME").value_or(QString())));
    if (target.designation.isEmpty() && target.raDeg && target.decDeg)
        target.designation = designationOf(*target.raDeg, *target.decDeg);
    spectrum.pipeline.z = header.number("Z");
    spectrum.pipeline.zError = header.number("Z_ERR");
    spectrum.pipeline.setClass(header.text("CLASS"));
    spectrum.pipeline.subclass = header.text("SUBCLASS").value_or(QString());
    if (spectrum.fluxUnit.isEmpty())
        spectrum.fluxUnit = header.text("BUNIT").value_or(QString());
    const auto& flux = spectrum.coadd.flux;
    deriveObsid(spectrum,
                QByteArrayView(reinterpret_cast<const char*>(flux.data()),
                               static_cast<qsizetype>(flux.size() * sizeof(float))));
}
