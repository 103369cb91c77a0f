#include "models/simulation/objectflux.h"

#include "models/simulation/galaxymodel.h"
#include "models/simulation/qsomodel.h"
#include "models/simulation/randomstream.h"
#include "models/simulation/specialstars.h"
#include "models/simulation/starmodel.h"

namespace {

ModelFlux ordinaryStarFlux(const TrueObject& object, RandomStream& random)
{
    Atmosphere atmosphere;
    atmosphere.temperatureK = object.temperatureK * random.normal(1, 0.008);
    atmosphere.giant = object.giant;
    atmosphere.metalStrength = std::max(0.25, random.normal(0.95, 0.2));
    auto flux = starFlux(atmosphere, object.z, object.temperatureK > 7500 ? random.uniform(40, 160) : 0);
    const bool active = object.temperatureK < 3500 && !object.giant && random.chance(0.4);
    if (active) {
        flux.addLineOfWidth(hydrogenLine(2, 3), random.uniform(2, 8), 40);
        flux.addLineOfWidth(hydrogenLine(2, 4), random.uniform(2, 6), 40);
    }
    // Interstellar dust reddens stars of the Galactic disk: A(λ) ∝ 1/λ.
    const double reddening = random.exponential(0.07);
    flux.multiply([reddening](double angstrom) { return std::exp(-reddening * (5500 / angstrom - 1)); });
    return flux;
}

}

ModelFlux objectFlux(const TrueObject& object)
{
    RandomStream random(object.seed, {});
    switch (object.kind) {
    case ObjectKind::Star:
        return ordinaryStarFlux(object, random);
    case ObjectKind::WhiteDwarf:
        return whiteDwarfFlux(object.temperatureK, object.z);
    case ObjectKind::HeliumWhiteDwarf:
        return heliumWhiteDwarfFlux(object.temperatureK, object.z);
    case ObjectKind::CarbonStar:
        return carbonStarFlux(object.temperatureK, object.z);
    case ObjectKind::CataclysmicVariable:
        return cataclysmicVariableFlux(object.z, random);
    case ObjectKind::WhiteDwarfBinary:
        return whiteDwarfBinaryFlux(object.z, random);
    case ObjectKind::EarlyGalaxy:
        return earlyGalaxyFlux(object.z, random);
    case ObjectKind::StarFormingGalaxy:
        return starFormingGalaxyFlux(object.z, random);
    case ObjectKind::PostStarburstGalaxy:
        return postStarburstFlux(object.z, random);
    case ObjectKind::NarrowLineAgn:
        return narrowLineAgnFlux(object.z, random);
    case ObjectKind::Qso:
        return qsoFlux(object.z, BroadAbsorption::None, random);
    case ObjectKind::BalQso:
        return qsoFlux(object.z, BroadAbsorption::Present, random);
    case ObjectKind::Sky:
        break;
    }
    return ModelFlux(0);
}
