#pragma once

#include "models/values/result.h"

#include <QString>

#include <optional>
#include <vector>

/// What the numbers of a wavelength axis are.
struct WavelengthUnit
{
    enum class Scale { Linear, Log10, Ln };

    double angstroms = 1.0; ///< Å in one of it; of the number behind a logarithm.
    Scale scale = Scale::Linear;
};

/// The unit in a text of a FITS header, astropy, IRAF or a heading: "nm", "[um]", "0.1 nm", "10**-9 m",
/// "log10(Angstrom)", "nm (air)". Nothing for what is no unit of wavelength, also for an empty text.
std::optional<WavelengthUnit> wavelengthUnit(const QString& text);

/// What the numbers most probably are where nothing is said, from the first and last (rising) and how many:
/// Å, nm, µm, m, or a logarithm of Å. Nothing where two of them are as probable.
std::optional<WavelengthUnit> wavelengthUnitOf(double from, double to, std::size_t count);

/// Turns rising or falling numbers into Å by what is stated of them: `text` the unit, `named` what a name
/// says ("logarithm of"). Where nothing is stated their size decides. The error, one sentence about `file`,
/// tells that the unit is not known or not stated.
Result<void> toAngstroms(std::vector<double>& axis, const QString& text,
                         std::optional<WavelengthUnit::Scale> named, const QString& file);
