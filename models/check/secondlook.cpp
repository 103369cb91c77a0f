#include "models/check/secondlook.h"

#include "models/spectrum/wavelength.h"
#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<double> limit(const QJsonObject& object, const QString& name)
{
    const auto value = object.value(name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

bool redshiftsDiffer(const Verdict& one, const Verdict& other, const ConflictRules& rules)
{
    const double apart = std::abs(*one.z - *other.z);
    const auto both = [&](SpectralClass wanted) {
        return one.spectralClass == wanted && other.spectralClass == wanted;
    };
    if (both(SpectralClass::Star) && rules.starVelocityKmS)
        return apart * speedOfLightKmS >= *rules.starVelocityKmS;
    const auto limit = both(SpectralClass::Qso) && rules.redshiftQso ? rules.redshiftQso : rules.redshift;
    return limit && apart / (1 + std::min(*one.z, *other.z)) >= *limit;
}

void addGradeConflicts(std::vector<Conflict>& found, Grade one, Grade other, const ConflictRules& rules)
{
    if (rules.grade && std::abs(static_cast<int>(one) - static_cast<int>(other)) >= *rules.grade)
        found.push_back(Conflict::Grade);
    if (rules.usableDiffers && (one > Grade::Possible) != (other > Grade::Possible))
        found.push_back(Conflict::Usable);
}
}

Result<ConflictRules> ConflictRules::fromJson(const QByteArray& json)
{
    QJsonParseError failure;
    const auto object = QJsonDocument::fromJson(json, &failure).object();
    if (object.value("version"_L1).toString().isEmpty())
        return Error {ErrorKind::BadFile,
                      QCoreApplication::translate("models", "The file of conflict rules is damaged."),
                      failure.errorString()};
    const auto grade = limit(object, u"grade"_s);
    return ConflictRules {.version = object.value("version"_L1).toString(),
                          .classDiffers = object.value("classDiffers"_L1).toBool(),
                          .subclassDiffers = object.value("subclassDiffers"_L1).toBool(),
                          .redshift = limit(object, u"redshift"_s),
                          .redshiftQso = limit(object, u"redshiftQso"_s),
                          .starVelocityKmS = limit(object, u"starVelocityKmS"_s),
                          .grade = grade ? std::optional(static_cast<int>(*grade)) : std::nullopt,
                          .usableDiffers = object.value("usableDiffers"_L1).toBool(),
                          .redshiftMissing = object.value("redshiftMissing"_L1).toBool()};
}

Result<ConflictRules> ConflictRules::builtIn()
{
    const auto text = readWholeFile(u":/rules/conflicts.json"_s);
    return text ? fromJson(text.value()) : text.error();
}

std::vector<Conflict> conflictsBetween(const Verdict& one, const Verdict& other, const ConflictRules& rules)
{
    std::vector<Conflict> found;
    if (rules.classDiffers && one.spectralClass != other.spectralClass)
        found.push_back(Conflict::Class);
    if (rules.subclassDiffers && one.spectralClass == other.spectralClass && one.subclass != other.subclass)
        found.push_back(Conflict::Subclass);
    if (one.z && other.z && redshiftsDiffer(one, other, rules))
        found.push_back(Conflict::Redshift);
    if (rules.redshiftMissing && one.z.has_value() != other.z.has_value())
        found.push_back(Conflict::RedshiftMissing);
    if (one.grade && other.grade)
        addGradeConflicts(found, *one.grade, *other.grade, rules);
    return found;
}

std::vector<Conflict> conflictsAmong(const Verdicts& verdicts, const ConflictRules& rules)
{
    std::vector<Conflict> all;
    for (std::size_t one = 0; one < verdicts.size(); ++one)
        for (std::size_t other = one + 1; other < verdicts.size(); ++other)
            for (const auto conflict : conflictsBetween(verdicts[one], verdicts[other], rules))
                if (std::ranges::find(all, conflict) == all.end())
                    all.push_back(conflict);
    std::ranges::sort(all);
    return all;
}

Recheck recheckFrom(const Verdict& chosen)
{
    return {.submission = QUuid::createUuid(),
            .obsid = chosen.obsid,
            .pipelineVersion = chosen.pipelineVersion,
            .spectralClass = chosen.spectralClass,
            .subclass = chosen.subclass,
            .z = chosen.z,
            .zError = chosen.zError,
            .grade = chosen.grade,
            .comment = {},
            .rechecker = {},
            .decidedAt = {},
            .toolVersion = {},
            .chosenVerdict = chosen.id};
}
