#pragma once

#include "models/spectrum/spectrum.h"

/// Bits that make a pixel worthless in this layout's AND mask. LAMOST: any bit; SDSS: only those of SPPIXMASK
/// that say nothing was measured, because others (BRIGHTSKY, NEARBADPIXEL …) mark good pixels by the
/// thousand.
quint32 worthlessBits(Layout layout);

/// The survey's words for mask bits, joined by ", "; a bit without a name gives its value.
QString maskNames(Layout layout, quint32 bits);

/// The bits a mask has at a pixel.
quint32 maskBitsAt(const PixelMask& mask, qint32 pixel);
