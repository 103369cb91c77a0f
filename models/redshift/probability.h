#pragma once

#include "models/spectrum/spectralclass.h"

/// What the probability of a solution is judged by.
struct RedshiftEvidence
{
    double gain = 0; ///< RedshiftSolution::gain of the best solution
    double deltaChi2 = 0; ///< To the next distinct solution, over χ² per pixel
    double chi2PerPixel = 1;
    double explained = 0; ///< Share of what a smooth continuum leaves of χ² that the template explains
    double snr = 0; ///< Median a pixel
    double coverage = 1; ///< Share of the search's range of wavelengths that the spectrum has
    SpectralClass spectralClass = SpectralClass::Unknown;
    int parameters = 0; ///< Components in use
    bool skyFiber = false; ///< The fibre was put on empty sky.
};

/// The probability that the best solution is right, from a logistic law fitted to solutions of known truth
/// (`specdesk calibrate` shows how well it holds).
double probabilityOf(const RedshiftEvidence& evidence);
