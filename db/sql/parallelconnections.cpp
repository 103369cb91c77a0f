#include "db/sql/parallelconnections.h"

#include "db/sql/connection.h"
#include "db/sql/sqlquery.h"

#include <QSqlDatabase>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {
Result<void> runOn(const QString& original, const QString& name,
                   const std::function<Result<void>(QSqlDatabase&)>& job)
{
    auto db = openLike(original, name);
    if (!db)
        return db.error();
    if (auto calm = runStatement(db.value(), u"SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"_s);
        !calm)
        return calm;
    return job(db.value());
}
}

Result<void> onParallelConnections(const QSqlDatabase& db, int count,
                                   const std::function<Result<void>(QSqlDatabase&)>& job)
{
    static std::atomic<int> serial = 0;
    const auto original = db.connectionName();
    std::vector<Result<void>> answers(static_cast<std::size_t>(count));
    std::vector<std::thread> threads;
    threads.reserve(answers.size());
    for (auto& answer : answers)
        threads.emplace_back([&answer, &job, original, name = u"parallel-%1"_s.arg(++serial)] {
            answer = runOn(original, name, job);
            QSqlDatabase::removeDatabase(name);
        });
    for (auto& thread : threads)
        thread.join();
    for (const auto& answer : answers)
        if (!answer)
            return answer;
    return {};
}
