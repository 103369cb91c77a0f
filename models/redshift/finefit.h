#pragma once

#include "models/redshift/groupfit.h"

/// A redshift measured to a small part of a pixel.
struct FineRedshift
{
    double shift = 0; ///< Pixels of observedGrid
    double shiftError = 0; ///< Where χ² rises by 1, pixels
    double gain = 0;
    double chi2 = 0; ///< Of template and continuum
    int outliers = 0; ///< Pixels more than 5 σ from the fit
    bool isFromLines = false; ///< The shift is that of single lines, see shiftOfLines().
};

/// Moves the template with the given amplitudes (its shape kept) around `shift` until χ² is least.
FineRedshift fineRedshift(const GroupSamples& group, const Amplitudes& amplitudes,
                          const ContinuumModes& modes, double shift, double reach);

/// The fitted model, template and continuum, at the pixels of the modes' level, in units of the prepared
/// spectrum.
std::vector<float> fittedModel(const GroupSamples& group, const Amplitudes& amplitudes,
                               const ContinuumModes& modes, double shift);
