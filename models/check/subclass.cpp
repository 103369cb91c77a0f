#include "models/check/subclass.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

QString mkLetters()
{
    return u"OBAFGKML"_s;
}

QStringList mkPrefixes()
{
    return {u"d"_s, u"g"_s, u"sd"_s};
}

QStringList mkLuminosities()
{
    return {u"I"_s, u"II"_s, u"III"_s, u"IV"_s, u"V"_s};
}

std::optional<MkType> mkTypeFrom(QStringView subclass)
{
    static const QRegularExpression pattern(u"^(d|g|sd)?([OBAFGKML])([0-9])?(I|II|III|IV|V)?$"_s);
    const auto match = pattern.match(subclass.toString());
    if (!match.hasMatch())
        return {};
    const auto digit = match.capturedView(3);
    return MkType {match.captured(1), match.capturedView(2).front(),
                   digit.isEmpty() ? std::nullopt : std::optional(digit.toInt()), match.captured(4)};
}

QString subclassText(const MkType& type)
{
    return type.prefix + type.letter + (type.digit ? QString::number(*type.digit) : QString())
        + type.luminosity;
}

QStringList namedSubclasses(SpectralClass spectralClass)
{
    switch (spectralClass) {
    case SpectralClass::Star:
        return {u"OB"_s,       u"WD"_s, u"WDMagnetic"_s, u"CV"_s,        u"Carbon"_s,
                u"CarbonWD"_s, u"EM"_s, u"sdB"_s,        u"DoubleStar"_s};
    case SpectralClass::Galaxy:
        return {u"STARFORMING"_s, u"STARBURST"_s, u"AGN"_s, u"BROADLINE"_s};
    case SpectralClass::Qso:
        return {u"BROADLINE"_s, u"AGN"_s, u"STARBURST"_s};
    case SpectralClass::Unknown:
        break;
    }
    return {};
}

std::optional<QString> subclassFrom(SpectralClass spectralClass, const QString& text)
{
    const auto trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return QString();
    for (const auto& name : namedSubclasses(spectralClass))
        if (name.compare(trimmed, Qt::CaseInsensitive) == 0)
            return name;
    if (spectralClass != SpectralClass::Star)
        return {};

    // The letters of an MK type are capitals, a prefix is not: "dm3" → "dM3"
    auto spelled = trimmed.toUpper();
    for (const auto& prefix : mkPrefixes())
        if (trimmed.size() > prefix.size() && trimmed.startsWith(prefix, Qt::CaseInsensitive)
            && mkLetters().contains(spelled.at(prefix.size())))
            spelled.replace(0, prefix.size(), prefix);
    return mkTypeFrom(spelled) ? std::optional(spelled) : std::nullopt;
}
