#pragma once

#include "app/session/session.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>

/// Opens a session in the background, again every two seconds, until the server can be reached. Pauses for
/// half a minute where something else than an absent server is in the way, and gives up when a survey's
/// server refuses the account: wrong passwords lock it.
class SessionRetry : public QObject
{
    Q_OBJECT
public:
    explicit SessionRetry(Settings settings, QObject* parent = nullptr);
    ~SessionRetry() override; ///< Waits for the attempt in hand.

    void start();

signals:
    void opened(const std::shared_ptr<Session>& session);
    /// The survey's server is there and does not let this account in.
    void refused(const Error& error);
    /// One more attempt failed; the next one follows.
    void failed(const Error& error);

private:
    void attempt();
    void take(const Result<std::shared_ptr<Session>>& session);

    const Settings m_settings;
    QTimer m_timer;
    std::unique_ptr<QThread> m_thread;
};
