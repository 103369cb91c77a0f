#pragma once

#include "app/session/session.h"
#include "models/check/secondlook.h"

#include <QObject>

class SecondLookPage;

/// Joins the adjudication page to the conflicts between inspectors.
class SecondLookController : public QObject
{
    Q_OBJECT
public:
    explicit SecondLookController(SecondLookPage& page, QObject* parent = nullptr);

    void setSession(const std::shared_ptr<Session>& session);
    /// Reads the conflicts anew.
    void refresh();

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);

private:
    void fail(const Error& error);
    void fetchSpectrum(const QueueEntry& entry);
    void settle(Recheck recheck);

    SecondLookPage& m_page;
    std::shared_ptr<Session> m_session;
    quint64 m_request = 0; ///< Of the spectrum: older ones are dropped.
};
