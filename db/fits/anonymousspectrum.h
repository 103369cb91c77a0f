#pragma once

#include "models/spectrum/spectrum.h"

/// Target values that many headers carry under the usual names: object, position, redshift, night. For files
/// of no known survey.
void describeAnonymous(Spectrum& spectrum);
