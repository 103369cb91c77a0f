#pragma once

#include "models/simulation/fiberexposure.h"
#include "models/simulation/surveynight.h"

#include <QString>

#include <algorithm>
#include <cmath>

/// Scenes and measurements that the tests of the simulation share.
namespace simulated {

inline std::size_t pixelAt(double angstrom)
{
    return static_cast<std::size_t>(std::lround(LamostGrid::pixelOf(angstrom)));
}

/// Position of the highest (sign 1) or lowest (sign -1) point near a pixel, by a parabola through three
/// pixels.
inline double extremum(const std::vector<float>& flux, double near, double reach, double sign)
{
    const auto from = static_cast<std::size_t>(near - reach);
    const auto to = static_cast<std::size_t>(near + reach);
    std::size_t best = from;
    for (auto i = from; i <= to; ++i) {
        if (sign * flux[i] > sign * flux[best])
            best = i;
    }
    const double a = flux[best - 1];
    const double b = flux[best];
    const double c = flux[best + 1];
    return static_cast<double>(best) + 0.5 * (a - c) / (a - 2 * b + c);
}

inline double medianOf(const std::vector<float>& values, double fromAngstrom, double toAngstrom)
{
    std::vector<float> part(values.begin() + static_cast<std::ptrdiff_t>(pixelAt(fromAngstrom)),
                            values.begin() + static_cast<std::ptrdiff_t>(pixelAt(toAngstrom)));
    std::sort(part.begin(), part.end());
    return part[part.size() / 2];
}

inline FiberScene starScene(double signalToNoise = 60)
{
    FiberScene scene;
    scene.object.subclass = QStringLiteral("G2");
    scene.object.seed = 5;
    scene.signalToNoise = signalToNoise;
    scene.noiseSeed = 11;
    return scene;
}

inline PlatePlan somePlate(ObjectMix mix = ObjectMix::Survey)
{
    NightSettings settings;
    settings.mix = mix;
    return plannedPlates(settings).front();
}

}
