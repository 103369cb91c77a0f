#pragma once

#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

#include <QByteArrayView>

/// Reads columns of text: wavelength (Å), flux and, where there is a third, error; separated by commas,
/// semicolons, tabs or blanks. Lines that begin with #, ;, ! or % are comments; a first line of names says
/// which column is which ("wavelength", "flux", "error", "ivar", …). "air" or "vacuum" in comments or names
/// is believed; without it vacuum is assumed and the frame marked unknown. A unit that is not named is
/// unitByRange()'s.
Result<std::vector<SpectrumPtr>> readTextSpectrum(QByteArrayView bytes, const QString& name);
