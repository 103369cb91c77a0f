#pragma once

#include "app/release/platefolder.h"
#include "app/release/spectrumbatch.h"

#include <atomic>

/// Counters that a watcher reads while others write.
struct PackProgress
{
    std::atomic<qint64> packed = 0;
    std::atomic<qint64> kept = 0; ///< Unchanged since the last run.
    std::atomic<qint64> refused = 0;
    std::atomic<qint64> bytes = 0; ///< Written, archives included.
    std::atomic<bool> stop = false;
};

/// What became of a unit.
struct UnitReport
{
    std::vector<ManifestLine> files; ///< Manifests of its plates, its archive.
    std::vector<RefusedSpectrum> refused;
    ReleaseStatistics statistics;
};

/// Packs the plates of one archive. What an earlier run packed from the same rows and files stays as it is. A
/// run may be killed at any moment: the record of a unit is written after everything else of it is on the
/// disk.
class UnitPacker
{
public:
    UnitPacker(const PackageSettings& settings, const ReleaseSource& source, PackProgress& progress);

    /// NoSpace when the disk is full, Cancelled when asked to stop.
    Result<UnitReport> run(const PackUnit& unit);

private:
    struct Work;
    Result<void> plan(Work& work);
    Result<void> openTargets(Work& work);
    Result<void> packAll(Work& work);
    Result<void> store(Work& work, std::size_t number, const PackOutcome& outcome);
    Result<void> storeFiles(Work& work, std::size_t number, const PackOutcome& outcome);
    Result<void> storeInArchive(Work& work, const PackOutcome& outcome, PackedSpectrum& packed);
    Result<void> writeManifests(Work& work);
    Result<void> writeIndex(Work& work);
    static void count(Work& work);
    bool isThere(const PackedSpectrum& before, const Work& work) const;
    bool isUnchanged(const Work& work) const;
    void addKeys(PackTask& task) const;
    QByteArray commonWords() const;
    QString pathIn(const QString& relative) const;

    const PackageSettings& m_settings;
    const ReleaseSource& m_source;
    PackProgress& m_progress;
    SpectrumBatch m_batch;
    QByteArray m_commonWords;
};

/// Where the records of a release's units lie, below its folder.
QString recordFolder(const QString& releaseFolder);
/// The archive of a unit, relative to the release's folder.
QString archivePath(const PackUnit& unit, ArchiveKind kind);
/// The table of what lies in that archive alone, and where.
QString archiveIndexPath(const PackUnit& unit);
