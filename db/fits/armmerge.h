#pragma once

#include "models/spectrum/spectrum.h"

/// Joins samples of several arms or exposures, each on its own strictly increasing grid, into one strictly
/// increasing grid. Pixels that lie within 0.01 Å of each other become one: flux weighted by inverse variance
/// (the plain mean where all weights are 0), inverse variances added, AND mask = bits in all of them, OR mask
/// = bits in any.
Samples mergedSamples(const std::vector<const Samples*>& parts);
