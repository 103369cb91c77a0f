#pragma once

#include "models/spectrum/spectrum.h"

/// True where a primary header says LAMOST, or has no telescope and the survey's own keywords.
bool isFromLamost(const FitsHeader& header);

/// Fills release, target, pipeline answer, S/N and frame of a LAMOST spectrum from its primary header
/// (spectrum.header) and, where that is silent, its file name. Keywords of all releases, DR1 to DR13.
void describeLamost(Spectrum& spectrum);

/// A negative id from survey, night, plate and fibre; from `content` and the file's name where those are
/// unknown.
void deriveObsid(Spectrum& spectrum, QByteArrayView content);
