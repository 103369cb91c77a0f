#include "models/simulation/fiberartifacts.h"

#include "models/simulation/instrument.h"
#include "models/simulation/randomstream.h"
#include "models/simulation/starmodel.h"
#include "models/spectrum/wavelength.h"
#include "models/values/median.h"

#include <algorithm>

namespace {

constexpr float badPixelBit = 1; // LAMOST mask bit 1, the only common one

float sigmaAt(const PixelRows& rows, std::size_t pixel)
{
    return rows.inverseVariance[pixel] > 0 ? 1 / std::sqrt(rows.inverseVariance[pixel]) : 0;
}

std::size_t pixelAt(double angstrom)
{
    return static_cast<std::size_t>(
        std::clamp(LamostGrid::pixelOf(angstrom), 0.0, LamostGrid::pixelCount - 1.0));
}

double medianFlux(const PixelRows& rows, double fromAngstrom, double toAngstrom)
{
    const auto at = [&](double angstrom) {
        return rows.flux.begin() + static_cast<std::ptrdiff_t>(pixelAt(angstrom));
    };
    std::vector<float> part(at(fromAngstrom), at(toAngstrom));
    return medianOf(part);
}

void addAround(PixelRows& rows, double angstrom, double sigmaPixels, double peak)
{
    const double centre = LamostGrid::pixelOf(angstrom);
    const int first = std::max(0, static_cast<int>(centre - 4 * sigmaPixels));
    const int last = std::min(LamostGrid::pixelCount - 1, static_cast<int>(centre + 4 * sigmaPixels) + 1);
    for (int pixel = first; pixel <= last; ++pixel) {
        const double x = (pixel - centre) / sigmaPixels;
        rows.flux[static_cast<std::size_t>(pixel)] += static_cast<float>(peak * std::exp(-0.5 * x * x));
    }
}

// Each line left over or dug out in the same sense in all fibres of a spectrograph, and a little apart in
// each.
void leaveSkyLines(PixelRows& rows, double heliocentricKmS, double size, quint64 commonSeed,
                   RandomStream& random)
{
    RandomStream common(commonSeed, {});
    for (const auto& line : skyLines()) {
        const double amount = size * (0.8 * common.normal() + 0.5 * random.normal());
        const double shift = 0.4 * common.normal() + 0.2 * random.normal(); // pixels
        if (line.excess < 1)
            continue;
        const double angstrom = line.vacuumAngstrom / (1 + heliocentricKmS / speedOfLightKmS);
        const double sigma = sigmaAt(rows, pixelAt(angstrom));
        const double below = angstrom * (1 - 0.0002);
        const double above = angstrom * (1 + 0.0002);
        addAround(rows, angstrom, 1.1, amount * sigma);
        addAround(rows, below, 1.0, -shift * size * sigma);
        addAround(rows, above, 1.0, shift * size * sigma);
    }
}

void bendJoin(PixelRows& rows, const SpectrographConditions& conditions, RandomStream& random)
{
    const auto& shapes = instrument();
    const double step = conditions.armStep + 0.008 * random.normal();
    const double noise = sigmaAt(rows, pixelAt(5850));
    const double dip = noise * (conditions.joinDip + 0.35 * random.normal());
    const double blueOffset = 0.12 * random.normal();
    const double redOffset = 0.12 * random.normal();
    for (std::size_t i = 0; i < rows.flux.size(); ++i) {
        const double red = shapes.redShare[i];
        const double offset = (1 - red) * blueOffset + red * redOffset;
        rows.flux[i] = static_cast<float>(rows.flux[i] * (1 + step * red) + offset * sigmaAt(rows, i));
    }
    addAround(rows, 5870, 45, dip);
}

template<typename Factor>
void multiplyFlux(PixelRows& rows, Factor factor)
{
    for (std::size_t i = 0; i < rows.flux.size(); ++i) {
        const auto by = static_cast<float>(factor(rows.wavelength[i], i));
        rows.flux[i] *= by;
        if (by > 0)
            rows.inverseVariance[i] /= by * by;
    }
}

template<typename Addition>
void addFlux(PixelRows& rows, Addition addition)
{
    for (std::size_t i = 0; i < rows.flux.size(); ++i)
        rows.flux[i] += static_cast<float>(addition(rows.wavelength[i]));
}

void eraseArm(PixelRows& rows, bool blue)
{
    const auto& shapes = instrument();
    for (std::size_t i = 0; i < rows.flux.size(); ++i) {
        if ((shapes.redShare[i] < 0.5F) == blue) {
            rows.flux[i] = 0;
            rows.inverseVariance[i] = 0;
            rows.andMask[i] = badPixelBit;
            rows.orMask[i] = badPixelBit;
        }
    }
}

void addMoonlight(PixelRows& rows, double level)
{
    const auto sun = starFlux({.temperatureK = 5780}, 0);
    for (std::size_t i = 0; i < rows.flux.size(); ++i)
        rows.flux[i] += static_cast<float>(level) * sun.flux()[i];
}

void eraseRun(PixelRows& rows, std::size_t first, std::size_t count, bool inAllExposures, bool zeroFlux)
{
    const auto end = std::min(first + count, rows.flux.size());
    for (auto i = first; i < end; ++i) {
        rows.inverseVariance[i] = 0;
        rows.orMask[i] = badPixelBit;
        if (inAllExposures)
            rows.andMask[i] = badPixelBit;
        if (zeroFlux)
            rows.flux[i] = 0;
    }
}

void strikeCosmicRay(PixelRows& rows, RandomStream& random)
{
    const auto where = static_cast<std::size_t>(random.integer(30, LamostGrid::pixelCount - 60));
    const double height = sigmaAt(rows, where) * std::min(6 + random.exponential(12), 60.0);
    addAround(rows, rows.wavelength[where], random.uniform(0.45, 0.9), height);
    if (random.chance(0.5))
        eraseRun(rows, where - 1, 3, false, false);
}

}

void leaveResiduals(PixelRows& rows, const SpectrographConditions& conditions, RandomStream& random)
{
    leaveSkyLines(rows, conditions.heliocentricKmS, 0.7, conditions.residualSeed, random);
    const double toTelescope = 1 + conditions.heliocentricKmS / speedOfLightKmS;
    const double left = conditions.telluricResidual + 0.03 * random.normal();
    const auto first = pixelAt(6250);
    for (std::size_t i = first; i < rows.flux.size(); ++i)
        rows.flux[i] *= static_cast<float>(1 - left * telluricDepth(rows.wavelength[i] * toTelescope));
    bendJoin(rows, conditions, random);
}

void applyDefect(PixelRows& rows, const Defect& defect, RandomStream& random)
{
    const double noise = sigmaAt(rows, pixelAt(5500));
    const double level = std::max(std::abs(medianFlux(rows, 5000, 6500)), 4 * noise);
    const double strength = defect.strength * random.normal(1, 0.08);
    switch (defect.kind) {
    case DefectKind::StrayLight:
        addFlux(rows, [=](double angstrom) {
            const double x = (angstrom - 6600) / 1500;
            return strength * level * (0.9 + 1.3 * std::exp(-0.5 * x * x));
        });
        break;
    case DefectKind::NegativeFlux:
        addFlux(rows, [=](double angstrom) {
            return -strength * (0.3 * level + 4 * noise) * (0.3 + 800 / (angstrom - 2900));
        });
        break;
    case DefectKind::BadSky:
        leaveSkyLines(rows, 0, 7 * strength, 77, random);
        break;
    case DefectKind::ArmStep:
        multiplyFlux(rows,
                     [&](double, std::size_t i) { return 1 + 0.4 * strength * instrument().redShare[i]; });
        break;
    case DefectKind::WrongStandard:
        multiplyFlux(rows,
                     [=](double angstrom, std::size_t) { return std::pow(angstrom / 6000, 1.5 * strength); });
        break;
    case DefectKind::MissingBlueArm:
        eraseArm(rows, true);
        break;
    case DefectKind::MissingRedArm:
        eraseArm(rows, false);
        break;
    case DefectKind::Moonlight:
        addMoonlight(rows, strength * std::max(0.6 * level, 6 * noise));
        break;
    case DefectKind::CityLight:
        for (const double lamp : {4047.7, 4359.6, 5462.3, 5771.2, 5792.3})
            addAround(rows, lamp, 1.2, strength * 9 * noise);
        addAround(rows, 5893, 14, strength * 5 * noise);
        break;
    case DefectKind::WavelengthShift: // already in the object's redshift
        break;
    }
}

void leaveGaps(PixelRows& rows, RandomStream& random)
{
    const int rays = static_cast<int>(random.exponential(1.3));
    for (int ray = 0; ray < rays; ++ray)
        strikeCosmicRay(rows, random);
    const int gaps = random.chance(0.45) ? random.integer(1, 3) : 0;
    for (int gap = 0; gap < gaps; ++gap) {
        const auto first = static_cast<std::size_t>(random.integer(5, LamostGrid::pixelCount - 40));
        eraseRun(rows, first, static_cast<std::size_t>(random.integer(1, 7)), random.chance(0.4),
                 random.chance(0.4));
    }
    if (random.chance(0.01)) // a bad column along the trace
        eraseRun(rows, static_cast<std::size_t>(random.integer(200, 3000)),
                 static_cast<std::size_t>(random.integer(80, 900)), true, true);
    // As released: past the last recorded pixel the flux is 0 and the inverse variance stays what it was.
    const auto end = rows.flux.size() - static_cast<std::size_t>(random.integer(7, 23));
    for (auto i = end; i < rows.flux.size(); ++i) {
        rows.flux[i] = 0;
        rows.inverseVariance[i] = rows.inverseVariance[end - 1];
    }
}
