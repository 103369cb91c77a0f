#include "models/simulation/lamostgrid.h"

const std::array<double, LamostGrid::pixelCount>& LamostGrid::wavelengths()
{
    static const auto grid = [] {
        std::array<double, pixelCount> angstrom {};
        for (int pixel = 0; pixel < pixelCount; ++pixel)
            angstrom[static_cast<std::size_t>(pixel)] = std::pow(10.0, firstLog10 + stepLog10 * pixel);
        return angstrom;
    }();
    return grid;
}
