#pragma once

#include "models/release/manifest.h"

#include <QHash>

/// A spectrum as it was packed last.
struct PackedSpectrum
{
    QString path; ///< Relative, without ".fits.gz" and ".png".
    QByteArray key; ///< Digest of all that decided on its bytes.
    FileSum fits;
    FileSum thumbnail; ///< Size 0 where none was wanted.

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
    /// Its spectra by path.
    QHash<QString, PackedSpectrum> byPath() const;

    bool operator==(const PackRecord&) const = default;
};
