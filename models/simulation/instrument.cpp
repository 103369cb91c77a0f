#include "models/simulation/instrument.h"

#include "models/simulation/curve.h"
#include "models/spectrum/wavelength.h"

#include <cmath>

namespace {

constexpr CurvePoint blueThroughput[] {{3690, 0.035}, {3800, 0.08}, {3900, 0.16}, {4000, 0.26}, {4200, 0.42},
                                       {4400, 0.54},  {4600, 0.75}, {4800, 0.91}, {5100, 1.05}, {5300, 1.06},
                                       {5500, 1.0},   {5650, 0.93}, {5750, 0.82}, {5850, 0.45}, {5910, 0.08}};
constexpr CurvePoint redThroughput[] {{5690, 0.01}, {5800, 0.14}, {5900, 0.52}, {6000, 1.0},  {6200, 1.37},
                                      {6500, 1.93}, {7000, 2.65}, {7500, 3.0},  {8000, 2.85}, {8500, 2.4},
                                      {8800, 2.0},  {9000, 1.5},  {9100, 1.1}};
constexpr CurvePoint backgroundVariance[] {{3690, 0.05}, {3850, 0.13}, {4000, 0.28}, {4300, 0.6},
                                           {4500, 0.8},  {5000, 0.72}, {5500, 0.95}, {6000, 0.75},
                                           {6500, 0.85}, {7500, 0.9},  {8500, 0.72}, {9100, 0.45}};

struct AirLine
{
    double airAngstrom;
    double excess;
};

constexpr AirLine airLines[] {
    {4046.6, 0.5},  {4358.3, 1.1},  {5197.9, 0.2},  {5460.7, 0.8},  {5577.3, 20.0}, {5683.5, 0.2},
    {5889.95, 2.4}, {5895.9, 1.6},  {6300.3, 7.5},  {6363.8, 2.2},  {6498.7, 0.6},  {6553.6, 0.5},
    {6828.5, 1.4},  {6863.9, 3.4},  {6912.6, 0.6},  {6923.2, 1.3},  {6948.9, 1.5},  {6978.4, 0.7},
    {7244.9, 4.3},  {7276.4, 9.0},  {7303.7, 0.9},  {7316.3, 6.2},  {7329.1, 1.3},  {7340.9, 7.6},
    {7358.7, 1.5},  {7369.3, 4.5},  {7401.7, 2.2},  {7438.1, 1.2},  {7472.0, 1.0},  {7480.7, 1.3},
    {7524.1, 4.0},  {7571.7, 1.6},  {7715.6, 4.6},  {7750.6, 13.0}, {7759.9, 1.8},  {7780.5, 0.9},
    {7794.1, 6.3},  {7821.5, 6.8},  {7841.3, 1.0},  {7852.9, 6.0},  {7872.0, 3.0},  {7890.0, 2.0},
    {7913.7, 13.0}, {7949.2, 1.0},  {7964.6, 8.4},  {7978.0, 2.1},  {7993.3, 12.0}, {8014.5, 1.4},
    {8025.8, 11.5}, {8052.0, 1.3},  {8062.0, 2.8},  {8102.0, 0.7},  {8288.6, 13.5}, {8298.4, 9.0},
    {8310.7, 1.7},  {8344.6, 50.0}, {8382.4, 1.7},  {8399.2, 14.5}, {8415.2, 4.0},  {8430.2, 34.0},
    {8452.3, 2.3},  {8465.4, 11.0}, {8493.4, 1.5},  {8504.6, 5.0},  {8548.7, 1.3},  {8631.0, 1.7},
    {8660.0, 1.4},  {8778.3, 17.0}, {8791.2, 2.5},  {8827.1, 80.0}, {8849.7, 1.0},  {8867.6, 3.0},
    {8885.8, 19.0}, {8903.1, 6.5},  {8919.6, 38.0}, {8943.4, 4.0},  {8958.1, 21.0}, {8988.4, 3.2},
    {9001.6, 12.5}, {9037.7, 1.8},  {9049.2, 3.6}};

struct TelluricBand
{
    double from;
    double to;
    double depth;
};

constexpr TelluricBand telluricBands[] {{6280, 6320, 0.03}, {6869, 6890, 0.22}, {6890, 6946, 0.10},
                                        {7168, 7345, 0.09}, {7595, 7632, 0.50}, {7632, 7704, 0.28},
                                        {8110, 8350, 0.10}, {8945, 9160, 0.28}};

Instrument measuredShapes()
{
    Instrument shapes {};
    const auto& grid = LamostGrid::wavelengths();
    for (std::size_t i = 0; i < grid.size(); ++i) {
        const double angstrom = grid[i];
        const double blue = angstrom < 5910 ? curveValue(blueThroughput, angstrom) : 0;
        const double red = angstrom > 5690 ? curveValue(redThroughput, angstrom) : 0;
        shapes.throughput[i] = static_cast<float>((blue + red) * (1 - 0.6 * telluricDepth(angstrom)));
        shapes.redShare[i] = static_cast<float>(red / (blue + red));
        shapes.background[i] = static_cast<float>(curveValue(backgroundVariance, angstrom));
    }
    return shapes;
}

}

const Instrument& instrument()
{
    static const Instrument shapes = measuredShapes();
    return shapes;
}

const std::vector<SkyLine>& skyLines()
{
    static const auto lines = [] {
        std::vector<SkyLine> list;
        for (const auto& line : airLines)
            list.push_back({vacuumFromAir(line.airAngstrom), line.excess});
        return list;
    }();
    return lines;
}

double telluricDepth(double angstrom)
{
    double depth = 0;
    for (const auto& band : telluricBands) {
        if (angstrom > band.from - 20 && angstrom < band.to + 20) {
            const double edge = 3;
            depth += band.depth / (1 + std::exp((band.from - angstrom) / edge))
                / (1 + std::exp((angstrom - band.to) / edge));
        }
    }
    return depth;
}
