#pragma once

#include <array>

/// The most components a template group may have.
inline constexpr int maxComponents = 16;

/// Normal equations A·a = b of a weighted linear fit with a few components.
struct NormalEquations
{
    int size = 0;
    std::array<std::array<double, maxComponents>, maxComponents> a {}; ///< Symmetric
    std::array<double, maxComponents> b {};
    std::array<bool, maxComponents>
        usable {}; ///< False: the component says nothing here and gets no amplitude.
};

struct Amplitudes
{
    std::array<double, maxComponents> values {};
    std::array<bool, maxComponents> active {};
    double narrowGain = 0; ///< The gain without broad emission; equal to `gain` where the group has none
    double gain = 0; ///< By how much χ² falls.
    int activeCount = 0;
};

/// Solves the fit with amplitudes ≥ 0 (Lawson & Hanson 1974), or of any sign where `nonNegative` is false.
/// The search begins with the components active in `start`, so that neighbouring redshifts cost little.
Amplitudes solveFit(const NormalEquations& equations, bool nonNegative, const Amplitudes& start = {});
