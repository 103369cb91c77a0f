#pragma once

#include "models/spectrum/smoothing.h"

#include <cstddef>
#include <vector>

/// Limits of a flux axis.
struct FluxRange
{
    double from = 0;
    double to = 1;
    bool operator==(const FluxRange&) const = default;
};

/// The range that shows what the eye needs of the pixels [first, end): every feature wider than
/// a pixel, of pixels whose error is not far above the usual one. Single-pixel spikes, pixels that are not
/// usable (`trusted` 0: gaps, bright sky lines) and the noisy ends of an arm do not stretch it. `error` may
/// be empty. Zero is included when it is near or when `wholeSpectrum`. Without any trusted pixel: the
/// extremes of the finite ones, or 0–1.
FluxRange fluxRange(const std::vector<float>& flux, const std::vector<float>& error,
                    const UsablePixels& trusted, std::size_t first, std::size_t end, bool wholeSpectrum);
