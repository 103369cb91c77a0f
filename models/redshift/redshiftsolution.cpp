#include "models/redshift/redshiftsolution.h"

#include <QStringList>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

QString warningNames(RedshiftWarnings warnings)
{
    static const std::array<std::pair<RedshiftWarning, QString>, 8> names {{
        {RedshiftWarning::SkyFiber, u"sky"_s},
        {RedshiftWarning::LittleCoverage, u"little-coverage"_s},
        {RedshiftWarning::SmallDeltaChi2, u"small-delta-chi2"_s},
        {RedshiftWarning::NegativeModel, u"negative-model"_s},
        {RedshiftWarning::ManyOutliers, u"many-outliers"_s},
        {RedshiftWarning::AtFitLimit, u"fit-limit"_s},
        {RedshiftWarning::NegativeEmission, u"negative-emission"_s},
        {RedshiftWarning::NoRedshift, u"no-redshift"_s},
    }};
    QStringList words;
    for (const auto& [warning, name] : names) {
        if (warnings.testFlag(warning))
            words.append(name);
    }
    return words.join(u'+');
}
