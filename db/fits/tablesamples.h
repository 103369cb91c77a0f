#pragma once

#include "db/fits/fitsfile.h"
#include "db/fits/wavelengthunit.h"
#include "models/spectrum/spectrum.h"

/// A table's columns that make a spectrum, by the names surveys give them in any case, else by what the
/// Virtual Observatory's UCDs or utypes say of them.
struct SpectrumColumns
{
    std::optional<TableColumn> wavelength;
    std::optional<WavelengthUnit::Scale> wavelengthScale; ///< Where the name says it.
    QString wavelengthUnit; ///< TUNITn.
    std::optional<TableColumn> flux;
    std::optional<TableColumn> inverseVariance;
    std::optional<TableColumn> variance;
    std::optional<TableColumn> error;
    std::optional<TableColumn> andMask;
    std::optional<TableColumn> orMask;
    std::optional<TableColumn> sky;
    bool maskIsOfGood = false; ///< PypeIt: the mask is true where a pixel is good.
    quint32 maskBits = ~0u; ///< Those that make a pixel worthless, where the observatory says so.

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
/// Wavelengths come out in Å, air or vacuum as the file has them, order and range settled. `axis` replaces a
/// column of wavelengths that the table has not.
Result<TableSamples> readTableSamples(FitsFile& file, int hdu, const SpectrumColumns& columns, qint64 row = 0,
                                      std::vector<double> axis = {});
