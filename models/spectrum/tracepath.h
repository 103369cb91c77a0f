#pragma once

#include <QPointF>

#include <cstddef>
#include <vector>

/// Polylines on the screen: `points` cut at `starts`.
struct TracePath
{
    std::vector<QPointF> points; ///< Pixels
    std::vector<std::size_t> starts; ///< Index of the first point of each line

    std::size_t lineCount() const { return starts.size(); }
    std::size_t lineEnd(std::size_t line) const
    {
        return line + 1 < starts.size() ? starts[line + 1] : points.size();
    }
};

/// Straight lines from positions and values to pixels.
struct PixelMap
{
    double xOffset = 0; ///< x = xOffset + xFactor · position
    double xFactor = 1;
    double yOffset = 0; ///< y = yOffset + yFactor · value
    double yFactor = 1;
    double columnsPerPixel = 1; ///< Device columns in one pixel of the above

    double x(double position) const { return xOffset + xFactor * position; }
    double y(double value) const { return yOffset + yFactor * value; }
};

/// The part [first, end) of a trace as polylines. A value that is not finite breaks the line. Where more than
/// two samples share a device column, the column keeps its first, smallest, largest and last value, so no
/// spike is lost and the number of points is bounded by the width. Where a sample is wider than
/// `stepFrom` pixels the line becomes a staircase that shows the pixels as they are.
TracePath tracePath(const std::vector<double>& position, const std::vector<float>& value, std::size_t first,
                    std::size_t end, const PixelMap& map, double stepFrom = 5);

/// One vertical stroke of a band between two curves.
struct BandStroke
{
    double x = 0;
    double top = 0;
    double bottom = 0;
};

/// The band value ± halfWidth as one stroke for every device column it covers; gaps stay empty.
std::vector<BandStroke> bandStrokes(const std::vector<double>& position, const std::vector<float>& value,
                                    const std::vector<float>& halfWidth, std::size_t first, std::size_t end,
                                    const PixelMap& map, double stepFrom = 5);
