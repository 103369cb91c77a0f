#pragma once

#include <QStringView>

/// What the numbers of a column, or of an image extension, are by its name.
enum class ColumnMeaning {
    Unknown,
    Wavelength,
    Log10Wavelength,
    LnWavelength,
    Flux,
    Error,
    Variance,
    InverseVariance
};

/// The meaning of a name as people and pipelines write it, for FITS columns, FITS extensions and headings of
/// texts alike: in any case, with blanks, hyphens or underscores between its words, with a unit in brackets
/// or behind it. Rest-frame wavelengths and fluxes per frequency are unknown.
ColumnMeaning columnMeaning(QStringView name);

/// True where the name of a wavelength says vacuum or air.
bool namesVacuum(QStringView name);
bool namesAir(QStringView name);
