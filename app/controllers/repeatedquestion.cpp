#include "app/controllers/repeatedquestion.h"

#include "db/sql/dberror.h"

#include <utility>

using namespace std::chrono_literals;

RepeatedQuestion::RepeatedQuestion(std::function<void()> ask, QObject* parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(5s);
    connect(&m_pause, &QTimer::timeout, this, std::move(ask));
}

void RepeatedQuestion::fail(const Error& error)
{
    const bool again = !isForGood(error);
    if (again)
        m_pause.start();
    if (std::exchange(m_failed, true))
        return;
    m_complaint = again ? tr("%1 The list is read when it is back.").arg(error.message) : error.message;
    emit complained(m_complaint);
}

void RepeatedQuestion::settle()
{
    m_pause.stop();
    if (std::exchange(m_failed, false))
        emit mended(m_complaint);
}
