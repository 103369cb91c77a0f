#pragma once

#include <vector>

/// The answer of a weighted linear fit of a few functions.
struct LinearFit
{
    std::vector<double> values; ///< One a function; 0 for one that was left out
    std::vector<double> errors; ///< 1 σ by the weights alone; 0 for one that was left out
    std::vector<std::vector<double>> covariance;
    double chi2 = 0;
    bool solved = false; ///< False: fewer pixels than functions, or functions that cannot be told apart.
};

using BasisFunction = std::vector<double>; ///< Its value at each pixel

/// Σ w (y − Σ a f)² at its least, over the functions that are `active`.
LinearFit weightedFit(const std::vector<BasisFunction>& functions, const std::vector<double>& y,
                      const std::vector<double>& weight, const std::vector<bool>& active);

/// The inverse of a symmetric positive matrix by Cholesky's method; empty when it has none.
std::vector<std::vector<double>> inverseOf(const std::vector<std::vector<double>>& matrix);
