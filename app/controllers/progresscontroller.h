#pragma once

#include "app/controllers/repeatedquestion.h"
#include "app/session/session.h"
#include "models/check/task.h"

#include <QObject>

class ProgressPage;

/// Joins the page of tasks and progress to its stores.
class ProgressController : public QObject
{
    Q_OBJECT
public:
    explicit ProgressController(ProgressPage& page, QObject* parent = nullptr);

    void setSession(const std::shared_ptr<Session>& session);
    /// Reads everything on the page anew.
    void refresh();
    /// Writes the tables of the page: progress to `path`, tasks and scores beside it.
    void saveAs(const QString& path);

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);
    /// What was complained of is over.
    void mended(const QString& sentence);
    /// The person wants to work on this task.
    void workWanted(const Task& task);
    /// There is one more, or one was closed.
    void tasksChanged();

private:
    void fail(const Error& error);
    void fetchLines();
    void fetchForecast();
    void fetchTasks();
    void fetchScores();
    void make(const Task& task);
    void close(int taskId, bool closed);
    void save();

    ProgressPage& m_page;
    std::shared_ptr<Session> m_session;
    RepeatedQuestion m_question; ///< For all that the page shows
    bool m_allAnswered = true; ///< Since it was asked
};
