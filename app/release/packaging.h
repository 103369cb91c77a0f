#pragma once

#include "app/release/releasefolder.h"
#include "app/release/unitpacker.h"

/// How far packing is.
struct PackState
{
    qint64 packed = 0;
    qint64 kept = 0; ///< Unchanged since the last run.
    qint64 refused = 0;
    qint64 inAll = 0;
    qint64 bytes = 0;
};

/// What a run did.
struct PackReport
{
    PackState state;
    std::vector<RefusedSpectrum> refused;
    ReleaseStatistics statistics;
    std::vector<ManifestLine>
        files; ///< Plates' manifests and archives; more are added before the manifest is written.
};

/// Packs a release into a folder: the files of every released spectrum, archives, manifests. Units run side
/// by side. Stopped or killed, it goes on where it was when it is run again; the same rows and files give the
/// same bytes.
class Packaging
{
public:
    /// Takes the counts from time to time, in the calling thread; false stops.
    using Watcher = std::function<bool(const PackState&)>;

    Packaging(PackageSettings settings, ReleaseSource source);

    /// Blocks until all is packed. BadInput for a folder with other files than this release's, and where more
    /// than half of its plates would be taken away without PackageSettings::force; Unavailable
    /// when another run works on it; from here on nobody else does, as long as this object lives.
    Result<PackReport> run(const Watcher& watcher);

private:
    Result<void> removeSurplus(const std::vector<PackUnit>& units) const;

    PackageSettings m_settings;
    ReleaseSource m_source;
    std::optional<ReleaseFolder> m_folder;
};

/// The archives' contents: plates, or nights of plates.
std::vector<PackUnit> packUnits(const std::vector<ReleaseGroup>& groups, bool byNight);

/// Writes a file of the release and notes it in the report.
Result<void> addReleaseFile(PackReport& report, const QString& folder, const QString& path,
                            const QByteArray& bytes);
/// Writes manifest.tsv, which names every other file; the last thing a run does.
Result<void> writeReleaseManifest(const PackReport& report, const QString& folder);
