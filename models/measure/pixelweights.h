#pragma once

#include "models/spectrum/spectrum.h"

#include <vector>

/// 1/σ² of every pixel of the coadd in flux units, 0 where the flux is not known or the mask makes it
/// worthless. Where the file has no errors σ is that of the differences between neighbours, the same for all
/// pixels.
std::vector<double> pixelWeights(const Spectrum& spectrum);

/// Pixels [first, end) whose centres lie in a range of observed wavelengths (Å).
struct PixelRange
{
    std::size_t first = 0;
    std::size_t end = 0;
    std::size_t size() const { return end - first; }
};
PixelRange pixelsBetween(const Samples& samples, double fromAngstrom, double toAngstrom);

/// The width of a pixel in Å, see pixelEdges().
double pixelWidth(const Samples& samples, std::size_t pixel);
