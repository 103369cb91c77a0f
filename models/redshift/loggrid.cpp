#include "models/redshift/loggrid.h"

#include "models/spectrum/pixeledges.h"

#include <algorithm>

namespace {
/// 1/σ² from the scatter of neighbouring pixels within ±100, for files that carry no errors.
std::vector<float> inverseVarianceFromScatter(const std::vector<float>& flux)
{
    const auto count = static_cast<int>(flux.size());
    std::vector<float> difference(flux.size(), 0);
    for (int i = 1; i + 1 < count; ++i)
        difference[i] = std::abs(flux[i] - 0.5F * (flux[i - 1] + flux[i + 1]));
    std::vector<float> result(flux.size(), 0);
    std::vector<float> window;
    constexpr int half = 100;
    for (int centre = 0; centre < count; centre += half / 2) {
        window.clear();
        for (int i = std::max(1, centre - half); i < std::min(count - 1, centre + half); ++i) {
            if (std::isfinite(difference[i]) && flux[i] != 0)
                window.push_back(difference[i]);
        }
        if (window.size() < 10)
            continue;
        std::nth_element(window.begin(), window.begin() + window.size() / 2, window.end());
        // The difference of a pixel to the mean of its neighbours scatters √1.5 as much as the pixel.
        const float sigma = 1.4826F * window[window.size() / 2] / 1.2247F;
        for (int i = centre; i < std::min(count, centre + half / 2); ++i)
            result[i] = sigma > 0 && std::isfinite(flux[i]) && flux[i] != 0 ? 1 / (sigma * sigma) : 0;
    }
    return result;
}

struct Cumulated
{
    std::vector<double> edges; ///< log10 λ of the pixels' edges; a hole in the grid lies between two
    std::vector<double> weightedFlux; ///< Integrals up to each edge
    std::vector<double> weight;
    std::vector<double> coverage;
    double width = 0; ///< Of all pixels together
};

Cumulated cumulate(const Samples& samples, const std::vector<float>& inverseVariance, double redshift)
{
    const auto count = samples.size();
    std::vector<double> centres(count);
    for (std::size_t i = 0; i < count; ++i)
        centres[i] = std::log10(samples.wavelengthAngstrom[i] / (1 + redshift));
    Cumulated sum;
    for (auto* row : {&sum.edges, &sum.weightedFlux, &sum.weight, &sum.coverage})
        row->reserve(count + 2);
    const auto add = [&sum](double edge, double weightedFlux, double weight, double coverage) {
        const bool begins = sum.edges.empty();
        sum.weightedFlux.push_back(begins ? 0 : sum.weightedFlux.back() + weightedFlux);
        sum.weight.push_back(begins ? 0 : sum.weight.back() + weight);
        sum.coverage.push_back(begins ? 0 : sum.coverage.back() + coverage);
        sum.edges.push_back(edge);
    };
    for (std::size_t i = 0; i < count; ++i) {
        const auto [left, right] = pixelEdges([&centres](std::size_t at) { return centres[at]; }, i, count);
        const double width = right - left;
        if (sum.edges.empty() || left > sum.edges.back() + 0.01 * width)
            add(left, 0, 0, 0);
        const bool known =
            std::isfinite(samples.flux[i]) && std::isfinite(inverseVariance[i]) && inverseVariance[i] > 0;
        const double weight = known ? static_cast<double>(inverseVariance[i]) * width : 0.0;
        add(right, known ? weight * static_cast<double>(samples.flux[i]) : 0.0, weight, known ? width : 0.0);
        sum.width += width;
    }
    return sum;
}

/// Reads the integrals at one place after the other, going up.
class Walker
{
public:
    explicit Walker(const Cumulated& sum)
        : m_sum(sum)
    {
    }

    struct At
    {
        double weightedFlux, weight, coverage;
    };

    At at(double place)
    {
        const auto last = m_sum.edges.size() - 1;
        while (m_index < last && m_sum.edges[m_index + 1] < place)
            ++m_index;
        if (m_index >= last)
            return {m_sum.weightedFlux[last], m_sum.weight[last], m_sum.coverage[last]};
        const double width = m_sum.edges[m_index + 1] - m_sum.edges[m_index];
        const double part = std::clamp((place - m_sum.edges[m_index]) / width, 0.0, 1.0);
        const auto between = [&](const std::vector<double>& values) {
            return values[m_index] + part * (values[m_index + 1] - values[m_index]);
        };
        return {between(m_sum.weightedFlux), between(m_sum.weight), between(m_sum.coverage)};
    }

private:
    const Cumulated& m_sum;
    std::size_t m_index = 0;
};
}

GridSamples rebinned(const Samples& samples, const LogGrid& grid, double redshift)
{
    GridSamples result;
    result.flux.assign(grid.size, 0);
    result.weight.assign(grid.size, 0);
    if (samples.size() < 2 || samples.flux.size() != samples.size())
        return result;

    const auto hasErrors = samples.inverseVariance.size() == samples.size();
    const auto sum = cumulate(
        samples, hasErrors ? samples.inverseVariance : inverseVarianceFromScatter(samples.flux), redshift);
    const double pixelWidth = sum.width / static_cast<double>(samples.size());
    Walker walker(sum);
    auto before = walker.at(grid.first - 0.5 * grid.step);
    for (int i = 0; i < grid.size; ++i) {
        const auto after = walker.at(grid.first + (i + 0.5) * grid.step);
        const double covered = after.coverage - before.coverage;
        const double weight = after.weight - before.weight;
        if (covered > 0.5 * grid.step && weight > 0) {
            result.flux[i] = static_cast<float>((after.weightedFlux - before.weightedFlux) / weight);
            result.weight[i] = static_cast<float>(weight / covered * grid.step / pixelWidth);
        }
        before = after;
    }
    return result;
}
