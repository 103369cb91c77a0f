#pragma once

#include <QString>

#include <vector>

/// A plate as it was observed one night and reduced with one version.
struct ObservedPlate
{
    QString obsDate {};
    QString planId {};
    QString pipelineVersion {};
    std::vector<int> spectrographs {}; ///< With spectra, ascending

    bool isSame(const ObservedPlate& other) const
    {
        return obsDate == other.obsDate && planId == other.planId && pipelineVersion == other.pipelineVersion;
    }
};

using ObservedPlates = std::vector<ObservedPlate>;

/// Fibres of a spectrograph, and a stretch of wavelength if one is meant.
struct FiberRange
{
    int first = 0; ///< 0: none
    int last = 0; ///< ≥ first
    double fromAngstrom = 0; ///< Both 0: all wavelengths
    double toAngstrom = 0;

    bool isEmpty() const { return first == 0; }
    bool hasWavelengths() const { return toAngstrom > fromAngstrom; }
    bool operator==(const FiberRange&) const = default;
};

/// What a spectrograph is compared with.
enum class FiberComparison {
    None,
    PreviousSpectrograph,
    NextSpectrograph,
    PreviousPlate,
    NextPlate,
    Exposure ///< One of its own single exposures
};
