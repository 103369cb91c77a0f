#include "models/simulation/drawntarget.h"
#include "models/simulation/pipelineguess.h"
#include "models/simulation/randomstream.h"
#include "models/simulation/surveynight.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr double mmPerDegree = 349.07; // focal length 20 m
constexpr int fibersInSpectrograph = 250;

struct FocalPoint
{
    double x; // mm
    double y;
};

// Four spectrographs around the centre, twelve outside them, within the 5° field.
FocalPoint spectrographCentre(int id)
{
    const bool inner = id <= 4;
    const double radius = (inner ? 0.72 : 1.85) * mmPerDegree;
    const double angle = (inner ? 45 + 90 * (id - 1) : 30 * (id - 5)) * degree;
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

// Fibres spread evenly over a disk of 0.42° (sunflower pattern), jittered as targets are.
FocalPoint fiberPosition(int spectrographId, int fiberId, RandomStream& random)
{
    const auto centre = spectrographCentre(spectrographId);
    const double radius = 0.42 * mmPerDegree * std::sqrt((fiberId - 0.5) / fibersInSpectrograph);
    const double angle = fiberId * 137.508 * degree;
    return {centre.x + radius * std::cos(angle) + random.normal(0, 4),
            centre.y + radius * std::sin(angle) + random.normal(0, 4)};
}

void point(FiberPlan& fiber, const PlatePlan& plate, FocalPoint where)
{
    fiber.focalX = where.x;
    fiber.focalY = where.y;
    fiber.decDeg = plate.decDeg + where.y / mmPerDegree;
    fiber.raDeg =
        std::fmod(plate.raDeg + where.x / mmPerDegree / std::cos(fiber.decDeg * degree) + 360, 360.0);
    const auto quadrant = where.y >= 0 ? (where.x >= 0 ? 'E' : 'F') : (where.x < 0 ? 'G' : 'H');
    fiber.cellId = QLatin1Char(quadrant)
        + u"%1%2"_s.arg(static_cast<int>(std::abs(where.y) / 22), 2, 10, '0'_L1)
              .arg(static_cast<int>(std::abs(where.x) / 25), 2, 10, '0'_L1);
}

// Velocity (km/s) taken out of the spectra, in LAMOST's sign: minus the Earth's velocity towards the target.
double heliocentricVelocity(double raDeg, double decDeg, double mjd)
{
    constexpr double obliquity = 23.4393 * degree;
    constexpr double orbitalKmS = 29.79;
    const double ra = raDeg * degree;
    const double dec = decDeg * degree;
    const double sinBeta =
        std::sin(dec) * std::cos(obliquity) - std::cos(dec) * std::sin(obliquity) * std::sin(ra);
    const double lambda =
        std::atan2(std::sin(ra) * std::cos(obliquity) + std::tan(dec) * std::sin(obliquity), std::cos(ra));
    const double sun = (280.460 + 0.9856474 * (mjd - 51544.5)) * degree;
    return -orbitalKmS * std::sqrt(1 - sinBeta * sinBeta) * std::sin(sun - lambda);
}

SpectrographConditions drawnConditions(const PlatePlan& plate, RandomStream& random)
{
    SpectrographConditions conditions;
    const double phase = plate.weather.moonPhaseDays / 29.53;
    const double moon = 0.5 * (1 - std::cos(2 * std::numbers::pi * phase));
    const double exposure = plate.exposureSeconds / 1500.0;
    conditions.background = 9300 * exposure * (1 + 0.8 * moon) * random.uniform(0.85, 1.2);
    conditions.skyBrightness = random.uniform(0.7, 1.4);
    conditions.fluxPerCount = 0.024 * random.logNormal(1, 0.8);
    conditions.armStep = random.normal(0, 0.015);
    conditions.joinDip = random.normal(-0.3, 0.5);
    conditions.telluricResidual = random.normal(0.05, 0.08);
    conditions.residualSeed = random.bits();
    return conditions;
}

std::vector<DefectRange> drawnDefects(ObjectMix mix, int id, int fiberCount, RandomStream& random)
{
    std::vector<DefectRange> ranges;
    const bool teaching = mix == ObjectMix::Teaching;
    const int count = teaching ? (fiberCount >= 100 ? 4 : 0) : (random.chance(0.3) ? 1 : 0);
    const int start = random.integer(0, 9);
    for (int i = 0; i < count; ++i) {
        DefectRange range;
        range.spectrographId = id;
        const int length = teaching ? random.integer(4, 8) : random.integer(3, 60);
        range.firstFiber = teaching
            ? 1 + i * fiberCount / count + random.integer(0, fiberCount / count - length - 1)
            : random.integer(1, fibersInSpectrograph - length);
        range.lastFiber = range.firstFiber + length - 1;
        range.defect.kind = allDefectKinds()[static_cast<std::size_t>((start + 3 * i) % 10)];
        const bool bothWays = range.defect.kind == DefectKind::ArmStep
            || range.defect.kind == DefectKind::WrongStandard
            || range.defect.kind == DefectKind::WavelengthShift;
        range.defect.strength = random.uniform(0.7, 1.2) * (bothWays && random.chance(0.5) ? -1 : 1);
        ranges.push_back(range);
    }
    return ranges;
}

enum class FiberUse { Science, Standard, Sky };

std::vector<FiberUse> drawnUses(RandomStream& random)
{
    std::vector<FiberUse> uses(fibersInSpectrograph, FiberUse::Science);
    // One sky fibre in each of 20 bundles or so, somewhere inside it.
    for (int bundle = 0; bundle < 25; ++bundle) {
        if (random.chance(0.8))
            uses[static_cast<std::size_t>(10 * bundle + random.integer(0, 9))] = FiberUse::Sky;
    }
    for (int i = 0; i < 5; ++i)
        uses[static_cast<std::size_t>(50 * i + random.integer(0, 49))] = FiberUse::Standard;
    return uses;
}

// The science fibres among the first `fiberCount`, in random order.
std::vector<int> shuffledScienceFibers(const std::vector<FiberUse>& uses, int fiberCount,
                                       RandomStream& random)
{
    std::vector<int> candidates;
    for (int id = 1; id <= fiberCount; ++id) {
        if (uses[static_cast<std::size_t>(id - 1)] == FiberUse::Science)
            candidates.push_back(id);
    }
    for (std::size_t i = candidates.size(); i > 1; --i)
        std::swap(candidates[i - 1],
                  candidates[static_cast<std::size_t>(random.integer(0, static_cast<int>(i) - 1))]);
    return candidates;
}

void describeReduction(SpectrographPlan& spectrograph, RandomStream& random)
{
    spectrograph.blueCcdC = random.normal(-119, 3);
    spectrograph.redCcdC = random.normal(-121, 3);
    spectrograph.scatteredLightAdu = random.uniform(1.5, 5);
    spectrograph.skyChi2 = random.uniform(1.7, 2.5);
    for (const auto& range : spectrograph.defects) {
        if (range.defect.kind == DefectKind::StrayLight)
            spectrograph.scatteredLightAdu = random.uniform(11, 22);
        if (range.defect.kind == DefectKind::BadSky || range.defect.kind == DefectKind::Moonlight)
            spectrograph.skyChi2 = random.uniform(3.4, 8);
    }
    spectrograph.skyChi2Min = spectrograph.skyChi2 * random.uniform(0.7, 0.85);
    spectrograph.skyChi2Max =
        spectrograph.skyChi2 * random.uniform(1.2, spectrograph.skyChi2 > 3 ? 3.0 : 1.5);
}

void take(FiberPlan& fiber, DrawnTarget target)
{
    fiber.objectType = target.objectType;
    fiber.gri = target.gri;
    fiber.scene.object = std::move(target.object);
    fiber.scene.signalToNoise = target.signalToNoise;
}

void fill(FiberPlan& fiber, FiberUse use, const PlatePlan& plate, RandomStream& random)
{
    switch (use) {
    case FiberUse::Science:
        fiber.fiberType = u"Obj"_s;
        take(fiber, drawnTarget(plate.mix, plate.brightness, random));
        break;
    case FiberUse::Standard:
        fiber.fiberType = u"F-Std"_s;
        take(fiber, drawnStandard(plate.brightness, random));
        break;
    case FiberUse::Sky:
        fiber.fiberType = u"Sky"_s;
        fiber.objectType = u"Sky"_s;
        fiber.scene.object.kind = ObjectKind::Sky;
        fiber.scene.signalToNoise = 0;
        break;
    }
}

void place(SpectrographPlan& spectrograph, const PlatePlan& plate)
{
    const auto centre = spectrographCentre(spectrograph.id);
    spectrograph.decDeg = plate.decDeg + centre.y / mmPerDegree;
    spectrograph.raDeg =
        std::fmod(plate.raDeg + centre.x / mmPerDegree / std::cos(spectrograph.decDeg * degree) + 360, 360.0);
    spectrograph.conditions.heliocentricKmS =
        heliocentricVelocity(spectrograph.raDeg, spectrograph.decDeg, plate.mjd() + 0.5);
}

// `called`: an object the plate must show in this fibre, or null.
FiberPlan plannedFiber(const PlatePlan& plate, const SpectrographPlan& spectrograph, int fiberId,
                       FiberUse use, const TrueObject* called)
{
    RandomStream random(plate.seed, {static_cast<quint64>(spectrograph.id), static_cast<quint64>(fiberId)});
    FiberPlan fiber;
    fiber.spectrographId = spectrograph.id;
    fiber.fiberId = fiberId;
    fiber.obsid = plate.pid * qint64 {100000} + spectrograph.id * 1000 + fiberId;
    point(fiber, plate, fiberPosition(spectrograph.id, fiberId, random));
    fill(fiber, use, plate, random);
    if (called)
        take(fiber, observedAs(*called, plate.mix, plate.brightness, random));
    for (const auto& range : spectrograph.defects) {
        if (range.covers(fiberId))
            fiber.scene.defects.push_back(range.defect);
    }
    fiber.scene.noiseSeed = random.bits();
    const auto guess = pipelineGuess(fiber.scene.object, fiber.scene.signalToNoise, random);
    fiber.answer = guess.answer;
    fiber.mistake = guess.mistake;
    return fiber;
}

}

SpectrographPlan plannedSpectrograph(const PlatePlan& plate, int spectrographId, int fiberCount)
{
    RandomStream random(plate.seed, {static_cast<quint64>(spectrographId)});
    SpectrographPlan spectrograph;
    spectrograph.id = spectrographId;
    spectrograph.conditions = drawnConditions(plate, random);
    spectrograph.defects = drawnDefects(plate.mix, spectrographId, fiberCount, random);
    describeReduction(spectrograph, random);
    place(spectrograph, plate);
    const auto uses = drawnUses(random);
    spectrograph.skyFibers = static_cast<int>(std::count(uses.begin(), uses.end(), FiberUse::Sky));
    for (int fiberId = 1; fiberId <= fibersInSpectrograph; ++fiberId) {
        if (uses[static_cast<std::size_t>(fiberId - 1)] == FiberUse::Standard)
            spectrograph.standards.push_back(fiberId);
    }
    const auto objects = plate.mix == ObjectMix::Teaching ? rollCall() : std::vector<TrueObject>();
    const auto order = shuffledScienceFibers(uses, fiberCount, random);
    for (int fiberId = 1; fiberId <= fiberCount; ++fiberId) {
        const auto turn =
            static_cast<std::size_t>(std::find(order.begin(), order.end(), fiberId) - order.begin());
        const TrueObject* called = turn < std::min(order.size(), objects.size()) ? &objects[turn] : nullptr;
        spectrograph.fibers.push_back(
            plannedFiber(plate, spectrograph, fiberId, uses[static_cast<std::size_t>(fiberId - 1)], called));
    }
    return spectrograph;
}
