#pragma once

#include "models/simulation/modelflux.h"
#include "models/simulation/trueobject.h"

/// Noise-free flux of an object at its redshift on LAMOST's grid, in units of its own continuum. Sky: all
/// zero. The same object always gives the same flux.
ModelFlux objectFlux(const TrueObject& object);
