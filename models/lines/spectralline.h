#pragma once

#include <QString>

#include <vector>

/// How a line is usually seen.
enum class LineKind { Emission, Absorption, Both };

/// A spectral line of the overlay.
struct SpectralLine
{
    QString name; ///< Full name, e.g. "[O III] 5007"
    QString label; ///< Short text drawn at the line, e.g. "[O III]"
    double vacuumAngstrom = 0; ///< Rest wavelength in vacuum
    LineKind kind = LineKind::Both;
    int importance = 0; ///< 0 shown first when labels compete, larger gives way
    QChar key; ///< Shift + this letter says "the feature under the cursor is this line"; null: none
};

using LineList = std::vector<SpectralLine>;
