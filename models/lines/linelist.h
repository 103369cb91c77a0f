#pragma once

#include "models/lines/spectralline.h"
#include "models/values/result.h"

/// A line list and the version that a verdict records.
struct LineTable
{
    QString version; ///< As the file's first line says, e.g. "2026-11"
    LineList lines; ///< Sorted by wavelength
};

/// Reads a tab-separated line list: first "# version: …", then one line each of
/// name, label, vacuum Å, kind (E, A or B for both), importance (0 most), key (a letter or "-").
/// Empty lines and lines beginning with # are skipped; an error names the line number.
Result<LineTable> parseLineList(QStringView text);

/// The list that SpecDesk brings along (resources/lines/lines.tsv).
const LineTable& builtInLines();
