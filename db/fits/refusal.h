#pragma once

#include "models/values/error.h"

/// The Error of a file that is there and cannot be read as spectra. `message` is a translated sentence whose
/// %1 becomes the file's name without folder; `detail` goes to the log behind the full path.
Error refusal(const QString& file, const QString& message, const QString& detail = {});

/// The refusals most layouts share.
Error tooLarge(const QString& file);
Error noWavelengths(const QString& file);
