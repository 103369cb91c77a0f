#pragma once

#include "models/redshift/redshiftsolution.h"
#include "models/spectrum/spectrum.h"

/// A spectrum and what the search says of it.
struct SolvedSpectrum
{
    SpectrumPtr spectrum;
    RedshiftAnswer answer;
};
