#pragma once

#include "models/spectrum/fitsheader.h"

#include <QString>

#include <vector>

/// One aperture of an IRAF multispec image: its number and its wavelengths, Å.
struct MultispecAxis
{
    int aperture = 0;
    std::vector<double> wavelengthAngstrom; ///< Empty where the aperture is not calibrated.
};

/// True where WAT0_001 says that every row has a dispersion of its own.
bool isMultispec(const FitsHeader& header);

/// The first `rows` apertures in the attributes WAT2_nnn, none of more than `pixels`: linear, log-linear,
/// Chebyshev and Legendre polynomials, linear and cubic splines and lists of wavelengths, weighted and
/// corrected for their Doppler factor (IRAF help `specwcs`).
std::vector<MultispecAxis> multispecAxes(const FitsHeader& header, qint64 pixels, qint64 rows);
