#pragma once

#include "app/session/session.h"
#include "db/journal/verdictjournal.h"
#include "models/check/queueentry.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

/// Brings verdicts to the server one after another, in the order they were given, without anybody waiting for
/// it. Each is in the journal first, so that it outlives this program. While the server cannot be reached it
/// holds them and tries again; what the server refuses is given back.
class VerdictSender : public QObject
{
    Q_OBJECT
public:
    explicit VerdictSender(QObject* parent = nullptr);

    /// From here on verdicts are kept on this machine's disk, or with nullptr nowhere; what an earlier window
    /// left is sent first. What waits in the journal before stays there for its own account: leftBehind() is
    /// told of each. While nothing is on its way.
    void setJournal(std::unique_ptr<VerdictJournal> journal);
    void setSession(std::shared_ptr<Session> session);
    void submit(const Verdict& verdict);
    /// Sends verdicts given together, such as an accepted page: stored all or none.
    void submitAll(const Verdicts& verdicts);
    /// Takes a verdict back; see VerdictStore::withdraw.
    void withdraw(const Verdict& given);
    /// Gives entries the verdicts that went through here: the server may not have had them yet when it was
    /// asked for the entries.
    void complete(QueueEntries& entries) const;
    /// The server could not be reached the last time.
    bool isHeld() const { return m_held || !m_session; }
    int waiting() const { return m_waitingVerdicts; }
    /// All that waits is on this machine's disk: closing the window loses nothing.
    bool isKept() const { return m_journal && m_journal->waiting() >= m_waitingVerdicts; }

signals:
    /// A verdict or a withdrawal was handed in, on whatever page; it is on its way from now on.
    void given(const Verdict& verdict);
    void waitingChanged(int count);
    void stored(const Verdict& verdict);
    /// The standing verdict after a withdrawal: the one before it, or none.
    void withdrawn(const Verdict& verdict, const std::optional<Verdict>& standing);
    /// The server will never take this one.
    void refused(const Verdict& verdict, const Error& error);
    /// Waits on this machine's disk for its own account; nothing in this window comes back to it.
    void leftBehind(const Verdict& verdict);
    /// The server is away; what waits is tried again.
    void held(const Error& error);
    /// The server is back after held().
    void resumed();
    /// What is decided now is not kept on this machine's disk; said once until it is again.
    void notKept(const Error& error);

private:
    void leaveBehind();
    void enqueue(Verdicts together);
    void remember(const Verdict& verdict);
    void keep(const Verdicts& verdicts);
    void sendNext();
    void sendSubmission(const Verdicts& verdicts);
    void sendWithdrawal(const Verdict& verdict);
    /// Goes on after an answer; true when the verdicts are done with and may be reported.
    bool settled(const std::optional<Error>& failure);
    void hold(const Error& error);

    std::shared_ptr<Session> m_session;
    std::unique_ptr<VerdictJournal> m_journal;
    std::deque<Verdicts> m_waiting; ///< Given together each; the first may be on its way.
    QHash<std::pair<qint64, QString>, Verdict> m_latest; ///< By obsid and pipeline version.
    int m_waitingVerdicts = 0;
    bool m_underWay = false;
    bool m_held = false;
    bool m_keeps = true; ///< The last one could be kept.
    QTimer m_retry;
    QTimer m_patience; ///< With what is on its way
};
