#include "db/fits/lamostheader.h"
#include "db/fits/lamostlrs.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 rowsInImage = 5;
constexpr std::size_t keptBetweenFiles = 1 << 18;

bool recognises(const FitsFile& file)
{
    const auto& hdu = file.primary();
    return hdu.pixels() > 1 && hdu.axes.size() == 2 && hdu.imageRows() == rowsInImage
        && (hdu.header.contains("EXTEN0") || hdu.header.text("TELESCOP") == u"LAMOST");
}

/// 10^(COEFF0 + i·COEFF1), vacuum Å.
bool axisFromCoefficients(const FitsHeader& header, std::size_t pixels, std::vector<double>& axis)
{
    const auto start = header.number("COEFF0");
    const auto step = header.number("COEFF1");
    if (!start || !step)
        return false;
    axis.resize(pixels);
    for (std::size_t pixel = 0; pixel < pixels; ++pixel)
        axis[pixel] = std::pow(10.0, *start + static_cast<double>(pixel) * *step);
    return true;
}

/// The wavelength row: from the floats already read, or again in double precision where the file has it.
bool axisFromRow(FitsFile& file, const float* row, std::size_t pixels, std::vector<double>& axis)
{
    if (file.primary().bitpix != -64) {
        axis.assign(row, row + pixels);
        return true;
    }
    axis.resize(pixels);
    const auto count = static_cast<qint64>(pixels);
    return file.readImage(0, 2 * count, count, axis.data());
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    const auto& hdu = file.primary();
    const auto pixels = hdu.pixels();
    const auto size = static_cast<std::size_t>(pixels);
    if (pixels > mostPixels || !file.affords(pixels))
        return tooLarge(file.name());
    thread_local std::vector<float> rows;
    rows.resize(rowsInImage * size);
    if (!file.readImage(0, 0, rowsInImage * pixels, rows.data()))
        return file.failure();

    auto spectrum = std::make_shared<Spectrum>();
    spectrum->file = file.name();
    spectrum->header = hdu.header;
    const bool normalised =
        hdu.header.text("EXTEN0").value_or(QString()).contains("continuum"_L1, Qt::CaseInsensitive);
    spectrum->layout = normalised ? Layout::LamostNormalisedImage : Layout::LamostImage;
    auto& samples = spectrum->coadd;
    const float* row = rows.data();
    const bool hasAxis = normalised ? axisFromCoefficients(hdu.header, size, samples.wavelengthAngstrom)
                                    : axisFromRow(file, row + 2 * size, size, samples.wavelengthAngstrom);
    samples.flux.assign(row, row + size);
    samples.inverseVariance.assign(row + size, row + 2 * size);
    samples.andMask = pixelMask(row + 3 * size, static_cast<qint32>(pixels));
    samples.orMask = pixelMask(row + 4 * size, static_cast<qint32>(pixels));
    if (rows.size() > keptBetweenFiles)
        std::vector<float>().swap(rows);
    if (!hasAxis)
        return noWavelengths(file.name());
    return finishedLamost(std::move(spectrum));
}
}

LayoutFamily lamostImageFamily()
{
    return {recognises, read};
}
