#include "models/simulation/season.h"

#include "models/simulation/randomstream.h"
#include "models/spectrum/wavelength.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
double rounded(double value, double step)
{
    return std::round(value / step) * step;
}

/// S/N in the five bands of a spectrum that has `target` at 6000–6250 Å: red stars are brighter in the red.
std::array<double, 5> bandsFor(double target, bool sky, RandomStream& random)
{
    constexpr std::array<double, 5> typical {0.18, 0.62, 1.0, 1.15, 0.8};
    std::array<double, 5> bands {};
    for (std::size_t band = 0; band < bands.size(); ++band)
        bands[band] = sky ? 0 : rounded(target * typical[band] * random.logNormal(1, 0.1), 0.01);
    return bands;
}

bool wantsAnEye(const FiberPlan& fiber, const PipelineAnswer& answer)
{
    const bool extragalactic = fiber.objectType.startsWith("gal"_L1) || fiber.objectType == "QSO"_L1;
    return fiber.scene.object.kind != ObjectKind::Sky
        && (answer.spectralClass != SpectralClass::Star || extragalactic
            || fiber.scene.object.kind != ObjectKind::Star);
}

SeasonVerdict rightVerdict(const TrueObject& object, const QString& person, RandomStream& random)
{
    SeasonVerdict verdict;
    verdict.person = person;
    verdict.spectralClass = classOf(object.kind);
    verdict.subclass = verdict.spectralClass == SpectralClass::Star ? object.subclass : QString();
    verdict.z = object.z + random.normal(0, 2e-5);
    if (random.chance(0.7))
        verdict.zError = rounded(random.uniform(1e-5, 3e-4), 1e-8);
    return verdict;
}

SeasonVerdict wrongVerdict(const QString& person, RandomStream& random)
{
    SeasonVerdict verdict;
    verdict.person = person;
    verdict.spectralClass = random.chance(0.5) ? SpectralClass::Galaxy : SpectralClass::Unknown;
    if (verdict.spectralClass == SpectralClass::Galaxy)
        verdict.z = random.uniform(0.01, 0.6);
    return verdict;
}

void lookAt(SeasonVersion& version, const FiberPlan& fiber, RandomStream& random)
{
    const auto& object = fiber.scene.object;
    if (!random.chance(wantsAnEye(fiber, version.answer) ? 0.92 : 0.004))
        return;
    const bool faint = fiber.scene.signalToNoise < 4;
    if (random.chance(0.08)) { // corrected, or taken back
        version.verdicts.push_back(wrongVerdict(u"wang"_s, random));
        version.verdicts.back().isWithdrawn = random.chance(0.5);
    }
    if (faint && random.chance(0.3)) {
        version.verdicts.push_back({.person = u"li"_s});
    } else if (random.chance(0.97)) {
        version.verdicts.push_back(rightVerdict(object, u"li"_s, random));
    }
    if (random.chance(0.06))
        version.verdicts.push_back(wrongVerdict(u"zhao"_s, random));
    if (random.chance(version.verdicts.size() > 1 ? 0.5 : 0.05))
        version.recheck = rightVerdict(object, u"chen"_s, random);
}

void runModules(SeasonVersion& version, const FiberPlan& fiber, RandomStream& random)
{
    const auto& object = fiber.scene.object;
    const auto trueClass = classOf(object.kind);
    if (trueClass == SpectralClass::Galaxy || trueClass == SpectralClass::Qso) {
        if (random.chance(0.8))
            version.module = {trueClass, object.z + random.normal(0, 1e-4),
                              rounded(random.uniform(0.6, 1), 1e-4)};
    } else if (object.kind != ObjectKind::Sky && random.chance(0.001)) {
        version.module = {SpectralClass::Galaxy, random.uniform(0.01, 0.3),
                          rounded(random.uniform(0.5, 0.95), 1e-4)};
    }
}

void measureParameters(SeasonVersion& version, const FiberPlan& fiber, double snrG, RandomStream& random)
{
    const auto& object = fiber.scene.object;
    if (version.answer.spectralClass != SpectralClass::Star || object.kind != ObjectKind::Star
        || object.temperatureK > 8500 || object.temperatureK < 3800 || snrG < 5)
        return;
    SeasonParameters parameters;
    parameters.teff = rounded(object.temperatureK * random.normal(1, 0.01), 0.01);
    parameters.logg = rounded(object.giant ? random.normal(2.5, 0.4) : random.normal(4.3, 0.2), 0.001);
    parameters.feh = rounded(random.normal(-0.3, 0.3), 0.001);
    parameters.rvKmS = rounded(object.z * speedOfLightKmS + random.normal(0, 4), 0.01);
    version.parameters = parameters;
    if (random.chance(0.6)) {
        parameters.teff = rounded(parameters.teff * random.normal(1, 0.004), 0.01);
        parameters.feh = rounded(parameters.feh + random.normal(0, 0.03), 0.001);
        version.flattenedParameters = parameters;
    }
}

/// The truth as an improved pipeline tells it.
PipelineAnswer corrected(const FiberPlan& fiber)
{
    auto answer = fiber.answer;
    if (fiber.mistake == PipelineMistake::None || fiber.scene.object.kind == ObjectKind::Sky)
        return answer;
    answer.spectralClass = classOf(fiber.scene.object.kind);
    answer.subclass = fiber.scene.object.subclass;
    answer.z = fiber.scene.object.z;
    answer.zError = 5e-5;
    return answer;
}

SeasonSpectrum drawnSpectrum(const PlatePlan& plan, std::size_t spectrograph, FiberPlan fiber,
                             bool reprocessed)
{
    RandomStream random(plan.seed, {0x53656173U, static_cast<quint64>(fiber.obsid)}); // "Seas"
    SeasonSpectrum spectrum;
    spectrum.spectrograph = spectrograph;
    spectrum.snr = bandsFor(fiber.scene.signalToNoise, fiber.scene.object.kind == ObjectKind::Sky, random);
    spectrum.isWithdrawn = random.chance(0.0005);
    spectrum.versions.push_back({.version = u"v2.9.8"_s, .answer = fiber.answer});
    if (reprocessed && random.chance(0.97)) // a few are lost in the new version
        spectrum.versions.push_back(
            {.version = u"v2.10.0"_s, .answer = random.chance(0.5) ? corrected(fiber) : fiber.answer});
    for (auto& version : spectrum.versions) {
        lookAt(version, fiber, random);
        runModules(version, fiber, random);
        measureParameters(version, fiber, spectrum.snr[1], random);
    }
    spectrum.fiber = std::move(fiber);
    return spectrum;
}

void report(SeasonPlate& plate, bool reprocessed)
{
    RandomStream random(plate.plan.seed, {0x50726f62U}); // "Prob"
    for (const auto& spectrograph : plate.spectrographs)
        for (const auto& range : spectrograph.defects) {
            if (random.chance(0.15)) // nobody saw it
                continue;
            const bool raw = range.defect.kind == DefectKind::StrayLight
                || range.defect.kind == DefectKind::MissingBlueArm
                || range.defect.kind == DefectKind::CityLight || range.defect.kind == DefectKind::Moonlight;
            constexpr double weights[] {0.4, 0.2, 0.3, 0.1};
            const QString states[] {u"open"_s, u"confirmed"_s, u"fixed"_s, u"refuted"_s};
            plate.problems.push_back(
                {.version = reprocessed && random.chance(0.2) ? u"v2.10.0"_s : u"v2.9.8"_s,
                 .spectrographId = spectrograph.id,
                 .firstFiber = range.firstFiber,
                 .lastFiber = range.lastFiber,
                 .raw = raw,
                 .state = states[random.choice(weights)],
                 .kind = range.defect.kind});
        }
}
}

std::vector<PlatePlan> seasonPlates(const NightSettings& settings)
{
    auto plates = plannedPlates(settings);
    for (std::size_t index = 0; index < plates.size(); ++index) {
        auto& plate = plates[index];
        plate.science = index % 8 != 5;
        plate.valid = index % 8 != 3;
        plate.comment = plate.valid ? plate.science ? QString() : u"Test of fibre positioning."_s
                                    : u"Clouds during the second exposure, data not to be used."_s;
        plate.weather.moonPhaseDays = rounded(plate.weather.moonPhaseDays, 0.01);
    }
    return plates;
}

SeasonPlate seasonPlate(const NightSettings& settings, const PlatePlan& plan, int index)
{
    SeasonPlate plate;
    plate.plan = plan;
    plate.isLogged = index % 8 != 6;
    plate.isConfirmed = plate.isLogged && index % 8 != 7;
    const bool reprocessed = index % 4 == 1;
    const auto counts = fibersPerSpectrograph(settings);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        auto spectrograph = plannedSpectrograph(plan, static_cast<int>(i) + 1, counts[i]);
        for (auto& fiber : spectrograph.fibers)
            plate.spectra.push_back(drawnSpectrum(plan, i, std::move(fiber), reprocessed));
        spectrograph.fibers.clear();
        plate.spectrographs.push_back(std::move(spectrograph));
    }
    report(plate, reprocessed);
    return plate;
}
