#pragma once

#include "models/spectrum/spectrum.h"

#include <vector>

/// What the colour of a fibre map says.
enum class FiberScale {
    Flux, ///< Flux on one scale for all: raised and negative fibres
    Shape, ///< Each fibre over its own median: slopes and steps
    Difference ///< Shape minus the usual shape of the spectrograph: what is common drops out, banding stays
};

/// The spectra of a spectrograph side by side, on one wavelength grid.
struct FiberGrid
{
    int firstFiber = 1;
    int fibers = 0;
    std::vector<double> wavelengthAngstrom;
    std::vector<float> flux; ///< fibers × wavelengths, row by row; NaN where there is nothing

    bool isEmpty() const { return fibers == 0 || wavelengthAngstrom.empty(); }
    std::size_t width() const { return wavelengthAngstrom.size(); }
    const float* row(int fiber) const { return flux.data() + static_cast<std::size_t>(fiber) * width(); }
};

/// Puts spectra (nullptr: no such fibre) onto the grid of the longest one; fibre numbers count from
/// `firstFiber`.
FiberGrid fiberGrid(const std::vector<SpectrumPtr>& byFiber, int firstFiber = 1);

/// The numbers a map of that scale shows, in the grid's order, and the range its colours cover.
struct ScaledGrid
{
    std::vector<float> values;
    float low = 0;
    float high = 1;
};
ScaledGrid scaledGrid(const FiberGrid& grid, FiberScale scale);
