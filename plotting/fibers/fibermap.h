#pragma once

#include "plotting/fibers/fibergrid.h"
#include "plotting/palette.h"

#include <QImage>

#include <memory>

/// Which part of a grid a picture of it shows.
struct MapView
{
    FiberScale scale = FiberScale::Flux;
    double fromAngstrom = 0; ///< Both 0: the whole grid
    double toAngstrom = 0;
    bool dark = false;
};

/// Fibre against wavelength, first fibre on top: every device pixel is the mean of what falls into it, so
/// that faint bands do not drown. Empty places have the colour of nothing. Some 10 ms for 250 × 3909.
QImage fiberMapPicture(const ScaledGrid& scaled, const FiberGrid& grid, const MapView& view, QSize size);

/// A spectrograph ready to be drawn in every scale.
struct FiberMaps
{
    FiberGrid grid;
    ScaledGrid scaled[3]; ///< By FiberScale

    const ScaledGrid& of(FiberScale scale) const { return scaled[static_cast<int>(scale)]; }
};

using FiberMapsPtr = std::shared_ptr<const FiberMaps>;

/// Some 50 ms for 250 spectra: not on the GUI thread.
FiberMapsPtr fiberMaps(const std::vector<SpectrumPtr>& byFiber, int firstFiber = 1);
