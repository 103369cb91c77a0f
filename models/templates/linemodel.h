#pragma once

#include "models/redshift/loggrid.h"

#include <vector>

/// Spectra on restGrid computed from physics: lines, continua, broadening. Wavelengths vacuum Å, widths km/s.
namespace LineModel {
using Flux = std::vector<float>;

struct Line
{
    double wavelengthAngstrom = 0;
    double strength = 0; ///< Emission: relative flux; absorption: central depth 0 … 1
};
using Lines = std::vector<Line>;

Flux zeros();
/// Planck's law per Å, 1 at 5500 Å.
Flux planck(double kelvin);
/// λ^index, 1 at 5500 Å.
Flux powerLaw(double index);
/// Emission lines of Gaussian shape, `fwhmKmS` wide beside the instrument's 160 km/s.
Flux emission(const Lines& lines, double fwhmKmS);
/// Two peaks at ±`separationKmS`/2, as accretion disks show.
Flux doublePeaked(const Lines& lines, double fwhmKmS, double separationKmS);
/// Multiplies by absorption lines of Lorentzian shape, `fwhmKmS` wide.
void absorb(Flux& flux, const Lines& lines, double fwhmKmS);
/// Multiplies by molecular bands: a sharp head from which the absorption fades over `extentAngstrom`, to the
/// red if positive (TiO), to the blue if negative (C2).
struct Band
{
    double headAngstrom = 0;
    double extentAngstrom = 0;
    double depth = 0;
};
void absorbBands(Flux& flux, const std::vector<Band>& bands);
/// Convolves with the velocities of a galaxy's stars (Gaussian, σ).
Flux broadened(const Flux& flux, double sigmaKmS);
/// Σ weight · flux
Flux mixed(const std::vector<std::pair<double, Flux>>& parts);
/// Sets the mean between two wavelengths to 1.
void normalise(Flux& flux, double fromAngstrom, double toAngstrom);

/// Hydrogen lines Hα … H12 with recombination strengths (Osterbrock, case B at 10⁴ K, Hβ = 1).
const Lines& balmerEmission();
}
