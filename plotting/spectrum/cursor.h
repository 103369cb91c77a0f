#pragma once

#include "plotting/spectrum/spectrumplot.h"

struct PlotState;

/// What stands at an observed vacuum wavelength (Å).
CursorReadout readoutAt(const PlotState& state, double vacuumAngstrom);
