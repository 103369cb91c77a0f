#include "app/session/login.h"

#include "app/session/loginguard.h"
#include "db/keyring/keyring.h"
#include "widgets/frame/logindialog.h"

Login::Login(Settings settings, QWidget* window, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_window(window)
{
}

Login::~Login()
{
    if (m_thread)
        m_thread->wait();
}

void Login::ask(const QString& sentence)
{
    m_dialog = new LoginDialog(m_settings.server->host, m_settings.account, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &LoginDialog::loginWanted, this, &Login::attempt);
    connect(m_dialog, &QObject::destroyed, this, [this] { m_dialog = nullptr; });
    connect(m_dialog, &QDialog::rejected, this, &Login::dismissed);
    m_dialog->explain(sentence);
    holdBack();
    m_dialog->open();
}

void Login::holdBack()
{
    const auto wait = LoginGuard(m_settings.journalProfile()).wait();
    if (m_dialog && wait.count() > 0)
        m_dialog->holdBack(std::chrono::ceil<std::chrono::seconds>(wait));
}

void Login::attempt(const QString& account, const QString& password, bool remember)
{
    if (m_thread)
        m_thread->wait();
    m_settings.account = account;
    m_settings.server->account = account;
    m_thread.reset(QThread::create([this, settings = m_settings, password, remember] {
        const auto session = Session::open(settings, password);
        QString notKept;
        if (session && remember) {
            const auto kept = Keyring::wait(Keyring::setPassword(settings.server->keyringEntry(), password));
            notKept = kept ? QString() : kept.error().message;
        }
        QMetaObject::invokeMethod(
            this, [this, session, notKept] { take(session, notKept); }, Qt::QueuedConnection);
    }));
    m_thread->start();
}

void Login::take(const Result<std::shared_ptr<Session>>& session, const QString& notKept)
{
    if (!session) {
        if (m_dialog)
            m_dialog->refuse(session.error().message);
        holdBack();
        return;
    }
    if (!notKept.isEmpty())
        emit notRemembered(notKept);
    if (m_dialog)
        m_dialog->succeed();
    emit opened(session.value());
}
