#include "models/measure/spectrumsolutions.h"

#include "models/measure/pixelweights.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace {
constexpr int curveBins = 1200; // three times the pixels of the plot

double chi2Of(const Spectrum& spectrum, const std::vector<double>& weights, const std::vector<float>& model)
{
    double chi2 = 0;
    for (std::size_t pixel = 0; pixel < model.size(); ++pixel) {
        if (!(weights[pixel] > 0) || !std::isfinite(model[pixel]))
            continue;
        const double off = double(spectrum.coadd.flux[pixel]) - double(model[pixel]);
        chi2 += weights[pixel] * off * off;
    }
    return chi2;
}
}

SolutionsPtr solutionsOf(const RedshiftEngine& engine, const SpectrumPtr& spectrum)
{
    auto solutions = std::make_shared<SpectrumSolutions>();
    solutions->spectrum = spectrum;
    RedshiftOptions options;
    options.curves = true;
    solutions->answer = engine.solve(*spectrum, options);
    for (auto& curve : solutions->answer.curves)
        curve = thinned(curve, curveBins);
    for (const auto& solution : solutions->answer.solutions)
        solutions->overlays.push_back({solution.z, solution.spectralClass, solution.group,
                                       engine.model(*spectrum, solution.group, solution.z)});
    return solutions;
}

TemplateOverlay fittedTemplate(const RedshiftEngine& engine, const Spectrum& spectrum,
                               const TemplateWish& wish)
{
    const auto [spectralClass, z, wanted] = wish;
    TemplateOverlay best {z, spectralClass, {}, {}};
    const auto weights = pixelWeights(spectrum);
    double least = std::numeric_limits<double>::infinity();
    for (const auto& group : engine.templates()) {
        const bool isWanted = wanted.isEmpty() ? z >= group.zMin && z <= group.zMax : group.name == wanted;
        if (group.spectralClass != spectralClass || !isWanted)
            continue;
        auto flux = engine.model(spectrum, group.name, z);
        if (flux.empty())
            continue;
        const double chi2 = chi2Of(spectrum, weights, flux);
        if (chi2 < least) {
            least = chi2;
            best.group = group.name;
            best.flux = std::move(flux);
        }
    }
    return best;
}

std::vector<float> shiftedTemplate(const Samples& samples, const TemplateOverlay& overlay, double z)
{
    const auto& grid = samples.wavelengthAngstrom;
    std::vector<float> shifted(overlay.flux.size(), std::numeric_limits<float>::quiet_NaN());
    if (overlay.flux.size() != grid.size())
        return {};
    const double back = (1 + overlay.z) / (1 + z);
    std::size_t right = 1;
    for (std::size_t pixel = 0; pixel < grid.size(); ++pixel) {
        const double source = grid[pixel] * back;
        while (right + 1 < grid.size() && grid[right] < source)
            ++right;
        if (source < grid.front() || source > grid.back())
            continue;
        const auto part = static_cast<float>((source - grid[right - 1]) / (grid[right] - grid[right - 1]));
        shifted[pixel] = (1 - part) * overlay.flux[right - 1] + part * overlay.flux[right];
    }
    return shifted;
}

RedshiftCurve thinned(const RedshiftCurve& curve, int bins)
{
    const auto count = std::min(curve.z.size(), curve.gain.size());
    if (count <= std::size_t(bins))
        return curve;
    RedshiftCurve thin {curve.spectralClass, {}, {}};
    const double first = std::log1p(curve.z.front());
    const double step = (std::log1p(curve.z[count - 1]) - first) / bins;
    int filled = -1;
    for (std::size_t at = 0; at < count; ++at) {
        const int bin = std::min(bins - 1, int((std::log1p(curve.z[at]) - first) / step));
        if (bin != filled) {
            filled = bin;
            thin.z.push_back(curve.z[at]);
            thin.gain.push_back(curve.gain[at]);
        } else if (curve.gain[at] > thin.gain.back()) {
            thin.z.back() = curve.z[at];
            thin.gain.back() = curve.gain[at];
        }
    }
    return thin;
}
