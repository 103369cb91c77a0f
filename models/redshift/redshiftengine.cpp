#include "models/redshift/redshiftengine.h"

#include "models/redshift/candidate.h"
#include "models/redshift/forestveto.h"
#include "models/redshift/groupsearch.h"
#include "models/redshift/lineshift.h"
#include "models/redshift/probability.h"
#include "models/spectrum/wavelength.h"

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int searchCosines = 8;
constexpr int refinedCosines = 40;
/// Peaks of each group's χ²(z) that are fitted, and of all stars and all groups with broad lines together.
constexpr int starPeaks = 2;
constexpr int otherPeaks = 6;
constexpr int mostStarPeaks = 12;
constexpr int mostBroadPeaks = 12;
/// Peaks of a lead that are looked at more closely, and with its followers.
constexpr std::size_t mostFollowed = 3;

RedshiftCurve& curveOf(RedshiftAnswer& answer, SpectralClass spectralClass)
{
    for (auto& curve : answer.curves) {
        if (curve.spectralClass == spectralClass)
            return curve;
    }
    answer.curves.push_back({spectralClass, {}, {}});
    return answer.curves.back();
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

/// σ of a fibre's wavelength calibration, km/s (LAMOST: Bai et al. 2017).
constexpr double zeroPointKmS = 4.5;

/// What σ(z) has beside the noise, in km/s: the zero point, a template that is not quite the object, and the
/// broad lines of QSOs, which move by 200 to 400 km/s against the narrow ones and the host (Shen et al. 2016,
/// ApJ 831, 7). With it the normalised residuals of simulated nights (seeds 51–54) are 0.9–1.2 wide in each
/// class.
double systematicKmS(SpectralClass spectralClass, double noiseKmS, double z)
{
    constexpr double lastNarrowLineZ = 1.2; // [O II] among the sky's lines from here on
    switch (spectralClass) {
    case SpectralClass::Star:
        return std::hypot(zeroPointKmS, 4.0, std::min(noiseKmS, 20.0));
    case SpectralClass::Galaxy:
        return std::hypot(zeroPointKmS, std::min(1.2 * noiseKmS, 60.0));
    default:
        return z < lastNarrowLineZ ? 45 : 260;
    }
}

/// Part of the best one's gain from which a solution's lines are measured one by one.
constexpr double worthMeasuring = 0.3;

void measureLines(Candidate& candidate, const PreparedSpectrum& ready, const ContinuumModes& fine)
{
    if (candidate.group->group().spectralClass != SpectralClass::Galaxy)
        return;
    if (const auto lines =
            shiftOfLines(*candidate.group, candidate.amplitudes, ready, fine, candidate.fine.shift)) {
        candidate.fine.shift = lines->shift;
        candidate.fine.shiftError = lines->error;
        candidate.fine.isFromLines = true;
    }
}

RedshiftSolution solutionOf(const Candidate& candidate, double rival, double scale,
                            const PreparedSpectrum& ready)
{
    const auto& group = candidate.group->group();
    const int pixels = ready.knownPixels * 2;
    RedshiftSolution solution;
    solution.z = redshiftOfShift(candidate.fine.shift, 1);
    const double noiseKmS =
        speedOfLightKmS * std::log(10.0) * observedGrid.step * candidate.fine.shiftError * std::sqrt(scale);
    const double systematic =
        candidate.fine.isFromLines ? zeroPointKmS : systematicKmS(group.spectralClass, noiseKmS, solution.z);
    solution.zError = (1 + solution.z) / speedOfLightKmS * std::hypot(noiseKmS, systematic);
    solution.spectralClass = group.spectralClass;
    solution.templateName = candidate.leadingComponent();
    solution.group = group.name;
    solution.gain = candidate.score / scale;
    solution.deltaChi2 = (candidate.score - rival) / scale;
    solution.chi2PerPixel = candidate.fine.chi2 / pixels;
    solution.parameters = candidate.amplitudes.activeCount;
    solution.amplitudes.assign(candidate.amplitudes.values.begin(),
                               candidate.amplitudes.values.begin() + candidate.group->components());
    using enum RedshiftWarning;
    solution.warnings.setFlag(LittleCoverage, ready.knownPixels < 30 * candidate.group->components());
    solution.warnings.setFlag(SmallDeltaChi2, std::abs(solution.deltaChi2) < 9);
    solution.warnings.setFlag(ManyOutliers, candidate.fine.outliers > pixels / 50);
    solution.warnings.setFlag(AtFitLimit, solution.z <= group.zMin || solution.z >= group.zMax);
    if (!group.nonNegative) {
        for (std::size_t i = 0; i < group.components.size(); ++i) {
            if (solution.amplitudes[i] >= 0)
                continue;
            if (group.components[i].isEmission)
                solution.warnings.setFlag(NegativeEmission);
            else if (i == 0)
                solution.warnings.setFlag(NegativeModel);
        }
    }
    return solution;
}

RedshiftEvidence evidenceOf(const RedshiftAnswer& answer, const PreparedSpectrum& ready, double smoothChi2)
{
    const auto& best = answer.solutions.front();
    const double pixels = ready.knownPixels * 2.0;
    RedshiftEvidence evidence;
    evidence.gain = best.gain;
    evidence.deltaChi2 = best.deltaChi2;
    evidence.chi2PerPixel = best.chi2PerPixel;
    evidence.explained = smoothChi2 > 0 ? 1 - best.chi2PerPixel * pixels / smoothChi2 : 0;
    evidence.snr = ready.snr;
    evidence.coverage = pixels / observedGrid.size;
    evidence.spectralClass = best.spectralClass;
    evidence.parameters = best.parameters;
    return evidence;
}

/// The best solution has the probability of its evidence; the others share what it leaves, as each may be
/// the right one only where all better ones are not.
void shareProbability(RedshiftAnswer& answer)
{
    auto& best = answer.solutions.front();
    best.probability = probabilityOf(answer.evidence);
    best.warnings.setFlag(RedshiftWarning::NoRedshift, best.probability < 0.5);
    double left = 1 - best.probability;
    for (std::size_t i = 1; i < answer.solutions.size(); ++i) {
        auto& solution = answer.solutions[i];
        solution.probability = std::min(left * 0.5, best.probability);
        left -= solution.probability;
    }
}
}

/// A maximum of a group's χ²(z), before refinement.
struct RedshiftEngine::Peak
{
    std::size_t lead = 0; ///< Index of the group's search
    int shift = 0; ///< Pixels of the refined modes' level
    int reach = 0; ///< How far the search may have missed, same unit
    float gain = 0;
};

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
    for (auto& group : m_templates) {
        group = normalised(std::move(group));
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

struct RedshiftEngine::Modes
{
    explicit Modes(const PreparedSpectrum& spectrum)
        : coarse(spectrum, spectrum.level(8), searchCosines)
        , middle(spectrum, spectrum.level(2), searchCosines)
        , refined(spectrum, spectrum.level(2), refinedCosines)
        , fine(spectrum, spectrum.level(1), refinedCosines)
    {
    }

    ContinuumModes coarse, middle; ///< For the search of groups with broad and narrow features
    ContinuumModes refined, fine; ///< For single redshifts, at factors 2 and 1
};

std::vector<RedshiftEngine::Peak> RedshiftEngine::searched(const Modes& modes, RedshiftAnswer* curves) const
{
    std::vector<Peak> peaks;
    for (std::size_t lead = 0; lead < m_searches->leads.size(); ++lead) {
        const auto& search = *m_searches->leads[lead];
        const auto spectralClass = search.samples().group().spectralClass;
        const auto curve = search.search(search.factor() == 8 ? modes.coarse : modes.middle);
        if (curves)
            addToCurve(curveOf(*curves, spectralClass), curve);
        const int count = spectralClass == SpectralClass::Star ? starPeaks : otherPeaks;
        for (const int peak : curve.peaks(count, 16 / curve.factor))
            peaks.push_back(
                {lead, (curve.firstShift + peak) * curve.factor / 2, curve.factor / 4, curve.gain[peak]});
    }
    return peaks;
}

std::vector<Candidate> RedshiftEngine::candidatesAt(std::vector<Peak> peaks, const Modes& modes) const
{
    std::sort(peaks.begin(), peaks.end(),
              [](const Peak& left, const Peak& right) { return left.gain > right.gain; });
    std::vector<Candidate> candidates;
    std::map<std::size_t, std::vector<Candidate>> broad; // by lead
    int stars = 0;
    int broads = 0;
    for (const auto& peak : peaks) {
        const auto& lead = m_searches->leads[peak.lead]->samples();
        const bool isStar = lead.group().spectralClass == SpectralClass::Star;
        if ((isStar && ++stars > mostStarPeaks) || (peak.reach > 0 && ++broads > mostBroadPeaks))
            continue;
        auto candidate = candidateAt(lead, modes.refined, peak.shift);
        (peak.reach > 0 ? broad[peak.lead] : candidates).push_back(std::move(candidate));
    }
    for (auto& [lead, own] : broad) {
        std::sort(own.begin(), own.end(),
                  [](const Candidate& left, const Candidate& right) { return left.score > right.score; });
        for (std::size_t i = 0; i < std::min(own.size(), mostFollowed); ++i) {
            if (own[i].group->hasNarrowFeatures())
                nudge(own[i], modes.refined);
            const int shift = static_cast<int>(std::lround(own[i].shift / 2));
            for (const auto* group : m_searches->followers[lead])
                candidates.push_back(candidateAt(*group, modes.refined, shift));
        }
        std::move(own.begin(), own.end(), std::back_inserter(candidates));
    }
    return candidates;
}

RedshiftAnswer RedshiftEngine::solve(const Spectrum& spectrum, const RedshiftOptions& options) const
{
    RedshiftAnswer answer;
    const auto ready = prepared(spectrum);
    if (!ready)
        return answer;
    answer.snr = ready->snr;
    const Modes modes(*ready);
    const auto count = static_cast<std::size_t>(options.solutions);
    auto candidates = candidatesAt(searched(modes, options.curves ? &answer : nullptr), modes);
    std::erase_if(candidates, [&](const Candidate& candidate) {
        return candidate.group->group().spectralClass == SpectralClass::Qso
            && isRefutedByForest(*ready, redshiftOfShift(candidate.shift, 1));
    });
    candidates = distinctCandidates(std::move(candidates), options.separationKmS, count + 1);
    for (auto& candidate : candidates)
        refine(candidate, modes.refined, modes.fine);
    candidates = distinctCandidates(std::move(candidates), options.separationKmS, count + 1);
    if (candidates.empty())
        return answer;
    for (auto& candidate : candidates) {
        if (candidate.score > worthMeasuring * candidates.front().score)
            measureLines(candidate, *ready, modes.fine);
    }

    const int pixels = ready->knownPixels * 2;
    const double scale = std::max(1.0, candidates.front().fine.chi2 / pixels);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const double rival = i > 0  ? candidates.front().score
            : candidates.size() > 1 ? candidates[1].score
                                    : 0.0;
        answer.solutions.push_back(solutionOf(candidates[i], rival, scale, *ready));
        answer.solutions.back().warnings.setFlag(
            RedshiftWarning::SkyFiber, spectrum.target.fiberType.compare("Sky"_L1, Qt::CaseInsensitive) == 0);
    }
    answer.evidence = evidenceOf(answer, *ready, modes.fine.chi2());
    answer.evidence.skyFiber = answer.solutions.front().warnings.testFlag(RedshiftWarning::SkyFiber);
    shareProbability(answer);
    if (answer.solutions.size() > count)
        answer.solutions.resize(count);
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
        const double place = observedGrid.pixelOf(wavelength) - ready->level(1).first;
        const int left = static_cast<int>(std::floor(place));
        if (wavelength < from || wavelength > to || left < 0 || left + 1 >= static_cast<int>(onGrid.size()))
            continue;
        const auto part = static_cast<float>(place - left);
        model[i] = static_cast<float>(ready->scale) * ((1 - part) * onGrid[left] + part * onGrid[left + 1]);
    }
    return model;
}
