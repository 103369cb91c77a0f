#pragma once

#include "db/fits/textlines.h"
#include "db/fits/wavelengthunit.h"

/// Which field of a line holds what, from 0; -1: none does.
struct TextColumns
{
    int wavelength = 0;
    int flux = 1;
    int error = 2;
    int variance = -1;
    int inverseVariance = -1;
    std::optional<WavelengthUnit::Scale> scale; ///< Where the heading says it.
    QString unit; ///< Of the wavelengths; empty where nothing says it.
    QString wavelengthName; ///< The heading of the wavelengths.
    bool named = false; ///< Headings say so; else by place.
    bool headingIsUnknown = false; ///< There are headings, but of words that say nothing.
};

/// What the lines above the numbers say of the columns, of which there are `count`. The last line that names
/// wavelength and flux counts; a comment is believed only where it names as many columns as there are.
/// Nothing where the headings are those of other quantities.
std::optional<TextColumns> textColumns(const std::vector<QByteArrayView>& preamble, std::size_t count);
