#pragma once

#include <cmath>
#include <random>
#include <vector>

/// The made-up numbers in the fixtures.
namespace fixtures {

using Values = std::vector<double>;

inline Values logAxis(int pixels, double start = 3.5682, double step = 0.0001)
{
    Values axis(static_cast<std::size_t>(pixels));
    for (int pixel = 0; pixel < pixels; ++pixel)
        axis[static_cast<std::size_t>(pixel)] = std::pow(10.0, start + pixel * step);
    return axis;
}

inline Values linearAxis(int pixels, double start, double step)
{
    Values axis(static_cast<std::size_t>(pixels));
    for (int pixel = 0; pixel < pixels; ++pixel)
        axis[static_cast<std::size_t>(pixel)] = start + pixel * step;
    return axis;
}

inline Values logarithms(Values values)
{
    for (auto& value : values)
        value = std::log10(value);
    return values;
}

inline Values noisyFlux(int pixels, unsigned seed = 1)
{
    std::mt19937 generator(seed);
    std::normal_distribution<double> noise(0.0, 3.0);
    Values flux(static_cast<std::size_t>(pixels));
    for (int pixel = 0; pixel < pixels; ++pixel)
        flux[static_cast<std::size_t>(pixel)] = 120.0 + 40.0 * std::sin(pixel / 90.0) + noise(generator);
    return flux;
}

/// Inverse variances around 0.1; the sixth pixel knows nothing.
inline Values inverseVariances(int pixels)
{
    Values ivar(static_cast<std::size_t>(pixels));
    for (int pixel = 0; pixel < pixels; ++pixel)
        ivar[static_cast<std::size_t>(pixel)] = 0.1 + 0.01 * std::cos(pixel / 70.0);
    ivar[5] = 0.0;
    return ivar;
}

inline Values maskWith(int pixels, int first, int count, double bits)
{
    Values mask(static_cast<std::size_t>(pixels), 0.0);
    for (int pixel = first; pixel < first + count && pixel < pixels; ++pixel)
        mask[static_cast<std::size_t>(pixel)] = bits;
    return mask;
}

inline Values joined(std::initializer_list<Values> parts)
{
    Values all;
    for (const auto& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}
