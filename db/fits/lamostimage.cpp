#include "db/fits/lamostheader.h"
#include "db/fits/lamostlrs.h"
#include "db/fits/layouts.h"
#include "db/fits/refusal.h"
#include "db/fits/samplesaxis.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 rowsInImage = 5;
constexpr double smallestLogarithm = 2.5; // log10 of 300 Å; a normalised continuum lies below

bool recognises(const FitsFile& file)
{
    const auto& hdu = file.primary();
    return hdu.pixels() > 1 && hdu.axes.size() == 2 && hdu.imageRows() == rowsInImage
        && (hdu.header.contains("EXTEN0") || isFromLamost(hdu.header));
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

/// The wavelength row.
bool axisFromRow(FitsFile& file, qint64 pixels, std::vector<double>& axis)
{
    axis.resize(static_cast<std::size_t>(pixels));
    return file.readImage(0, 2 * pixels, pixels, axis.data());
}

bool readMask(FitsFile& file, qint64 imageRow, qint64 pixels, std::vector<float>& row, PixelMask& mask)
{
    if (file.isClear(0, imageRow * pixels, pixels))
        return true;
    if (!file.readImage(0, imageRow * pixels, pixels, row.data()))
        return false;
    mask = pixelMask(row.data(), static_cast<qint32>(pixels));
    return true;
}

Result<std::vector<SpectrumPtr>> read(FitsFile& file, const ReadOptions&)
{
    const auto& hdu = file.primary();
    const auto pixels = hdu.pixels();
    const auto size = static_cast<std::size_t>(pixels);
    if (pixels > mostPixels || !file.affords(pixels))
        return tooLarge(file.name());
    auto spectrum = std::make_shared<Spectrum>();
    spectrum->file = file.name();
    spectrum->header = hdu.header;
    const bool normalised =
        hdu.header.text("EXTEN0").value_or(QString()).contains("continuum"_L1, Qt::CaseInsensitive);
    spectrum->layout = normalised ? Layout::LamostNormalisedImage : Layout::LamostImage;
    auto& samples = spectrum->coadd;
    samples.flux.resize(size);
    samples.inverseVariance.resize(size);
    thread_local std::vector<float> row; // masks on their way; kept for the next file
    row.resize(size);
    if (!file.readImage(0, 0, pixels, samples.flux.data())
        || !file.readImage(0, pixels, pixels, samples.inverseVariance.data())
        || !readMask(file, 3, pixels, row, samples.andMask)
        || !readMask(file, 4, pixels, row, samples.orMask))
        return file.failure();
    auto& axis = samples.wavelengthAngstrom;
    if (!normalised && !axisFromRow(file, pixels, axis))
        return file.failure();
    const bool isAxis = !normalised && axis.back() > smallestLogarithm;
    if (!isAxis && !axisFromCoefficients(hdu.header, size, axis))
        return noWavelengths(file.name());
    return finishedLamost(std::move(spectrum));
}
}

LayoutFamily lamostImageFamily()
{
    return {recognises, read};
}
