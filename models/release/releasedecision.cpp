#include "models/release/releasedecision.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseJudge)
};

std::vector<QByteArray> wordsOf(const QVariant& joined)
{
    const auto list = joined.toString().toUtf8().split(',');
    return {list.begin(), list.end()};
}

bool isAmong(QByteArrayView word, const std::vector<QByteArray>& words)
{
    return !word.isEmpty() && std::ranges::find(words, word) != words.end();
}

double orNone(double snr)
{
    return std::isnan(snr) ? 0 : snr;
}

QByteArrayView zFlagOf(const SpectrumEvidence& evidence)
{
    const auto by = evidence.decision.decidedBy;
    if (by.isNull())
        return evidence.zMethod.isEmpty() ? QByteArrayView("PIPELINE") : evidence.zMethod;
    return by == "module" ? "g&Q PIPELINE" : by == "rule" ? "SPECDESK" : "PIPELINE AND EYECHECK";
}

QByteArrayView classOf(const SpectrumEvidence& evidence)
{
    return evidence.decision.spectralClass.isNull() ? evidence.spectralClass
                                                    : evidence.decision.spectralClass;
}
}

FinalWord finalWord(const SpectrumEvidence& evidence)
{
    const auto& decision = evidence.decision;
    const bool decided = evidence.isDecided();
    const auto spectralClass = classOf(evidence);
    const auto subclass = decision.subclass.isNull() ? evidence.subclass : decision.subclass;
    return {.spectralClass = spectralClass == "UNKNOWN" ? QByteArrayView("Unknown") : spectralClass,
            .subclass = subclass.isEmpty() ? QByteArrayView("Non") : subclass,
            .z = decided ? decision.z : evidence.z,
            .zError = decided ? decision.zError : evidence.zError,
            .decidedBy = decided ? decision.decidedBy : QByteArrayView("pipeline"),
            .zFlag = zFlagOf(evidence)};
}

ReleaseJudge::Criterion ReleaseJudge::criterion(QByteArrayView reason)
{
    using Evidence = SpectrumEvidence;
    static const std::pair<const char*, Criterion> criteria[] {
        {"not-object",
         [](const Evidence& seen, const Limits& limits) {
             return isAmong(seen.fiberType, limits.notObjects);
         }},
        {"withdrawn", [](const Evidence& seen, const Limits&) { return seen.decision.isWithdrawn; }},
        {"plate-test",
         [](const Evidence& seen, const Limits&) { return !seen.plate.isScience.value_or(true); }},
        {"plate-invalid",
         [](const Evidence& seen, const Limits&) { return !seen.plate.isValid.value_or(true); }},
        {"plate-unconfirmed", [](const Evidence& seen, const Limits&) { return !seen.plate.isConfirmed; }},
        {"raw-problem", [](const Evidence& seen, const Limits&) { return seen.decision.inRawProblem; }},
        {"2d-problem", [](const Evidence& seen, const Limits&) { return seen.decision.inReductionProblem; }},
        {"low-snr",
         [](const Evidence& seen, const Limits& limits) {
             return std::max({orNone(seen.snrG), orNone(seen.snrR), orNone(seen.snrI)}) < limits.minimumSnr;
         }},
        {"disputed",
         [](const Evidence& seen, const Limits&) { return seen.decision.decidedBy == "disputed"; }},
        {"unchecked", // no eye was on it, nor a rule that stands for one
         [](const Evidence& seen, const Limits& limits) {
             return (!seen.isDecided() || seen.decision.decidedBy == "module")
                 && isAmong(seen.queueReason, limits.mustBeChecked);
         }},
        {"unknown-class", [](const Evidence& seen, const Limits&) {
             const auto spectralClass = classOf(seen);
             return spectralClass.isNull() || spectralClass == "UNKNOWN";
         }}};
    for (const auto& [word, applies] : criteria)
        if (reason == word)
            return applies;
    return nullptr;
}

Result<ReleaseJudge> ReleaseJudge::of(const ReleaseRules& rules, bool formal)
{
    ReleaseJudge judge;
    for (const auto& reason : rules.reasons(formal)) {
        const auto applies = criterion(reason.toUtf8());
        if (!applies)
            return Error {ErrorKind::BadInput,
                          Text::tr("The release rules name “%1”, which SpecDesk does not know.").arg(reason),
                          reason};
        judge.m_rules.push_back({reason.toUtf8(), applies});
    }
    const auto number = [&](const QString& name) { return rules.values.value(name).toDouble(); };
    judge.m_limits = {
        .notObjects = wordsOf(rules.values.value(u"not_objects"_s)),
        .mustBeChecked = wordsOf(rules.values.value(u"must_be_checked"_s)),
        .minimumSnr = number(u"minimum_snr"_s),
        .afgkSubclasses = QRegularExpression(rules.values.value(u"afgk_subclasses"_s).toString()),
        .snrDark = number(u"afgk_snrg_dark"_s),
        .snrBright = number(u"afgk_snrg_bright"_s),
        .brightFromDay = number(u"bright_moon_from_day"_s),
        .brightUntilDay = number(u"bright_moon_until_day"_s),
    };
    return judge;
}

QByteArrayView ReleaseJudge::reason(const SpectrumEvidence& evidence) const
{
    for (const auto& rule : m_rules)
        if (rule.applies(evidence, m_limits))
            return rule.reason;
    return "";
}

std::vector<ExplainedRule> ReleaseJudge::rules(const SpectrumEvidence& evidence) const
{
    std::vector<ExplainedRule> explained;
    for (const auto& rule : m_rules)
        explained.push_back({QString::fromUtf8(rule.reason), rule.applies(evidence, m_limits)});
    return explained;
}

bool ReleaseJudge::isAfgkStar(const SpectrumEvidence& evidence, const FinalWord& word) const
{
    if (!evidence.parameters || word.spectralClass != "STAR" || !isAfgk(word.subclass))
        return false;
    const double moon = evidence.plate.moonPhaseDays;
    const bool isDark = moon < m_limits.brightFromDay || moon > m_limits.brightUntilDay; // unknown: bright
    // As the catalogue has it, with two decimals.
    return std::rint(evidence.snrG * 100) / 100 >= (isDark ? m_limits.snrDark : m_limits.snrBright);
}

bool ReleaseJudge::isAfgk(QByteArrayView subclass) const
{
    const auto key = QByteArray::fromRawData(subclass.data(), subclass.size());
    if (const auto known = m_afgk.constFind(key); known != m_afgk.cend())
        return *known;
    const auto text = QString::fromUtf8(subclass).first(
        std::min<qsizetype>(QString::fromUtf8(subclass).size(), longestSubclass));
    const bool matches = m_limits.afgkSubclasses.match(text).hasMatch();
    m_afgk.insert(subclass.toByteArray(), matches);
    return matches;
}
