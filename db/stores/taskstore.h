#pragma once

#include "db/sql/schemanames.h"
#include "models/check/task.h"
#include "models/values/result.h"

class QSqlDatabase;

/// Which tasks are listed.
struct TaskQuery
{
    bool openOnly = true;
    QString account {}; ///< Only what is given to this person or to everybody.
};

/// Work handed out: tasks with a seat for each look wanted. Making and changing them needs the role lead.
namespace TaskStore {
/// Makes a task of what the filter finds now, with known spectra mixed in, and returns it with its id and
/// counts. BadInput when it finds nothing.
Result<Task> create(QSqlDatabase& db, const SchemaNames& names, const Task& wish);
/// Gives a task to these people; to everybody when there are none. NotFound where there is no such task.
Result<void> assign(QSqlDatabase& db, const SchemaNames& names, int taskId, const QStringList& members);
/// Ends a task (nobody takes from it any more) or opens it again. NotFound where there is no such task.
Result<void> setClosed(QSqlDatabase& db, const SchemaNames& names, int taskId, bool closed);

Result<Tasks> all(QSqlDatabase& db, const SchemaNames& names, const TaskQuery& query = {});
Result<Task> one(QSqlDatabase& db, const SchemaNames& names, int taskId);

/// Renews the account's leases and takes more until it holds `wanted` spectra (fewer when there are no more),
/// and returns all it holds in the task's order. Nobody else gets them before the lease ends. Repeatable;
/// call it again before half of leaseMinutes is over. A verdict gives its seat back as done. NotFound for a
/// task that is closed or given to others.
Result<Claims> hold(QSqlDatabase& db, const SchemaNames& names, int taskId, const QString& account,
                    int wanted);
/// Whether the account holds or has decided a look at this spectrum; false once its lease ended and another
/// took it.
Result<bool> isMine(QSqlDatabase& db, const SchemaNames& names, int taskId, const QString& account,
                    qint64 obsid, const QString& pipelineVersion);
/// Gives back what the account holds and has not decided.
Result<void> release(QSqlDatabase& db, const SchemaNames& names, int taskId, const QString& account);
}
