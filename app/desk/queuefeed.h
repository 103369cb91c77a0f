#pragma once

#include "app/controllers/repeatedquestion.h"
#include "app/controllers/taskseats.h"

#include <QObject>

class InspectController;
class QueueModel;

/// Fills the inspector's list from the database: everything open, page after page as the person goes on, or
/// what this window holds of one task.
class QueueFeed : public QObject
{
    Q_OBJECT
public:
    /// Both must live as long as this.
    QueueFeed(InspectController& inspector, QueueModel& queue, QObject* parent = nullptr);

    void setSession(const std::shared_ptr<Session>& session);
    /// Fills the list for the first time.
    void start();
    /// Walks a task from now on; 0: everything open. What is in the list is put away.
    void choose(int taskId);
    int taskId() const { return m_seats.taskId(); }
    /// Reads anew which tasks there are.
    void refreshTasks();
    TaskSeats& seats() { return m_seats; }

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);
    /// What was complained of is over.
    void mended(const QString& sentence);
    /// The tasks this person may work on.
    void tasksListed(const Tasks& tasks);
    /// What the list walks from now on; id 0: everything open.
    void chosen(const Task& task);
    /// The first of the list are there, or nothing is.
    void filled();
    /// The list cannot be read now, for what reason.
    void failed(const QString& sentence);

private:
    void connectSeats();
    void fetchPage();
    void takePage(const QueueEntries& entries);
    void fetchMore();
    void noteDecided(const Verdict& verdict);
    void begin(const Task& task);
    void tellFilled();

    InspectController& m_inspector;
    QueueModel& m_queue;
    std::shared_ptr<Session> m_session;
    TaskSeats m_seats;
    RepeatedQuestion m_question; ///< For a page of everything open
    std::optional<QueueEntry> m_last; ///< Of everything open, as far as it was read
    bool m_started = false;
    bool m_fetching = false;
    bool m_complete = false;
    bool m_filled = false;
    int m_request = 0; ///< Answers to older ones are stale.
};
