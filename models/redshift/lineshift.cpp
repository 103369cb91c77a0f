#include "models/redshift/lineshift.h"

#include "models/redshift/finefit.h"

namespace {
constexpr double leastGain = 16; // 4 σ
constexpr double reachPixels = 4;
constexpr double stepPixels = 0.25;
constexpr int leastLines = 3;
/// Where blue and red arms of the surveys' spectrographs meet, more or less: 5700 (AAOmega) to 6000 (SDSS).
constexpr double usualJoinAngstrom = 5900;

struct LineRange
{
    double fromAngstrom, toAngstrom;
};

/// Lines that can be told from their neighbours, with 600 km/s on either side, vacuum at rest: [O II] 3728,
/// [Ne III], Hδ, Hγ, Hβ, [O III] 4960, 5008, [O I], Hα, [N II], [S II].
constexpr std::array<LineRange, 11> lineRanges {{{3719.5, 3737.5},
                                                 {3862.0, 3877.5},
                                                 {4094.5, 4111.0},
                                                 {4333.0, 4350.5},
                                                 {4853.0, 4872.5},
                                                 {4950.5, 4970.0},
                                                 {4998.0, 5018.5},
                                                 {6289.5, 6314.5},
                                                 {6556.5, 6574.0},
                                                 {6575.5, 6598.5},
                                                 {6705.0, 6746.0}}};

/// The emission of a group's fit on restGrid.
std::vector<float> emissionOf(const GroupSamples& group, const Amplitudes& amplitudes)
{
    std::vector<float> sum(restGrid.size, 0);
    for (int i = 0; i < group.components(); ++i) {
        if (!group.group().components[static_cast<std::size_t>(i)].isEmission || amplitudes.values[i] == 0)
            continue;
        const auto& flux = group.component(i, 1);
        for (int pixel = 0; pixel < restGrid.size; ++pixel)
            sum[pixel] += static_cast<float>(amplitudes.values[i]) * flux[pixel];
    }
    return sum;
}

/// Catmull–Rom interpolation; 0 beyond the ends.
double between(const std::vector<float>& values, double place)
{
    const int i = static_cast<int>(std::floor(place));
    if (i < 1 || i + 2 >= static_cast<int>(values.size()))
        return 0;
    const double t = place - i;
    const double before = static_cast<double>(values[i - 1]);
    const double left = static_cast<double>(values[i]);
    const double right = static_cast<double>(values[i + 1]);
    const double behind = static_cast<double>(values[i + 2]);
    return left
        + 0.5 * t
        * (right - before
           + t * (2 * before - 5 * left + 4 * right - behind + t * (3 * (left - right) + behind - before)));
}

/// One line: the spectrum without all but emission, and what the templates say of it.
class OneLine
{
public:
    OneLine(const std::vector<float>& lines, const std::vector<float>& weight,
            const std::vector<float>& emission, double shift, LineRange range)
        : m_lines(lines)
        , m_weight(weight)
        , m_emission(emission)
        , m_shift(shift)
        , m_first(pixelOf(range.fromAngstrom))
        , m_last(pixelOf(range.toAngstrom))
    {
    }

    bool isSeen() const
    {
        int known = 0;
        const int size = static_cast<int>(m_weight.size());
        for (int i = std::max(0, m_first); i <= std::min(m_last, size - 1); ++i)
            known += m_weight[i] > 0;
        return m_first >= 0 && m_last < size && known > 0.9 * (m_last - m_first);
    }

    double middle() const { return 0.5 * (m_first + m_last); }

    /// The place where the line fits best, from the templates', with its error; nothing if it is too faint.
    std::optional<LineShift> measured() const
    {
        double best = 0;
        double top = gainAt(best);
        for (double place = -reachPixels; place <= reachPixels; place += stepPixels) {
            if (const double gain = gainAt(place); gain > top) {
                best = place;
                top = gain;
            }
        }
        const double left = gainAt(best - 2 * stepPixels);
        const double right = gainAt(best + 2 * stepPixels);
        const double curvature = (2 * top - left - right) / (4 * stepPixels * stepPixels);
        if (top < leastGain || curvature <= 0 || std::abs(best) > reachPixels - 1)
            return std::nullopt;
        return LineShift {best + (right - left) / (4 * stepPixels) / curvature, std::sqrt(2 / curvature), 1};
    }

private:
    int pixelOf(double restAngstrom) const
    {
        return static_cast<int>(std::lround(observedGrid.pixelOf(restAngstrom) + m_shift));
    }

    /// By how much the line lowers χ² below a straight line.
    double gainAt(double place) const
    {
        Sums sums;
        for (int i = m_first; i <= m_last; ++i) {
            const double weight = static_cast<double>(m_weight[i]);
            const double x = i - 0.5 * (m_first + m_last);
            const double e = between(m_emission, i + restToObserved - m_shift - place);
            const double d = static_cast<double>(m_lines[i]);
            sums.add(weight, x, e, d);
        }
        const double a = sums.withoutLine(sums.ee, sums.e, sums.xe, sums.e, sums.xe);
        const double b = sums.withoutLine(sums.ed, sums.e, sums.xe, sums.d, sums.xd);
        return a > 0 && b > 0 ? b * b / a : 0;
    }

    /// Weighted sums over a line's pixels.
    struct Sums
    {
        double one = 0, x = 0, xx = 0, e = 0, xe = 0, ee = 0, d = 0, xd = 0, ed = 0;

        void add(double weight, double place, double emission, double data)
        {
            one += weight;
            x += weight * place;
            xx += weight * place * place;
            e += weight * emission;
            xe += weight * place * emission;
            ee += weight * emission * emission;
            d += weight * data;
            xd += weight * place * data;
            ed += weight * emission * data;
        }

        /// Σ pq less what a straight line fitted to p and q has of it.
        double withoutLine(double pq, double p, double xp, double q, double xq) const
        {
            const double slopeP = xp - x * p / one;
            const double slopeQ = xq - x * q / one;
            const double slope = xx - x * x / one;
            return pq - p * q / one - (slope > 0 ? slopeP * slopeQ / slope : 0);
        }
    };

    const std::vector<float>& m_lines;
    const std::vector<float>& m_weight;
    const std::vector<float>& m_emission;
    double m_shift;
    int m_first, m_last;
};

/// The mean of DerSimonian and Laird.
LineShift meanOf(const std::vector<LineShift>& parts)
{
    double weights = 0, squares = 0, sum = 0;
    for (const auto& part : parts) {
        const double weight = 1 / (part.error * part.error);
        weights += weight;
        squares += weight * weight;
        sum += weight * part.shift;
    }
    double excess = 1 - static_cast<double>(parts.size());
    for (const auto& part : parts)
        excess += std::pow((part.shift - sum / weights) / part.error, 2);
    const double scatter = parts.size() > 1 ? std::max(0.0, excess / (weights - squares / weights)) : 0.0;

    LineShift mean;
    weights = 0;
    for (const auto& part : parts) {
        const double weight = 1 / (part.error * part.error + scatter);
        weights += weight;
        mean.shift += weight * part.shift;
        mean.lines += part.lines;
    }
    mean.shift /= weights;
    mean.error = 1 / std::sqrt(weights);
    return mean;
}
}

std::optional<LineShift> shiftOfLines(const GroupSamples& group, const Amplitudes& amplitudes,
                                      const PreparedSpectrum& spectrum, const ContinuumModes& fine,
                                      double shift)
{
    const auto& level = fine.level();
    const auto emission = emissionOf(group, amplitudes);
    const double inLevel = shift - level.first;
    auto lines = fittedModel(group, amplitudes, fine, shift);
    for (int i = 0; i < level.size; ++i)
        lines[i] =
            level.flux[i] - lines[i] + static_cast<float>(between(emission, i + restToObserved - inLevel));

    const double join = observedGrid.pixelOf(spectrum.joinAngstrom.value_or(usualJoinAngstrom)) - level.first;
    std::array<std::vector<LineShift>, 2> arms;
    for (const auto range : lineRanges) {
        const OneLine line(lines, spectrum.noiseWeight, emission, inLevel, range);
        if (!line.isSeen())
            continue;
        if (const auto place = line.measured())
            arms[line.middle() > join].push_back(*place);
    }
    if (static_cast<int>(arms[0].size() + arms[1].size()) < leastLines)
        return std::nullopt;
    std::vector<LineShift> means;
    for (const auto& arm : arms) {
        if (!arm.empty())
            means.push_back(meanOf(arm));
    }
    auto mean = meanOf(means);
    mean.shift += shift;
    return mean;
}
