#pragma once

#include <QString>

/// Writes a simulated night of one plate, rich in galaxies and QSOs, into an empty folder; false on failure.
bool writeSampleNight(const QString& folder, int spectra);

/// How many of a folder's spectra the queue rules give to an inspector.
qsizetype countNeedingAnEye(const QString& folder);
