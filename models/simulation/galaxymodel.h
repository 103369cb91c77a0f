#pragma once

#include "models/simulation/modelflux.h"

class RandomStream;

/// Old galaxy: cool stars smeared by 150–300 km/s; 4000 Å break, Ca H and K, G band, Mg b, Na D.
ModelFlux earlyGalaxyFlux(double z, RandomStream& random);

/// Star-forming galaxy: young and old stars, [O II], Balmer lines, [O III], [N II], [S II] in the ratios of
/// H II regions (Kauffmann et al. 2003, MNRAS 346, 1055, below their demarcation line).
ModelFlux starFormingGalaxyFlux(double z, RandomStream& random);

/// Galaxy whose star formation stopped a billion years ago: A-star Balmer absorption, hardly any emission.
ModelFlux postStarburstFlux(double z, RandomStream& random);

/// Narrow-line active galaxy: [O III] ≫ Hβ, [N II] ≈ Hα, [O I], [Ne III], [Ne V] over an old continuum.
ModelFlux narrowLineAgnFlux(double z, RandomStream& random);
