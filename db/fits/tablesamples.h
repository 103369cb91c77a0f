#pragma once

#include "db/fits/fitsfile.h"
#include "models/spectrum/spectrum.h"

/// A table's columns that make a spectrum, by the names surveys give them in any case.
struct SpectrumColumns
{
    std::optional<TableColumn> wavelength;
    bool wavelengthIsLog10 = false;
    std::optional<TableColumn> flux;
    std::optional<TableColumn> inverseVariance;
    std::optional<TableColumn> variance;
    std::optional<TableColumn> error;
    std::optional<TableColumn> andMask;
    std::optional<TableColumn> orMask;
    std::optional<TableColumn> sky;

    bool isSpectrum() const { return wavelength && flux; }
};

SpectrumColumns spectrumColumns(const Hdu& hdu);

/// Samples of one table and the sky beside them.
struct TableSamples
{
    Samples samples;
    std::vector<float> sky;
    int fluxPower = 0; ///< Flux, errors and sky were multiplied by 10^this: see powerForSmallUnits().
};

/// Reads one spectrum of a table: a vector in each cell of row `row`, or one pixel in each row of the table.
/// Wavelengths come out as the file has them (logarithms undone, order and range settled). `axis` replaces a
/// column of wavelengths that the table has not.
Result<TableSamples> readTableSamples(FitsFile& file, int hdu, const SpectrumColumns& columns, qint64 row = 0,
                                      std::vector<double> axis = {});
