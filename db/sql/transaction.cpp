#include "db/sql/transaction.h"

#include <QRandomGenerator>
#include <QSqlError>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

Transaction::Transaction(QSqlDatabase& db)
    : m_db(db)
{
}

Transaction::~Transaction()
{
    if (m_open)
        m_db.rollback();
}

Result<void> Transaction::begin()
{
    m_open = m_db.transaction();
    if (!m_open)
        return databaseError(m_db.lastError(), u"BEGIN"_s);
    return {};
}

Result<void> Transaction::commit()
{
    if (!m_db.commit())
        return databaseError(m_db.lastError(), u"COMMIT"_s);
    m_open = false;
    return {};
}

void waitBeforeRetry(int attempt)
{
    QThread::msleep(
        static_cast<unsigned long>(QRandomGenerator::global()->bounded(1, 5 << std::min(attempt, 6))));
}
