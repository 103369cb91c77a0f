#pragma once

#include "app/session/session.h"
#include "models/check/queueentry.h"

#include <QObject>

class ProgressPage;
struct Task;

/// Joins the page of tasks and progress to its stores.
class ProgressController : public QObject
{
    Q_OBJECT
public:
    explicit ProgressController(ProgressPage& page, QObject* parent = nullptr);

    void setSession(const std::shared_ptr<Session>& session);
    /// Reads everything on the page anew.
    void refresh();

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);
    /// Spectra of a task that are this person's now.
    void claimed(const QueueEntries& entries);

private:
    void fetchLines();
    void fetchForecast();
    void fetchTasks();
    void fetchScores();
    void make(const Task& task);
    void close(int taskId, bool closed);
    void take(int taskId);
    void save();

    ProgressPage& m_page;
    std::shared_ptr<Session> m_session;
};
