#pragma once

#include "models/spectrum/spectrum.h"
#include "models/spectrum/wavelength.h"

#include <cmath>
#include <random>
#include <vector>

/// A Gaussian line put into a synthetic spectrum.
struct PutLine
{
    double restAngstrom = 0; ///< Vacuum
    double flux = 0; ///< Flux unit · Å; absorption negative
    double sigmaKmS = 120;
};

/// What a synthetic spectrum is made of.
struct PutSpectrum
{
    double z = 0;
    double level = 100; ///< Continuum at 6000 Å
    double slope = 0.2; ///< Relative rise over 6000 Å
    double sigma = 2; ///< Noise a pixel
    std::vector<PutLine> lines;
};

/// The spectrum on LAMOST's grid with white noise of a seed and errors that say so. Each pixel holds the mean
/// of the line over its width.
inline Spectrum spectrumWithLines(const PutSpectrum& put, unsigned seed)
{
    std::mt19937 source(seed);
    std::normal_distribution<double> noise(0, put.sigma);
    Spectrum spectrum;
    spectrum.layout = Layout::LamostTable;
    for (int pixel = 0; pixel < 3909; ++pixel) {
        const double angstrom = std::pow(10.0, 3.5682 + pixel * 1e-4);
        const double half = angstrom * std::log(10.0) * 0.5e-4;
        double flux = put.level * (1 + put.slope * (angstrom - 6000) / 6000) + noise(source);
        for (const auto& line : put.lines) {
            const double centre = observedWavelength(line.restAngstrom, put.z);
            const double sigma = centre * line.sigmaKmS / speedOfLightKmS;
            const auto part = [&](double edge) {
                return std::erf((edge - centre) / (sigma * std::sqrt(2.0)));
            };
            flux += line.flux * (part(angstrom + half) - part(angstrom - half)) / (4 * half);
        }
        spectrum.coadd.wavelengthAngstrom.push_back(angstrom);
        spectrum.coadd.flux.push_back(static_cast<float>(flux));
        spectrum.coadd.inverseVariance.push_back(static_cast<float>(1 / (put.sigma * put.sigma)));
    }
    return spectrum;
}
