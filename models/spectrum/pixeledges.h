#pragma once

#include <cstddef>
#include <utility>

/// Where a pixel of a grid begins and ends, in the unit of the grid: halfway to its neighbours. At an end of
/// the grid, and beside a hole in it such as the one between two arms, the nearer neighbour tells how wide it
/// is. `centre(i)` is where pixel i of at least two stands, rising.
template<typename Centre>
std::pair<double, double> pixelEdges(const Centre& centre, std::size_t pixel, std::size_t count)
{
    const double middle = centre(pixel);
    const double before = pixel > 0 ? (middle - centre(pixel - 1)) / 2 : 0;
    const double behind = pixel + 1 < count ? (centre(pixel + 1) - middle) / 2 : before;
    const double first = pixel > 0 ? before : behind;
    return {middle - (first > 2 * behind ? behind : first), middle + (behind > 2 * first ? first : behind)};
}
