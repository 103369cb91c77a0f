#include "models/check/verdictdraft.h"

#include <cmath>

namespace {
/// No star of the Galaxy or its neighbours moves faster than 6000 km/s.
constexpr double fastestStar = 0.02;
}

VerdictDraft::VerdictDraft(const QueueEntry& entry)
    : m_pipelineZError(entry.zError)
{
    m_answer.spectralClass = entry.spectralClass;
    m_answer.subclass = entry.subclass;
    m_answer.z = entry.z;
    m_answer.zError = entry.zError;
    if (const auto& earlier = entry.verdict) {
        m_answer.spectralClass = earlier->spectralClass;
        m_answer.subclass = earlier->subclass;
        m_answer.z = earlier->z;
        m_answer.zError = earlier->zError;
        m_answer.origin = earlier->origin;
        m_answer.originDetail = earlier->originDetail;
        m_answer.grade = earlier->grade;
        m_answer.reasons = earlier->reasons;
        m_answer.comment = earlier->comment;
    }
    m_answer.obsid = entry.obsid;
    m_answer.pipelineVersion = entry.pipelineVersion;
    m_answer.shownClass = entry.spectralClass;
    m_answer.shownSubclass = entry.subclass;
    m_answer.shownZ = entry.z;
}

std::optional<Grade> VerdictDraft::grade() const
{
    if (m_answer.grade)
        return m_answer.grade;
    if (m_answer.spectralClass == SpectralClass::Unknown)
        return m_answer.z ? std::nullopt : std::optional(Grade::None);
    return m_answer.z ? std::optional(Grade::Secure) : std::nullopt;
}

void VerdictDraft::setClass(SpectralClass spectralClass)
{
    if (spectralClass == m_answer.spectralClass)
        return;
    m_answer.spectralClass = spectralClass;
    m_answer.subclass = classDiffers() ? QString() : m_answer.shownSubclass;
    const bool possible = !m_answer.z || !classDiffers() || spectralClass == SpectralClass::Galaxy
        || spectralClass == SpectralClass::Unknown
        || (spectralClass == SpectralClass::Star) == (std::abs(*m_answer.z) < fastestStar);
    if (!possible) {
        m_answer.z.reset();
        m_answer.zError.reset();
        m_answer.origin = RedshiftOrigin::Pipeline; // as of every answer that names none
        m_answer.originDetail.clear();
    } else if (!m_answer.z && !classDiffers()) {
        resetRedshift();
    }
}

void VerdictDraft::setRedshift(double z, RedshiftOrigin origin, const QString& detail,
                               std::optional<double> zError)
{
    m_answer.z = std::round(z * 1e6) / 1e6;
    m_answer.zError = zError;
    m_answer.origin = origin;
    m_answer.originDetail = detail;
}

void VerdictDraft::resetRedshift()
{
    m_answer.z = m_answer.shownZ;
    m_answer.zError = m_pipelineZError;
    m_answer.origin = RedshiftOrigin::Pipeline;
    m_answer.originDetail.clear();
}

void VerdictDraft::setReason(const QString& code, bool given)
{
    QStringList ordered;
    for (const auto& known : knownReasons())
        if (known == code ? given : m_answer.reasons.contains(known))
            ordered << known;
    m_answer.reasons = ordered;
}

VerdictDraft::Missing VerdictDraft::missing() const
{
    const auto given = grade();
    const bool needsRedshift = m_answer.spectralClass != SpectralClass::Star;
    if (given && *given != Grade::None && !m_answer.z && needsRedshift)
        return Missing::Redshift;
    if (given == Grade::Possible && m_answer.reasons.isEmpty())
        return Missing::Reason;
    return Missing::Nothing;
}

bool VerdictDraft::repeats(const Verdict& verdict) const
{
    const auto sameRedshift = grade() == Grade::None ? !verdict.z : verdict.z == m_answer.z;
    return !verdict.withdraws && verdict.spectralClass == m_answer.spectralClass
        && verdict.subclass == m_answer.subclass && sameRedshift && verdict.grade == grade()
        && verdict.reasons == m_answer.reasons && verdict.comment == m_answer.comment;
}

Verdict VerdictDraft::verdict(double secondsSpent) const
{
    auto verdict = m_answer;
    verdict.submission = QUuid::createUuid();
    verdict.grade = grade();
    if (verdict.grade == Grade::None) {
        verdict.z.reset();
        verdict.zError.reset();
    }
    verdict.decidedAt = QDateTime::currentDateTimeUtc();
    verdict.secondsSpent = secondsSpent;
    return verdict;
}
