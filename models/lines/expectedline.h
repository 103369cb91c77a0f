#pragma once

#include "models/lines/linelist.h"
#include "models/spectrum/spectralclass.h"

/// A line that must appear where an identification is right and the spectrum reaches.
struct ExpectedLine
{
    QString name; ///< Of SpectralLine
    QString label; ///< Short: "Hα"
    double vacuumAngstrom = 0; ///< At rest; of a blend its centre
    LineKind kind = LineKind::Emission; ///< Both: either sign is right.
    bool isBroad = false; ///< From the broad-line region of a QSO
    std::vector<double> components; ///< The lines it is made of, vacuum Å at rest
};

/// The lines of a class by wavelength: of galaxies those of gas and of stars, of QSOs the broad ones and
/// narrow forbidden ones, of stars Balmer and metal lines. Empty for Unknown.
std::vector<ExpectedLine> expectedLines(SpectralClass spectralClass);

/// A line that a single strong feature is easily taken for, with the class that such an object has.
struct AlternativeLine
{
    SpectralLine line;
    SpectralClass spectralClass = SpectralClass::Galaxy;
};

/// Hα, [O III] 5007, Hβ, [O II], Mg II, C III], C IV and Lyα: what one line in a spectrum turns out to be.
const std::vector<AlternativeLine>& alternativeLines();
