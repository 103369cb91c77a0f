#pragma once

#include "models/simulation/fiberexposure.h"
#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

#include <QByteArray>

/// A LAMOST low-resolution FITS file in memory, not compressed. `cards`: 80-byte records that follow the
/// mandatory ones of the primary header. Layout::LamostImage: five rows flux, inverse variance, wavelength,
/// AND mask, OR mask (DR2–DR8). Layout::LamostTable: empty primary HDU and binary table COADD with one row of
/// vectors (DR9); its NORMALIZATION column is -9999, "not normalised". Other layouts are refused. Same input,
/// same bytes.
Result<QByteArray> lamostFits(const QByteArray& cards, const PixelRows& rows, Layout layout);
