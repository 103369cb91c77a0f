#pragma once

#include "models/spectrum/spectrum.h"
#include "models/templates/linemodel.h"

#include <QMap>
#include <QStringList>

#include <vector>

/// A spectrum whose class and redshift somebody vouches for.
struct VerifiedSpectrum
{
    SpectrumPtr spectrum;
    SpectralClass spectralClass = SpectralClass::Unknown;
    QString subclass;
    double z = 0;
};
using VerifiedSpectra = std::vector<VerifiedSpectrum>;

/// The stars from which stellar and galaxy templates are mixed, by spectral type ("A1", "K3", "M2" …).
struct StellarLibrary
{
    QMap<QString, LineModel::Flux> types;
    QStringList sequence; ///< Hot to cool
    QMap<QString, int> stacked; ///< How many spectra went into each; 0: a model
};

/// Averages verified stars by type at rest, weighted by inverse variance, each scaled to the same flux in
/// 5000–6800 Å; beyond their coverage continues with the type's Planck curve. A type without spectra becomes
/// the mean of its neighbours, or a model.
StellarLibrary stellarLibrary(const VerifiedSpectra& spectra, double leastSnr);

/// Stars that no verified spectrum shows: computed from continuum and lines (facts on LAMOST spectra, section
/// 9).
namespace StellarModel {
LineModel::Flux hotStar(double kelvin, double balmerDepth, const LineModel::Lines& helium); ///< O, B
LineModel::Flux hydrogenDwarf(double kelvin, double depth, double fwhmKmS); ///< DA
LineModel::Flux heliumDwarf(double kelvin, double strength, double fwhmKmS); ///< DB
LineModel::Flux metalDwarf(); ///< DZ
/// DQ: Swan bands, `shiftAngstrom` to the blue and washed out in cool ones with much helium.
LineModel::Flux carbonDwarf(double kelvin, double strength, double shiftAngstrom, double sigmaKmS);
LineModel::Flux carbonStar(const LineModel::Flux& base, double strength);
LineModel::Flux coolCarbonStar(double kelvin, double strength);
LineModel::Flux modelledDwarf(double kelvin, double strength); ///< M with TiO bands of a strength 0 … 1.5
LineModel::Flux lateDwarf(const LineModel::Flux& mDwarf); ///< M8
LineModel::Flux brownDwarf(); ///< L2
}
