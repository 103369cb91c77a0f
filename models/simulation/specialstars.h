#pragma once

#include "models/simulation/modelflux.h"

class RandomStream;

/// Hydrogen white dwarf (DA): hot continuum, Balmer lines broadened by pressure.
ModelFlux whiteDwarfFlux(double temperatureK, double z);

/// Helium white dwarf (DB): broad He I lines, no hydrogen.
ModelFlux heliumWhiteDwarfFlux(double temperatureK, double z);

/// Carbon star: C2 Swan and CN bands on a cool continuum.
ModelFlux carbonStarFlux(double temperatureK, double z);

/// Cataclysmic variable: broad Balmer and He emission on a blue continuum.
ModelFlux cataclysmicVariableFlux(double z, RandomStream& random);

/// White dwarf and M dwarf in one fibre: blue dwarf left, TiO bands right, often Hα in emission.
ModelFlux whiteDwarfBinaryFlux(double z, RandomStream& random);
