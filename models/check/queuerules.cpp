#include "models/check/queuerules.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
/// `pattern` with '*', '?' and one-character sets "[0-9]" against all of `text`, whatever the case.
/// Written out because 250 spectra ask some thousand times and a regular expression would have to be kept for
/// each.
bool matches(QStringView pattern, QStringView text)
{
    while (!pattern.isEmpty()) {
        if (pattern.front() == u'*') {
            pattern = pattern.sliced(1);
            for (qsizetype skip = 0; skip <= text.size(); ++skip)
                if (matches(pattern, text.sliced(skip)))
                    return true;
            return false;
        }
        if (text.isEmpty())
            return false;
        const auto letter = text.front().toLower();
        const auto close = pattern.front() == u'[' ? pattern.indexOf(u']') : -1;
        if (close == 4 && pattern[2] == u'-') {
            if (letter < pattern[1].toLower() || letter > pattern[3].toLower())
                return false;
            pattern = pattern.sliced(5);
        } else {
            if (pattern.front() != u'?' && pattern.front().toLower() != letter)
                return false;
            pattern = pattern.sliced(1);
        }
        text = text.sliced(1);
    }
    return text.isEmpty();
}

bool matchesAny(const QStringList& patterns, QStringView text)
{
    return !text.isEmpty()
        && std::ranges::any_of(patterns, [text](const QString& pattern) { return matches(pattern, text); });
}

/// SplitMix64's finaliser (Steele et al. 2014): neighbouring obsids become independent numbers.
quint64 scattered(quint64 value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

bool isSampled(qint64 obsid, double share)
{
    constexpr double range = 18446744073709551616.0; // 2^64
    return static_cast<double>(scattered(static_cast<quint64>(obsid))) < share * range;
}

QStringList texts(const QJsonObject& object, const QString& key)
{
    QStringList list;
    const auto array = object.value(key).toArray();
    for (const auto& value : array)
        list << value.toString();
    return list;
}
}

Result<QueueRules> QueueRules::fromJson(const QByteArray& json)
{
    QJsonParseError failure;
    const auto object = QJsonDocument::fromJson(json, &failure).object();
    const auto share = object.value("sampleShare"_L1).toDouble(-1);
    if (object.isEmpty() || share < 0 || share > 1 || !object.value("specialSubclasses"_L1).isArray())
        return Error {ErrorKind::BadFile,
                      QCoreApplication::translate("models", "The file of queue rules is damaged."),
                      failure.errorString()};
    return QueueRules {.version = object.value("version"_L1).toString(),
                       .specialSubclasses = texts(object, u"specialSubclasses"_s),
                       .extragalacticTargets = texts(object, u"extragalacticTargets"_s),
                       .notObjects = texts(object, u"notObjects"_s),
                       .sampleShare = share};
}

QueueDecision decide(const Spectrum& spectrum, const QueueRules& rules)
{
    // Steps of 100 leave room between the reasons.
    if (matchesAny(rules.notObjects, spectrum.target.fiberType))
        return {WorkPage::Browse, QueueReason::None, 900, false};
    switch (spectrum.pipeline.spectralClass) {
    case SpectralClass::Qso:
    case SpectralClass::Galaxy:
        return {WorkPage::Inspect, QueueReason::Extragalactic, 100};
    case SpectralClass::Unknown:
        return {WorkPage::Inspect, QueueReason::Unknown, 400};
    case SpectralClass::Star:
        break;
    }
    if (matchesAny(rules.extragalacticTargets, spectrum.target.objectType)
        || matchesAny(rules.extragalacticTargets, spectrum.target.targetSource))
        return {WorkPage::Inspect, QueueReason::TargetMismatch, 200};
    if (matchesAny(rules.specialSubclasses, spectrum.pipeline.subclass))
        return {WorkPage::Inspect, QueueReason::SpecialStar, 300};
    if (isSampled(spectrum.target.obsid, rules.sampleShare))
        return {WorkPage::Inspect, QueueReason::Sample, 500};
    return {WorkPage::Browse, QueueReason::None, 600};
}

QueueEntry queueEntryOf(const Spectrum& spectrum, const QueueDecision& decision)
{
    const auto& target = spectrum.target;
    return {.obsid = target.obsid,
            .pipelineVersion = spectrum.pipelineVersion,
            .file = spectrum.file,
            .indexInFile = spectrum.indexInFile,
            .designation = target.designation,
            .survey = target.survey,
            .planId = target.planId,
            .spectrographId = target.spectrographId,
            .fiberId = target.fiberId,
            .obsDate = target.obsDate,
            .spectralClass = spectrum.pipeline.spectralClass,
            .subclass = spectrum.pipeline.subclass,
            .z = spectrum.pipeline.z,
            .zError = spectrum.pipeline.zError,
            .snr = spectrum.snr,
            .raDeg = target.raDeg,
            .decDeg = target.decDeg,
            .objectType = target.objectType,
            .page = decision.page,
            .reason = decision.reason,
            .priority = decision.priority,
            .verdict = {}};
}
