#include "models/simulation/defect.h"

using namespace Qt::Literals::StringLiterals;

QString defectName(DefectKind kind)
{
    switch (kind) {
    case DefectKind::StrayLight:
        return u"stray-light"_s;
    case DefectKind::NegativeFlux:
        return u"negative-flux"_s;
    case DefectKind::BadSky:
        return u"bad-sky"_s;
    case DefectKind::ArmStep:
        return u"arm-step"_s;
    case DefectKind::WavelengthShift:
        return u"wavelength-shift"_s;
    case DefectKind::WrongStandard:
        return u"wrong-standard"_s;
    case DefectKind::MissingBlueArm:
        return u"missing-blue-arm"_s;
    case DefectKind::MissingRedArm:
        return u"missing-red-arm"_s;
    case DefectKind::Moonlight:
        return u"moonlight"_s;
    case DefectKind::CityLight:
        break;
    }
    return u"city-light"_s;
}

QString problemKindOf(DefectKind kind)
{
    switch (kind) {
    case DefectKind::BadSky:
    case DefectKind::Moonlight:
    case DefectKind::CityLight:
        return u"sky"_s;
    case DefectKind::ArmStep:
        return u"arm-join"_s;
    case DefectKind::WavelengthShift:
        return u"wavelength"_s;
    case DefectKind::WrongStandard:
        return u"flux-calibration"_s;
    case DefectKind::MissingBlueArm:
    case DefectKind::MissingRedArm:
        return u"missing-arm"_s;
    case DefectKind::StrayLight:
    case DefectKind::NegativeFlux:
        break;
    }
    return defectName(kind);
}

const std::vector<DefectKind>& allDefectKinds()
{
    static const std::vector<DefectKind> kinds {DefectKind::StrayLight,      DefectKind::NegativeFlux,
                                                DefectKind::BadSky,          DefectKind::ArmStep,
                                                DefectKind::WavelengthShift, DefectKind::WrongStandard,
                                                DefectKind::MissingBlueArm,  DefectKind::MissingRedArm,
                                                DefectKind::Moonlight,       DefectKind::CityLight};
    return kinds;
}
