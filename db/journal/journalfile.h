#pragma once

#include "db/journal/recordfile.h"
#include "models/values/filelock.h"

#include <QStringList>

/// A window's own file in the folder of journals, and those that other windows made for the same profile.
struct JournalFile
{
    std::unique_ptr<RecordFile> file;
    QStringList others; ///< Paths, oldest first; that of a window that lives cannot be opened.
    FileLock turn; ///< Held while others are looked at: one window at a time takes over what they left.
};

/// Makes the file in `folder` (created, 0700) for `profile`, a server and account; `ending` tells one kind
/// of journal from another. CannotWrite or NoSpace.
Result<JournalFile> makeJournalFile(const QString& folder, const QString& profile, const QString& ending);
