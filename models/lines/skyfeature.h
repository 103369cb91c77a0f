#pragma once

#include "models/values/result.h"

#include <vector>

/// What the sky or the instrument does to every spectrum, at rest with the telescope.
enum class SkyKind { EmissionLine, EmissionBand, Telluric, ArmJoin };

struct SkyFeature
{
    QString label; ///< Tiny caption, e.g. "O₂ A"; empty: none
    SkyKind kind = SkyKind::EmissionLine;
    double fromAngstrom = 0; ///< Observed vacuum
    double toAngstrom = 0; ///< Equal to fromAngstrom for a line
    int importance = 0; ///< 0 captioned first when captions compete
};

struct SkyTable
{
    QString version;
    std::vector<SkyFeature> features; ///< Sorted by wavelength
};

/// Reads a tab-separated list: "# version: …", then kind (line, band, telluric, join), label or "-",
/// from and to in vacuum Å, importance. An error names the line number.
Result<SkyTable> parseSkyFeatures(QStringView text);

/// The list that SpecDesk brings along (resources/lines/sky.tsv).
const SkyTable& builtInSky();
