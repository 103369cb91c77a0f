#include "models/spectrum/spectralclass.h"

using namespace Qt::Literals::StringLiterals;

QString className(SpectralClass spectralClass)
{
    switch (spectralClass) {
    case SpectralClass::Star:
        return u"STAR"_s;
    case SpectralClass::Galaxy:
        return u"GALAXY"_s;
    case SpectralClass::Qso:
        return u"QSO"_s;
    case SpectralClass::Unknown:
        break;
    }
    return u"UNKNOWN"_s;
}

SpectralClass spectralClassFrom(QStringView text)
{
    const auto word = text.trimmed();
    const auto is = [word](QLatin1StringView name) { return word.compare(name, Qt::CaseInsensitive) == 0; };
    if (is("STAR"_L1))
        return SpectralClass::Star;
    if (is("GALAXY"_L1) || is("GAL"_L1))
        return SpectralClass::Galaxy;
    if (is("QSO"_L1) || is("QUASAR"_L1))
        return SpectralClass::Qso;
    return SpectralClass::Unknown;
}
