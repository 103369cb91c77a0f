#pragma once

#include <array>
#include <cmath>

/// The wavelength grid of LAMOST low-resolution spectra: vacuum, heliocentric, λ = 10^(first + step·pixel) Å.
namespace LamostGrid {

inline constexpr int pixelCount = 3909;
inline constexpr double firstLog10 = 3.5682; ///< COEFF0: log10 of the first pixel's wavelength in Å
inline constexpr double stepLog10 = 0.0001; ///< COEFF1
inline constexpr double kmSPerPixel = 69.03; ///< Velocity width of a pixel
inline constexpr double joinFromAngstrom = 5700; ///< Both arms contribute from here …
inline constexpr double joinToAngstrom = 5900; ///< … to here

/// Position of a vacuum wavelength (Å) on the grid, in pixels, the first pixel's centre being 0.
inline double pixelOf(double angstrom)
{
    return (std::log10(angstrom) - firstLog10) / stepLog10;
}

/// Instrument profile as a Gaussian, in pixels: R ≈ 1800 from 5500 Å redward, falling to 1350 at 3800 Å.
inline double profileSigmaPixels(double angstrom)
{
    return angstrom < 5500 ? 1.05 + 2.1e-4 * (5500 - angstrom) : 1.05;
}

/// Vacuum wavelength (Å) of every pixel.
const std::array<double, pixelCount>& wavelengths();

}
