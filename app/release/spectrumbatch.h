#pragma once

#include "app/release/spectrumpacker.h"
#include "db/archive/sha256.h"

#include <QFile>

#include <array>
#include <span>

/// A spectrum of which released files are wanted.
struct PackTask
{
    ReleasedSpectrum row;
    QString path; ///< Relative to the release's folder, without suffix.
    QByteArray key; ///< Digest of all that decides on its files.
    QByteArray source; ///< Digest of the state of the pipeline's file.
    const PackedSpectrum* before = nullptr; ///< What the last run packed there; null: nothing, or it is gone.

    bool isUnchanged() const { return before && before->key == key; }
    /// The numbers are the same, the header or the thumbnail's words are others.
    bool isRenewable(bool thumbnails) const
    {
        return before && before->key != key && !before->parts.source.isEmpty()
            && before->parts.source == source && (before->thumbnail.size > 0) == thumbnails;
    }
};

/// What became of it. The bytes are valid until the next batch.
struct PackOutcome
{
    std::optional<Error> refused;
    bool isKept = false; ///< The files of the last run stay.
    PackedSpectrum packed;
    QByteArrayView fits; ///< Of one that is kept only where the archive needs it.
    QByteArrayView thumbnail;
};

inline const QString fitsSuffix = QStringLiteral(".fits.gz");
inline const QString thumbnailSuffix = QStringLiteral(".png");

/// Makes the files of some spectra at once. Keeps its memory; not shared between threads.
class SpectrumBatch
{
public:
    static constexpr std::size_t size = 16;

    explicit SpectrumBatch(const PackageSettings& settings);

    /// An error only where it is not one spectrum's. What is unchanged is read where the archive needs it;
    /// of what is renewed the data are taken over from the released file. Both are packed anew where they are
    /// not as the record says.
    /// `archive` is where the files of the last run lie, empty: in folders.
    Result<std::span<const PackOutcome>> run(std::span<const PackTask> tasks, const QString& archive);

private:
    void readBefore(std::span<const PackTask> tasks, QFile& archive);
    QByteArray fileOfBefore(const QString& path, qint64 at, qint64 bytes, QFile& archive);
    Result<void> packOne(const PackTask& task, std::size_t number);
    FileSum sumOf(const QByteArray& file);

    const PackageSettings& m_settings;
    SpectrumPacker m_packer;
    FileBytes m_file;
    Sha256 m_digest;
    std::array<PackedFiles, size> m_files;
    std::array<PackOutcome, size> m_outcomes;
    std::array<bool, size> m_isRenewable {}; ///< Its files of before are here, as the record says.
};
