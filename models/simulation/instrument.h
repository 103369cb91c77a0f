#pragma once

#include "models/simulation/lamostgrid.h"

#include <array>
#include <vector>

using PixelTable = std::array<float, LamostGrid::pixelCount>;

/// What LAMOST's low-resolution spectrographs and the night sky over Xinglong do to a spectrum, pixel by
/// pixel. Shapes follow medians of S/N and inverse variance over released DR7 spectra.
struct Instrument
{
    PixelTable throughput; ///< Photons counted per unit of flux, both arms together, 1 at 5500 Å
    PixelTable redShare; ///< Part of the joined spectrum that comes from the red arm, 0 … 1
    PixelTable background; ///< Variance of sky continuum and read-out in counts², 1 at 5500 Å
};

const Instrument& instrument();

/// One emission line of the night sky or of city lamps.
struct SkyLine
{
    double vacuumAngstrom;
    double excess; ///< Peak variance in units of the local background's
};

/// [O I], Na I, Hg and OH lines: wavelengths of Osterbrock et al. 1996 (PASP 108, 277), brightness relative
/// to the sky continuum of a dark night.
const std::vector<SkyLine>& skyLines();

/// Depth (0 … 1) of the Earth's O2 and H2O absorption at a vacuum wavelength in the telescope's frame.
double telluricDepth(double angstrom);
