#pragma once

#include "app/session.h"
#include "models/check/verdict.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

/// Brings verdicts to the server one after another, in the order they were given, without anybody waiting for
/// it. While the server cannot be reached it holds them and tries again; what the server refuses is given
/// back.
class VerdictSender : public QObject
{
    Q_OBJECT
public:
    explicit VerdictSender(QObject* parent = nullptr);

    void setSession(std::shared_ptr<Session> session);
    void submit(const Verdict& verdict);
    /// Takes the inspector's standing verdict back; see VerdictStore::withdraw.
    void withdraw(const Verdict& standing);
    /// The server could not be reached the last time.
    bool isHeld() const { return m_held || !m_session; }
    int waiting() const { return static_cast<int>(m_waiting.size()); }

signals:
    void waitingChanged(int count);
    void stored(const Verdict& verdict);
    /// The standing verdict after a withdrawal: the one before it, or none.
    void withdrawn(const Verdict& verdict, const std::optional<Verdict>& standing);
    /// The server will never take this one.
    void refused(const Verdict& verdict, const Error& error);
    /// The server is away; what waits is tried again.
    void held(const Error& error);
    /// The server is back after held().
    void resumed();

private:
    struct Dispatch
    {
        Verdict verdict;
        bool withdrawal = false;
    };

    void enqueue(Dispatch dispatch);
    void sendNext();
    void sendSubmission(const Dispatch& dispatch);
    void sendWithdrawal(const Dispatch& dispatch);
    /// Goes on after an answer; true when the dispatch is done with and may be reported.
    bool settled(const std::optional<Error>& failure);

    std::shared_ptr<Session> m_session;
    std::deque<Dispatch> m_waiting; ///< The first one may be on its way.
    bool m_underWay = false;
    bool m_held = false;
    QTimer m_retry;
};
