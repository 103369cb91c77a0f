#pragma once

#include "models/redshift/loggrid.h"

#include <array>
#include <optional>

/// A spectrum ready for the search: rebinned, cleaned and scaled to a median of 1.
///
/// Weights are 1/σ² of the file, lowered where neighbouring pixels scatter more than it says, and include a
/// floor of 4 % of the flux for what templates and flux calibration cannot be trusted with. Bright sky lines
/// and the telluric O2 bands are masked or weakened.
struct PreparedSpectrum
{
    /// The known range of the spectrum with `factor` pixels of observedGrid joined to one.
    struct Level
    {
        int factor = 1;
        int first = 0; ///< Pixels of `factor` on observedGrid before the first
        int size = 0;
        int blockLength = 0; ///< Pixels in a block of 16 of observedGrid
        std::vector<float> flux;
        std::vector<float> weight;
        std::vector<float> shape; ///< The smooth flux, > 0: what slow calibration errors are relative to
        double meanWeight = 0; ///< Of the known pixels
    };

    static constexpr int blockPixels =
        16; ///< Pixels of observedGrid in a block, the unit of all that is smooth

    std::array<Level, 3> levels; ///< Factors 1, 2 and 8
    std::vector<float> noiseWeight; ///< Of the level with factor 1 without the floor
    int firstBlock = 0; ///< First and last block of observedGrid with known pixels
    int lastBlock = 0;
    int knownPixels = 0; ///< Of the level with factor 2
    double scale = 1; ///< Flux of the file that became 1
    double snr = 0; ///< Median flux · √ivar a pixel of the file
    std::optional<double> joinAngstrom; ///< Where the arms join, if the spectrum has two

    const Level& level(int factor) const { return levels[factor == 1 ? 0 : factor == 2 ? 1 : 2]; }
};

/// Prepares a spectrum, or nothing when fewer than 100 pixels are known or the flux is zero throughout.
std::optional<PreparedSpectrum> prepared(const Spectrum& spectrum);
