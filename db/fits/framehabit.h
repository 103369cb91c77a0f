#pragma once

#include "models/spectrum/fitsheader.h"

/// True for spectra of the Anglo-Australian Telescope's fibre spectrographs (2dF, AAOmega, HERMES), whose
/// reduction, 2dfdr, writes air wavelengths and variances whatever CTYPE1 says.
bool isFromAat(const FitsHeader& header);

/// True where a header that does not say air or vacuum most probably means air: AAT, IRAF, ESO's pipelines.
/// `fromAngstrom`: where the spectrum begins; in the near infrared there is no such habit.
bool isAirByHabit(const FitsHeader& header, double fromAngstrom);
