#pragma once

#include "models/redshift/probability.h"
#include "models/spectrum/spectralclass.h"

#include <QFlags>
#include <QString>

#include <vector>

/// What to beware of in a solution, in the sense of redrock's ZWARN.
enum class RedshiftWarning {
    SkyFiber = 1, ///< The fibre saw sky.
    LittleCoverage = 2, ///< Too few pixels, or the template covers too few of them.
    SmallDeltaChi2 = 4, ///< Another solution is nearly as good.
    NegativeModel = 8, ///< The template would have to be subtracted.
    ManyOutliers = 16, ///< Many pixels are far from the fit.
    AtFitLimit = 32, ///< The best redshift is the end of the template's range.
    NegativeEmission = 64, ///< Emission lines would have to be negative.
    NoRedshift = 128 ///< Nothing in the spectrum tells this solution from chance.
};
Q_DECLARE_FLAGS(RedshiftWarnings, RedshiftWarning)
Q_DECLARE_OPERATORS_FOR_FLAGS(RedshiftWarnings)

/// The words for tables, joined by "+", e.g. "small-delta-chi2+fit-limit"; empty for none. Never translated.
QString warningNames(RedshiftWarnings warnings);
/// What warningNames() wrote.
RedshiftWarnings warningsFrom(QStringView names);

/// One answer to "what is it and at which redshift".
struct RedshiftSolution
{
    double z = 0;
    double zError = 0; ///< 1 σ
    SpectralClass spectralClass = SpectralClass::Unknown;
    QString templateName; ///< The component that carries most of the flux, e.g. "K3"
    QString group; ///< TemplateGroup::name
    double gain =
        0; ///< By how much the template lowers χ² below a smooth continuum, over the spectrum's χ² per pixel
    double deltaChi2 = 0; ///< Gain over the next solution; for all but the first (negative) below the first
    double chi2PerPixel = 0; ///< Of the fit
    int parameters = 0; ///< Components in use
    double probability = 0; ///< That z is right, calibrated; see probabilityOf()
    RedshiftWarnings warnings;
    std::vector<double> amplitudes; ///< By component of the group
};

/// χ² against redshift of one class: the largest gain of its groups at each z.
struct RedshiftCurve
{
    SpectralClass spectralClass = SpectralClass::Unknown;
    std::vector<double> z; ///< Increasing
    std::vector<float> gain; ///< As RedshiftSolution::gain but from the search, before refinement
};

/// Everything the search says of a spectrum.
struct RedshiftAnswer
{
    std::vector<RedshiftSolution> solutions; ///< Best first; empty when the spectrum cannot be searched.
    std::vector<RedshiftCurve> curves; ///< One a class, if asked for
    double snr = 0; ///< Median S/N a pixel
    RedshiftEvidence evidence; ///< What the first solution's probability rests on

    /// False when SpecDesk would rather say that there is no redshift to be had.
    bool hasRedshift() const { return !solutions.empty() && solutions.front().probability >= 0.5; }
};
