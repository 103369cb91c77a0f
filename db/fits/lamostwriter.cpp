#include "db/fits/lamostwriter.h"

#include "db/fits/fitsinmemory.h"

#include <QCoreApplication>

#include <cstring>

namespace {

constexpr int cardLength = 80;
constexpr int columnCount = 6;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LamostWriter)
};

void putCards(fitsfile* file, const QByteArray& cards, int* status)
{
    char card[cardLength + 1] {};
    for (qsizetype at = 0; at + cardLength <= cards.size(); at += cardLength) {
        std::memcpy(card, cards.constData() + at, cardLength);
        fits_write_record(file, card, status);
    }
}

void putMandatory(fitsfile* file, int bitpix, int axes, qint64 pixels, int* status)
{
    fits_write_key_log(file, "SIMPLE", 1, "Primary Header", status);
    fits_write_key_lng(file, "BITPIX", bitpix, nullptr, status);
    fits_write_key_lng(file, "NAXIS", axes, "Number of array dimensions", status);
    if (axes == 2) {
        fits_write_key_lng(file, "NAXIS1", pixels, nullptr, status);
        fits_write_key_lng(file, "NAXIS2", 5, nullptr, status);
    }
    fits_write_key_log(file, "EXTEND", 1, nullptr, status);
}

// cfitsio's signature takes the array as non-const, though it does not change it.
float* values(const std::vector<float>& row)
{
    return const_cast<float*>(row.data());
}

void putImage(fitsfile* file, const QByteArray& cards, const PixelRows& rows, int* status)
{
    const auto pixels = static_cast<qint64>(rows.flux.size());
    putMandatory(file, FLOAT_IMG, 2, pixels, status);
    putCards(file, cards, status);
    fits_set_hdustruc(file, status);
    LONGLONG first = 1;
    for (const auto* row :
         {&rows.flux, &rows.inverseVariance, &rows.wavelength, &rows.andMask, &rows.orMask}) {
        fits_write_img(file, TFLOAT, first, pixels, values(*row), status);
        first += pixels;
    }
}

void putTable(fitsfile* file, const QByteArray& cards, const PixelRows& rows, int* status)
{
    const auto pixels = static_cast<qint64>(rows.flux.size());
    putMandatory(file, SHORT_IMG, 0, 0, status);
    putCards(file, cards, status);
    fits_set_hdustruc(file, status);
    QByteArray format = QByteArray::number(pixels) + 'E';
    const char* names[columnCount] {"FLUX", "IVAR", "WAVELENGTH", "ANDMASK", "ORMASK", "NORMALIZATION"};
    char* formats[columnCount];
    std::fill_n(formats, columnCount, format.data());
    fits_create_tbl(file, BINARY_TBL, 1, columnCount, const_cast<char**>(names), formats, nullptr, "COADD",
                    status);
    const std::vector<float> normalization(rows.flux.size(), -9999.0F);
    int column = 1;
    for (const auto* row :
         {&rows.flux, &rows.inverseVariance, &rows.wavelength, &rows.andMask, &rows.orMask, &normalization})
        fits_write_col(file, TFLOAT, column++, 1, 1, pixels, values(*row), status);
}
}

Result<QByteArray> lamostFits(const QByteArray& cards, const PixelRows& rows, Layout layout)
{
    if (layout != Layout::LamostImage && layout != Layout::LamostTable)
        return Error {
            ErrorKind::BadInput, Text::tr("Only LAMOST's low-resolution layouts can be written."), {}};
    FitsInMemory file;
    if (layout == Layout::LamostImage)
        putImage(file.handle(), cards, rows, file.status());
    else
        putTable(file.handle(), cards, rows, file.status());
    return file.bytes();
}
