#include "models/simulation/trueobject.h"

using namespace Qt::Literals::StringLiterals;

SpectralClass classOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Star:
    case ObjectKind::WhiteDwarf:
    case ObjectKind::HeliumWhiteDwarf:
    case ObjectKind::CarbonStar:
    case ObjectKind::CataclysmicVariable:
    case ObjectKind::WhiteDwarfBinary:
        return SpectralClass::Star;
    case ObjectKind::EarlyGalaxy:
    case ObjectKind::StarFormingGalaxy:
    case ObjectKind::PostStarburstGalaxy:
    case ObjectKind::NarrowLineAgn:
        return SpectralClass::Galaxy;
    case ObjectKind::Qso:
    case ObjectKind::BalQso:
        return SpectralClass::Qso;
    case ObjectKind::Sky:
        break;
    }
    return SpectralClass::Unknown;
}

QString kindName(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Star:
        return u"star"_s;
    case ObjectKind::WhiteDwarf:
        return u"white-dwarf"_s;
    case ObjectKind::HeliumWhiteDwarf:
        return u"helium-white-dwarf"_s;
    case ObjectKind::CarbonStar:
        return u"carbon-star"_s;
    case ObjectKind::CataclysmicVariable:
        return u"cataclysmic-variable"_s;
    case ObjectKind::WhiteDwarfBinary:
        return u"white-dwarf-binary"_s;
    case ObjectKind::EarlyGalaxy:
        return u"early-galaxy"_s;
    case ObjectKind::StarFormingGalaxy:
        return u"star-forming-galaxy"_s;
    case ObjectKind::PostStarburstGalaxy:
        return u"post-starburst-galaxy"_s;
    case ObjectKind::NarrowLineAgn:
        return u"narrow-line-agn"_s;
    case ObjectKind::Qso:
        return u"qso"_s;
    case ObjectKind::BalQso:
        return u"bal-qso"_s;
    case ObjectKind::Sky:
        break;
    }
    return u"sky"_s;
}
