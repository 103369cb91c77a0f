#pragma once

#include "models/spectrum/spectrum.h"
#include "plotting/palette.h"

#include <QImage>

/// How a wall's tiles are drawn.
struct TileLook
{
    QSize size {240, 110}; ///< Device pixels
    PlotPalette colours = PlotPalette::light();
    double fromAngstrom = 0; ///< Wavelengths over the width; both 0: all of the spectrum's
    double toAngstrom = 0;
};

/// A small picture of the coadd over its wavelengths: the mean of every column as a line, its smallest and
/// largest pixel as a pale envelope, so that neither shape nor spike is lost. `model` (on the coadd's pixels,
/// or empty) lies behind it in the template's colour. Wavelength runs linearly over the width. Gaps stay
/// empty. Any thread; some 30 µs for a LAMOST spectrum.
QImage tilePicture(const Spectrum& spectrum, const std::vector<float>& model, const TileLook& look);
