#pragma once

#include "db/release/releaseevidence.h"
#include "models/release/releaseplan.h"

#include <functional>

/// What is asked for.
struct PlanSettings
{
    ReleaseTask task;
    QString previous; ///< A release that was built, "dr5", to compare with; empty: none
    int chunkRows = 50'000; ///< Spectra of a step
    int examples = 200; ///< Spectra named of each change, and of each reason of those that are gone
    /// Hears how many spectra of how many were looked at, in the thread of the database; false stops with
    /// Cancelled.
    std::function<bool(qint64 done, qint64 inAll)> progress = [](qint64, qint64) { return true; };
};

/// Tells what a release built now would hold, by the same texts that build it, and how it would differ from
/// an earlier one. Changes nothing that lasts and locks nothing: it works in temporary tables, in ranges of
/// spectra, so that its memory does not grow with the survey. Leaves the connection READ COMMITTED. NotFound
/// when `previous` was never built.
Result<ReleasePlan> planRelease(QSqlDatabase& db, const SchemaNames& names, const PlanSettings& settings);
