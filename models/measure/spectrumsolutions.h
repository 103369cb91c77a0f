#pragma once

#include "models/redshift/redshiftengine.h"

/// A template as it is drawn over a spectrum.
struct TemplateOverlay
{
    double z = 0;
    SpectralClass spectralClass = SpectralClass::Unknown;
    QString group; ///< TemplateGroup::name; empty: no template of that class reaches that redshift.
    std::vector<float> flux; ///< By pixel of the coadd, in the spectrum's flux unit; NaN where it ends
};

/// Which template is to be fitted.
struct TemplateWish
{
    SpectralClass spectralClass = SpectralClass::Unknown;
    double z = 0;
    QString group; ///< Empty: the group of the class that fits best

    bool operator==(const TemplateWish&) const = default;
};

/// SpecDesk's answers to one spectrum, with what is drawn of them. Never changed after it is built.
struct SpectrumSolutions
{
    SpectrumPtr spectrum; ///< What they are the answers to
    RedshiftAnswer answer; ///< The curves thinned for a plot of a few hundred pixels
    std::vector<TemplateOverlay> overlays; ///< One a solution
};

using SolutionsPtr = std::shared_ptr<const SpectrumSolutions>;

/// Searches a spectrum's redshift and fits the template of every solution. Takes tens of milliseconds.
SolutionsPtr solutionsOf(const RedshiftEngine& engine, const SpectrumPtr& spectrum);

/// The template wished for, fitted; without flux when no group of that class reaches that redshift.
TemplateOverlay fittedTemplate(const RedshiftEngine& engine, const Spectrum& spectrum,
                               const TemplateWish& wish);

/// The template moved to another redshift as it is: what is shown until the right one is fitted.
std::vector<float> shiftedTemplate(const Samples& samples, const TemplateOverlay& overlay, double z);

/// The highest point of each of `bins` stretches even in log(1+z), its z kept.
RedshiftCurve thinned(const RedshiftCurve& curve, int bins);
