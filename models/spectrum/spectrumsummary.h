#pragma once

#include "models/spectrum/spectrum.h"

/// What a list says of one spectrum.
struct SpectrumSummary
{
    QString file;
    int indexInFile = 0;
    qint64 obsid = 0;
    QString layout; ///< layoutName()
    std::optional<SpectralClass> spectralClass; ///< Absent where the file states none.
    QString subclass;
    std::optional<double> z;
    std::optional<double> zError;
    std::array<std::optional<double>, 5> snr; ///< u, g, r, i, z
    std::optional<double> raDeg;
    std::optional<double> decDeg;
    qint64 pixels = 0;
    std::optional<double> fromAngstrom; ///< First and last vacuum wavelength, absent in an empty spectrum
    std::optional<double> toAngstrom;

    bool operator==(const SpectrumSummary&) const = default;
};

using SpectrumSummaries = std::vector<SpectrumSummary>;

SpectrumSummary summaryOf(const Spectrum& spectrum);
