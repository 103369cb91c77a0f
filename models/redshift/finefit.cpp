#include "models/redshift/finefit.h"

#include "models/redshift/numbers.h"

namespace {
/// One template, the sum of a group's components, that can stand at any shift.
class MovingTemplate
{
public:
    MovingTemplate(const GroupSamples& group, const Amplitudes& amplitudes)
        : m_flux(group.component(0, 1).size(), 0)
    {
        for (int i = 0; i < group.components(); ++i) {
            if (amplitudes.values[i] != 0)
                addScaled(static_cast<float>(amplitudes.values[i]), group.component(i, 1).data(),
                          static_cast<int>(m_flux.size()), m_flux.data());
        }
    }

    /// Cubic (Catmull–Rom) interpolation; the broken part of the shift is the same for every pixel.
    const std::vector<float>& at(double shift, const PreparedSpectrum::Level& level)
    {
        const int size = level.size;
        const double place = restToObserved + level.first - shift;
        const int first = static_cast<int>(std::floor(place));
        const auto t = static_cast<float>(place - first);
        const std::array<float, 4> taps {0.5F * t * (-1 + t * (2 - t)), 0.5F * (2 + t * t * (-5 + 3 * t)),
                                         0.5F * t * (1 + t * (4 - 3 * t)), 0.5F * t * t * (t - 1)};
        const int last = static_cast<int>(m_flux.size());
        m_shifted.resize(size);
        if (first >= 1 && first + size + 2 <= last) {
            mixFour(taps.data(), m_flux.data() + first - 1, size, m_shifted.data());
            return m_shifted;
        }
        std::fill(m_shifted.begin(), m_shifted.end(), 0.0F);
        for (int tap = 0; tap < 4; ++tap) {
            const int start = first + tap - 1;
            const int from = std::max(0, -start);
            const int to = std::min(size, last - start);
            if (to > from)
                addScaled(taps[tap], m_flux.data() + start + from, to - from, m_shifted.data() + from);
        }
        return m_shifted;
    }

private:
    std::vector<float> m_flux;
    std::vector<float> m_shifted;
};

struct OneFit
{
    double amplitude = 0;
    double gain = 0;
    std::vector<float> parts;
};

OneFit fitOne(const std::vector<float>& flux, const ContinuumModes& modes)
{
    const auto& level = modes.level();
    OneFit fit;
    fit.parts.resize(modes.paddedSize());
    modes.project(flux.data(), fit.parts.data());
    const auto sums = weightedSums(level.weight.data(), flux.data(), level.flux.data(), level.size);
    const double a =
        static_cast<double>(sums.xx - dotProduct(fit.parts.data(), fit.parts.data(), modes.paddedSize()));
    const double b = static_cast<double>(
        sums.xy - dotProduct(fit.parts.data(), modes.spectrumParts().data(), modes.paddedSize()));
    if (a > 0) {
        fit.amplitude = b / a;
        fit.gain = b * b / a;
    }
    return fit;
}

std::vector<float> modelOf(const std::vector<float>& flux, const OneFit& fit, const ContinuumModes& modes)
{
    std::vector<float> left(modes.paddedSize());
    for (int mode = 0; mode < modes.size(); ++mode)
        left[mode] = modes.spectrumParts()[mode] - static_cast<float>(fit.amplitude) * fit.parts[mode];
    auto model = modes.flux(left);
    addScaled(static_cast<float>(fit.amplitude), flux.data(), static_cast<int>(model.size()), model.data());
    return model;
}
}

FineRedshift fineRedshift(const GroupSamples& group, const Amplitudes& amplitudes,
                          const ContinuumModes& modes, double shift, double reach)
{
    MovingTemplate moving(group, amplitudes);
    const auto& level = modes.level();
    const auto gainAt = [&](double place) { return fitOne(moving.at(place, level), modes).gain; };

    FineRedshift result;
    double best = shift;
    double bestGain = gainAt(shift);
    for (double step = reach / 2; step > 0.1; step /= 2) {
        const double centre = best;
        for (const double place : {centre - step, centre + step}) {
            if (const double gain = gainAt(place); gain > bestGain) {
                bestGain = gain;
                best = place;
            }
        }
    }
    // The parabola is taken where χ² has risen by about 1: noise makes finer ones meaningless.
    double width = 0.25;
    double curvature = 0;
    double slope = 0;
    for (int attempt = 0; attempt < 8; ++attempt) {
        const double left = gainAt(best - width);
        const double right = gainAt(best + width);
        curvature = (2 * bestGain - left - right) / (width * width);
        slope = (right - left) / (2 * width);
        if (2 * bestGain - left - right > 2 || width > 30)
            break;
        // Widths at which χ² cannot have risen enough by far are passed over.
        do
            width *= 2;
        while (curvature > 0 && curvature * width * width < 0.5 && width < 30);
    }
    result.shift = best;
    if (curvature > 0) {
        result.shift += std::clamp(slope / curvature, -width, width);
        result.shiftError = std::sqrt(2 / curvature);
    } else {
        result.shiftError = reach;
    }

    const auto& flux = moving.at(result.shift, level);
    const auto fit = fitOne(flux, modes);
    const auto model = modelOf(flux, fit, modes);
    result.gain = fit.gain;
    for (int i = 0; i < level.size; ++i) {
        const float deviation = (level.flux[i] - model[i]) * std::sqrt(level.weight[i]);
        result.chi2 += static_cast<double>(deviation * deviation);
        result.outliers += std::abs(deviation) > 5;
    }
    return result;
}

std::vector<float> fittedModel(const GroupSamples& group, const Amplitudes& amplitudes,
                               const ContinuumModes& modes, double shift)
{
    MovingTemplate moving(group, amplitudes);
    const auto& flux = moving.at(shift, modes.level());
    return modelOf(flux, fitOne(flux, modes), modes);
}
