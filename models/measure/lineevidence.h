#pragma once

#include "models/lines/expectedline.h"
#include "models/spectrum/spectrum.h"

#include <optional>

/// What a spectrum shows at the place of a line that must be there.
struct LineEvidence
{
    ExpectedLine line;
    double observedAngstrom = 0; ///< Vacuum
    bool covered = false; ///< False: the spectrum has no pixels there, and nothing can be said.
    double flux = 0; ///< Spectrum::fluxUnit · Å, emission positive
    double signalToNoise = 0; ///< Of that flux, signed as it is

    /// It is there, with the sign it must have.
    bool isSeen() const;
};

/// The S/N of a line from which on it counts as seen.
inline constexpr double seenSignalToNoise = 3;

/// What the spectrum has at each line of a class at a redshift: the amplitude of a Gaussian of the line's
/// usual width beside a smooth continuum, neighbouring lines fitted along. Errors are widened where the
/// pixels scatter more about the fit than they say.
std::vector<LineEvidence> lineEvidence(const Spectrum& spectrum, SpectralClass spectralClass, double z);

/// One way to read the feature at a wavelength.
struct Identification
{
    AlternativeLine as;
    double z = 0;
    int covered = 0; ///< Lines of its class that the spectrum reaches, the feature itself not counted
    int seen = 0; ///< How many of them are seen
};

/// The ways to read the feature at an observed vacuum wavelength that give a redshift of −0.01 or more, by
/// redshift. `spectralClass`: QSO reads all of them as a QSO's.
std::vector<Identification> identificationsOf(const Spectrum& spectrum, double observedAngstrom,
                                              SpectralClass spectralClass);

/// Where the strongest emission line seen of an identification stands (vacuum Å); nothing when none is seen.
std::optional<double> strongestLine(const std::vector<LineEvidence>& evidence);
