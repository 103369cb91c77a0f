#include "models/measure/linearfit.h"

#include <algorithm>
#include <cmath>

std::vector<std::vector<double>> inverseOf(const std::vector<std::vector<double>>& matrix)
{
    const auto size = matrix.size();
    std::vector<std::vector<double>> lower(size, std::vector<double>(size, 0));
    for (std::size_t row = 0; row < size; ++row) {
        for (std::size_t column = 0; column <= row; ++column) {
            double sum = matrix[row][column];
            for (std::size_t k = 0; k < column; ++k)
                sum -= lower[row][k] * lower[column][k];
            if (row != column) {
                lower[row][column] = sum / lower[column][column];
                continue;
            }
            if (!(sum > 1e-12 * matrix[row][row])) // also when not a number
                return {};
            lower[row][row] = std::sqrt(sum);
        }
    }
    auto inverse = lower;
    for (std::size_t unit = 0; unit < size; ++unit) {
        std::vector<double> x(size, 0);
        for (std::size_t row = unit; row < size; ++row) {
            double sum = row == unit ? 1 : 0;
            for (std::size_t k = unit; k < row; ++k)
                sum -= lower[row][k] * x[k];
            x[row] = sum / lower[row][row];
        }
        for (std::size_t row = size; row-- > 0;) {
            double sum = x[row];
            for (std::size_t k = row + 1; k < size; ++k)
                sum -= lower[k][row] * x[k];
            x[row] = sum / lower[row][row];
        }
        for (std::size_t row = 0; row < size; ++row)
            inverse[row][unit] = x[row];
    }
    return inverse;
}

LinearFit weightedFit(const std::vector<BasisFunction>& functions, const std::vector<double>& y,
                      const std::vector<double>& weight, const std::vector<bool>& active)
{
    LinearFit fit;
    fit.values.assign(functions.size(), 0);
    fit.errors.assign(functions.size(), 0);
    fit.covariance.assign(functions.size(), std::vector<double>(functions.size(), 0));
    std::vector<std::size_t> used;
    for (std::size_t at = 0; at < functions.size(); ++at)
        if (active[at])
            used.push_back(at);
    const auto known = std::ranges::count_if(weight, [](double w) { return w > 0; });
    if (used.empty() || known <= std::ptrdiff_t(used.size()))
        return fit;

    std::vector<std::vector<double>> normal(used.size(), std::vector<double>(used.size(), 0));
    std::vector<double> right(used.size(), 0);
    for (std::size_t row = 0; row < used.size(); ++row) {
        const auto& f = functions[used[row]];
        for (std::size_t pixel = 0; pixel < y.size(); ++pixel)
            right[row] += weight[pixel] > 0 ? weight[pixel] * f[pixel] * y[pixel] : 0;
        for (std::size_t column = 0; column <= row; ++column) {
            const auto& g = functions[used[column]];
            for (std::size_t pixel = 0; pixel < y.size(); ++pixel)
                normal[row][column] += weight[pixel] * f[pixel] * g[pixel];
            normal[column][row] = normal[row][column];
        }
    }
    const auto inverse = inverseOf(normal);
    if (inverse.empty())
        return fit;
    for (std::size_t row = 0; row < used.size(); ++row) {
        for (std::size_t column = 0; column < used.size(); ++column) {
            fit.values[used[row]] += inverse[row][column] * right[column];
            fit.covariance[used[row]][used[column]] = inverse[row][column];
        }
        fit.errors[used[row]] = std::sqrt(inverse[row][row]);
    }
    for (std::size_t pixel = 0; pixel < y.size(); ++pixel) {
        if (!(weight[pixel] > 0))
            continue;
        double model = 0;
        for (const auto at : used)
            model += fit.values[at] * functions[at][pixel];
        fit.chi2 += weight[pixel] * (y[pixel] - model) * (y[pixel] - model);
    }
    fit.solved = true;
    return fit;
}
