#pragma once

#include "app/release/spectrumbatch.h"

/// Raised when the same rows would give other bytes: writing, thumbnails, compression.
inline constexpr auto packingVersion = "2";

/// Digests of all that decides on the files of released spectra: a spectrum whose key is the same need not be
/// packed again.
class PackKeys
{
public:
    explicit PackKeys(const PackageSettings& settings);

    /// Adds key and source to each task; looks at the state of the pipeline's file for it.
    void add(std::span<PackTask> tasks) const;

private:
    QByteArray m_commonWords; ///< What is the same for all spectra of a release.
};
