#pragma once

#include "models/spectrum/usablepixels.h"

/// A trace to draw; the vectors have one value per pixel.
struct Trace
{
    std::vector<float> flux; ///< NaN in gaps
    std::vector<float> error; ///< 1 σ of flux; NaN in gaps; empty: unknown
};

/// The nearest odd number not below `pixels`, at least 1.
int oddWidth(int pixels);

/// Running mean over `width` pixels (made odd) weighted with inverse variance, or a plain one where that is
/// unknown
/// (`inverseVariance` empty). Gaps stay gaps and never give anything to their neighbours, and the window ends
/// where a stretch of wavelength ends: `firstPixels` holds the index at which each stretch begins.
/// The error is that of the weighted mean, 1/√Σw.
Trace smoothed(const std::vector<float>& flux, const std::vector<float>& inverseVariance,
               const UsablePixels& usable, int width, const std::vector<std::size_t>& firstPixels = {0});
