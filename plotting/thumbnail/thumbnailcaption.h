#pragma once

#include "models/release/releasedspectrum.h"
#include "models/spectrum/fitsheader.h"
#include "plotting/thumbnail/thumbnail.h"

/// What a released spectrum's thumbnail says, after LAMOST's: class, cz in km/s for stars and z for others
/// with errors, position, evening date, release, magnitudes of the input catalogue. Words of the published
/// files, never translated.
ThumbnailCaption thumbnailCaption(const ReleasedSpectrum& spectrum, const QString& releaseTitle,
                                  const FitsHeader& header);
