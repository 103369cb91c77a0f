#pragma once

#include "models/spectrum/spectrum.h"
#include "models/values/error.h"

/// What every result of the reader keeps to, whatever the file; the broken promise in words, empty where all
/// are kept.
QString brokenPromise(const std::vector<SpectrumPtr>& spectra);
QString brokenPromise(const Error& error);
