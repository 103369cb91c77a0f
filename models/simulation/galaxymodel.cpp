#include "models/simulation/galaxymodel.h"

#include "models/simulation/randomstream.h"
#include "models/simulation/starmodel.h"

namespace {

// Areas relative to Hα or Hβ; the weaker line of a doublet follows from atomic physics.
struct NebularRatios
{
    double halpha; ///< Area of Hα, Å times the continuum at 5500 Å
    double balmerDecrement; ///< Hα/Hβ
    double nitrogen; ///< [N II] 6585 / Hα
    double sulphur; ///< [S II] 6718 / Hα
    double oxygenThree; ///< [O III] 5008 / Hβ
    double oxygenTwo; ///< [O II] 3727+3729 / Hβ
    double oxygenOne; ///< [O I] 6302 / Hα
    double neonThree; ///< [Ne III] 3870 / Hβ
};

void addNebularLines(ModelFlux& flux, const NebularRatios& ratios, double sigmaKmS)
{
    const double hbeta = ratios.halpha / ratios.balmerDecrement;
    const auto add = [&](double angstrom, double area) { flux.addLine(angstrom, area, sigmaKmS); };
    add(6564.61, ratios.halpha);
    add(4862.69, hbeta);
    add(4341.69, 0.45 * hbeta);
    add(4102.90, 0.24 * hbeta);
    add(3971.19, 0.14 * hbeta);
    add(6585.28, ratios.nitrogen * ratios.halpha);
    add(6549.85, ratios.nitrogen * ratios.halpha / 3.06);
    add(6718.29, ratios.sulphur * ratios.halpha);
    add(6732.67, 0.75 * ratios.sulphur * ratios.halpha);
    add(5008.24, ratios.oxygenThree * hbeta);
    add(4960.30, ratios.oxygenThree * hbeta / 2.98);
    add(3727.09, 0.5 * ratios.oxygenTwo * hbeta);
    add(3729.88, 0.5 * ratios.oxygenTwo * hbeta);
    add(6302.05, ratios.oxygenOne * ratios.halpha);
    add(6365.54, ratios.oxygenOne * ratios.halpha / 3);
    add(3869.86, ratios.neonThree * hbeta);
    add(3968.59, ratios.neonThree * hbeta * 0.31);
    add(5877.25, 0.11 * hbeta);
    add(7137.76, 0.06 * ratios.halpha);
    add(9071.09, 0.12 * ratios.halpha);
}

ModelFlux oldStars(double z, double sigmaKmS, double metalStrength)
{
    ModelFlux flux(z, sigmaKmS);
    flux.add(starFlux({.temperatureK = 4700, .giant = true, .metalStrength = metalStrength}, z, sigmaKmS),
             0.6);
    flux.add(starFlux({.temperatureK = 5700, .giant = false, .metalStrength = metalStrength}, z, sigmaKmS),
             0.4);
    return flux;
}

}

ModelFlux earlyGalaxyFlux(double z, RandomStream& random)
{
    return oldStars(z, random.uniform(150, 300), random.uniform(1.1, 1.5));
}

ModelFlux starFormingGalaxyFlux(double z, RandomStream& random)
{
    const double dispersion = random.uniform(60, 140);
    const double youngShare = random.uniform(0.3, 0.8);
    ModelFlux flux(z, dispersion);
    flux.add(starFlux({.temperatureK = random.uniform(9000, 14000), .giant = false, .metalStrength = 1}, z,
                      dispersion),
             youngShare * 0.8);
    flux.add(oldStars(z, dispersion, random.uniform(0.8, 1.1)), 1 - youngShare * 0.8);
    // Metal-poor galaxies have strong [O III] and weak [N II].
    const double metalPoorness = random.uniform();
    NebularRatios ratios {};
    ratios.halpha = random.logNormal(16 + 50 * youngShare * youngShare, 0.55);
    ratios.balmerDecrement = random.uniform(2.9, 4.2);
    ratios.nitrogen = 0.46 - 0.38 * metalPoorness;
    ratios.sulphur = random.uniform(0.14, 0.24);
    ratios.oxygenThree = 0.35 * std::exp(2.4 * metalPoorness);
    ratios.oxygenTwo = random.uniform(1.8, 3.6);
    ratios.oxygenOne = 0.03;
    ratios.neonThree = 0.08 * ratios.oxygenThree;
    addNebularLines(flux, ratios, 0);
    return flux;
}

ModelFlux postStarburstFlux(double z, RandomStream& random)
{
    const double dispersion = random.uniform(100, 200);
    ModelFlux flux(z, dispersion);
    const double burst = random.uniform(0.55, 0.8);
    flux.add(starFlux({.temperatureK = random.uniform(8000, 9200), .giant = false, .metalStrength = 1}, z,
                      dispersion),
             burst);
    flux.add(oldStars(z, dispersion, 1), 1 - burst);
    return flux;
}

ModelFlux narrowLineAgnFlux(double z, RandomStream& random)
{
    auto flux = earlyGalaxyFlux(z, random);
    NebularRatios ratios {};
    ratios.halpha = random.logNormal(18, 0.4);
    ratios.balmerDecrement = random.uniform(3.1, 4.5);
    ratios.nitrogen = random.uniform(0.7, 1.4);
    ratios.sulphur = random.uniform(0.25, 0.45);
    ratios.oxygenThree = random.uniform(4, 11);
    ratios.oxygenTwo = random.uniform(2, 4);
    ratios.oxygenOne = random.uniform(0.1, 0.25);
    ratios.neonThree = 0.1 * ratios.oxygenThree;
    addNebularLines(flux, ratios, random.uniform(80, 180));
    const double hbeta = ratios.halpha / ratios.balmerDecrement;
    flux.addLine(3426.85, 0.6 * hbeta, 150);
    flux.addLine(4687.01, 0.25 * hbeta, 120);
    return flux;
}
