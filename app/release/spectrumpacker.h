#pragma once

#include "app/release/packagesettings.h"
#include "db/archive/gzippacker.h"
#include "db/fits/filebytes.h"
#include "db/fits/filehead.h"
#include "db/fits/gunzip.h"
#include "db/fits/releasefits.h"
#include "models/release/packrecord.h"
#include "plotting/thumbnail/thumbnail.h"

/// One spectrum's files in memory.
struct PackedFiles
{
    QByteArray fits; ///< Gzipped
    QByteArray thumbnail; ///< Empty where none is wanted.
    PackedParts parts; ///< All but the source.
};

/// Makes the files of one spectrum after the other: read, inflate and verify, rewrite the header, compress,
/// draw. Keeps its memory; not shared between threads.
class SpectrumPacker
{
public:
    explicit SpectrumPacker(const PackageSettings& settings);

    /// Refuses files that are missing, damaged, or hold another spectrum.
    Result<void> pack(const ReleasedSpectrum& spectrum, PackedFiles& files);
    /// The same from the files of an earlier run, `files`, where the pipeline's file is as it was and only
    /// the header and the thumbnail's words are others. False where that cannot be done.
    bool renew(const ReleasedSpectrum& spectrum, const PackedParts& before, PackedFiles& files);

private:
    Result<QByteArrayView> contents(const QString& file);

    const PackageSettings& m_settings;
    FileBytes m_file;
    QByteArray m_download;
    FileHead m_head;
    Gunzip m_gunzip;
    ReleaseFits m_fits;
    GzipPacker m_gzip;
    Thumbnail m_thumbnail;
};
