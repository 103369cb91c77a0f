#pragma once

#include "db/fits/fitsfile.h"
#include "models/spectrum/spectrum.h"

/// The images of one arm in a DESI file (NAME_WAVELENGTH, NAME_FLUX, NAME_IVAR, NAME_MASK), one row for each
/// row of FIBERMAP.
struct DesiArm
{
    QString name; ///< "B", "R", "Z"
    std::vector<double> wavelengthAngstrom;
    int flux = 0; ///< HDU numbers
    int inverseVariance = 0;
    std::optional<int> mask; ///< Nothing where it is missing or tile-compressed.
    qint64 rows = 0;
};

/// The arms that are there, blue to red, with their wavelengths read.
Result<std::vector<DesiArm>> desiArms(FitsFile& file);

/// One row of one arm.
Result<Samples> readDesiRow(FitsFile& file, const DesiArm& arm, qint64 row);
