#pragma once

#include "models/templates/stellartemplates.h"
#include "models/templates/templategroup.h"

/// Galaxies as sums of stellar populations, mixed from stars and broadened by their motion, and of nebular
/// lines in groups that keep their ratios: early to late types, post-starburst, emission-line galaxies and
/// narrow-line AGN.
TemplateGroup galaxyTemplates(const StellarLibrary& stars);

/// An old stellar population, σ = 200 km/s: the host in spectra of near QSOs.
LineModel::Flux oldPopulation(const StellarLibrary& stars);
