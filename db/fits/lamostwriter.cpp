#include "db/fits/lamostwriter.h"

#include <QCoreApplication>
#include <QFile>
#include <fitsio.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <libdeflate.h>
#include <memory>
#include <unistd.h>

namespace {

constexpr int cardLength = 80;
constexpr int compressionLevel =
    1; // noise does not compress: higher levels cost three times the time for 3 %
constexpr int columnCount = 6;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LamostWriter)
};

Error fitsError(int status)
{
    char words[FLEN_STATUS] {};
    fits_get_errstatus(status, words);
    return {ErrorKind::Internal, Text::tr("The FITS file could not be composed."),
            QStringLiteral("cfitsio %1: %2").arg(status).arg(QLatin1StringView(words))};
}

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

struct CompressorFree
{
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

}

Result<QByteArray> lamostFits(const QByteArray& cards, const PixelRows& rows, Layout layout)
{
    if (layout != Layout::LamostImage && layout != Layout::LamostTable)
        return Error {
            ErrorKind::BadInput, Text::tr("Only LAMOST's low-resolution layouts can be written."), {}};
    // Large enough for both layouts, so that cfitsio never asks for more.
    std::size_t size =
        (static_cast<std::size_t>(cards.size()) + rows.flux.size() * sizeof(float) * columnCount) / FLEN_CARD
            * FLEN_CARD
        + std::size_t {8} * 2880;
    size = (size / 2880 + 1) * 2880;
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    void* buffer = bytes.data();
    fitsfile* file = nullptr;
    int status = 0;
    fits_create_memfile(&file, &buffer, &size, 0, nullptr, &status);
    if (layout == Layout::LamostImage)
        putImage(file, cards, rows, &status);
    else
        putTable(file, cards, rows, &status);
    LONGLONG end = 0;
    fits_flush_file(file, &status);
    fits_get_hduaddrll(file, nullptr, nullptr, &end, &status);
    int closing = 0;
    fits_close_file(file, &closing);
    if (status != 0 || closing != 0)
        return fitsError(status != 0 ? status : closing);
    bytes.truncate(static_cast<qsizetype>(end));
    return bytes;
}

Result<QByteArray> gzipped(const QByteArray& bytes)
{
    thread_local const std::unique_ptr<libdeflate_compressor, CompressorFree> compressor(
        libdeflate_alloc_compressor(compressionLevel));
    if (!compressor)
        return Error {ErrorKind::Internal, Text::tr("There is not enough memory to compress a file."), {}};
    const auto size = static_cast<std::size_t>(bytes.size());
    QByteArray packed(static_cast<qsizetype>(libdeflate_gzip_compress_bound(compressor.get(), size)),
                      Qt::Uninitialized);
    const auto written = libdeflate_gzip_compress(compressor.get(), bytes.constData(), size, packed.data(),
                                                  static_cast<std::size_t>(packed.size()));
    packed.truncate(static_cast<qsizetype>(written));
    return packed;
}

Result<void> writeWholeFile(const QString& path, const QByteArray& bytes)
{
    // By the system's own calls: a release has millions of small files, and QFile asks the system twice as
    // often.
    const auto whole = QFile::encodeName(path);
    const auto unfinished = whole + ".part";
    const auto failure = [&] {
        const int cause = errno;
        ::unlink(unfinished.constData());
        const bool full = cause == ENOSPC || cause == EDQUOT;
        return Error {full ? ErrorKind::NoSpace : ErrorKind::Unavailable,
                      full ? Text::tr("The disk is full: %1 could not be written.").arg(path)
                           : Text::tr("%1 could not be written.").arg(path),
                      QString::fromLocal8Bit(std::strerror(cause))};
    };
    const int file = ::open(unfinished.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0)
        return failure();
    for (qsizetype done = 0; done < bytes.size();) {
        const auto written =
            ::write(file, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (written >= 0) {
            done += written;
        } else if (errno != EINTR) {
            const auto error = failure();
            ::close(file);
            return error;
        }
    }
    if (::close(file) != 0 || std::rename(unfinished.constData(), whole.constData()) != 0)
        return failure();
    return {};
}
