#pragma once

#include "app/session/session.h"
#include "widgets/frame/statusline.h"

#include <QObject>

#include <memory>

class Login;
class SessionRetry;
class QWidget;

/// Comes to a session when the first attempt failed: tries again until the server is there, or lets the
/// person log in, and says meanwhile how things stand.
class Reconnection : public QObject
{
    Q_OBJECT
public:
    /// The dialog belongs to `window`.
    Reconnection(Settings settings, QWidget* window, QObject* parent = nullptr);
    ~Reconnection() override;

    /// Goes on from this failure.
    void begin(const Error& error);
    /// Asks for account and password; `sentence` says why.
    void logIn(const QString& sentence = {});

signals:
    void opened(const std::shared_ptr<Session>& session);
    /// For the status line.
    void stateChanged(StatusLine::State state, const QString& text);
    /// Holds until the next such sentence or until opened().
    void complained(const QString& sentence);
    /// Logged in, but the keyring did not take the password.
    void notRemembered(const QString& sentence);
    /// Nobody is asked any more; the person may want to log in later.
    void loginPutOff();

private:
    void goOnTrying(const Error& error);

    const Settings m_settings;
    QWidget* m_window;
    std::unique_ptr<SessionRetry> m_retry;
    std::unique_ptr<Login> m_login;
};
