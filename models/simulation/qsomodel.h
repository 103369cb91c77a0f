#pragma once

#include "models/simulation/modelflux.h"

class RandomStream;

/// Does gas thrown out by the QSO cover the line of sight?
enum class BroadAbsorption { None, Present };

/// QSO at any redshift up to 5: broken power law, Fe II and Balmer continuum bumps, broad and narrow lines
/// with the equivalent widths of Vanden Berk et al. 2001 (AJ 122, 549, table 2), the Lyα forest, and
/// troughs blueward of C IV, Si IV and N V where asked for.
ModelFlux qsoFlux(double z, BroadAbsorption broadAbsorption, RandomStream& random);
