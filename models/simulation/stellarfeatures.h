#pragma once

#include "models/simulation/curve.h"
#include "models/simulation/modelflux.h"

#include <vector>

/// A named absorption line and how strong it is along the temperature sequence.
struct StellarFeature
{
    double vacuumAngstrom;
    double equivalentWidth; ///< Å, where `strength` is 1
    std::span<const CurvePoint> strength; ///< Over effective temperature, K
    double widthKmS = 0; ///< Own width beyond the instrument's
    bool isMetal = true;
    double giantFactor = 1; ///< Strength in a giant relative to a dwarf
};

enum class Molecule { TiO, CaH, MgH, VO, CN };

/// A molecular band head.
struct MolecularBand
{
    Molecule molecule;
    double vacuumAngstrom;
    double opticalDepth; ///< Relative; 1 = as deep as the strongest of its molecule
    double lengthAngstrom;
    BandFades fades;
};

/// Named lines of stars (vacuum wavelengths: NIST Atomic Spectra Database via Ciddor's air index).
const std::vector<StellarFeature>& stellarFeatures();

/// Band heads of TiO, CaH, MgH, VO, CN (Pearse & Gaydon, The Identification of Molecular Spectra).
const std::vector<MolecularBand>& molecularBands();
