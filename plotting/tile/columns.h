#pragma once

#include "models/spectrum/spectrum.h"

#include <vector>

/// Smallest, mean and largest flux of the pixels that fall into each column of a picture.
struct TileColumns
{
    std::vector<float> low; ///< NaN in a column without a pixel
    std::vector<float> mean;
    std::vector<float> high;

    std::size_t size() const { return mean.size(); }
};

/// Flux of the usable pixels by column; wavelength runs linearly from the first to the last pixel.
TileColumns tileColumns(const Samples& samples, const std::vector<float>& flux, int columns);

/// Flux limits that show the trace and clip what few pixels reach.
struct TileRange
{
    float from = 0;
    float to = 1;
};
TileRange tileRange(const Samples& samples);
