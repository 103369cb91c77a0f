#pragma once

#include "models/redshift/loggrid.h"
#include "models/spectrum/spectralclass.h"

#include <QString>

#include <vector>

/// One spectrum of a template group.
struct TemplateComponent
{
    QString name; ///< What it shows, e.g. "K3", "old", "[O III]"
    bool isEmission = false; ///< Emission lines only: a negative amplitude would make no sense.
    std::vector<float> flux; ///< On restGrid, relative
};

/// Spectra that are added up to match an object: neighbouring spectral types, stars and gas of a galaxy,
/// continuum and line families of a QSO, or the eigenvectors of another project.
struct TemplateGroup
{
    QString name; ///< Unique in a set, e.g. "STAR-FG"
    SpectralClass spectralClass = SpectralClass::Unknown;
    double zMin = 0;
    double zMax = 0;
    bool nonNegative = true; ///< False for eigenvectors
    bool isBroad = false; ///< Its features are wider than 1000 km/s: the search may take larger steps.
    QString lead; ///< Not empty: this group is tried only where the group of that name fits best.
    std::vector<TemplateComponent> components; ///< At most maxComponents
    QString version;
    QString provenance; ///< Of what and how it was made
    QString file; ///< Where it was read from
};

using TemplateSet = std::vector<TemplateGroup>;
