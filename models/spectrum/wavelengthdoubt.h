#pragma once

#include "models/spectrum/spectrum.h"

/// A sentence on wavelengths that may be in another unit than the one they were read in: the file names none,
/// or they are shorter than any optical spectrum's. Empty: there is no doubt.
QString wavelengthDoubt(const Spectrum& spectrum);
