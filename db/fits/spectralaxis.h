#pragma once

#include "models/spectrum/fitsheader.h"
#include "models/values/error.h"

#include <optional>
#include <vector>

/// The wavelength axis a FITS header gives to the first axis of an image.
struct SpectralAxis
{
    std::vector<double> wavelengthAngstrom; ///< As in the file: air or vacuum.
    bool isAir = false;
    bool frameIsKnown = false; ///< The header says air or vacuum.
    std::optional<Error> problem; ///< Its unit is unknown: the numbers are no wavelengths.
};

/// False where the header says that the wavelengths are air, true where vacuum (VACUUM, AIRORVAC); nothing
/// where it does not say.
std::optional<bool> statedVacuum(const FitsHeader& header);

/// False where the header says that the wavelengths are as the telescope saw them (SPECSYS).
bool isHeliocentric(const FitsHeader& header);

/// Reads COEFF0/COEFF1 or CRVAL1, CRPIX1, CD1_1 or CDELT1 · PC1_1 for `pixels` pixels: linear, log10 or
/// natural logarithm (DC-FLAG, LOGLAM, CTYPE1, or by the numbers), or WAVE-LOG (FITS Standard 4.0, 8.4), in
/// the unit of CUNIT1 or of IRAF's WAT1_001. Nothing where the header has no such axis, or says that it is
/// one of the sky, of frequency or velocity, of a look-up table or of a detector. `file` is named in
/// `problem`.
std::optional<SpectralAxis> spectralAxis(const FitsHeader& header, qint64 pixels, const QString& file = {});
