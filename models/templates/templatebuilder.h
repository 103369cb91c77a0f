#pragma once

#include "models/templates/stellartemplates.h"
#include "models/templates/templategroup.h"

/// What a set is built from and called.
struct TemplateRecipe
{
    QString version; ///< Written into every file, e.g. "2026-11"
    double leastSnr = 8; ///< Median S/N a pixel a spectrum must have to be used
};

/// Builds SpecDesk's set: stars from verified spectra where there are some and from models elsewhere,
/// galaxies from those stars and nebular lines, QSOs from a model of continuum and line families.
TemplateSet buildTemplates(const VerifiedSpectra& spectra, const TemplateRecipe& recipe);
