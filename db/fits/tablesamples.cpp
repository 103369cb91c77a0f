#include "db/fits/tablesamples.h"

#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace {
using Names = std::initializer_list<QStringView>;

std::optional<TableColumn> first(const std::vector<TableColumn>& columns, Names names)
{
    for (const auto name : names) {
        for (const auto& column : columns) {
            if (column.name == name && column.isNumber())
                return column;
        }
    }
    return {};
}

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

bool readMask(FitsFile& file, const Place& place, const std::optional<TableColumn>& column, PixelMask& mask)
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
    mask = pixelMask(words.data(), words.empty() ? 0 : count);
    return read;
}
}

SpectrumColumns spectrumColumns(const Hdu& hdu)
{
    const auto all = hdu.columns();
    SpectrumColumns columns;
    columns.wavelength = first(all,
                               {u"WAVELENGTH", u"WAVE", u"LAMBDA", u"LAM", u"WAVELENGTH_AA", u"SPECTRAL_AXIS",
                                u"WAVELENGTH_VAC", u"WAVE_VAC", u"WAVELENGTH_AIR", u"WAVE_AIR"});
    if (!columns.wavelength) {
        columns.wavelength = first(all, {u"LOGLAM", u"LOG_WAVE", u"LOGWAVE"});
        columns.wavelengthIsLog10 = columns.wavelength.has_value();
    }
    columns.flux = first(
        all, {u"FLUX", u"FLUX_DENSITY", u"SPEC", u"COUNTS", u"FLUX_REDUCED", u"SPECTRUM", u"BGFLUX_REDUCED"});
    columns.inverseVariance = first(all, {u"IVAR", u"FLUX_IVAR", u"INVVAR"});
    columns.variance = first(all, {u"VARIANCE", u"VAR", u"FLUX_VAR"});
    columns.error = first(all,
                          {u"ERROR", u"ERR", u"SIGMA", u"FLUX_ERR", u"FLUX_ERROR", u"E_FLUX", u"ERRS",
                           u"UNCERTAINTY", u"ERR_FLUX", u"STDEV", u"STDDEV", u"ERR_REDUCED"});
    columns.andMask = first(all, {u"ANDMASK", u"AND_MASK", u"PIXMASK", u"MASK", u"PIXEL_FLAGS", u"QUAL"});
    columns.orMask = first(all, {u"ORMASK", u"OR_MASK"});
    columns.sky = first(all, {u"SKY"});
    return columns;
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
        && readMask(file, place, columns.andMask, samples.andMask)
        && readMask(file, place, columns.orMask, samples.orMask)
        && readWhole(file, place, columns.sky, table.sky);
    if (!read)
        return file.failure();
    scaleByPower(table.sky, table.fluxPower);
    if (samples.wavelengthAngstrom.size() != samples.flux.size())
        return noWavelengths(file.name());
    if (columns.wavelengthIsLog10)
        fromLog10(samples.wavelengthAngstrom);
    if (!settleAxis(samples, table.sky))
        return noWavelengths(file.name());
    return table;
}
