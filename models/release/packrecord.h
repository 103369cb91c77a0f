#pragma once

#include "models/release/manifest.h"

#include <QHash>

/// What must be known of a packed file to put another header before its data without reading, inflating and
/// compressing them again.
struct PackedParts
{
    QByteArray source; ///< Digest of the state of the file it was made from; empty: cannot be done.
    qint64 headBefore = 0; ///< Bytes of the primary header in that file
    quint32 headCrc = 0; ///< CRC-32 of that header
    quint32 dataSum = 0; ///< DATASUM of the primary data
    qint64 restAt = 0; ///< Where what follows the primary header begins in the packed file
    qint64 restSize = 0; ///< Bytes of it, inflated
    quint32 restCrc = 0;

    bool operator==(const PackedParts&) const = default;
};

/// A spectrum as it was packed last.
struct PackedSpectrum
{
    QString path; ///< Relative, without ".fits.gz" and ".png".
    QByteArray key; ///< Digest of all that decided on its bytes.
    FileSum fits;
    FileSum thumbnail; ///< Size 0 where none was wanted.
    PackedParts parts;
    qint64 fitsAt = 0; ///< Where the files begin in the archive, when they lie there alone.
    qint64 thumbnailAt = 0;

    bool operator==(const PackedSpectrum&) const = default;
};

/// What is known of a packed plate or night, so that the next run need not do it again. Kept beside the
/// release, not in it.
struct PackRecord
{
    QByteArray
        archiveKey; ///< Digest of what decided on the archive but its spectra; empty without an archive.
    ManifestLine archive;
    std::vector<PackedSpectrum> spectra; ///< In the archive's order.

    QByteArray text() const;
    /// Reads text(); an empty record where it is not one, or of another version.
    static PackRecord fromText(const QByteArray& text);

    bool operator==(const PackRecord&) const = default;
};
