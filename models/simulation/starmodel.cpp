#include "models/simulation/starmodel.h"

#include "models/simulation/curve.h"
#include "models/simulation/solarlines.h"
#include "models/simulation/stellarfeatures.h"
#include "models/spectrum/wavelength.h"

#include <algorithm>

namespace {

constexpr double hcOverK = 1.438777e8; // second radiation constant, Å K

constexpr CurvePoint balmerDepth[] {{3500, 0},     {4200, 0.05},  {4800, 0.13}, {5300, 0.22},  {5800, 0.32},
                                    {6500, 0.43},  {7500, 0.54},  {9000, 0.64}, {10500, 0.62}, {13000, 0.50},
                                    {20000, 0.34}, {30000, 0.22}, {45000, 0.14}};
constexpr CurvePoint balmerWing[] {{4500, 1.5}, {6000, 2.6},  {7000, 5},    {8000, 9},
                                   {9500, 12},  {12000, 8.5}, {20000, 5.5}, {45000, 3.5}};
constexpr CurvePoint paschenDepth[] {{6500, 0}, {8000, 0.16}, {10000, 0.2}, {14000, 0.13}, {25000, 0.05}};
constexpr CurvePoint balmerJump[] {{6000, 0.05}, {7500, 0.4}, {9500, 1.0}, {15000, 0.5}, {30000, 0.15}};
constexpr CurvePoint blanketing[] {{3000, 1.15}, {4400, 1.15}, {5000, 0.75}, {5800, 0.30},
                                   {6500, 0.15}, {7500, 0.05}, {8500, 0}};
// Of metal lines relative to the Sun's.
constexpr CurvePoint forestStrength[] {{3300, 1.8}, {4200, 2.0},  {5000, 1.5}, {5800, 1.0},
                                       {6500, 0.6}, {7500, 0.24}, {9000, 0.1}, {11000, 0}};
// Colour temperature over effective temperature: opacity of H- and the Paschen continuum shape F stars.
constexpr CurvePoint colorExcess[] {{5100, 1.0}, {5900, 1.12}, {7250, 1.15}, {9000, 1.05}, {12000, 1.0}};
constexpr CurvePoint titaniumOxide[] {{2800, 2.1},  {3000, 1.75}, {3300, 1.2},  {3600, 0.68},
                                      {3800, 0.40}, {4000, 0.18}, {4250, 0.05}, {4500, 0}};

// Dimming by lines too many to be seen singly: grows to the blue, with the 4000 Å break.
double blanketShape(double angstrom)
{
    return 1 / (1 + std::exp((angstrom - 4320) / 200)) + 0.6 / (1 + std::exp((angstrom - 3985) / 18));
}

void absorbHydrogen(ModelFlux& flux, const Atmosphere& star)
{
    const double t = star.temperatureK;
    const double depth = curveValue(balmerDepth, t);
    const double wing = curveValue(balmerWing, t) * (star.giant ? 0.5 : 1);
    const int highest = t > 7000 ? 15 : 10;
    for (int upper = 3; upper <= highest; ++upper) {
        const double crowding = upper < 8 ? 1.0 : std::pow(0.86, upper - 7);
        const double alpha = upper == 3 ? 0.85 : 1.0;
        flux.absorbWinged(hydrogenLine(2, upper), depth * crowding * alpha, wing * crowding * alpha);
    }
    const double paschen = curveValue(paschenDepth, t);
    for (int upper = 10; paschen > 0.005 && upper <= 18; ++upper)
        flux.absorbWinged(hydrogenLine(3, upper), paschen * std::pow(0.9, upper - 10), wing * 0.9);
}

void absorbMetals(ModelFlux& flux, const Atmosphere& star)
{
    for (const auto& feature : stellarFeatures()) {
        const double width = feature.equivalentWidth * curveValue(feature.strength, star.temperatureK)
            * (feature.isMetal ? star.metalStrength : 1) * (star.giant ? feature.giantFactor : 1);
        if (width > 0.01)
            flux.absorb(feature.vacuumAngstrom, width, feature.widthKmS);
    }
    const double forest = curveValue(forestStrength, star.temperatureK) * star.metalStrength;
    if (forest <= 0)
        return;
    for (const auto& line : solarLines())
        flux.absorb(vacuumFromAir(line.airAngstrom), line.equivalentWidth * forest);
}

void absorbMolecules(ModelFlux& flux, const Atmosphere& star)
{
    const double t = star.temperatureK;
    const double titanium = curveValue(titaniumOxide, t) * (star.giant ? 1.15 : 1);
    for (const auto& band : molecularBands()) {
        double depth = 0;
        if (band.molecule == Molecule::TiO)
            depth = titanium;
        else if (band.molecule == Molecule::CaH && !star.giant)
            depth = titanium * 0.9;
        else if (band.molecule == Molecule::MgH && !star.giant)
            depth = std::clamp((5300 - t) / 1000, 0.0, 1.0) * std::clamp((t - 2600) / 1000, 0.0, 1.0);
        else if (band.molecule == Molecule::VO)
            depth = std::clamp((3150 - t) / 500, 0.0, 1.0);
        else if (band.molecule == Molecule::CN && star.giant)
            depth = std::clamp((5400 - t) / 1200, 0.0, 1.0);
        if (depth > 0.005)
            flux.absorbBand(band.vacuumAngstrom, depth * band.opticalDepth, band.lengthAngstrom, band.fades);
    }
}

}

double relativeBlackBody(double angstrom, double temperatureK)
{
    constexpr double reference = 5500;
    const double ratio = reference / angstrom;
    return ratio * ratio * ratio * ratio * ratio * (std::exp(hcOverK / (reference * temperatureK)) - 1)
        / (std::exp(hcOverK / (angstrom * temperatureK)) - 1);
}

double hydrogenLine(int lower, int upper)
{
    constexpr double rydbergPerCm = 109677.583;
    return 1e8 / (rydbergPerCm * (1.0 / (lower * lower) - 1.0 / (upper * upper)));
}

ModelFlux starFlux(const Atmosphere& star, double z, double sigmaKmS)
{
    ModelFlux flux(z, sigmaKmS);
    const double t = star.temperatureK;
    const double blanket = curveValue(blanketing, t) * (0.6 + 0.4 * star.metalStrength);
    const double jump = curveValue(balmerJump, t);
    const double color = t * curveValue(colorExcess, t);
    flux.addContinuum([color, blanket, jump](double angstrom) {
        const double body = relativeBlackBody(angstrom, color);
        const double dimming = (blanket > 0 ? blanket * blanketShape(angstrom) : 0)
            + (angstrom < 3760 ? jump / (1 + std::exp((angstrom - 3685) / 14)) : 0);
        return dimming > 0 ? body * std::exp(-dimming) : body;
    });
    absorbHydrogen(flux, star);
    absorbMetals(flux, star);
    absorbMolecules(flux, star);
    flux.applyAbsorption();
    return flux;
}
