#pragma once

#include "models/spectrum/spectrum.h"

#include <utility>
#include <vector>

/// The pixels [first, end) between the runs of flux 0 with which LAMOST fills the ends of a spectrum it has
/// no data for, with weights as if it had.
std::pair<std::size_t, std::size_t> dataSpan(const std::vector<float>& flux);

/// Smallest, mean and largest flux of the pixels that fall into each column of a picture.
struct TileColumns
{
    std::vector<float> low; ///< NaN in a column without a pixel
    std::vector<float> mean;
    std::vector<float> high;

    std::size_t size() const { return mean.size(); }
};

/// Flux of the usable pixels by column; wavelength runs linearly over them from the first to the last pixel,
/// or between the wavelengths given, in Å.
TileColumns tileColumns(const Samples& samples, const std::vector<float>& flux, int columns,
                        double fromAngstrom = 0, double toAngstrom = 0);

/// Flux limits that show the trace and clip what few pixels reach.
struct TileRange
{
    float from = 0;
    float to = 1;
};
TileRange tileRange(const Samples& samples);
