#pragma once

#include "models/simulation/defect.h"
#include "models/simulation/trueobject.h"

#include <array>
#include <vector>

/// What all fibres of a spectrograph share during the exposures of a plate.
struct SpectrographConditions
{
    double background = 9000; ///< Variance of sky and read-out at 5500 Å, counts²
    double skyBrightness = 1; ///< Sky lines relative to a dark night
    double heliocentricKmS = 0; ///< HELIO_RV: velocity already taken out, so sky lines moved by it
    double fluxPerCount = 0.02; ///< Flux unit per count at 5500 Å
    double armStep = 0; ///< Red arm too bright by this part
    double joinDip = -0.5; ///< Hump (+) or dip (-) at the end of the blue arm, in σ of a pixel
    double telluricResidual = 0; ///< Part of the telluric absorption not corrected
    quint64 residualSeed = 0; ///< Of the sky residual that all fibres share
};

/// What one fibre saw.
struct FiberScene
{
    TrueObject object;
    double signalToNoise = 20; ///< Median per pixel wanted at 6000–6250 Å; ignored for sky
    std::vector<Defect> defects;
    quint64 noiseSeed = 0;
};

/// A coadded spectrum as the 2D pipeline leaves it: rows of one LAMOST file.
struct PixelRows
{
    std::vector<float> flux;
    std::vector<float> inverseVariance; ///< 0 = no information
    std::vector<float> wavelength; ///< Vacuum Å
    std::vector<float> andMask; ///< LAMOST's bits as whole numbers
    std::vector<float> orMask;
};

/// Observes an object: photon, sky and read-out noise, sky and telluric residuals, the join of the arms,
/// cosmic rays, gaps, and the fibre's defects. Same arguments, same values.
PixelRows exposedFiber(const FiberScene& scene, const SpectrographConditions& conditions);

/// Median S/N per pixel in u (3700–3900), g (3900–5500), r (5500–7000), i (6900–8200), z (8200–9100 Å), never
/// below 0; -9999 where less than half of the pixels carry information.
std::array<double, 5> bandSignalToNoise(const PixelRows& rows);
