#pragma once

#include "models/measure/bands.h"

#include <QStringList>

#include <vector>

/// One column of an index catalogue.
struct IndexValue
{
    const char* column = nullptr; ///< As the survey publishes it, e.g. "hdelta24"
    std::optional<Measured> measured; ///< Absent where the spectrum does not carry enough information.
};

/// The line indices of an A star in the order of the catalogue's columns: equivalent widths in Å of Ca II K
/// (kp…) and of Balmer and Paschen lines, where the number is the band's width, and the Balmer lines' widths
/// at 20 % below the continuum (…_d02). Centres and widths: Lee et al. 2008 (AJ 136, 2022), as the SDSS table
/// sppLines names them, air; side bands of K, Hδ and Hγ: Beers et al. 1999 (AJ 117, 981). `z` of the star.
std::vector<IndexValue> aStarIndices(const Samples& samples, double z);

/// The band indices of an M star in the order of the catalogue's columns: Hα equivalent width, TiO and CaH
/// bands of Reid, Hawley & Gizis 1995 (AJ 110, 1838), ζ of Lépine, Rich & Shara 2007 (ApJ 669, 1235), the
/// spectral type from TiO5 (Reid et al. 1995), Na I 8189 of Slesnick et al. 2006 (AJ 131, 3016). `z` of the
/// star.
std::vector<IndexValue> mStarIndices(const Samples& samples, double z);

/// 1: Hα is in emission by more than 0.75 Å and three times its error (West et al. 2011, AJ 141, 97); 0: it
/// is not; absent: not measured. `ewha` in Å, positive in absorption.
std::optional<int> magneticActivity(const std::optional<Measured>& ewha);
