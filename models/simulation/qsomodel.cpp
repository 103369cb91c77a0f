#include "models/simulation/qsomodel.h"

#include "models/simulation/galaxymodel.h"
#include "models/simulation/randomstream.h"
#include "models/spectrum/wavelength.h"

#include <algorithm>
#include <array>

namespace {

constexpr double lymanAlpha = 1215.67;

// Lines that move together, relative to the object.
enum class Gas { LymanAlpha, HighIonisation, CarbonThree, LowIonisation, Balmer };

struct BroadLine
{
    double vacuumAngstrom;
    double equivalentWidth; // Å at rest
    double relativeWidth; // of the object's own broad-line width
    Gas gas = Gas::LowIonisation;
};

constexpr BroadLine broadLines[] {
    {1025.72, 9, 1.2, Gas::HighIonisation},
    {1033.0, 7, 1.2, Gas::HighIonisation},
    {1215.67, 75, 1.0, Gas::LymanAlpha},
    {1240.14, 20, 1.2, Gas::HighIonisation},
    {1304.35, 2.5, 1.0},
    {1335.31, 1.2, 1.0},
    {1398.5, 9, 1.3, Gas::HighIonisation},
    {1549.06, 27, 1.05, Gas::HighIonisation},
    {1640.42, 5, 1.8, Gas::HighIonisation},
    {1663.5, 1.5, 1.2, Gas::HighIonisation},
    {1857.40, 1.5, 1.2, Gas::CarbonThree},
    {1892.03, 1.5, 1.0, Gas::CarbonThree},
    {1908.73, 20, 1.3, Gas::CarbonThree},
    {2326.00, 2.2, 1.2},
    {2798.75, 33, 0.95},
    {4102.90, 6, 1.1, Gas::Balmer},
    {4341.69, 13, 1.1, Gas::Balmer},
    {4862.69, 47, 1.1, Gas::Balmer},
    {5877.25, 5, 1.2},
    {6564.61, 195, 1.05, Gas::Balmer},
    {7067.14, 3, 1.0},
    {8448.68, 8, 0.9},
};

struct NarrowLine
{
    double vacuumAngstrom;
    double equivalentWidth;
};

constexpr NarrowLine narrowLines[] {{3346.79, 0.4}, {3426.85, 1.2}, {3728.48, 1.6}, {3869.86, 1.5},
                                    {3968.59, 0.5}, {4364.44, 0.6}, {4960.30, 3.7}, {5008.24, 13.0},
                                    {6302.05, 1.1}, {6549.85, 0.9}, {6585.28, 2.2}, {6718.29, 1.4},
                                    {6732.67, 1.3}};

struct Bump
{
    double centre;
    double sigma;
    double height; // relative to the power law there
};

constexpr Bump ironAndBalmerBumps[] {{1690, 50, 0.06},  {2080, 60, 0.10},  {2380, 95, 0.17}, {2520, 80, 0.15},
                                     {3000, 260, 0.16}, {3450, 150, 0.12}, {4570, 65, 0.13}, {5190, 60, 0.11},
                                     {5320, 60, 0.11},  {4250, 90, 0.04}};

double powerLaw(double angstrom, double blueSlope)
{
    constexpr double breakAngstrom = 5000;
    constexpr double redSlope = 0.35;
    const double x = angstrom / breakAngstrom;
    return x < 1 ? std::pow(x, blueSlope) : std::pow(x, redSlope - 0.8);
}

void addPowerLaw(ModelFlux& flux, double slope, double iron)
{
    flux.addContinuum([slope, iron](double angstrom) {
        double value = 1;
        for (const auto& bump : ironAndBalmerBumps) {
            const double x = (angstrom - bump.centre) / bump.sigma;
            if (std::abs(x) < 4)
                value += iron * bump.height * std::exp(-0.5 * x * x);
        }
        return value * powerLaw(angstrom, slope);
    });
}

// Velocities of broad lines about the object's own in km/s: highly ionised gas comes towards us (means:
// Vanden Berk et al. 2001, table 2; scatter: Shen et al. 2016, ApJ 831, 7).
double drawnVelocity(double meanKmS, double sigmaKmS, RandomStream& random)
{
    return meanKmS + std::clamp(random.normal(0, sigmaKmS), -2 * sigmaKmS, 2 * sigmaKmS);
}

void addLines(ModelFlux& flux, RandomStream& random)
{
    const std::array velocities {drawnVelocity(0, 150, random), drawnVelocity(-500, 400, random),
                                 drawnVelocity(-350, 230, random), drawnVelocity(0, 205, random),
                                 drawnVelocity(0, 300, random)};
    const double width = std::clamp(random.logNormal(1900, 0.3), 1250.0, 4200.0); // σ in km/s
    const double strength = random.logNormal(1, 0.25);
    for (const auto& line : broadLines) {
        const double rest =
            line.vacuumAngstrom * (1 + velocities[static_cast<std::size_t>(line.gas)] / speedOfLightKmS);
        const double pixel = LamostGrid::pixelOf(rest * (1 + flux.z()));
        if (pixel < -300 || pixel > LamostGrid::pixelCount + 300)
            continue;
        // Real broad lines have a narrower core on a wide base.
        const double area = strength * line.equivalentWidth;
        const double sigma = width * line.relativeWidth;
        flux.addLineOfWidth(rest, 0.6 * area, sigma * 1.35);
        flux.addLineOfWidth(rest, 0.32 * area, sigma * 0.6);
    }
    const double narrow = random.logNormal(1, 0.5);
    const double narrowSigma = random.uniform(120, 260);
    for (const auto& line : narrowLines)
        flux.addLineOfWidth(line.vacuumAngstrom, narrow * line.equivalentWidth, narrowSigma);
}

// Neutral hydrogen on the way, denser at higher redshift (dN/dz ∝ (1+z)^2.25), and the Lyman limit.
void absorbForest(ModelFlux& flux, RandomStream& random)
{
    const double zQso = flux.z();
    const double zFirst = 3700 / lymanAlpha - 1;
    if (zQso <= zFirst)
        return;
    double z = zFirst;
    while (true) {
        z += random.exponential(1.0 / (13 * std::pow(1 + z, 2.25)));
        if (z > zQso)
            break;
        const double width = std::min(random.exponential(0.55), 4.0);
        flux.absorb(lymanAlpha * (1 + z) / (1 + zQso), width, random.uniform(20, 60));
        if (random.chance(0.5))
            flux.absorb(1025.72 * (1 + z) / (1 + zQso), width * 0.35, 30);
    }
    flux.multiply([](double angstrom) { return angstrom > 911.8 ? 1.0 : 0.15; });
}

// Intervening metals: a Mg II doublet with Fe II, seen as narrow lines far from any emission line.
void absorbInterveningMetals(ModelFlux& flux, RandomStream& random)
{
    const double highest = std::min(flux.z(), 2.2);
    if (highest < 0.45 || !random.chance(0.35))
        return;
    const double frame = (1 + random.uniform(0.4, highest)) / (1 + flux.z());
    const double strength = random.uniform(0.6, 2.0);
    for (const NarrowLine line :
         {NarrowLine {2796.35, 1.0}, NarrowLine {2803.53, 0.7}, NarrowLine {2382.76, 0.5},
          NarrowLine {2600.17, 0.5}, NarrowLine {2852.96, 0.2}})
        flux.absorb(line.vacuumAngstrom * frame, strength * line.equivalentWidth * frame, 60);
}

void absorbBroadTroughs(ModelFlux& flux, RandomStream& random)
{
    const double velocity = random.uniform(6000, 16000); // of the outflow, km/s
    const double width = random.uniform(1200, 3000);
    const double depth = random.uniform(0.9, 2.2); // optical depth in C IV
    const bool lowIonisation = random.chance(0.2);
    const auto trough = [&](double rest, double opticalDepth) {
        const double centre = rest * (1 - velocity / speedOfLightKmS);
        const double sigmaAngstrom = rest * width / speedOfLightKmS;
        flux.absorb(centre, 2.5066 * sigmaAngstrom * opticalDepth, width);
        flux.absorb(centre * (1 + 0.5 * width / speedOfLightKmS), 0.6 * sigmaAngstrom * opticalDepth,
                    width * 0.4);
    };
    trough(1549.06, depth);
    trough(1398.5, depth * 0.6);
    trough(1240.14, depth * 0.9);
    trough(1033.0, depth * 0.9);
    trough(lymanAlpha, depth * 0.4);
    if (lowIonisation) {
        trough(2798.75, depth * 0.5);
        trough(1857.40, depth * 0.5);
    }
}

}

ModelFlux qsoFlux(double z, BroadAbsorption broadAbsorption, RandomStream& random)
{
    ModelFlux flux(z);
    const double slope = random.normal(-1.5, 0.25);
    addPowerLaw(flux, slope, random.logNormal(1, 0.5));
    addLines(flux, random);
    if (z < 0.4)
        flux.add(earlyGalaxyFlux(z, random), random.uniform(0.05, 0.5));
    absorbForest(flux, random);
    absorbInterveningMetals(flux, random);
    if (broadAbsorption == BroadAbsorption::Present)
        absorbBroadTroughs(flux, random);
    flux.applyAbsorption();
    return flux;
}
