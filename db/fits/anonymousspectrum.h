#pragma once

#include "models/spectrum/spectrum.h"

/// Target values that many headers carry under the usual names: object, position, redshift. `own` is the
/// header of the spectrum's own HDU, which comes before the file's. For files of no known survey.
void describeAnonymous(Spectrum& spectrum, const FitsHeader& own);

/// A header's redshift under one of the usual names, where it can be one: Z is also the zenith distance.
std::optional<double> plausibleRedshift(const FitsHeader& header);
