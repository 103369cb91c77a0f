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

/// Å in one of the units that FITS headers, astropy and IRAF write; 1 for a text that names none.
double angstromsPerUnit(const QString& unit);

/// False where the header says that the wavelengths are air, true where vacuum (VACUUM, AIRORVAC); nothing
/// where it does not say.
std::optional<bool> statedVacuum(const FitsHeader& header);

/// False where the header says that the wavelengths are as the telescope saw them (SPECSYS).
bool isHeliocentric(const FitsHeader& header);

/// Reads COEFF0/COEFF1 or CRVAL1, CRPIX1, CD1_1 or CDELT1 for `pixels` pixels: linear, log10 (DC-FLAG, LOGLAM
/// or a log in CTYPE1 or CUNIT1), natural logarithm, or WAVE-LOG (FITS Standard 4.0, 8.4), in Å, nm, µm or m
/// (CUNIT1, or units in IRAF's WAT1_001). Nothing where the header has no such axis, or says that it is one
/// of the sky, of frequency or velocity, of a look-up table or of a detector.
std::optional<SpectralAxis> spectralAxis(const FitsHeader& header, qint64 pixels);
