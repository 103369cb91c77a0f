#include "app/controllers/verdictfollower.h"

#include <utility>

VerdictFollower::VerdictFollower(VerdictSender& sender, List list, QObject* parent)
    : QObject(parent)
    , m_list(std::move(list))
{
    connect(&sender, &VerdictSender::given, this, &VerdictFollower::take);
    connect(&sender, &VerdictSender::refused, this, &VerdictFollower::takeBack);
    connect(&sender, &VerdictSender::leftBehind, this, &VerdictFollower::takeBack);
    connect(&sender, &VerdictSender::withdrawn, this, &VerdictFollower::takeStanding);
    connect(&sender, &VerdictSender::stored, this,
            [this](const Verdict& verdict) { m_before.remove(verdict.submission); });
}

void VerdictFollower::take(const Verdict& verdict)
{
    const auto* entry = m_list.entry(verdict.obsid, verdict.pipelineVersion);
    if (!entry)
        return;
    m_before.insert(verdict.submission, entry->verdict);
    set(*entry, verdict.withdraws ? std::nullopt : std::optional(verdict));
}

void VerdictFollower::takeBack(const Verdict& verdict)
{
    const bool known = m_before.contains(verdict.submission);
    const auto before = m_before.take(verdict.submission);
    const auto* entry = m_list.entry(verdict.obsid, verdict.pipelineVersion);
    if (!entry)
        return;
    for (auto& later : m_before) // given on top of this one
        if (later && later->submission == verdict.submission)
            later = before;
    const auto& standing = entry->verdict;
    const bool stands = standing && standing->submission == verdict.submission;
    const bool decidedSince = standing && m_before.contains(standing->submission);
    if (verdict.withdraws ? known && !decidedSince : stands)
        set(*entry, before);
}

/// The server knows what the inspector said before; a list that came later may not.
void VerdictFollower::takeStanding(const Verdict& withdrawal, const std::optional<Verdict>& standing)
{
    m_before.remove(withdrawal.submission);
    const auto* entry = m_list.entry(withdrawal.obsid, withdrawal.pipelineVersion);
    if (entry && !entry->verdict)
        set(*entry, standing);
}

void VerdictFollower::set(const QueueEntry& entry, const std::optional<Verdict>& verdict)
{
    if (entry.verdict == verdict)
        return;
    const auto obsid = entry.obsid;
    const auto version = entry.pipelineVersion;
    m_list.setVerdict(entry, verdict);
    emit changed(obsid, version);
}
