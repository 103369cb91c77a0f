#include "models/redshift/candidate.h"

#include "models/spectrum/wavelength.h"

namespace {
constexpr double nearlyAsWell = 0.9;
/// Part of a QSO's gain that broad lines must bring. Of a simulated night's galaxies with narrow lines none
/// has more than 0.12, of its QSOs none less than 0.15; such galaxies' own fit has 0.57 of the QSO's gain and
/// more.
constexpr double leastBroadPart = 0.135;
constexpr double wellEnough = 0.55;

/// Akaike's penalty: each amplitude costs 2.
double scoreOf(double gain, const Amplitudes& amplitudes)
{
    return gain - 2.0 * amplitudes.activeCount;
}

/// How much a class's templates can imitate: QSOs hold galaxies, galaxies hold stars.
int richness(const Candidate& candidate)
{
    switch (candidate.group->group().spectralClass) {
    case SpectralClass::Star:
        return 0;
    case SpectralClass::Galaxy:
        return 1;
    default:
        return 2;
    }
}

/// Whether the poorer candidate shall stand for the better fit at the same redshift.
bool standsFor(const Candidate& candidate, const Candidate& better)
{
    if (richness(candidate) >= richness(better))
        return false;
    const auto& fit = better.amplitudes;
    const bool isQso = better.group->group().spectralClass == SpectralClass::Qso;
    const bool lacksBroadLines = isQso && fit.gain - fit.narrowGain < leastBroadPart * fit.gain;
    return candidate.score > (lacksBroadLines ? wellEnough : nearlyAsWell) * better.score;
}
}

QString Candidate::leadingComponent() const
{
    const auto& components = group->group().components;
    int best = 0;
    for (int i = 1; i < group->components(); ++i) {
        if (std::abs(amplitudes.values[i]) > std::abs(amplitudes.values[best]))
            best = i;
    }
    return components[static_cast<std::size_t>(best)].name;
}

Candidate candidateAt(const GroupSamples& group, const ContinuumModes& modes, int shift)
{
    Candidate candidate;
    candidate.group = &group;
    candidate.shift = 2.0 * shift;
    candidate.reach = 4;
    candidate.amplitudes = fitGroup(group, modes, shift);
    candidate.score = scoreOf(candidate.amplitudes.gain, candidate.amplitudes);
    return candidate;
}

void nudge(Candidate& candidate, const ContinuumModes& modes)
{
    const int centre = static_cast<int>(std::lround(candidate.shift / 2));
    for (const int offset : {-2, -1, 1, 2}) {
        auto other = candidateAt(*candidate.group, modes, centre + offset);
        if (other.score > candidate.score)
            candidate = std::move(other);
    }
}

void refine(Candidate& candidate, const ContinuumModes& middle, const ContinuumModes& fine)
{
    const auto& group = *candidate.group;
    candidate.fine = fineRedshift(group, candidate.amplitudes, fine, candidate.shift, candidate.reach);
    const int shift = static_cast<int>(std::lround(candidate.fine.shift / 2));
    if (shift != static_cast<int>(std::lround(candidate.shift / 2))) {
        const auto again = fitGroup(group, middle, shift, candidate.amplitudes);
        if (again.gain > candidate.amplitudes.gain) {
            candidate.amplitudes = again;
            candidate.fine = fineRedshift(group, again, fine, candidate.fine.shift, candidate.reach);
        }
    }
    candidate.shift = candidate.fine.shift;
    candidate.score = scoreOf(candidate.fine.gain, candidate.amplitudes);
}

std::vector<Candidate> distinctCandidates(std::vector<Candidate> all, double separationKmS, std::size_t count)
{
    std::sort(all.begin(), all.end(),
              [](const auto& left, const auto& right) { return left.score > right.score; });
    const double pixelKmS = observedGrid.step * std::log(10.0) * speedOfLightKmS;
    std::vector<Candidate> chosen;
    for (auto& candidate : all) {
        const auto same = std::find_if(chosen.begin(), chosen.end(), [&](const Candidate& other) {
            return std::abs(other.shift - candidate.shift) * pixelKmS < separationKmS;
        });
        if (same == chosen.end()) {
            if (chosen.size() < count)
                chosen.push_back(std::move(candidate));
        } else if (standsFor(candidate, *same)) {
            // What speaks for the redshift is still the better fit's.
            const double score = same->score;
            *same = std::move(candidate);
            same->score = score;
        }
    }
    return chosen;
}
