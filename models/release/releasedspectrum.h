#pragma once

#include "models/spectrum/spectralclass.h"

#include <QDate>
#include <QString>

#include <array>
#include <optional>

/// One spectrum of a release's general catalogue: what its file's header and its neighbours in an archive are
/// made from. Absent numbers are NULL in the catalogue.
struct ReleasedSpectrum
{
    qint64 obsid = 0;
    QString designation; ///< "J042429.00+340750.0"
    QDate obsDate; ///< Evening
    std::optional<int> lmjd;
    QString planId;
    std::optional<int> spectrographId;
    std::optional<int> fiberId;
    std::optional<double> raDeg; ///< Input catalogue
    std::optional<double> decDeg;
    std::array<std::optional<double>, 5> snr; ///< u, g, r, i, z
    QString spectralClass; ///< As published: "STAR", "GALAXY", "QSO", "Unknown"
    QString subclass; ///< As published; "Non" where there is none
    std::optional<double> z;
    std::optional<double> zError;
    QString zFlag; ///< How z was found: "PIPELINE", "PIPELINE AND EYECHECK" …; the keyword ZFLAG
    QString decidedBy; ///< "pipeline", "module", "rule", "verdict", "disputed" or "recheck"
    QString fiberType;
    QString pipelineVersion;
    QString file; ///< Path or URL as it was ingested last
    int indexInFile = 0;
    QString layout; ///< See layoutName()
    qint64 contentHash = 0; ///< Differs when anything ingested of the spectrum does
};
