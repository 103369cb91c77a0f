#include "app/desk/reconnection.h"

#include "app/session/login.h"
#include "app/session/sessionretry.h"
#include "db/sql/dberror.h"

Reconnection::Reconnection(Settings settings, QWidget* window, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_window(window)
    , m_retry(std::make_unique<SessionRetry>(m_settings))
{
    connect(m_retry.get(), &SessionRetry::opened, this, &Reconnection::opened);
    connect(m_retry.get(), &SessionRetry::failed, this, &Reconnection::goOnTrying);
    connect(m_retry.get(), &SessionRetry::refused, this, &Reconnection::begin);
}

Reconnection::~Reconnection() = default;

void Reconnection::begin(const Error& error)
{
    if (error.kind == ErrorKind::Refused && m_settings.server) {
        // Without a remembered password the server refuses too: that is no news to tell.
        logIn(isWrongPassword(error) ? QString() : error.message);
        return;
    }
    goOnTrying(error);
    m_retry->start();
}

void Reconnection::goOnTrying(const Error& error)
{
    emit stateChanged(StatusLine::State::Stopped, tr("No server, trying again"));
    emit complained(
        tr("%1 SpecDesk goes on trying. Meanwhile spectra can be looked at, and verdicts are kept "
           "on this machine.")
            .arg(error.message));
}

void Reconnection::logIn(const QString& sentence)
{
    emit stateChanged(StatusLine::State::Attention, tr("Not logged in"));
    m_login = std::make_unique<Login>(m_settings, m_window);
    connect(m_login.get(), &Login::opened, this, &Reconnection::opened);
    connect(m_login.get(), &Login::notRemembered, this, &Reconnection::notRemembered);
    connect(m_login.get(), &Login::dismissed, this, [this] {
        emit complained(tr("You are not logged in: spectra can be looked at, and verdicts are kept on this "
                           "machine. Menu, Log in … asks again."));
        emit loginPutOff();
    });
    m_login->ask(sentence);
}
