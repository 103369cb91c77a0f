#include "app/session/sessionretry.h"

using namespace std::chrono_literals;

SessionRetry::SessionRetry(Settings settings, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(2s);
    connect(&m_timer, &QTimer::timeout, this, &SessionRetry::attempt);
}

SessionRetry::~SessionRetry()
{
    if (m_thread)
        m_thread->wait();
}

void SessionRetry::start()
{
    m_timer.start();
}

void SessionRetry::attempt()
{
    if (m_thread)
        m_thread->wait();
    m_thread.reset(QThread::create([this] {
        const auto session = Session::open(m_settings);
        QMetaObject::invokeMethod(
            this,
            [this, session] {
                if (session)
                    emit opened(session.value());
                else if (session.error().kind == ErrorKind::Refused)
                    emit refused(session.error());
                else
                    m_timer.start();
            },
            Qt::QueuedConnection);
    }));
    m_thread->start();
}
