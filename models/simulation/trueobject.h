#pragma once

#include "models/spectrum/spectralclass.h"

#include <QString>

/// What kinds of objects a simulated night contains.
enum class ObjectKind {
    Star,
    WhiteDwarf, ///< hydrogen atmosphere, DA
    HeliumWhiteDwarf, ///< DB
    CarbonStar,
    CataclysmicVariable,
    WhiteDwarfBinary, ///< white dwarf with an M dwarf
    EarlyGalaxy, ///< absorption lines only
    StarFormingGalaxy,
    PostStarburstGalaxy,
    NarrowLineAgn,
    Qso,
    BalQso, ///< QSO with broad absorption lines
    Sky ///< a sky fibre: nothing but residuals
};

/// One object as it really is: what a simulated spectrum is made from.
struct TrueObject
{
    ObjectKind kind = ObjectKind::Star;
    QString subclass; ///< LAMOST's word: "G2", "dM3", "A1V", "WD", "CV" …; "Non" for galaxies and QSOs, empty
                      ///< for sky.
    double temperatureK = 5800; ///< Effective temperature, stars only
    bool giant = false; ///< Stars only
    double z = 0; ///< Redshift; radial velocity / c for stars
    quint64 seed = 0; ///< Of what makes this object an individual: line ratios, absorbers, slopes.
};

/// STAR, GALAXY or QSO; Unknown for sky.
SpectralClass classOf(ObjectKind kind);

/// The word for a kind in truth.csv: "star", "white-dwarf", "early-galaxy" …; never translated.
QString kindName(ObjectKind kind);
