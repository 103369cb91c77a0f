#pragma once

#include "models/values/filelock.h"
#include "models/values/result.h"

/// The folder of one packed release. Packing takes away what is not in the release, so the folder must be the
/// release's own; one run at a time works on it.
class ReleaseFolder
{
public:
    /// Makes the folder, or takes one that this release was packed into before. BadInput for a folder with
    /// anything else in it; Unavailable while another run works on it.
    static Result<ReleaseFolder> claim(const QString& path, const QString& release);

    /// One that some release was packed into; NotFound for another folder.
    static Result<ReleaseFolder> open(const QString& path);

private:
    FileLock m_lock; ///< Until the end of this object
};
