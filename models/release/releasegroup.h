#pragma once

#include "models/release/releasedspectrum.h"

/// A plate observed in a night: what is packed together.
struct ReleaseGroup
{
    QDate obsDate; ///< Evening date
    QString planId;
    qint64 spectra = 0; ///< How many of its spectra go out.

    bool operator==(const ReleaseGroup&) const = default;
};

/// "20111024/F5902": the folder of a plate in the release tree, as LAMOST has it. Characters that a path must
/// not have become '_', with a digest behind so that no two plates share a folder.
QString groupFolder(const ReleaseGroup& group);

/// "spec-55859-F5902_sp01-001", without folder and suffix; "spec-OBSID" for spectra without plate and fibre.
QString releasedBaseName(const ReleasedSpectrum& spectrum);
