#include "models/check/redshiftinput.h"

#include "models/spectrum/wavelength.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
std::optional<double> number(QStringView text)
{
    bool ok = false;
    const auto value = QLocale::c().toDouble(text.trimmed(), &ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

Error notARedshift(const QString& text)
{
    return {ErrorKind::BadInput,
            QCoreApplication::translate("RedshiftInput",
                                        "“%1” is not a redshift: write 0.3091, 0.3091 ± 0.0002 or 120 km/s.")
                .arg(text),
            {}};
}
}

Result<TypedRedshift> parseRedshift(const QString& text)
{
    auto plain = text.trimmed().toLower();
    plain.replace(u',', u'.').replace(u'−', u'-').replace("+/-"_L1, u"±"_s).replace("+-"_L1, u"±"_s);
    const auto isVelocity = plain.endsWith("km/s"_L1);
    const auto unit = isVelocity ? 1.0 / speedOfLightKmS : 1.0;
    if (isVelocity)
        plain.chop(4);

    const auto parts = plain.split(u'±');
    const auto z = number(parts.first());
    if (!z || parts.size() > 2)
        return notARedshift(text.trimmed());
    TypedRedshift typed {*z * unit, {}};
    if (parts.size() == 2) {
        const auto error = number(parts.last());
        if (!error || *error < 0)
            return notARedshift(text.trimmed());
        typed.error = *error * unit;
    }
    if (typed.z < lowestRedshift || typed.z > highestRedshift)
        return Error {ErrorKind::BadInput,
                      QCoreApplication::translate("RedshiftInput", "z must lie between %1 and %2.")
                          .arg(QString::number(lowestRedshift), QString::number(highestRedshift)),
                      {}};
    return typed;
}

double steppedRedshift(double z, int steps, double relativeStep)
{
    return std::clamp((1.0 + z) * std::pow(1.0 + relativeStep, steps) - 1.0, lowestRedshift, highestRedshift);
}
