#pragma once

#include "models/release/releasegroup.h"

#include <QJsonObject>
#include <QMap>

#include <array>
#include <vector>

/// Spectra in bins of S/N in r, 10 wide from 0 on; the last bin holds all above. Spectra without S/N are not
/// in them.
inline constexpr std::size_t snrBins = 11;
inline constexpr int snrBinWidth = 10;

/// Numbers of a release: what goes out by class, S/N and plate, what was kept back and why.
struct ReleaseStatistics
{
    struct Plate
    {
        qint64 spectra = 0;
        QMap<QString, qint64> classes;

        bool operator==(const Plate&) const = default;
    };

    qint64 spectra = 0;
    QMap<QString, qint64> classes;
    QMap<QString, qint64> subclasses; ///< Of stars, by the MK letter or group: "G", "A", "WD" …
    QMap<QString, qint64> redshiftSources; ///< By ZFLAG
    std::array<qint64, snrBins> snr {};
    QMap<QString, Plate> plates; ///< By folder, "20111024/F5902"
    QMap<QString, qint64> excluded; ///< Spectra kept back, by reason

    void add(const ReleasedSpectrum& spectrum, const QString& plate);
    void add(const ReleaseStatistics& other);
    qint64 excludedInAll() const;
    /// For programs; the same numbers give the same bytes.
    QJsonObject json(const QString& title) const;

    bool operator==(const ReleaseStatistics&) const = default;
};
