#pragma once

/// What the probability of a solution is judged by.
struct RedshiftEvidence
{
    double gain = 0; ///< RedshiftSolution::gain of the best solution
    double deltaChi2 = 0; ///< To the next distinct solution, over χ² per pixel
    double chi2PerPixel = 1;
    double coverage = 1; ///< Share of the search's range of wavelengths that the spectrum has
};

/// The probability that the best solution is right, from a logistic law fitted to solutions of known truth
/// (`specdesk calibrate` shows how well it holds).
double probabilityOf(const RedshiftEvidence& evidence);
