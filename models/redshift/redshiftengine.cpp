#include "models/redshift/redshiftengine.h"

#include "models/redshift/finefit.h"
#include "models/redshift/groupsearch.h"
#include "models/redshift/probability.h"
#include "models/spectrum/wavelength.h"

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int searchCosines = 12;
constexpr int refinedCosines = 40;
constexpr int starPeaks = 2;
constexpr int otherPeaks = 6;
constexpr int mostBroadPeaks = 16;

struct Candidate
{
    const GroupSamples* group = nullptr;
    double shift = 0; ///< Pixels of observedGrid
    double reach = 0; ///< How far the search may have missed, same unit
    Amplitudes amplitudes;
    double score = 0; ///< Gain less what as many parameters gain from noise
    FineRedshift fine;
};

/// Akaike's penalty: each amplitude costs 2.
double scoreOf(double gain, const Amplitudes& amplitudes)
{
    return gain - 2.0 * amplitudes.activeCount;
}

/// A maximum of a group's χ²(z), before refinement.
struct Peak
{
    std::size_t lead = 0; ///< Index of the group's search
    int shift = 0; ///< Pixels of the refined modes' level
    int reach = 0; ///< How far the search may have missed, same unit
    float gain = 0;
};

/// Of the many groups with broad lines only the highest peaks are worth refining.
template<typename IsBroad>
void keepBest(std::vector<Peak>& peaks, IsBroad isBroad)
{
    std::sort(peaks.begin(), peaks.end(),
              [](const Peak& left, const Peak& right) { return left.gain > right.gain; });
    int broad = 0;
    std::erase_if(peaks, [&](const Peak& peak) { return isBroad(peak) && ++broad > mostBroadPeaks; });
}

RedshiftCurve& curveOf(RedshiftAnswer& answer, SpectralClass spectralClass)
{
    for (auto& curve : answer.curves) {
        if (curve.spectralClass == spectralClass)
            return curve;
    }
    answer.curves.push_back({spectralClass, {}, {}});
    return answer.curves.back();
}

/// A group at a whole shift of the refined modes' level.
Candidate fitted(const GroupSamples& group, const ContinuumModes& refined, int shift)
{
    Candidate candidate;
    candidate.group = &group;
    candidate.shift = 2.0 * shift;
    candidate.reach = 4;
    candidate.amplitudes = fitGroup(group, refined, shift);
    candidate.score = scoreOf(candidate.amplitudes.gain, candidate.amplitudes);
    return candidate;
}

/// The best candidates that differ in velocity, best first.
std::vector<Candidate> distinct(std::vector<Candidate> all, double separationKmS, std::size_t count)
{
    std::sort(all.begin(), all.end(),
              [](const auto& left, const auto& right) { return left.score > right.score; });
    const double pixelKmS = observedGrid.step * std::log(10.0) * speedOfLightKmS;
    std::vector<Candidate> chosen;
    for (auto& candidate : all) {
        const auto same = [&](const Candidate& other) {
            return std::abs(other.shift - candidate.shift) * pixelKmS < separationKmS;
        };
        if (chosen.size() < count && std::none_of(chosen.begin(), chosen.end(), same))
            chosen.push_back(std::move(candidate));
    }
    return chosen;
}

QString leadingComponent(const Candidate& candidate)
{
    const auto& components = candidate.group->group().components;
    int best = 0;
    for (int i = 1; i < candidate.group->components(); ++i) {
        if (std::abs(candidate.amplitudes.values[i]) > std::abs(candidate.amplitudes.values[best]))
            best = i;
    }
    return components[best].name;
}

void addToCurve(RedshiftCurve& curve, const GainCurve& gain)
{
    std::vector<double> z;
    for (std::size_t i = 0; i < gain.gain.size(); ++i)
        z.push_back(redshiftOfShift(gain.firstShift + static_cast<double>(i), gain.factor));
    if (curve.z.empty()) {
        curve.z = std::move(z);
        curve.gain = gain.gain;
        return;
    }
    for (std::size_t i = 0; i < z.size(); ++i) {
        const auto place = std::lower_bound(curve.z.begin(), curve.z.end(), z[i] - 1e-9);
        const auto index = place - curve.z.begin();
        if (place != curve.z.end() && std::abs(*place - z[i]) < 1e-9) {
            curve.gain[index] = std::max(curve.gain[index], gain.gain[i]);
        } else {
            curve.z.insert(place, z[i]);
            curve.gain.insert(curve.gain.begin() + index, gain.gain[i]);
        }
    }
}
}

struct RedshiftEngine::Searches
{
    std::vector<std::unique_ptr<GroupSamples>> samples;
    std::vector<std::unique_ptr<GroupSearch>> leads;
    std::vector<std::vector<const GroupSamples*>> followers; ///< By lead

    const GroupSamples* find(const QString& name) const
    {
        for (const auto& group : samples) {
            if (group->group().name == name)
                return group.get();
        }
        return nullptr;
    }
};

RedshiftEngine::RedshiftEngine(TemplateSet templates)
    : m_templates(std::move(templates))
    , m_searches(std::make_unique<Searches>())
{
    for (const auto& group : m_templates) {
        if (!group.components.empty() && group.components.size() <= maxComponents)
            m_searches->samples.push_back(std::make_unique<GroupSamples>(group));
    }
    for (const auto& group : m_searches->samples) {
        if (const auto lead = group->group().lead; !lead.isEmpty() && m_searches->find(lead))
            continue;
        m_searches->leads.push_back(std::make_unique<GroupSearch>(*group));
        std::vector<const GroupSamples*> family;
        for (const auto& other : m_searches->samples) {
            if (other->group().lead == group->group().name)
                family.push_back(other.get());
        }
        m_searches->followers.push_back(std::move(family));
    }
}

RedshiftEngine::~RedshiftEngine() = default;

RedshiftAnswer RedshiftEngine::solve(const Spectrum& spectrum, const RedshiftOptions& options) const
{
    RedshiftAnswer answer;
    const auto ready = prepared(spectrum);
    if (!ready)
        return answer;
    answer.snr = ready->snr;
    const ContinuumModes coarse(*ready, ready->level(8), searchCosines);
    const ContinuumModes middle(*ready, ready->level(2), searchCosines);
    const ContinuumModes refined(*ready, ready->level(2), refinedCosines);
    const ContinuumModes fine(*ready, ready->level(1), refinedCosines);

    std::vector<Peak> peaks;
    for (std::size_t lead = 0; lead < m_searches->leads.size(); ++lead) {
        const auto& search = *m_searches->leads[lead];
        const auto spectralClass = search.samples().group().spectralClass;
        const auto curve = search.search(search.factor() == 8 ? coarse : middle);
        if (options.curves)
            addToCurve(curveOf(answer, spectralClass), curve);
        const int count = spectralClass == SpectralClass::Star ? starPeaks : otherPeaks;
        for (const int peak : curve.peaks(count, 16 / curve.factor))
            peaks.push_back(
                {lead, (curve.firstShift + peak) * curve.factor / 2, curve.factor / 4, curve.gain[peak]});
    }
    keepBest(peaks, [&](const Peak& peak) { return m_searches->leads[peak.lead]->factor() == 8; });

    std::vector<Candidate> candidates;
    for (const auto& peak : peaks) {
        // Narrow lines of a broad-lined object need the shift more exactly than the search steps.
        Candidate best;
        for (int shift = peak.shift - peak.reach; shift <= peak.shift + peak.reach; ++shift) {
            auto candidate = fitted(m_searches->leads[peak.lead]->samples(), refined, shift);
            if (!best.group || candidate.score > best.score)
                best = candidate;
        }
        candidates.push_back(best);
        for (const auto* group : m_searches->followers[peak.lead])
            candidates.push_back(fitted(*group, refined, static_cast<int>(std::lround(best.shift / 2))));
    }

    candidates = distinct(std::move(candidates), options.separationKmS,
                          static_cast<std::size_t>(options.solutions) + 3);
    for (auto& candidate : candidates) {
        candidate.fine =
            fineRedshift(*candidate.group, candidate.amplitudes, fine, candidate.shift, candidate.reach);
        const auto again =
            fitGroup(*candidate.group, refined, static_cast<int>(std::lround(candidate.fine.shift / 2)),
                     candidate.amplitudes);
        if (again.gain > candidate.amplitudes.gain) {
            candidate.amplitudes = again;
            candidate.fine =
                fineRedshift(*candidate.group, again, fine, candidate.fine.shift, candidate.reach);
        }
        candidate.shift = candidate.fine.shift;
        candidate.score = scoreOf(candidate.fine.gain, candidate.amplitudes);
    }
    candidates = distinct(std::move(candidates), options.separationKmS,
                          static_cast<std::size_t>(options.solutions) + 1);
    if (candidates.empty())
        return answer;

    const int pixels = ready->knownPixels * 2;
    const double scale = std::max(1.0, candidates.front().fine.chi2 / pixels);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto& candidate = candidates[i];
        const auto& group = candidate.group->group();
        RedshiftSolution solution;
        solution.z = redshiftOfShift(candidate.fine.shift, 1);
        solution.zError = (1 + solution.z) * std::log(10.0) * observedGrid.step * candidate.fine.shiftError
            * std::sqrt(scale);
        solution.spectralClass = group.spectralClass;
        solution.templateName = leadingComponent(candidate);
        solution.group = group.name;
        solution.gain = candidate.score / scale;
        const double rival = i > 0  ? candidates.front().score
            : candidates.size() > 1 ? candidates[1].score
                                    : 0.0;
        solution.deltaChi2 = (candidate.score - rival) / scale;
        solution.chi2PerPixel = candidate.fine.chi2 / pixels;
        solution.parameters = candidate.amplitudes.activeCount;
        solution.amplitudes.assign(candidate.amplitudes.values.begin(),
                                   candidate.amplitudes.values.begin() + candidate.group->components());
        using enum RedshiftWarning;
        solution.warnings.setFlag(SkyFiber,
                                  spectrum.target.fiberType.compare("Sky"_L1, Qt::CaseInsensitive) == 0);
        solution.warnings.setFlag(LittleCoverage, ready->knownPixels < 30 * candidate.group->components());
        solution.warnings.setFlag(SmallDeltaChi2, std::abs(solution.deltaChi2) < 9);
        solution.warnings.setFlag(ManyOutliers, candidate.fine.outliers > pixels / 50);
        solution.warnings.setFlag(AtFitLimit, solution.z <= group.zMin || solution.z >= group.zMax);
        solution.warnings.setFlag(NegativeModel, !group.nonNegative && solution.amplitudes.front() < 0);
        answer.solutions.push_back(std::move(solution));
    }
    auto& best = answer.solutions.front();
    best.probability =
        probabilityOf({best.gain, best.deltaChi2, best.chi2PerPixel, static_cast<double>(pixels) / 4000});
    best.warnings.setFlag(RedshiftWarning::NoRedshift, best.probability < 0.5);
    double left = 1 - best.probability;
    for (std::size_t i = 1; i < answer.solutions.size(); ++i) {
        // What the best does not take is shared by the others as their likelihood falls.
        auto& solution = answer.solutions[i];
        solution.probability = std::min(left * 0.5, best.probability);
        left -= solution.probability;
    }
    if (answer.solutions.size() > static_cast<std::size_t>(options.solutions))
        answer.solutions.resize(static_cast<std::size_t>(options.solutions));
    return answer;
}

std::vector<float> RedshiftEngine::model(const Spectrum& spectrum, const QString& group, double z) const
{
    const auto* samples = m_searches->find(group);
    const auto ready = prepared(spectrum);
    if (!samples || !ready)
        return {};
    const ContinuumModes refined(*ready, ready->level(2), refinedCosines);
    const ContinuumModes fine(*ready, ready->level(1), refinedCosines);
    const auto amplitudes = fitGroup(*samples, refined, static_cast<int>(std::lround(shiftOf(z, 2))));
    const auto onGrid = fittedModel(*samples, amplitudes, fine, shiftOf(z, 1));

    std::vector<float> model(spectrum.coadd.size(), std::numeric_limits<float>::quiet_NaN());
    const double from = observedGrid.wavelengthAt(ready->firstBlock * PreparedSpectrum::blockPixels);
    const double to = observedGrid.wavelengthAt((ready->lastBlock + 1) * PreparedSpectrum::blockPixels);
    for (std::size_t i = 0; i < model.size(); ++i) {
        const double wavelength = spectrum.coadd.wavelengthAngstrom[i];
        const double place = observedGrid.pixelOf(wavelength);
        const int left = static_cast<int>(std::floor(place));
        if (wavelength < from || wavelength > to || left < 0 || left + 1 >= observedGrid.size)
            continue;
        const auto part = static_cast<float>(place - left);
        model[i] = static_cast<float>(ready->scale) * ((1 - part) * onGrid[left] + part * onGrid[left + 1]);
    }
    return model;
}
