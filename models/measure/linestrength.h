#pragma once

#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

/// How strong the line between two wavelengths is, against a straight continuum through both its sides.
struct LineStrength
{
    double fromAngstrom = 0; ///< Observed vacuum, as asked for
    double toAngstrom = 0;
    double centreAngstrom =
        0; ///< Observed vacuum: mean wavelength weighted with what differs from the continuum
    double continuum = 0; ///< At the middle, in Spectrum::fluxUnit
    double slope = 0; ///< Of the continuum, in flux unit / Å
    double flux = 0; ///< Spectrum::fluxUnit · Å; emission positive, absorption negative
    double fluxError = 0; ///< 1 σ: of the pixels and of the continuum
    struct EquivalentWidth
    {
        double angstrom = 0; ///< As observed: absorption positive, emission negative
        double error = 0; ///< 1 σ
    };
    std::optional<EquivalentWidth> width; ///< Only where the continuum is above zero all along

    double signalToNoise() const { return fluxError > 0 ? flux / fluxError : 0; }
    double continuumAt(double angstrom) const
    {
        return continuum + slope * (angstrom - (fromAngstrom + toAngstrom) / 2);
    }
};

/// Sums what lies between the wavelengths (observed vacuum Å, in either order). The continuum is the weighted
/// straight line through a band on each side, half as wide as the line and at least eight pixels, without
/// pixels more than 3 σ off it. BadInput when pixels or continuum are missing.
Result<LineStrength> lineStrength(const Spectrum& spectrum, double fromAngstrom, double toAngstrom);
