#pragma once

#include "models/values/result.h"

#include <QString>

#include <optional>

/// The redshifts a person may choose: a blueshift of 15,000 km/s up to beyond Lyman alpha in the z band.
inline constexpr double lowestRedshift = -0.05;
inline constexpr double highestRedshift = 8.0;

/// One coarse step of z in Δz/(1+z), 300 km/s: about four pixels of a LAMOST low-resolution spectrum.
inline constexpr double coarseStep = 1e-3;
/// One fine step of z in Δz/(1+z), 30 km/s: Marz's step, half of what LAMOST's redshifts are good to.
inline constexpr double fineStep = 1e-4;

/// A redshift as typed, with its 1 σ if that was typed too.
struct TypedRedshift
{
    double z = 0;
    std::optional<double> error;
};

/// Reads "0.3091", "0,3091", "0.3091 ± 0.0002", "0.3091+-0.0002" or a velocity "-120 km/s" (z = v/c, "± 5
/// km/s" too). The error is one sentence to show.
Result<TypedRedshift> parseRedshift(const QString& text);

/// `steps` steps of `relativeStep` in Δz/(1+z) from z, held inside the range above.
double steppedRedshift(double z, int steps, double relativeStep);
