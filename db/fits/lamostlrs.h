#pragma once

#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

/// Completes a LAMOST low-resolution spectrum whose samples and header are filled: axis, frame, header
/// values, arms.
Result<std::vector<SpectrumPtr>> finishedLamost(std::shared_ptr<Spectrum> spectrum);
