#pragma once

#include "db/fits/fitsfile.h"

/// Inverse variances that belong to row `row` of an image: from an extension of the same shape that is called
/// after errors, variances or inverse variances, or from IRAF's band of σ. Empty where the file has none.
/// `fluxPower`: the row's flux is multiplied by 10^this.
Result<std::vector<float>> imageWeights(FitsFile& file, int image, qint64 row, int fluxPower);
