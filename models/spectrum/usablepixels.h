#pragma once

#include "models/spectrum/spectrum.h"

#include <cstdint>

/// One value a pixel, 0 where it says nothing.
using UsablePixels = std::vector<std::uint8_t>;

/// What may be drawn, measured or searched: a finite flux, a weight (where the file has weights) and none of
/// `worthless` in the AND mask (see worthlessBits()).
UsablePixels usablePixels(const Samples& samples, quint32 worthless);
