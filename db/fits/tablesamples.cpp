#include "db/fits/tablesamples.h"

#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"

using namespace Qt::Literals::StringLiterals;

namespace {
/// Pixels of one spectrum in this column: the length of a cell, or the rows where cells hold one number.
qint64 length(const Hdu& hdu, const TableColumn& column)
{
    return column.repeat > 1 ? column.repeat : hdu.rows();
}

/// Where in a file a spectrum's cells lie.
struct Place
{
    int hdu = 0;
    qint64 row = 0;
    qint64 pixels = 0;
};

/// Fills `values` with the column; leaves them empty where there is none or it has another length.
template<typename Value>
bool readWhole(FitsFile& file, const Place& place, const std::optional<TableColumn>& column,
               std::vector<Value>& values)
{
    if (!column || length(file.hdus()[static_cast<std::size_t>(place.hdu)], *column) != place.pixels)
        return true;
    values.resize(static_cast<std::size_t>(place.pixels));
    return file.readColumn(place.hdu, *column, place.row, place.pixels, values.data());
}

bool readMask(FitsFile& file, const Place& place, const std::optional<TableColumn>& column,
              const SpectrumColumns& columns, PixelMask& mask)
{
    const auto count = static_cast<qint32>(place.pixels);
    if (column && (column->type == 'E' || column->type == 'D')) {
        std::vector<float> words;
        const bool read = readWhole(file, place, column, words);
        mask = pixelMask(words.data(), words.empty() ? 0 : count);
        return read;
    }
    std::vector<qint64> words;
    const bool read = readWhole(file, place, column, words);
    if (columns.maskIsOfGood || columns.maskBits != ~0u) {
        for (auto& word : words)
            word = columns.maskIsOfGood ? word == 0 : word & columns.maskBits;
    }
    mask = pixelMask(words.data(), words.empty() ? 0 : count);
    return read;
}
}

namespace {
/// Inverse variances from whichever column says something of them.
bool readWeights(FitsFile& file, const Place& place, const SpectrumColumns& columns, int fluxPower,
                 std::vector<float>& weights)
{
    if (columns.inverseVariance) {
        const bool read = readWhole(file, place, columns.inverseVariance, weights);
        scaleByPower(weights, -2 * fluxPower);
        cleanInverseVariance(weights);
        return read;
    }
    const bool squared = columns.variance && !columns.error;
    const bool read = readWhole(file, place, squared ? columns.variance : columns.error, weights);
    scaleByPower(weights, squared ? 2 * fluxPower : fluxPower);
    if (squared)
        inverseOfVariance(weights);
    else
        inverseOfError(weights);
    return read;
}
}

Result<TableSamples> readTableSamples(FitsFile& file, int hdu, const SpectrumColumns& columns, qint64 row,
                                      std::vector<double> axis)
{
    const Place place {hdu, row, length(file.hdus()[static_cast<std::size_t>(hdu)], *columns.flux)};
    if (place.pixels > mostPixels || !file.affords(place.pixels))
        return tooLarge(file.name());
    TableSamples table;
    auto& samples = table.samples;
    samples.wavelengthAngstrom = std::move(axis);
    const auto scale = [&table](std::vector<float>& flux) {
        table.fluxPower = powerForSmallUnits(flux);
        scaleByPower(flux, table.fluxPower);
        return true;
    };
    const bool read = place.pixels > 0
        && readWhole(file, place, columns.wavelength, samples.wavelengthAngstrom)
        && readWhole(file, place, columns.flux, samples.flux) && scale(samples.flux)
        && readWeights(file, place, columns, table.fluxPower, samples.inverseVariance)
        && readMask(file, place, columns.andMask, columns, samples.andMask)
        && readMask(file, place, columns.orMask, columns, samples.orMask)
        && readWhole(file, place, columns.sky, table.sky);
    if (!read)
        return file.failure();
    scaleByPower(table.sky, table.fluxPower);
    if (samples.wavelengthAngstrom.size() != samples.flux.size())
        return noWavelengths(file.name());
    if (columns.wavelength) {
        const auto done = toAngstroms(samples.wavelengthAngstrom, columns.wavelengthUnit,
                                      columns.wavelengthScale, file.name());
        if (!done)
            return done.error();
    }
    if (!settleAxis(samples, table.sky))
        return noWavelengths(file.name());
    return table;
}
