#pragma once

#include "db/release/releaseevidence.h"
#include "db/release/starmeasurement.h"

#include <functional>

/// How far an integration is.
struct IntegrationProgress
{
    int chunksDone = 0;
    int chunks = 0; ///< 0 while it is not known yet
};

/// What is asked for.
struct IntegrationSettings
{
    ReleaseTask task;
    int connections = 2;
    int chunkRows = 20'000; ///< Spectra of a chunk
    bool anew = false; ///< Build even when nothing changed, and forget an interrupted build.
    QString programVersion;
    /// Called now and then, in any thread but never in two at once; false stops with Cancelled.
    std::function<bool(const IntegrationProgress&)> progress = [](const auto&) { return true; };
};

/// What was done.
struct IntegrationReport
{
    bool unchanged = false; ///< The release was already what the input makes it.
    bool resumed = false; ///< An interrupted build was gone on with.
    std::vector<UnreadableStar> unreadable; ///< Stars that could not be measured, by obsid.
    qint64 withoutRoom = 0; ///< Values that are NULL because their column has no room for them.
};

/// Builds the product schema of a release: its catalogues are filled beside the released ones in ranges of
/// spectra, each one transaction, over several connections, and take their places all at once at the end. May
/// be killed at any moment and run again; the same input gives the same rows. Unavailable when another
/// program builds the same release.
Result<IntegrationReport> integrate(QSqlDatabase& db, const SchemaNames& names,
                                    const IntegrationSettings& settings);
