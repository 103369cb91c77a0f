#pragma once

#include "app/session/session.h"

#include <QObject>
#include <QThread>

#include <memory>

class LoginDialog;
class QWidget;

/// Lets a person into the server of the profile: asks for the password, tries it in the background, and asks
/// again until the server lets him in or he gives up. Wrong tries are noted with the login.
class Login : public QObject
{
    Q_OBJECT
public:
    Login(Settings settings, QWidget* window, QObject* parent = nullptr);
    ~Login() override; ///< Waits for the attempt in hand.

    /// Asks for account and password; `sentence` says why, where that is known.
    void ask(const QString& sentence = {});

signals:
    void opened(const std::shared_ptr<Session>& session);
    /// The person closed the dialog instead.
    void dismissed();
    /// Logged in, but the keyring did not take the password.
    void notRemembered(const QString& sentence);

private:
    /// Lets the dialog wait as long as the next attempt would.
    void holdBack();
    void attempt(const QString& account, const QString& password, bool remember);
    void take(const Result<std::shared_ptr<Session>>& session, const QString& notKept);

    Settings m_settings;
    QWidget* m_window;
    LoginDialog* m_dialog = nullptr; ///< The window's
    std::unique_ptr<QThread> m_thread;
};
