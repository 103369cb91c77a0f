#include "models/redshift/leastsquares.h"

#include <algorithm>
#include <cmath>

namespace {
/// A tiny ridge keeps nearly parallel components apart.
constexpr double ridge = 1e-5;

/// The components in use, by number.
struct Chosen
{
    explicit Chosen(const NormalEquations& equations, const Amplitudes& fit)
    {
        for (int i = 0; i < equations.size; ++i) {
            if (fit.active[i])
                index[count++] = i;
        }
    }

    std::array<int, maxComponents> index;
    int count = 0;
};

/// Solution on the active components by A = L·D·Lᵀ, which takes no square roots.
void solveActive(const NormalEquations& equations, const Chosen& chosen, Amplitudes& fit)
{
    // Left as they are where nothing is written: clearing them takes longer than the solution.
    std::array<std::array<double, maxComponents>, maxComponents> lower; // L·D below the diagonal
    std::array<double, maxComponents> inverse; // of D
    std::array<double, maxComponents> y;
    const auto& index = chosen.index;
    for (int i = 0; i < chosen.count; ++i) {
        const auto& row = equations.a[index[i]];
        double diagonal = row[index[i]] * (1 + ridge);
        double right = equations.b[index[i]];
        for (int j = 0; j < i; ++j) {
            double sum = row[index[j]];
            for (int k = 0; k < j; ++k)
                sum -= lower[i][k] * lower[j][k] * inverse[k];
            lower[i][j] = sum;
            diagonal -= sum * sum * inverse[j];
            right -= sum * y[j];
        }
        inverse[i] = 1 / std::max(diagonal, 1e-12 * row[index[i]]);
        y[i] = right * inverse[i];
    }
    fit.values.fill(0);
    for (int i = chosen.count - 1; i >= 0; --i) {
        double sum = 0;
        for (int k = i + 1; k < chosen.count; ++k)
            sum += lower[k][i] * fit.values[index[k]];
        fit.values[index[i]] = y[i] - sum * inverse[i];
    }
    fit.activeCount = chosen.count;
}

/// The inactive component whose amplitude would lower χ² most, -1 when none.
int bestToAdd(const NormalEquations& equations, const Chosen& chosen, const Amplitudes& fit)
{
    int best = -1;
    double bestGain = 1e-6;
    for (int i = 0; i < equations.size; ++i) {
        if (fit.active[i] || !equations.usable[i])
            continue;
        double gradient = equations.b[i];
        for (int k = 0; k < chosen.count; ++k)
            gradient -= equations.a[i][chosen.index[k]] * fit.values[chosen.index[k]];
        if (gradient > 0 && gradient * gradient > bestGain * equations.a[i][i]) {
            bestGain = gradient * gradient / equations.a[i][i];
            best = i;
        }
    }
    return best;
}

int mostNegative(const Chosen& chosen, const Amplitudes& fit)
{
    int worst = -1;
    double smallest = 0;
    for (int k = 0; k < chosen.count; ++k) {
        if (fit.values[chosen.index[k]] < smallest) {
            worst = chosen.index[k];
            smallest = fit.values[worst];
        }
    }
    return worst;
}

void keepNonNegative(const NormalEquations& equations, Amplitudes& fit)
{
    for (int step = 0; step < 3 * equations.size; ++step) {
        Chosen chosen(equations, fit);
        solveActive(equations, chosen, fit);
        for (int worst = mostNegative(chosen, fit); worst >= 0; worst = mostNegative(chosen, fit)) {
            fit.active[worst] = false;
            chosen = Chosen(equations, fit);
            solveActive(equations, chosen, fit);
        }
        const int next = bestToAdd(equations, chosen, fit);
        if (next < 0)
            return;
        fit.active[next] = true;
    }
    for (int i = 0; i < equations.size; ++i)
        fit.values[i] = std::max(fit.values[i], 0.0);
}
}

Amplitudes solveFit(const NormalEquations& equations, bool nonNegative, const Amplitudes& start)
{
    Amplitudes fit;
    for (int i = 0; i < equations.size; ++i)
        fit.active[i] = equations.usable[i] && (!nonNegative || start.active[i]);
    if (nonNegative)
        keepNonNegative(equations, fit);
    else
        solveActive(equations, Chosen(equations, fit), fit);

    const Chosen chosen(equations, fit);
    for (int k = 0; k < chosen.count; ++k) {
        const int i = chosen.index[k];
        double sum = 2 * equations.b[i];
        for (int l = 0; l < chosen.count; ++l)
            sum -= equations.a[i][chosen.index[l]] * fit.values[chosen.index[l]];
        fit.gain += fit.values[i] * sum;
    }
    return fit;
}
