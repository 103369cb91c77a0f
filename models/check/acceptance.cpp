#include "models/check/acceptance.h"

#include "models/spectrum/wavelength.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {
Error damaged(const QString& detail)
{
    return {ErrorKind::BadFile,
            QCoreApplication::translate("models", "The file of acceptance rules is damaged."), detail};
}

bool pipelineAgrees(const Spectrum& spectrum, const RedshiftSolution& solution, double withinKmS)
{
    const auto& pipeline = spectrum.pipeline;
    return pipeline.spectralClass == solution.spectralClass && pipeline.z && *pipeline.z > -1
        && std::abs(std::log((1 + solution.z) / (1 + *pipeline.z))) * speedOfLightKmS <= withinKmS;
}
}

Result<AcceptanceRules> AcceptanceRules::fromJson(const QByteArray& json)
{
    QJsonParseError failure;
    const auto object = QJsonDocument::fromJson(json, &failure).object();
    if (object.isEmpty() || !object.value("enabled"_L1).isBool() || !object.value("rules"_L1).isArray())
        return damaged(failure.errorString());
    AcceptanceRules result {.version = object.value("version"_L1).toString(),
                            .enabled = object.value("enabled"_L1).toBool(),
                            .rules = {}};
    const auto rules = object.value("rules"_L1).toArray();
    for (const auto& value : rules) {
        const auto one = value.toObject();
        AcceptanceRule rule;
        rule.name = one.value("name"_L1).toString();
        rule.spectralClass = spectralClassFrom(one.value("class"_L1).toString());
        rule.minProbability = one.value("minProbability"_L1).toDouble(rule.minProbability);
        rule.minSnr = one.value("minSnr"_L1).toDouble(rule.minSnr);
        rule.minZ = one.value("minZ"_L1).toDouble(rule.minZ);
        rule.maxZ = one.value("maxZ"_L1).toDouble(rule.maxZ);
        rule.maxZError = one.value("maxZError"_L1).toDouble(rule.maxZError);
        rule.withoutWarnings = one.value("withoutWarnings"_L1).toBool(rule.withoutWarnings);
        if (one.contains("pipelineWithinKmS"_L1))
            rule.pipelineWithinKmS = one.value("pipelineWithinKmS"_L1).toDouble();
        if (rule.name.isEmpty() || rule.spectralClass == SpectralClass::Unknown || rule.minProbability < 0.5
            || rule.minProbability > 1)
            return damaged(u"rule \"%1\""_s.arg(rule.name));
        result.rules.push_back(std::move(rule));
    }
    return result;
}

const AcceptanceRule* acceptingRule(const AcceptanceRules& rules, const Spectrum& spectrum,
                                    const RedshiftAnswer& answer)
{
    if (!rules.enabled || !answer.hasRedshift())
        return nullptr;
    const auto& best = answer.solutions.front();
    if (best.warnings.testFlag(RedshiftWarning::SkyFiber))
        return nullptr;
    for (const auto& rule : rules.rules) {
        if (rule.spectralClass == best.spectralClass && best.probability >= rule.minProbability
            && answer.snr >= rule.minSnr && best.z >= rule.minZ && best.z <= rule.maxZ && best.zError > 0
            && best.zError <= rule.maxZError && (!rule.withoutWarnings || !best.warnings)
            && (!rule.pipelineWithinKmS || pipelineAgrees(spectrum, best, *rule.pipelineWithinKmS)))
            return &rule;
    }
    return nullptr;
}
