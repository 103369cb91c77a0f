#include "plotting/fibers/fibermap.h"

#include "plotting/fibers/colourmap.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace {
/// The pixel whose wavelength lies nearest.
std::size_t nearestPixel(const std::vector<double>& wavelength, double angstrom)
{
    const auto above = std::ranges::lower_bound(wavelength, angstrom);
    const bool isBelow = above != wavelength.begin()
        && (above == wavelength.end() || angstrom - *std::prev(above) < *above - angstrom);
    return static_cast<std::size_t>(above - wavelength.begin()) - (isBelow ? 1 : 0);
}

/// First pixel of each column of the picture, and the end.
std::vector<std::size_t> columnEdges(const FiberGrid& grid, const MapView& view, int columns)
{
    const auto& wavelength = grid.wavelengthAngstrom;
    const bool whole = view.toAngstrom <= view.fromAngstrom;
    const double from = whole ? wavelength.front() : view.fromAngstrom;
    const double to = whole ? wavelength.back() : view.toAngstrom;
    std::vector<std::size_t> edges;
    for (int column = 0; column <= columns; ++column) {
        const double angstrom = from + (to - from) * column / columns;
        edges.push_back(nearestPixel(wavelength, angstrom));
    }
    return edges;
}

/// Means of the columns of one fibre; a column narrower than a pixel shows the pixel it lies in.
void averageRow(const float* row, std::size_t width, const std::vector<std::size_t>& edges,
                std::vector<float>& sums, std::vector<float>& counts)
{
    for (std::size_t column = 0; column + 1 < edges.size(); ++column) {
        const auto first = std::min(edges[column], width - 1);
        const auto end = std::max(edges[column + 1], first + 1);
        for (auto pixel = first; pixel < std::min(end, width); ++pixel) {
            const float value = row[pixel];
            const bool there = std::isfinite(value);
            sums[column] += there ? value : 0;
            counts[column] += there ? 1.0F : 0.0F;
        }
    }
}
}

QImage fiberMapPicture(const ScaledGrid& scaled, const FiberGrid& grid, const MapView& view, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    const auto empty = view.dark ? qRgb(0x16, 0x18, 0x1b) : qRgb(0xff, 0xff, 0xff);
    image.fill(empty);
    if (grid.isEmpty() || size.isEmpty())
        return image;
    const auto& colours = view.scale == FiberScale::Difference ? divergingMap(view.dark) : sequentialMap();
    const auto edges = columnEdges(grid, view, size.width());
    const float factor = 255 / (scaled.high - scaled.low);
    std::vector<float> sums(static_cast<std::size_t>(size.width()));
    std::vector<float> counts(sums.size());
    int fiberBefore = -1;
    int endBefore = -1;
    for (int y = 0; y < size.height(); ++y) {
        const int first = y * grid.fibers / size.height();
        const int end = std::max(first + 1, (y + 1) * grid.fibers / size.height());
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        if (first == fiberBefore && end == endBefore) {
            std::copy_n(reinterpret_cast<const QRgb*>(image.constScanLine(y - 1)), size.width(), line);
            continue;
        }
        fiberBefore = first;
        endBefore = end;
        std::ranges::fill(sums, 0.0F);
        std::ranges::fill(counts, 0.0F);
        for (int fiber = first; fiber < end; ++fiber)
            averageRow(scaled.values.data() + static_cast<std::size_t>(fiber) * grid.width(), grid.width(),
                       edges, sums, counts);
        for (std::size_t column = 0; column < sums.size(); ++column) {
            if (counts[column] == 0)
                continue;
            const float step = (sums[column] / counts[column] - scaled.low) * factor;
            line[column] = colours[static_cast<std::size_t>(std::clamp(step, 0.0F, 255.0F))];
        }
    }
    return image;
}

FiberMapsPtr fiberMaps(const std::vector<SpectrumPtr>& byFiber, int firstFiber)
{
    auto maps = std::make_shared<FiberMaps>();
    maps->grid = fiberGrid(byFiber, firstFiber);
    for (const auto scale : {FiberScale::Flux, FiberScale::Shape, FiberScale::Difference})
        maps->scaled[static_cast<int>(scale)] = scaledGrid(maps->grid, scale);
    return maps;
}
