#pragma once

#include "models/simulation/modelflux.h"

/// A star's atmosphere as far as a low-resolution spectrum shows it.
struct Atmosphere
{
    double temperatureK = 5800;
    bool giant = false;
    double metalStrength = 1; ///< Factor on all metal lines, 1 = solar
};

/// Flux of a star of any type from O to M, 1 in the continuum at 5500 Å at rest: a black body dimmed in
/// the blue by line blanketing, the Balmer and Paschen series, He, Ca, Na, Mg, CH, a forest of weak
/// iron lines, and TiO, CaH, VO bands for the coolest. Strengths follow the MK sequence (Gray & Corbally,
/// Stellar Spectral Classification, 2009) closely enough to be told apart by eye.
ModelFlux starFlux(const Atmosphere& atmosphere, double z, double sigmaKmS = 0);

/// Planck's law relative to its value at 5500 Å; wavelength in Å.
double relativeBlackBody(double angstrom, double temperatureK);

/// Vacuum wavelength (Å) of the hydrogen line between levels `lower` and `upper`, Rydberg formula.
double hydrogenLine(int lower, int upper);
