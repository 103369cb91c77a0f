#pragma once

#include "db/fits/fitsfile.h"
#include "models/spectrum/spectrum.h"

/// Row `row` (from 0) of an image HDU that is `pixels` wide, or its only row; empty where there is no such
/// HDU or row or the image has another width.
Result<std::vector<float>> imageRow(FitsFile& file, std::optional<int> hdu, qint64 row, qint64 pixels);

/// The same of an image of flags; bits outside `kept` are dropped.
Result<PixelMask> maskRow(FitsFile& file, std::optional<int> hdu, qint64 row, qint64 pixels,
                          quint32 kept = ~0u);

/// A spectrum of `file` that has its name, place and primary header.
std::shared_ptr<Spectrum> newSpectrum(const FitsFile& file, Layout layout, std::size_t indexInFile);

/// A count or number of a survey's; nothing for negative ones and sentinels.
std::optional<int> smallNumber(std::optional<qint64> value);

/// The night of a modified Julian date as the survey's night number and date; for telescopes where a night
/// lies inside one UT day, or MJDs that are counted so.
void setNight(Target& target, std::optional<double> mjd);
