#include "models/simulation/drawntarget.h"

#include "models/simulation/randomstream.h"
#include "models/simulation/starmodel.h"
#include "models/spectrum/wavelength.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

struct StarType
{
    const char* subclass;
    double temperatureK;
    double surveyWeight; // share of the survey's stars, %
    double teachingWeight;
    bool giant = false;
};

constexpr StarType starTypes[] {
    {"O", 38000, 0.03, 1.5},     {"B6", 14500, 0.4, 1.5},     {"B9", 11000, 0.5, 1.5},
    {"A1V", 9400, 1.5, 3},       {"A2V", 9000, 1.2, 2},       {"A5V", 8300, 1.5, 2},
    {"A7V", 7800, 1.8, 2},       {"F0", 7250, 5, 3},          {"F2", 6950, 6, 2},
    {"F5", 6550, 9, 3},          {"F9", 6080, 11, 3},         {"G0", 5950, 6, 2},
    {"G2", 5800, 8, 3},          {"G5", 5620, 10, 3},         {"G8", 5400, 9, 3},
    {"K0", 5200, 6, 2},          {"K1", 5050, 6, 2},          {"K3", 4750, 6, 3},
    {"K5", 4400, 5, 3},          {"K7", 4050, 2.5, 2},        {"dM0", 3850, 1.2, 1.5},
    {"dM1", 3700, 1.1, 1.5},     {"dM2", 3550, 0.9, 1.5},     {"dM3", 3400, 0.7, 1.5},
    {"dM4", 3250, 0.35, 1.5},    {"dM5", 3100, 0.1, 1},       {"gM0", 3850, 0.5, 1, true},
    {"gM2", 3650, 0.3, 1, true}, {"gM4", 3450, 0.15, 1, true}};

struct KindWeight
{
    ObjectKind kind;
    double survey; // %
    double teaching;
};

constexpr KindWeight kindWeights[] {{ObjectKind::Star, 95.5, 44},
                                    {ObjectKind::WhiteDwarf, 0.18, 2},
                                    {ObjectKind::HeliumWhiteDwarf, 0.02, 1},
                                    {ObjectKind::CarbonStar, 0.05, 1.5},
                                    {ObjectKind::CataclysmicVariable, 0.02, 2},
                                    {ObjectKind::WhiteDwarfBinary, 0.1, 2},
                                    {ObjectKind::EarlyGalaxy, 1.55, 12},
                                    {ObjectKind::StarFormingGalaxy, 1.25, 14},
                                    {ObjectKind::PostStarburstGalaxy, 0.05, 2},
                                    {ObjectKind::NarrowLineAgn, 0.2, 3},
                                    {ObjectKind::Qso, 0.95, 15},
                                    {ObjectKind::BalQso, 0.08, 1.5}};

template<typename Rows, typename Weight>
std::size_t drawn(const Rows& rows, Weight weight, RandomStream& random)
{
    std::vector<double> weights;
    for (const auto& row : rows)
        weights.push_back(weight(row));
    return random.choice(weights);
}

double drawnVelocity(RandomStream& random)
{
    if (random.chance(0.002)) // hypervelocity
        return (random.chance(0.5) ? 1 : -1) * random.uniform(450, 900);
    return random.normal(-8, random.chance(0.06) ? 150 : 48); // a few of the halo
}

double drawnRedshift(ObjectKind kind, ObjectMix mix, RandomStream& random)
{
    switch (kind) {
    case ObjectKind::EarlyGalaxy:
        return std::clamp(random.logNormal(0.12, 0.5), 0.01, 0.5);
    case ObjectKind::StarFormingGalaxy:
    case ObjectKind::NarrowLineAgn:
        return std::clamp(random.logNormal(0.075, 0.6), 0.004, 0.34);
    case ObjectKind::PostStarburstGalaxy:
        return random.uniform(0.03, 0.22);
    case ObjectKind::Qso:
        return mix == ObjectMix::Teaching ? random.uniform(0.06, 4.0)
                                          : std::clamp(random.logNormal(1.3, 0.5), 0.06, 4.2);
    case ObjectKind::BalQso:
        return random.uniform(1.7, 3.4);
    default:
        return drawnVelocity(random) / speedOfLightKmS;
    }
}

void becomeStar(TrueObject& object, const StarType& type)
{
    object.subclass = QString::fromLatin1(type.subclass);
    object.temperatureK = type.temperatureK;
    object.giant = type.giant;
}

void nameSubclass(TrueObject& object, RandomStream& random)
{
    switch (object.kind) {
    case ObjectKind::WhiteDwarf:
        object.subclass = u"WD"_s;
        object.temperatureK = random.uniform(10000, 26000);
        break;
    case ObjectKind::HeliumWhiteDwarf:
        object.subclass = u"DB"_s;
        object.temperatureK = random.uniform(14000, 22000);
        break;
    case ObjectKind::CarbonStar:
        object.subclass = u"Carbon"_s;
        object.temperatureK = random.uniform(3600, 4400);
        break;
    case ObjectKind::CataclysmicVariable:
        object.subclass = u"CV"_s;
        break;
    case ObjectKind::WhiteDwarfBinary:
        object.subclass = u"DoubleStar"_s;
        break;
    case ObjectKind::Star:
        break;
    default:
        object.subclass = u"Non"_s;
    }
}

// S/N a typical star of the plate reaches, and its r magnitude there.
struct PlateDepth
{
    double signalToNoise;
    double magnitude;
};

PlateDepth plateDepth(char brightness)
{
    switch (brightness) {
    case 'V':
        return {95, 12.6};
    case 'B':
        return {52, 15.6};
    case 'M':
        return {28, 17.2};
    default:
        return {14, 18.2};
    }
}

double drawnSignalToNoise(SpectralClass spectralClass, ObjectMix mix, char brightness, RandomStream& random)
{
    const double typical = plateDepth(brightness).signalToNoise;
    const bool star = spectralClass == SpectralClass::Star;
    double ratio = 0;
    if (mix == ObjectMix::Teaching)
        ratio = star ? random.logNormal(1.4 * typical, 0.6) : random.logNormal(0.75 * typical, 0.5);
    else
        ratio = star ? random.logNormal(typical, 0.75) : random.logNormal(std::min(11.0, typical), 0.65);
    if (random.chance(0.02)) // fibre not on the object
        ratio *= random.uniform(0.03, 0.2);
    return std::clamp(ratio, 0.8, 420.0);
}

QString drawnObjectType(SpectralClass spectralClass, RandomStream& random)
{
    switch (spectralClass) {
    case SpectralClass::Galaxy:
        return random.chance(0.72) ? u"gal"_s : u"Star"_s;
    case SpectralClass::Qso:
        return random.chance(0.85) ? u"QSO"_s : u"Star"_s;
    default: // candidates that turn out to be stars
        return random.chance(0.975) ? u"Star"_s : random.chance(0.6) ? u"QSO"_s : u"gal"_s;
    }
}

std::array<double, 3> drawnMagnitudes(const TrueObject& object, double signalToNoise, char brightness,
                                      RandomStream& random)
{
    const auto depth = plateDepth(brightness);
    const double r =
        depth.magnitude - 2.1 * std::log10(signalToNoise / depth.signalToNoise) + random.normal(0, 0.25);
    double color = 0.2; // g − r
    if (classOf(object.kind) == SpectralClass::Star)
        color = -0.25
            + 2.5
                * std::log10(relativeBlackBody(6231, object.temperatureK)
                             / relativeBlackBody(4770, object.temperatureK))
                * 1.25
            + 0.42;
    else if (classOf(object.kind) == SpectralClass::Galaxy)
        color = object.kind == ObjectKind::StarFormingGalaxy ? 0.5 : 0.95;
    return {r + color, r, r - 0.45 * color};
}

}

DrawnTarget observedAs(TrueObject object, ObjectMix mix, char brightness, RandomStream& random)
{
    DrawnTarget target;
    const auto spectralClass = classOf(object.kind);
    object.seed = random.bits();
    target.signalToNoise = drawnSignalToNoise(spectralClass, mix, brightness, random);
    target.objectType = drawnObjectType(spectralClass, random);
    target.gri = drawnMagnitudes(object, target.signalToNoise, brightness, random);
    target.object = std::move(object);
    return target;
}

DrawnTarget drawnTarget(ObjectMix mix, char brightness, RandomStream& random)
{
    const bool teaching = mix == ObjectMix::Teaching;
    TrueObject object;
    object.kind =
        kindWeights[drawn(
                        kindWeights,
                        [=](const KindWeight& row) { return teaching ? row.teaching : row.survey; }, random)]
            .kind;
    if (object.kind == ObjectKind::Star)
        becomeStar(object,
                   starTypes[drawn(
                       starTypes,
                       [=](const StarType& row) { return teaching ? row.teachingWeight : row.surveyWeight; },
                       random)]);
    nameSubclass(object, random);
    object.z = drawnRedshift(object.kind, mix, random);
    return observedAs(std::move(object), mix, brightness, random);
}

DrawnTarget drawnStandard(char brightness, RandomStream& random)
{
    TrueObject object;
    becomeStar(object, {"F5", random.uniform(6300, 6800), 1, 1});
    object.z = drawnVelocity(random) / speedOfLightKmS;
    auto target = observedAs(std::move(object), ObjectMix::Survey, brightness, random);
    target.signalToNoise = std::max(target.signalToNoise, 1.5 * plateDepth(brightness).signalToNoise);
    target.objectType = u"FS"_s;
    return target;
}

std::vector<TrueObject> rollCall()
{
    RandomStream random(0x526f6c6cU, {}); // "Roll": only redshifts and temperatures, the same on every plate
    std::vector<TrueObject> objects;
    for (const auto* subclass : {"O", "B6", "A1V", "F5", "G2", "K3", "K7", "dM1", "dM4", "gM2"}) {
        TrueObject object;
        const auto* type = std::find_if(std::begin(starTypes), std::end(starTypes), [&](const StarType& row) {
            return qstrcmp(row.subclass, subclass) == 0;
        });
        becomeStar(object, *type);
        object.z = drawnVelocity(random) / speedOfLightKmS;
        objects.push_back(object);
    }
    for (const auto& row : kindWeights) {
        if (row.kind == ObjectKind::Star || row.kind == ObjectKind::Qso)
            continue;
        TrueObject object;
        object.kind = row.kind;
        nameSubclass(object, random);
        object.z = drawnRedshift(row.kind, ObjectMix::Teaching, random);
        objects.push_back(object);
    }
    for (const double z : {0.12, 0.31, 0.75, 1.3, 1.9, 2.4, 3.1, 4.0}) {
        TrueObject object;
        object.kind = ObjectKind::Qso;
        object.subclass = u"Non"_s;
        object.z = z;
        objects.push_back(object);
    }
    return objects;
}
