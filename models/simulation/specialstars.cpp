#include "models/simulation/specialstars.h"

#include "models/simulation/randomstream.h"
#include "models/simulation/starmodel.h"
#include "models/spectrum/wavelength.h"

namespace {

constexpr double heliumLines[] {3889.75, 4027.33, 4121.98, 4145.0,  4389.16, 4472.73,
                                4714.5,  4923.30, 5017.08, 5877.25, 6679.99, 7067.14};

struct SwanBand
{
    double airAngstrom;
    double opticalDepth;
    double lengthAngstrom;
};

// C2 Swan sequences end sharply on the red side and fade to the blue.
constexpr SwanBand swanBands[] {
    {4382, 0.9, 90}, {4737, 1.3, 120}, {5165, 1.7, 150}, {5636, 1.1, 130}, {6191, 0.35, 90}};
constexpr SwanBand redCyanogen[] {{6206, 0.2, 90}, {6478, 0.2, 90},   {6925, 0.35, 90}, {7088, 0.35, 110},
                                  {7283, 0.2, 90}, {7876, 0.45, 120}, {8067, 0.3, 100}};

void addContinuum(ModelFlux& flux, double temperatureK)
{
    flux.addContinuum([temperatureK](double angstrom) { return relativeBlackBody(angstrom, temperatureK); });
}

}

ModelFlux whiteDwarfFlux(double temperatureK, double z)
{
    ModelFlux flux(z);
    addContinuum(flux, temperatureK);
    const double strength = temperatureK < 20000 ? 1.0 : 0.75;
    constexpr double wings[] {22, 30, 32, 28, 22, 14};
    constexpr double depths[] {0.42, 0.55, 0.60, 0.58, 0.48, 0.25};
    for (int upper = 3; upper <= 8; ++upper)
        flux.absorbWinged(hydrogenLine(2, upper), strength * depths[upper - 3], wings[upper - 3]);
    flux.applyAbsorption();
    return flux;
}

ModelFlux heliumWhiteDwarfFlux(double temperatureK, double z)
{
    ModelFlux flux(z);
    addContinuum(flux, temperatureK);
    for (const double line : heliumLines) {
        const bool strong = line == 4472.73 || line == 5877.25 || line == 4027.33 || line == 3889.75;
        flux.absorbWinged(line, strong ? 0.38 : 0.2, strong ? 24 : 14);
    }
    flux.applyAbsorption();
    return flux;
}

ModelFlux carbonStarFlux(double temperatureK, double z)
{
    ModelFlux flux(z);
    flux.addContinuum([temperatureK](double angstrom) {
        return relativeBlackBody(angstrom, temperatureK) / (1 + std::exp((4350 - angstrom) / 130));
    });
    for (const auto& band : swanBands)
        flux.absorbBand(vacuumFromAir(band.airAngstrom), band.opticalDepth, band.lengthAngstrom,
                        BandFades::Blueward);
    for (const auto& band : redCyanogen)
        flux.absorbBand(vacuumFromAir(band.airAngstrom), band.opticalDepth, band.lengthAngstrom,
                        BandFades::Redward);
    flux.absorbBand(vacuumFromAir(4216), 1.0, 90, BandFades::Blueward);
    flux.absorb(5891.58, 3.5, 120);
    flux.absorb(5897.55, 3.0, 120);
    flux.absorb(hydrogenLine(2, 3), 0.8, 40);
    for (const double line : {8500.35, 8544.44, 8664.52})
        flux.absorb(line, 1.5, 70);
    flux.applyAbsorption();
    return flux;
}

ModelFlux cataclysmicVariableFlux(double z, RandomStream& random)
{
    ModelFlux flux(z);
    addContinuum(flux, random.uniform(8000, 15000));
    const double sigma = random.uniform(380, 800);
    const double strength = random.logNormal(1, 0.4);
    constexpr double hydrogenWidths[] {85, 50, 32, 22, 14, 9, 6};
    for (int upper = 3; upper <= 9; ++upper)
        flux.addLineOfWidth(hydrogenLine(2, upper), strength * hydrogenWidths[upper - 3], sigma);
    for (int upper = 10; upper <= 13; ++upper)
        flux.addLineOfWidth(hydrogenLine(3, upper), strength * 7, sigma);
    for (const double line : {4027.33, 4472.73, 4923.30, 5017.08, 5877.25, 6679.99, 7067.14})
        flux.addLineOfWidth(line, strength * (line == 5877.25 ? 16 : 8), sigma);
    flux.addLineOfWidth(4687.01, strength * random.uniform(4, 20), sigma);
    flux.addLineOfWidth(4641.90, strength * 4, sigma * 1.4);
    return flux;
}

ModelFlux whiteDwarfBinaryFlux(double z, RandomStream& random)
{
    auto flux = whiteDwarfFlux(random.uniform(12000, 24000), z);
    Atmosphere companion;
    companion.temperatureK = random.uniform(3050, 3550);
    flux.add(starFlux(companion, z), random.uniform(0.35, 0.8));
    if (random.chance(0.6)) {
        flux.addLineOfWidth(hydrogenLine(2, 3), random.uniform(4, 14), 60);
        flux.addLineOfWidth(hydrogenLine(2, 4), random.uniform(2, 6), 60);
    }
    return flux;
}
