#pragma once

#include "models/redshift/redshiftsolution.h"
#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

#include <QByteArray>

#include <limits>

/// When the best solution of a class may be accepted without eyes. All conditions must hold.
struct AcceptanceRule
{
    QString name; ///< Stays with every spectrum it accepted.
    SpectralClass spectralClass = SpectralClass::Unknown;
    double minProbability = 0.99;
    double minSnr = 2; ///< Median a pixel
    double minZ = -1;
    double maxZ = std::numeric_limits<double>::max();
    double maxZError = std::numeric_limits<double>::max();
    bool withoutWarnings = true;
    std::optional<double> pipelineWithinKmS; ///< The pipeline must say the same class and about the same z.
};

/// The "accept without eyes" rules of a survey; after the one SDSS-V inspects by.
struct AcceptanceRules
{
    QString version;
    bool enabled = false;
    std::vector<AcceptanceRule> rules;

    static Result<AcceptanceRules> fromJson(const QByteArray& json);
};

/// The first rule that accepts the best solution; nullptr when none does, when the rules are not enabled, or
/// for a fibre that saw sky.
const AcceptanceRule* acceptingRule(const AcceptanceRules& rules, const Spectrum& spectrum,
                                    const RedshiftAnswer& answer);
