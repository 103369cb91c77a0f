#pragma once

#include "models/lines/skyfeature.h"
#include "models/spectrum/smoothing.h"
#include "models/spectrum/spectrum.h"
#include "models/spectrum/wavelengthscale.h"

/// Neighbouring pixels [first, end).
struct PixelSpan
{
    std::size_t first = 0;
    std::size_t end = 0;
};

/// A spectrum as the plot needs it: computed once when it comes, not at every frame. Vectors have one value
/// per pixel.
struct DrawnSpectrum
{
    SpectrumPtr spectrum; ///< nullptr: nothing to draw
    WavelengthScale scale;
    std::vector<double> position; ///< On the scale
    UsablePixels usable; ///< 0 where flux, inverse variance or mask say there is nothing
    UsablePixels trusted; ///< Usable, and not on a bright sky line: may stretch the flux axis
    std::vector<PixelSpan> gaps; ///< Runs of pixels that are not usable
    std::vector<std::size_t> stretches; ///< First pixel of each stretch between folds
    Trace raw;
    Trace trace; ///< Smoothed; equal to raw without smoothing
    int smoothing = 1;

    bool isEmpty() const { return position.empty(); }
    /// False where every pixel is masked or has no weight.
    bool hasGoodPixel() const;
    /// The pixels whose position lies in a range, and one on either side so that lines leave the plot
    /// properly.
    PixelSpan between(double fromPosition, double toPosition) const;
    /// Where a pixel begins and ends on the scale: halfway to its neighbours, but never into a fold.
    double leftEdge(std::size_t pixel) const;
    double rightEdge(std::size_t pixel) const;
    /// The pixel nearest to an observed wavelength; -1 outside the spectrum and in a fold.
    qint32 pixelAt(double vacuumAngstrom) const;
};

DrawnSpectrum drawnSpectrum(SpectrumPtr spectrum, int smoothing);
void smooth(DrawnSpectrum& drawn, int smoothing);

/// Where two arms overlap or meet, as bands of the sky layer.
std::vector<SkyFeature> armJoins(const Spectrum& spectrum);
