#include "app/session/sessionretry.h"

using namespace std::chrono_literals;

namespace {
constexpr auto shortPause = 2s;
constexpr auto longPause = 30s;
}

SessionRetry::SessionRetry(Settings settings, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SessionRetry::attempt);
}

SessionRetry::~SessionRetry()
{
    if (m_thread)
        m_thread->wait();
}

void SessionRetry::start()
{
    m_timer.start(shortPause);
}

void SessionRetry::attempt()
{
    if (m_thread)
        m_thread->wait();
    m_thread.reset(QThread::create([this] {
        const auto session = Session::open(m_settings);
        QMetaObject::invokeMethod(
            this, [this, session] { take(session); }, Qt::QueuedConnection);
    }));
    m_thread->start();
}

void SessionRetry::take(const Result<std::shared_ptr<Session>>& session)
{
    if (session) {
        emit opened(session.value());
        return;
    }
    const auto& error = session.error();
    if (error.kind == ErrorKind::Refused && m_settings.server) {
        emit refused(error);
        return;
    }
    m_timer.start(error.kind == ErrorKind::Unavailable ? shortPause : longPause);
    emit failed(error);
}
