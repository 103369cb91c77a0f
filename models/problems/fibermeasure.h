#pragma once

#include "models/spectrum/spectrum.h"

/// What the hints need to know of one arm.
struct ArmMeasure
{
    double empty = 1; ///< Share of pixels without a value, 0 … 1
    double negative = 0; ///< Share of negative pixels among those with one
    double snr = 0; ///< Median S/N a pixel
};

/// Numbers measured on one spectrum, by which a 2D checker's eye is directed.
struct FiberMeasure
{
    int fiberId = 0;
    qint64 obsid = 0;
    bool isObject = true; ///< False for sky, dead and unused fibres
    bool hasOwnSteps = false; ///< Molecular bands or broad lines make steps of their own.
    bool isUnknown = false; ///< The pipeline could not classify it.
    ArmMeasure blue; ///< Below 5800 Å
    ArmMeasure red;
    std::optional<double> armStep; ///< (red − blue) / mean at 5800 Å, each arm continued by a straight line
    double armStepSigma = 0; ///< The same over its error
    std::optional<double> skyResidual; ///< Pixel-to-pixel rms of 8800–9000 Å over that of 6050–6250 Å
    std::optional<double> skyLines; ///< rms step in σ at the bright sky lines over that 16 Å beside them
    std::optional<double> instrumentMagnitude; ///< −2.5 log10 of the median flux in 6050–6250 Å
    std::optional<double> magnitude; ///< Of the input catalogue
    std::optional<double> skyChi2; ///< SKYCHI2
    std::optional<double> skyChi2Max; ///< SCHI2MAX
    std::optional<double> scatteredLightAdu; ///< SCAMEAN
};

/// Measures a spectrum; about 0.1 ms.
FiberMeasure measureOf(const Spectrum& spectrum);

/// The wavelength that parts the arms of LAMOST's low resolution, vacuum Å; they overlap from 5700 to 5900.
inline constexpr double armJoinAngstrom = 5800;
