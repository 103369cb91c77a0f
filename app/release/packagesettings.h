#pragma once

#include "db/archive/archivewriter.h"
#include "models/release/headerrules.h"
#include "models/release/releasegroup.h"
#include "models/release/releasestatistics.h"
#include "models/values/result.h"

#include <functional>
#include <optional>
#include <vector>

/// How a release is packed.
struct PackageSettings
{
    QString folder; ///< Of the release tree.
    ReleaseIdentity release;
    HeaderRules rules;
    std::optional<ArchiveKind> archives = ArchiveKind::TarGz; ///< Nothing: no archives.
    bool singleFiles = true; ///< False: what is released lies in the archives, of kind Tar, alone.
    bool archiveByNight = false; ///< One archive a night instead of one a plate.
    bool thumbnails = true;
    int threads = 0; ///< 0: one for each core.
    bool force = false; ///< Also where more than half of the packed plates would be taken away.
};

/// Where a release's rows come from. The functions are called from several threads at once.
struct ReleaseSource
{
    /// All plates, in the order of night and plan.
    std::function<Result<std::vector<ReleaseGroup>>()> groups;
    /// The released spectra of one, in a fixed order.
    std::function<Result<std::vector<ReleasedSpectrum>>(const ReleaseGroup&)> spectra;
    /// How many spectra were kept back, by reason.
    std::function<Result<QMap<QString, qint64>>()> excluded;
};

/// What goes into one archive: a plate, or a night's plates.
struct PackUnit
{
    QString name; ///< "20111024_F5902" or "20111024"
    std::vector<ReleaseGroup> groups;
};

/// A spectrum that could not be packed.
struct RefusedSpectrum
{
    qint64 obsid = 0;
    QString sentence;
};
