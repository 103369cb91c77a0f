#include "db/fits/imagerows.h"

#include <QDate>

namespace {
constexpr qint64 julianDayOfMjdZero = 2400001;

/// Where the row begins in the image, counted in pixels; nothing where there is none.
std::optional<qint64> beginOfRow(const FitsFile& file, std::optional<int> hdu, qint64 row, qint64 pixels)
{
    if (!hdu || *hdu < 0 || *hdu >= static_cast<int>(file.hdus().size()))
        return {};
    const auto& image = file.hdus()[static_cast<std::size_t>(*hdu)];
    const auto rows = image.imageRows();
    if (image.pixels() != pixels || pixels < 1 || row < 0 || (row >= rows && rows != 1))
        return {};
    return rows == 1 ? 0 : row * pixels;
}
}

Result<std::vector<float>> imageRow(FitsFile& file, std::optional<int> hdu, qint64 row, qint64 pixels)
{
    std::vector<float> values;
    const auto begin = beginOfRow(file, hdu, row, pixels);
    if (!begin)
        return values;
    values.resize(static_cast<std::size_t>(pixels));
    if (!file.readImage(*hdu, *begin, pixels, values.data()))
        return file.failure();
    return values;
}

Result<PixelMask> maskRow(FitsFile& file, std::optional<int> hdu, qint64 row, qint64 pixels, quint32 kept)
{
    const auto begin = beginOfRow(file, hdu, row, pixels);
    if (!begin)
        return PixelMask();
    std::vector<qint64> words(static_cast<std::size_t>(pixels));
    if (!file.readImage(*hdu, *begin, pixels, words.data()))
        return file.failure();
    for (auto& word : words)
        word &= kept;
    return pixelMask(words.data(), static_cast<qint32>(pixels));
}

std::shared_ptr<Spectrum> newSpectrum(const FitsFile& file, Layout layout, std::size_t indexInFile)
{
    auto spectrum = std::make_shared<Spectrum>();
    spectrum->file = file.name();
    spectrum->indexInFile = static_cast<int>(indexInFile);
    spectrum->layout = layout;
    spectrum->header = file.primary().header;
    return spectrum;
}

std::optional<int> smallNumber(std::optional<qint64> value)
{
    return value && *value >= 0 && *value < 100000000 ? std::optional(static_cast<int>(*value))
                                                      : std::nullopt;
}

void setNight(Target& target, std::optional<double> mjd)
{
    if (!mjd || *mjd < 1 || *mjd > 1e6)
        return;
    target.lmjd = static_cast<int>(*mjd);
    target.obsDate = QDate::fromJulianDay(julianDayOfMjdZero + *target.lmjd).toString(Qt::ISODate);
}
