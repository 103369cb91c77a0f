#pragma once

#include <QString>

#include <vector>

/// What can go wrong with a run of neighbouring fibres: the defects a 2D checker looks for.
enum class DefectKind {
    StrayLight, ///< Smooth pedestal, shallow lines
    NegativeFlux, ///< Background over-subtracted, continuum below zero in the blue
    BadSky, ///< Sky lines left in, or dug out
    ArmStep, ///< Blue and red arm do not meet at 5700–5900 Å
    WavelengthShift, ///< Lines displaced by several pixels
    WrongStandard, ///< Smooth wrong slope from a wrong flux standard
    MissingBlueArm,
    MissingRedArm,
    Moonlight, ///< Solar spectrum at rest added
    CityLight ///< Hg lines and broad Na added
};

/// A defect as one fibre has it.
struct Defect
{
    DefectKind kind = DefectKind::StrayLight;
    double strength = 1; ///< Signed; 1 is clearly visible
};

/// A defect of neighbouring fibres of one spectrograph.
struct DefectRange
{
    int spectrographId = 1;
    int firstFiber = 1;
    int lastFiber = 1; ///< Included
    Defect defect;

    bool covers(int fiberId) const { return fiberId >= firstFiber && fiberId <= lastFiber; }
};

/// The word for a defect in truth.csv: "stray-light", "negative-flux" …; never translated.
QString defectName(DefectKind kind);
/// As which of problemKinds() a person reports it.
QString problemKindOf(DefectKind kind);

/// All kinds, in the order of the enumeration.
const std::vector<DefectKind>& allDefectKinds();
