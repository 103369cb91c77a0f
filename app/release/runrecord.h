#pragma once

#include "models/values/result.h"

#include <QString>

#include <optional>

/// A process that builds a release, remembered on the disk so that another window finds it.
struct RunRecord
{
    qint64 pid = 0;
    qint64 startTicks = 0; ///< When it began, in the kernel's ticks since its start: tells it from a later
                           ///< one with the same number, proc(5).
    QString release;
    QString folder; ///< Where it packs

    /// Of a process that was started just now.
    static RunRecord of(qint64 pid, const QString& release, const QString& folder);
    /// Nothing where there is none, or none that can be read.
    static std::optional<RunRecord> read(const QString& path);
    Result<void> write(const QString& path) const;
    bool isAlive() const;
};
