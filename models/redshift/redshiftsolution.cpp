#include "models/redshift/redshiftsolution.h"

#include <QStringList>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::array<std::pair<RedshiftWarning, QLatin1String>, 8> names {{
    {RedshiftWarning::SkyFiber, "sky"_L1},
    {RedshiftWarning::LittleCoverage, "little-coverage"_L1},
    {RedshiftWarning::SmallDeltaChi2, "small-delta-chi2"_L1},
    {RedshiftWarning::NegativeModel, "negative-model"_L1},
    {RedshiftWarning::ManyOutliers, "many-outliers"_L1},
    {RedshiftWarning::AtFitLimit, "fit-limit"_L1},
    {RedshiftWarning::NegativeEmission, "negative-emission"_L1},
    {RedshiftWarning::NoRedshift, "no-redshift"_L1},
}};
}

QString warningNames(RedshiftWarnings warnings)
{
    QStringList words;
    for (const auto& [warning, name] : names) {
        if (warnings.testFlag(warning))
            words.append(name);
    }
    return words.join(u'+');
}

RedshiftWarnings warningsFrom(QStringView text)
{
    RedshiftWarnings warnings;
    for (const auto word : text.split(u'+')) {
        for (const auto& [warning, name] : names)
            warnings.setFlag(warning, warnings.testFlag(warning) || word == name);
    }
    return warnings;
}
