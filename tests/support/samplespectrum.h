#pragma once

#include "models/spectrum/spectrum.h"

#include <cmath>
#include <limits>

/// A spectrum as LAMOST's low resolution has it: 3700–9100 Å in 69 km/s steps, a sloping continuum, noise
/// that is the same every time, and one emission line.
inline Spectrum sampleSpectrum(double lineAngstrom = 6800)
{
    Spectrum spectrum;
    spectrum.layout = Layout::LamostTable;
    spectrum.target.designation = QStringLiteral("J000000.00+000000.0");
    quint32 state = 1;
    for (int pixel = 0; pixel < 3909; ++pixel) {
        const double wavelength = std::pow(10.0, 3.5682 + pixel * 1e-4);
        state = state * 1664525u + 1013904223u;
        const double noise = double(state >> 8) / double(1u << 24) - 0.5;
        const double line = 400 * std::exp(-0.5 * std::pow((wavelength - lineAngstrom) / 4, 2));
        spectrum.coadd.wavelengthAngstrom.push_back(wavelength);
        spectrum.coadd.flux.push_back(float(100 + 20 * std::sin(wavelength / 700) + 10 * noise + line));
        spectrum.coadd.inverseVariance.push_back(0.1F);
    }
    return spectrum;
}

inline SpectrumPtr shared(Spectrum spectrum)
{
    return std::make_shared<const Spectrum>(std::move(spectrum));
}
