#pragma once

#include "models/spectrum/fitsheader.h"

#include <optional>
#include <vector>

/// The wavelength axis a FITS header gives to the first axis of an image.
struct SpectralAxis
{
    std::vector<double> wavelengthAngstrom; ///< As in the file: air or vacuum.
    bool isAir = false;
    bool frameIsKnown = false; ///< The header says air or vacuum.
};

/// Reads COEFF0/COEFF1 or CRVAL1, CRPIX1, CD1_1 or CDELT1 for `pixels` pixels: linear, log10 (DC-FLAG, LOGLAM
/// or a log in CTYPE1 or CUNIT1) or WAVE-LOG (FITS Standard 4.0, 8.4), in Å, nm, µm or m. Nothing where the
/// header has no such axis.
std::optional<SpectralAxis> spectralAxis(const FitsHeader& header, qint64 pixels);
