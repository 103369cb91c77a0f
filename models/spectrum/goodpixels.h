#pragma once

#include "models/spectrum/spectrum.h"

/// True where a pixel has a finite flux, a weight (where the file has weights) and none of `worthless` in its
/// AND mask (see worthlessBits()): what a plot draws as measured.
bool hasGoodPixel(const Samples& samples, quint32 worthless);

/// The same of a spectrum's coadd, by its layout's bits. False: a plot shows nothing but gaps, and no S/N was
/// measured.
bool hasGoodPixel(const Spectrum& spectrum);
