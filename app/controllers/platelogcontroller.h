#pragma once

#include "app/session/session.h"
#include "models/survey/platelog.h"

#include <QObject>

class PlateLogPage;

/// Joins the page of the observation log to its store.
class PlateLogController : public QObject
{
    Q_OBJECT
public:
    explicit PlateLogController(PlateLogPage& page, QObject* parent = nullptr);

    void setSession(const std::shared_ptr<Session>& session);
    /// Reads the log anew.
    void refresh();

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);

private:
    void confirm(const PlateLogs& plates);
    void fetchHistory(const QString& planId, int lmjd);
    void save();

    PlateLogPage& m_page;
    std::shared_ptr<Session> m_session;
    int m_historyAsked = 0; ///< The latest wish wins
};
