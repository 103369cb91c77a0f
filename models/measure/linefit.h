#pragma once

#include "models/measure/windowfit.h"
#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

#include <QStringList>

/// A redshift measured from the lines that must be there.
struct LineFit
{
    double z = 0;
    double zError = 0; ///< 1 σ, widened where the fit is worse than the errors say
    double narrowKmS = 0; ///< σ of narrow lines with the instrument's; 0: none took part
    double broadKmS = 0; ///< σ of broad lines; 0: none took part
    double chi2PerPixel = 0;
    QStringList lines; ///< Names of those that took part with 2 σ or more, the strongest first
};

/// Moves z and the widths until Gaussians at all the lines of the class that the spectrum covers fit it best
/// (Levenberg–Marquardt on z and widths; amplitudes and continua are solved for exactly at every step, the
/// variable projection of Golub & Pereyra 1973). z may move by 1500 km/s, that of broad lines by 6000 km/s.
/// BadInput when no line of the class is covered, none stands out by 3 σ, or z ran off.
Result<LineFit> fitLines(const Spectrum& spectrum, SpectralClass spectralClass, double z);
