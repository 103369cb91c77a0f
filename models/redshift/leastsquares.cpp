#include "models/redshift/leastsquares.h"

#include <algorithm>
#include <cmath>

namespace {
/// A tiny ridge keeps nearly parallel components apart.
constexpr double ridge = 1e-5;

/// Cholesky solution on the active components.
void solveActive(const NormalEquations& equations, Amplitudes& fit)
{
    std::array<int, maxComponents> index {};
    int count = 0;
    for (int i = 0; i < equations.size; ++i) {
        fit.values[i] = 0;
        if (fit.active[i])
            index[count++] = i;
    }
    // Left as they are where nothing is written: clearing them takes longer than the solution.
    std::array<std::array<double, maxComponents>, maxComponents> lower;
    std::array<double, maxComponents> y;
    for (int i = 0; i < count; ++i) {
        for (int j = 0; j <= i; ++j) {
            double sum = equations.a[index[i]][index[j]];
            if (i == j)
                sum *= 1 + ridge;
            for (int k = 0; k < j; ++k)
                sum -= lower[i][k] * lower[j][k];
            lower[i][j] = i == j ? std::sqrt(std::max(sum, 1e-12 * equations.a[index[i]][index[i]]))
                                 : sum / lower[j][j];
        }
        double sum = equations.b[index[i]];
        for (int k = 0; k < i; ++k)
            sum -= lower[i][k] * y[k];
        y[i] = sum / lower[i][i];
    }
    for (int i = count - 1; i >= 0; --i) {
        double sum = y[i];
        for (int k = i + 1; k < count; ++k)
            sum -= lower[k][i] * fit.values[index[k]];
        fit.values[index[i]] = sum / lower[i][i];
    }
    fit.activeCount = count;
}

/// The inactive component whose amplitude would lower χ² most, -1 when none.
int bestToAdd(const NormalEquations& equations, const Amplitudes& fit)
{
    int best = -1;
    double bestGain = 1e-6;
    for (int i = 0; i < equations.size; ++i) {
        if (fit.active[i] || !equations.usable[i])
            continue;
        double gradient = equations.b[i];
        for (int j = 0; j < equations.size; ++j) {
            if (fit.active[j])
                gradient -= equations.a[i][j] * fit.values[j];
        }
        const double gain = gradient > 0 ? gradient * gradient / equations.a[i][i] : 0;
        if (gain > bestGain) {
            bestGain = gain;
            best = i;
        }
    }
    return best;
}

int mostNegative(const NormalEquations& equations, const Amplitudes& fit)
{
    int worst = -1;
    double smallest = 0;
    for (int i = 0; i < equations.size; ++i) {
        if (fit.active[i] && fit.values[i] < smallest) {
            smallest = fit.values[i];
            worst = i;
        }
    }
    return worst;
}

void keepNonNegative(const NormalEquations& equations, Amplitudes& fit)
{
    for (int step = 0; step < 3 * equations.size; ++step) {
        solveActive(equations, fit);
        for (int worst = mostNegative(equations, fit); worst >= 0; worst = mostNegative(equations, fit)) {
            fit.active[worst] = false;
            solveActive(equations, fit);
        }
        const int next = bestToAdd(equations, fit);
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
        solveActive(equations, fit);

    for (int i = 0; i < equations.size; ++i) {
        if (!fit.active[i])
            continue;
        fit.gain += 2 * fit.values[i] * equations.b[i];
        for (int j = 0; j < equations.size; ++j)
            fit.gain -= fit.values[i] * equations.a[i][j] * fit.values[j];
    }
    return fit;
}
