#include "app/controllers/verdictsender.h"

#include "app/deliver.h"
#include "db/stores/verdictstore.h"

using namespace std::chrono_literals;

VerdictSender::VerdictSender(QObject* parent)
    : QObject(parent)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(1s);
    connect(&m_retry, &QTimer::timeout, this, &VerdictSender::sendNext);
}

void VerdictSender::setSession(std::shared_ptr<Session> session)
{
    m_session = std::move(session);
    sendNext();
}

void VerdictSender::submit(const Verdict& verdict)
{
    enqueue({verdict, false});
}

void VerdictSender::withdraw(const Verdict& standing)
{
    auto withdrawal = standing;
    withdrawal.submission = QUuid::createUuid();
    enqueue({withdrawal, true});
}

void VerdictSender::enqueue(Dispatch dispatch)
{
    m_waiting.push_back(std::move(dispatch));
    emit waitingChanged(waiting());
    sendNext();
}

void VerdictSender::sendNext()
{
    if (m_underWay || m_waiting.empty() || !m_session)
        return;
    m_underWay = true;
    if (m_waiting.front().withdrawal)
        sendWithdrawal(m_waiting.front());
    else
        sendSubmission(m_waiting.front());
}

void VerdictSender::sendSubmission(const Dispatch& dispatch)
{
    const auto answer = m_session->interactive().run(
        [names = m_session->schemas(), verdict = dispatch.verdict](QSqlDatabase& db) {
            return VerdictStore::submit(db, names, verdict);
        });
    deliver(answer, this, [this, verdict = dispatch.verdict](const Result<qint64>& id) mutable {
        const auto failure = id ? std::nullopt : std::optional(id.error());
        if (!settled(failure))
            return;
        if (failure) {
            emit refused(verdict, *failure);
        } else {
            verdict.id = id.value();
            emit stored(verdict);
        }
    });
}

void VerdictSender::sendWithdrawal(const Dispatch& dispatch)
{
    const auto answer = m_session->interactive().run(
        [names = m_session->schemas(), verdict = dispatch.verdict](QSqlDatabase& db) {
            return VerdictStore::withdraw(db, names, verdict, verdict.submission);
        });
    deliver(answer, this, [this, verdict = dispatch.verdict](const Result<std::optional<Verdict>>& standing) {
        const auto failure = standing ? std::nullopt : std::optional(standing.error());
        if (!settled(failure))
            return;
        if (failure)
            emit refused(verdict, *failure);
        else
            emit withdrawn(verdict, standing.value());
    });
}

bool VerdictSender::settled(const std::optional<Error>& failure)
{
    m_underWay = false;
    if (failure && (failure->kind == ErrorKind::Unavailable || failure->kind == ErrorKind::NoSpace)) {
        if (!m_held)
            emit held(*failure);
        m_held = true;
        m_retry.start();
        return false;
    }
    if (m_held)
        emit resumed();
    m_held = false;
    m_waiting.pop_front();
    emit waitingChanged(waiting());
    QMetaObject::invokeMethod(this, &VerdictSender::sendNext, Qt::QueuedConnection);
    return true;
}
