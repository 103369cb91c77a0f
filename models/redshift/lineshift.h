#pragma once

#include "models/redshift/continuummodes.h"
#include "models/redshift/groupfit.h"

#include <optional>

/// Where the emission lines of a spectrum stand, each measured on its own.
struct LineShift
{
    double shift = 0; ///< Pixels of observedGrid
    double error = 0; ///< 1 σ, same unit
    int lines = 0; ///< How many were measured
};

/// Measures every nebular line of a galaxy fitted at `shift`, one by one, with the noise of the file alone,
/// and takes the mean of the lines of each arm and then of the arms, each with as much scatter added to the
/// errors as there is (DerSimonian & Laird 1986, Controlled Clinical Trials 7, 177). Arms are calibrated
/// apart and differ by more than a bright line's noise, so that Hα alone must not decide. Nothing with fewer
/// than three lines above 4 σ. `fine` are the modes at factor 1.
std::optional<LineShift> shiftOfLines(const GroupSamples& group, const Amplitudes& amplitudes,
                                      const PreparedSpectrum& spectrum, const ContinuumModes& fine,
                                      double shift);
