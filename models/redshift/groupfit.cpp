#include "models/redshift/groupfit.h"

#include "models/redshift/numbers.h"

namespace {
/// Mean square that a component of mean square 1 keeps in pixels of 8 when none of its features is narrow.
constexpr float leastUnblurred = 0.85F;
/// Part of a component's whole sum of squares that must be in the spectrum's range: emission whose faint wing
/// alone is seen would be fitted with thousands of times the flux it can have. What is less than the second
/// is rounding in the Fourier transforms of the search.
constexpr double leastLinesSeen = 1e-3;
constexpr double leastContinuumSeen = 1e-5;
/// The same of at least one of a QSO's emission components: without any line, an edge of the continuum is no
/// evidence; the Lyman limit at z = 4.7 would stand where K stars have their Mg b.
constexpr double leastBroadLinesSeen = 0.1;
/// A component is told from the continuum only if this part of it is left beside the modes.
constexpr double leastOwnPart = 3e-5;

std::vector<float> joinedPixels(const std::vector<float>& fine, int factor)
{
    std::vector<float> result(fine.size() / factor, 0);
    for (std::size_t i = 0; i < result.size(); ++i) {
        for (int j = 0; j < factor; ++j)
            result[i] += fine[i * factor + j] / static_cast<float>(factor);
    }
    return result;
}

/// The component under the spectrum's pixels after a shift; zero where it does not reach.
const float* underSpectrum(const std::vector<float>& component, int first, int size, std::vector<float>& room)
{
    if (first >= 0 && first + size <= static_cast<int>(component.size()))
        return component.data() + first;
    room.assign(size, 0);
    for (int i = std::max(0, -first); i < size && first + i < static_cast<int>(component.size()); ++i)
        room[i] = component[first + i];
    return room.data();
}
}

TemplateGroup normalised(TemplateGroup group)
{
    for (auto& component : group.components) {
        auto& flux = component.flux;
        const float norm = dotProduct(flux.data(), flux.data(), static_cast<int>(flux.size()))
            / static_cast<float>(flux.size());
        for (auto& value : flux)
            value /= std::sqrt(std::max(norm, 1e-20F));
    }
    return group;
}

GroupSamples::GroupSamples(const TemplateGroup& group)
    : m_group(&group)
{
    for (const auto& component : group.components) {
        m_joined[0].push_back(joinedPixels(component.flux, 2));
        m_joined[1].push_back(joinedPixels(component.flux, 8));
        const auto& joined = m_joined[1].back();
        const float left = 8 * dotProduct(joined.data(), joined.data(), static_cast<int>(joined.size()))
            / static_cast<float>(component.flux.size());
        m_narrow.push_back(left < leastUnblurred);
    }
}

double shiftOf(double z, int factor)
{
    return std::log10(1 + z) / (observedGrid.step * factor);
}

double redshiftOfShift(double shift, int factor)
{
    return std::pow(10.0, shift * observedGrid.step * factor) - 1;
}

void keepTellable(NormalEquations& equations, const std::array<double, maxComponents>& raw,
                  const GroupSamples& group, const PreparedSpectrum::Level& level)
{
    const double whole = level.meanWeight * restGrid.size / level.factor;
    double seenLines = group.needsLines() ? 0 : whole;
    for (int i = 0; i < equations.size; ++i) {
        const bool isEmission = group.group().components[static_cast<std::size_t>(i)].isEmission;
        equations.usable[i] = equations.a[i][i] > leastOwnPart * raw[i]
            && raw[i] > (isEmission ? leastLinesSeen : leastContinuumSeen) * whole;
        if (isEmission)
            seenLines = std::max(seenLines, raw[i]);
    }
    if (seenLines < leastBroadLinesSeen * whole)
        equations.usable.fill(false);
}

namespace {
/// Takes the part the continuum modes can do, `parts` of each component, out of normal equations.
void takeOutContinuum(NormalEquations& equations, const GroupSamples& group, const ContinuumModes& modes,
                      const std::array<std::vector<float>, maxComponents>& parts)
{
    const int modeCount = modes.paddedSize();
    std::array<double, maxComponents> raw {};
    for (int i = 0; i < equations.size; ++i) {
        raw[i] = equations.a[i][i];
        equations.b[i] -=
            static_cast<double>(dotProduct(parts[i].data(), modes.spectrumParts().data(), modeCount));
        for (int j = 0; j <= i; ++j) {
            equations.a[i][j] -= static_cast<double>(dotProduct(parts[i].data(), parts[j].data(), modeCount));
            equations.a[j][i] = equations.a[i][j];
        }
    }
    keepTellable(equations, raw, group, modes.level());
}
}

Amplitudes fitGroup(const GroupSamples& group, const ContinuumModes& modes, int shift,
                    const Amplitudes& start)
{
    const auto& level = modes.level();
    thread_local std::array<std::vector<float>, maxComponents> rooms;
    thread_local std::array<std::vector<float>, maxComponents> parts;
    thread_local std::vector<float> weighted;
    std::array<const float*, maxComponents + 1> under {};
    const int first = restToObserved / level.factor + level.first - shift;

    NormalEquations equations;
    equations.size = group.components();
    weighted.resize(level.size);
    for (int i = 0; i < equations.size; ++i) {
        under[i] = underSpectrum(group.component(i, level.factor), first, level.size, rooms[i]);
        parts[i].resize(modes.paddedSize());
        modes.project(under[i], parts[i].data());
        multiply(level.weight.data(), under[i], level.size, weighted.data());
        std::array<float, maxComponents + 1> sums;
        under[i + 1] = level.flux.data(); // until the next component takes its place
        dotMany(weighted.data(), under.data(), i + 2, level.size, sums.data());
        for (int j = 0; j <= i; ++j)
            equations.a[i][j] = static_cast<double>(sums[j]);
        equations.b[i] = static_cast<double>(sums[i + 1]);
    }
    takeOutContinuum(equations, group, modes, parts);
    auto fit = solveFit(equations, group.group().nonNegative, start);
    fit.narrowGain = fit.gain;
    bool hasBroad = false;
    for (int i = 0; i < equations.size; ++i) {
        if (!group.isBroadEmission(i))
            continue;
        hasBroad = hasBroad || fit.active[i];
        equations.usable[i] = false;
    }
    if (hasBroad)
        fit.narrowGain = solveFit(equations, group.group().nonNegative).gain;
    return fit;
}
