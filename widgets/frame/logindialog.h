#pragma once

#include <QDialog>
#include <QTimer>

#include <chrono>

class Caption;
class QCheckBox;
class QLineEdit;
class QPushButton;

/// Asks for the password of a server account. Stays open until the server has let the person in; each refusal
/// makes the next try wait longer.
class LoginDialog : public QDialog
{
    Q_OBJECT
public:
    LoginDialog(const QString& server, const QString& account, QWidget* parent = nullptr);

    /// Why the person is asked, where there is something to tell.
    void explain(const QString& sentence);
    /// The server let the person in.
    void succeed();
    /// The server refused: says so and waits before the next try. Nothing tells which of account and password
    /// was wrong.
    void refuse(const QString& sentence);
    /// The next try must wait so long, for the wrong ones before.
    void holdBack(std::chrono::seconds wait);
    /// Seconds that the n-th refusal in a row makes wait: 1, 2, 4 … 30.
    static int waitAfter(int refusals);

signals:
    void loginWanted(const QString& account, const QString& password, bool remember);

private:
    void ask();
    void waitFor(int seconds);
    void tick();
    void say(const QString& sentence);

    QLineEdit* m_account;
    QLineEdit* m_password;
    QCheckBox* m_remember;
    Caption* m_complaint;
    QPushButton* m_login;
    QTimer m_wait;
    QString m_sentence;
    int m_refusals = 0;
    int m_secondsLeft = 0;
};
