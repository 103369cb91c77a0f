#pragma once

#include "db/fits/fitsfile.h"
#include "models/spectrum/pixelmask.h"

/// Inverse variances that belong to row `row` of an image: from an extension of the same shape that is called
/// after errors, variances or inverse variances, or from IRAF's band of σ. Empty where the file has none.
/// `fluxPower`: the row's flux is multiplied by 10^this.
Result<std::vector<float>> imageWeights(FitsFile& file, int image, qint64 row, int fluxPower);

/// The flags of the same pixels, in an extension DQ, QUAL, MASK or the like; empty without one.
Result<PixelMask> imageMask(FitsFile& file, int image, qint64 row);

/// The image that holds the wavelengths of this one's pixels: by its name, or by its place in files of three
/// images without names.
std::optional<int> wavelengthImage(const FitsFile& file, int image);
