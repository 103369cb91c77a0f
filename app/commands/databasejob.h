#pragma once

#include "app/commands/command.h"
#include "db/sql/dbthread.h"

#include <utility>

/// Runs `job(QSqlDatabase&) → Result<void>` on the command's database and waits for it.
template<typename Job>
Result<Outcome> runOnDatabase(CommandContext& context, Job job)
{
    const auto db = context.database();
    if (!db)
        return db.error();
    const Result<void> done = db.value()->run(std::move(job)).result();
    return done ? Result<Outcome>(Outcome::Done) : done.error();
}
