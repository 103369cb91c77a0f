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

/// Fills `values` with the column; leaves them empty where there is none or it has another length.
template<typename Value>
bool readWhole(FitsFile& file, int hdu, const std::optional<TableColumn>& column, qint64 pixels,
               std::vector<Value>& values)
{
    if (!column || length(file.hdus()[static_cast<std::size_t>(hdu)], *column) != pixels)
        return true;
    values.resize(static_cast<std::size_t>(pixels));
    return file.readColumn(hdu, *column, 0, pixels, values.data());
}

bool readMask(FitsFile& file, int hdu, const std::optional<TableColumn>& column, qint64 pixels,
              PixelMask& mask)
{
    const auto count = static_cast<qint32>(pixels);
    if (column && (column->type == 'E' || column->type == 'D')) {
        std::vector<float> words;
        const bool read = readWhole(file, hdu, column, pixels, words);
        mask = pixelMask(words.data(), words.empty() ? 0 : count);
        return read;
    }
    std::vector<qint64> words;
    const bool read = readWhole(file, hdu, column, pixels, words);
    mask = pixelMask(words.data(), words.empty() ? 0 : count);
    return read;
}
}

SpectrumColumns spectrumColumns(const Hdu& hdu)
{
    const auto all = hdu.columns();
    SpectrumColumns columns;
    columns.wavelength = first(all, {u"WAVELENGTH", u"WAVE", u"LAMBDA", u"LAM", u"WAVELENGTH_AA"});
    if (!columns.wavelength) {
        columns.wavelength = first(all, {u"LOGLAM", u"LOG_WAVE", u"LOGWAVE"});
        columns.wavelengthIsLog10 = columns.wavelength.has_value();
    }
    columns.flux = first(all, {u"FLUX", u"FLUX_DENSITY", u"SPEC", u"COUNTS"});
    columns.inverseVariance = first(all, {u"IVAR", u"FLUX_IVAR", u"INVVAR"});
    columns.error = first(
        all, {u"ERROR", u"ERR", u"SIGMA", u"FLUX_ERR", u"FLUX_ERROR", u"E_FLUX", u"ERRS", u"UNCERTAINTY"});
    columns.andMask = first(all, {u"ANDMASK", u"AND_MASK", u"PIXMASK", u"MASK"});
    columns.orMask = first(all, {u"ORMASK", u"OR_MASK"});
    columns.sky = first(all, {u"SKY"});
    return columns;
}

Result<TableSamples> readTableSamples(FitsFile& file, int hdu, const SpectrumColumns& columns)
{
    const auto pixels = length(file.hdus()[static_cast<std::size_t>(hdu)], *columns.flux);
    if (pixels > mostPixels || !file.affords(pixels))
        return tooLarge(file.name());
    TableSamples table;
    auto& samples = table.samples;
    const bool read = pixels > 0
        && readWhole(file, hdu, columns.wavelength, pixels, samples.wavelengthAngstrom)
        && readWhole(file, hdu, columns.flux, pixels, samples.flux)
        && readWhole(file, hdu, columns.inverseVariance ? columns.inverseVariance : columns.error, pixels,
                     samples.inverseVariance)
        && readMask(file, hdu, columns.andMask, pixels, samples.andMask)
        && readMask(file, hdu, columns.orMask, pixels, samples.orMask)
        && readWhole(file, hdu, columns.sky, pixels, table.sky);
    if (!read)
        return file.failure();
    if (columns.inverseVariance)
        cleanInverseVariance(samples.inverseVariance);
    else
        inverseOfError(samples.inverseVariance);
    if (columns.wavelengthIsLog10)
        fromLog10(samples.wavelengthAngstrom);
    if (!settleAxis(samples, table.sky))
        return noWavelengths(file.name());
    return table;
}
