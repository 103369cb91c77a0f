#pragma once

#include "models/spectrum/spectrum.h"

/// The most pixels one spectrum may have; the longest of a survey has 50,000.
inline constexpr qint64 mostPixels = qint64(1) << 20;

/// Brings samples onto a good wavelength axis: above 0 Å, at most 1e9 Å, strictly increasing. Pixels without
/// a wavelength at either end go, an axis that falls is turned round; where at most one pixel in twenty does
/// not rise, those are left out. False where the axis cannot be mended or fewer than two pixels remain. `sky`
/// may be empty or has one value a pixel.
bool settleAxis(Samples& samples, std::vector<float>& sky);

/// Drops an AND mask that would leave less than half of the measured pixels: one of good pixels, or of
/// harmless remarks. For files whose masks no data model explains.
void dropUnlikelyMask(Samples& samples);

/// Replaces air wavelengths (Å) by vacuum wavelengths.
void toVacuum(std::vector<double>& wavelengthAngstrom);

/// Replaces decimal logarithms of wavelengths by wavelengths.
void fromLog10(std::vector<double>& wavelength);

/// 1/v for variances, in place; 0 where v is not a positive number.
void inverseOfVariance(std::vector<float>& variance);

/// 1/σ² for errors, in place; 0 where σ is not a positive number.
void inverseOfError(std::vector<float>& error);

/// Makes inverse variances that are negative or no number 0.
void cleanInverseVariance(std::vector<float>& inverseVariance);

/// The power of ten that brings fluxes in units as small as erg/s/cm²/Å to order one, 0 where they are not
/// that small: float does not hold 1/σ² of σ below 5e-20.
int powerForSmallUnits(const std::vector<float>& flux);

/// Multiplies values by 10^power.
void scaleByPower(std::vector<float>& values, int power);

/// The unit of fluxes that were multiplied by 10^power: "1e-17 erg/s/cm²/Å".
QString scaledUnit(const QString& unit, int power);
