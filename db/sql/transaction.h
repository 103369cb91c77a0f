#pragma once

#include "db/sql/dberror.h"
#include "models/values/result.h"

#include <QSqlDatabase>

#include <chrono>
#include <type_traits>

/// Rolls back at its end unless commit() succeeded.
class Transaction
{
public:
    explicit Transaction(QSqlDatabase& db);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    Result<void> begin();
    Result<void> commit();

private:
    QSqlDatabase& m_db;
    bool m_open = false;
};

/// Sleeps a little, longer and more at random with every failed attempt, so that two deadlocked writers part.
void waitBeforeRetry(int attempt);

/// Runs job(QSqlDatabase&) in a transaction and commits when it succeeds; starts again after a deadlock, up
/// to ten times. The job must not begin or commit anything itself, and may run more than once.
template<typename Job>
std::invoke_result_t<Job, QSqlDatabase&> inTransaction(QSqlDatabase& db, Job job)
{
    constexpr int attempts = 10;
    for (int attempt = 1;; ++attempt) {
        auto answer = [&]() -> std::invoke_result_t<Job, QSqlDatabase&> {
            Transaction transaction(db);
            if (auto begun = transaction.begin(); !begun)
                return begun.error();
            auto made = job(db);
            if (!made)
                return made;
            if (auto committed = transaction.commit(); !committed)
                return committed.error();
            return made;
        }();
        if (answer || attempt == attempts || !isWorthRetrying(answer.error()))
            return answer;
        waitBeforeRetry(attempt);
    }
}
