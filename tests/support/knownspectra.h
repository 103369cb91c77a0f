#pragma once

#include "models/redshift/redshiftengine.h"

#include <QString>

#include <optional>
#include <vector>

/// A real spectrum of the folder of real survey files and what its manifest says of it.
struct KnownSpectrum
{
    SpectrumPtr spectrum;
    QString file; ///< Below the folder
    SpectralClass spectralClass = SpectralClass::Unknown;
    QString subclass;
    std::optional<double> z; ///< Absent: sky
    double snr = 0;
    bool isNamedTruth = false; ///< The manifest corrects the pipeline.
    RedshiftAnswer answer; ///< For the test to fill
};

/// All spectra of low resolution whose redshift is known, and the sky fibres; not those the manifest calls
/// doubtful. Empty when there is no folder.
std::vector<KnownSpectrum> knownSpectra();

/// Within 1000 km/s of the truth, stars of S/N 10 and more within 100 km/s.
bool isRight(const KnownSpectrum& known, const RedshiftSolution& solution);
/// The first solution that is right, counted from 1; 0: none is.
int rankOfTruth(const KnownSpectrum& known);
