#pragma once

#include <span>

/// An absorption line of the Sun.
struct SolarLine
{
    double airAngstrom;
    double equivalentWidth; ///< Å, in the disc's centre
};

/// The stronger lines of iron-peak and other neutral or once ionised metals, 3570–8840 Å, by wavelength: they
/// give the velocity of F, G and K stars (Moore, Minnaert & Houtgast 1966, The Solar Spectrum, NBS Monograph
/// 61; widths rounded). Lines that are wide in other stars as well are among the stellarFeatures().
std::span<const SolarLine> solarLines();
