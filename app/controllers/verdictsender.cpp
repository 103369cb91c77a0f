#include "app/controllers/verdictsender.h"

#include "app/session/deliver.h"
#include "db/sql/dberror.h"
#include "db/stores/verdictstore.h"

#include <utility>

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::milliseconds afterFailure = 1s;
constexpr std::chrono::milliseconds longestAnswer = 10s; // a page of 400 takes a fraction of one
constexpr std::chrono::milliseconds afterWrongPassword = 1min; // servers lock accounts that try too often
}

VerdictSender::VerdictSender(QObject* parent)
    : QObject(parent)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &VerdictSender::sendNext);
    m_patience.setSingleShot(true);
    m_patience.setInterval(longestAnswer);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        hold({ErrorKind::Unavailable, tr("The database server does not answer."), {}});
    });
}

void VerdictSender::setJournal(std::unique_ptr<VerdictJournal> journal)
{
    leaveBehind();
    m_journal = std::move(journal);
    if (!m_journal)
        return;
    const auto& leftovers = m_journal->leftovers();
    for (auto verdict = leftovers.rbegin(); verdict != leftovers.rend(); ++verdict)
        m_waiting.push_front({*verdict});
    for (const auto& verdict : leftovers)
        remember(verdict);
    m_waitingVerdicts += static_cast<int>(leftovers.size());
    if (!leftovers.empty())
        emit waitingChanged(waiting());
    sendNext();
}

void VerdictSender::leaveBehind()
{
    Q_ASSERT(!m_underWay);
    m_latest.clear();
    m_waitingVerdicts = 0;
    for (const auto& together : std::exchange(m_waiting, {}))
        for (const auto& verdict : together)
            emit leftBehind(verdict);
    m_journal.reset(); // its file is free for a window of its account
    emit waitingChanged(waiting());
}

void VerdictSender::setSession(std::shared_ptr<Session> session)
{
    m_session = std::move(session);
    sendNext();
}

void VerdictSender::submit(const Verdict& verdict)
{
    enqueue({verdict});
}

void VerdictSender::submitAll(const Verdicts& verdicts)
{
    if (!verdicts.empty())
        enqueue(verdicts);
}

void VerdictSender::withdraw(const Verdict& given)
{
    auto withdrawal = given;
    withdrawal.takesBack = given.submission;
    withdrawal.submission = QUuid::createUuid();
    withdrawal.withdraws = true;
    enqueue({withdrawal});
}

void VerdictSender::enqueue(Verdicts together)
{
    keep(together);
    for (const auto& verdict : together) {
        remember(verdict);
        emit given(verdict);
    }
    m_waitingVerdicts += static_cast<int>(together.size());
    m_waiting.push_back(std::move(together));
    emit waitingChanged(waiting());
    if (!m_retry.isActive() || m_retry.intervalAsDuration() < afterWrongPassword)
        sendNext();
}

void VerdictSender::remember(const Verdict& verdict)
{
    const auto key = std::pair(verdict.obsid, verdict.pipelineVersion);
    if (verdict.withdraws)
        m_latest.remove(key);
    else
        m_latest.insert(key, verdict);
}

void VerdictSender::complete(QueueEntries& entries) const
{
    for (auto& entry : entries) {
        const auto latest = m_latest.constFind({entry.obsid, entry.pipelineVersion});
        if (latest != m_latest.cend())
            entry.verdict = *latest;
    }
}

void VerdictSender::keep(const Verdicts& verdicts)
{
    if (!m_journal)
        return;
    const auto kept = m_journal->append(verdicts);
    if (!kept && m_keeps)
        emit notKept(kept.error());
    m_keeps = static_cast<bool>(kept);
}

void VerdictSender::sendNext()
{
    if (m_underWay || m_waiting.empty() || !m_session)
        return;
    m_underWay = true;
    m_patience.start();
    if (m_waiting.front().front().withdraws)
        sendWithdrawal(m_waiting.front().front());
    else
        sendSubmission(m_waiting.front());
}

void VerdictSender::sendSubmission(const Verdicts& verdicts)
{
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), verdicts](QSqlDatabase& db) {
            return VerdictStore::submitAll(db, names, verdicts);
        });
    deliver(answer, this, [this, verdicts](const Result<void>& done) {
        const auto failure = done ? std::nullopt : std::optional(done.error());
        if (!settled(failure))
            return;
        for (const auto& verdict : verdicts)
            if (failure) {
                m_latest.remove({verdict.obsid, verdict.pipelineVersion});
                emit refused(verdict, *failure);
            } else {
                emit stored(verdict);
            }
    });
}

void VerdictSender::sendWithdrawal(const Verdict& withdrawal)
{
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), withdrawal](QSqlDatabase& db) {
            auto given = withdrawal;
            given.submission = withdrawal.takesBack;
            return VerdictStore::withdraw(db, names, given, withdrawal.submission);
        });
    deliver(answer, this, [this, withdrawal](const Result<std::optional<Verdict>>& standing) {
        const auto failure = standing ? std::nullopt : std::optional(standing.error());
        if (!settled(failure))
            return;
        if (failure)
            emit refused(withdrawal, *failure);
        else
            emit withdrawn(withdrawal, standing.value());
    });
}

void VerdictSender::hold(const Error& error)
{
    if (!std::exchange(m_held, true))
        emit held(error);
}

bool VerdictSender::settled(const std::optional<Error>& failure)
{
    m_underWay = false;
    m_patience.stop();
    if (failure && !isForGood(*failure)) {
        hold(*failure);
        m_retry.start(isWrongPassword(*failure) ? afterWrongPassword : afterFailure);
        return false;
    }
    if (m_held)
        emit resumed();
    m_held = false;
    const auto done = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_waitingVerdicts -= static_cast<int>(done.size());
    if (m_journal)
        for (const auto& verdict : done)
            m_journal->settle(verdict.submission);
    emit waitingChanged(waiting());
    QMetaObject::invokeMethod(this, &VerdictSender::sendNext, Qt::QueuedConnection);
    return true;
}
