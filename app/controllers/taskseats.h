#pragma once

#include "app/session/session.h"
#include "models/check/task.h"

#include <QObject>
#include <QTimer>

#include <map>

/// What this window holds of a task: takes spectra as leases, renews them while it works, takes more as they
/// are decided, notices those that went to somebody else, and gives the rest back.
class TaskSeats : public QObject
{
    Q_OBJECT
public:
    /// Holds `atOnce` spectra, and takes more when half of them are decided.
    explicit TaskSeats(int atOnce, QObject* parent = nullptr);
    ~TaskSeats() override; ///< Gives back what is held; the session's thread does so before it ends.

    void setSession(const std::shared_ptr<Session>& session);
    /// Asks the server for a task and takes of it from then on; 0: of none.
    void walk(int taskId);
    int taskId() const { return m_task.id; }
    /// Renews what is held and takes more; also when the server is back after it was away.
    void renew();
    /// The person decided on this one: it is no longer held when the server has the verdict.
    void noteDecided(qint64 obsid, const QString& pipelineVersion);
    /// The decision was taken back.
    void noteUndecided(qint64 obsid, const QString& pipelineVersion);

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);
    /// Another task from now on, or none (id 0): what was listed is put away.
    void begun(const Task& task);
    /// The server answered: how much is left of the tasks may be another.
    void answered();
    /// New ones, in the task's order. Empty: nothing of the task is free just now.
    void taken(const QueueEntries& entries);
    /// Their lease ended and somebody else took them.
    void lost(const QueueEntries& entries);

private:
    struct Answer;
    struct Held
    {
        QueueEntry entry;
        bool decided = false;
    };

    static Result<Answer> holdingNow(QSqlDatabase& db, const SchemaNames& names, int task,
                                     const QString& account, int wanted, const QueueEntries& before);
    void begin(const Task& task);
    void take(const Answer& answer);
    void tellLost(const QueueEntries& entries);
    QFuture<Result<void>> giveBack();
    int open() const;

    const int m_atOnce;
    std::shared_ptr<Session> m_session;
    Task m_task;
    std::map<std::pair<qint64, QString>, Held> m_held;
    QTimer m_renewal;
    int m_walk = 0; ///< The newest task wished for: answers to older wishes are stale.
    int m_request = 0; ///< Answers to older ones are stale.
    bool m_asking = false;
    bool m_exhausted = false; ///< Nothing was free the last time, which has been said.
};
