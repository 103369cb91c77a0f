#pragma once

#include "models/check/queuerules.h"
#include "models/spectrum/spectrum.h"

/// A LAMOST-like spectrum of plate 1809: header, samples of a few pixels, everything the stores keep.
Spectrum syntheticSpectrum(int spectrograph, int fiber, SpectralClass spectralClass = SpectralClass::Star);

/// `count` spectra of one plate, every tenth a galaxy, every fiftieth a QSO, every 25th a sky fibre.
std::vector<SpectrumPtr> syntheticPlate(int count, int plate = 1809);

/// The rules of resources/rules/queue.json.
QueueRules queueRules();
