#include "db/fits/fitsfile.h"

#include "db/fits/pixelloops.h"
#include "db/fits/refusal.h"

#include <QCoreApplication>
#include <QtEndian>
#include <fitsio.h>

#include <algorithm>
#include <functional>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 pixelsAlwaysAllowed = qint64(2) << 20; // 16 bytes each in a Spectrum: 32 MiB

/// What cfitsio writes for integers that BLANK or TNULLn declare undefined (FITS Standard 4.0, 4.4.2.5 and
/// 7.3.2); without it they would come out as numbers.
struct NoNumber
{
    float single = std::numeric_limits<float>::quiet_NaN();
    double real = std::numeric_limits<double>::quiet_NaN();
    int found = 0; ///< cfitsio writes here unasked.

    void* of(int type)
    {
        return type == TFLOAT ? static_cast<void*>(&single) : type == TDOUBLE ? &real : nullptr;
    }
};

bool isPrintable(char letter)
{
    return letter >= ' ' && letter <= '~';
}
}

struct FitsFile::Handle
{
    fitsfile* file = nullptr;
    void* bytes = nullptr;
    void* source = nullptr; ///< What cfitsio reads: `bytes`, or `mended`.
    QByteArray mended;
    std::size_t size = 0;
    int current = -1;
};

FitsFile::FitsFile(QByteArrayView bytes, QString name)
    : m_handle(std::make_unique<Handle>())
    , m_name(std::move(name))
{
    m_handle->bytes = const_cast<char*>(bytes.data()); // cfitsio has no const; opened read-only
    m_handle->size = static_cast<std::size_t>(bytes.size());
}

FitsFile::~FitsFile()
{
    int status = 0;
    if (m_handle->file)
        fits_close_file(m_handle->file, &status);
    finished(status);
}

/// Keeps the first failure and empties cfitsio's own list of messages, which all threads share.
bool FitsFile::finished(int status)
{
    if (status == 0)
        return true;
    if (m_status == 0)
        m_status = status;
    fits_clear_errmsg();
    return false;
}

/// cfitsio refuses headers with other than printable letters (FITS Standard 4.0, 4.1.2), as accents in names
/// and tabs: it gets a copy of the file with blanks in their place.
void FitsFile::mendForCfitsio()
{
    const auto isPlain = [](const Hdu& hdu) { return std::ranges::all_of(hdu.header.bytes(), isPrintable); };
    if (std::ranges::all_of(m_hdus, isPlain))
        return;
    auto& mended = m_handle->mended;
    mended = QByteArray(bytes(), static_cast<qsizetype>(m_handle->size));
    qint64 headerAt = 0;
    for (const auto& hdu : m_hdus) {
        auto* begin = mended.data() + headerAt;
        std::replace_if(begin, begin + hdu.header.bytes().size(), std::not_fn(isPrintable), ' ');
        headerAt = hdu.endAt();
    }
    m_handle->source = mended.data();
}

/// Under a fixed name: cfitsio would act on brackets and prefixes in the real one.
bool FitsFile::open()
{
    m_handle->source = m_handle->bytes;
    mendForCfitsio();
    int status = 0;
    fits_open_memfile(&m_handle->file, "spectrum", READONLY, &m_handle->source, &m_handle->size, 0, nullptr,
                      &status);
    return finished(status);
}

Result<std::unique_ptr<FitsFile>> FitsFile::open(QByteArrayView bytes, const QString& name, qint64 sizeOnDisk)
{
    auto hdus = hdusIn(bytes, name);
    if (!hdus)
        return hdus.error();
    std::unique_ptr<FitsFile> file(new FitsFile(bytes, name));
    file->m_hdus = std::move(hdus).value();
    file->m_pixelsLeft = std::max(pixelsAlwaysAllowed, sizeOnDisk);
    return file;
}

const char* FitsFile::bytes() const
{
    return static_cast<const char*>(m_handle->bytes);
}

std::optional<int> FitsFile::find(QStringView extname) const
{
    for (std::size_t index = 0; index < m_hdus.size(); ++index) {
        if (m_hdus[index].name == extname)
            return static_cast<int>(index);
    }
    return {};
}

bool FitsFile::affords(qint64 pixels)
{
    if (pixels < 0 || pixels > m_pixelsLeft)
        return false;
    m_pixelsLeft -= pixels;
    return true;
}

bool FitsFile::goTo(int hdu)
{
    if (m_handle->current == hdu)
        return true;
    if (!m_handle->file && !open())
        return false;
    int status = 0;
    fits_movabs_hdu(m_handle->file, hdu + 1, nullptr, &status);
    m_handle->current = status == 0 ? hdu : -1;
    return finished(status);
}

bool FitsFile::readImage(int hdu, qint64 first, qint64 count, int type, void* target)
{
    const auto bytesPerValue = std::abs(m_hdus[hdu].bitpix) / 8;
    if (count <= 0 || first < 0 || first + count > m_hdus[hdu].dataBytes / bytesPerValue || !goTo(hdu))
        return false;
    int status = 0;
    NoNumber nothing;
    fits_read_img(m_handle->file, type, first + 1, count, nothing.of(type), target, &nothing.found, &status);
    return finished(status);
}

bool FitsFile::canTakeImage(int hdu, int bitpix, qint64 first, qint64 count) const
{
    const auto& image = m_hdus[static_cast<std::size_t>(hdu)];
    return image.kind == Hdu::Kind::Image && image.bitpix == bitpix && count > 0 && first >= 0
        && first + count <= image.dataBytes / (std::abs(bitpix) / 8) && !image.header.contains("BSCALE")
        && !image.header.contains("BZERO");
}

bool FitsFile::isClear(int hdu, qint64 first, qint64 count) const
{
    const auto at = m_hdus[static_cast<std::size_t>(hdu)].dataAt + first * qint64(sizeof(float));
    return canTakeImage(hdu, FLOAT_IMG, first, count)
        && allZero(bytes() + at, static_cast<std::size_t>(count) * sizeof(float));
}

bool FitsFile::readImage(int hdu, qint64 first, qint64 count, float* target)
{
    if (!canTakeImage(hdu, FLOAT_IMG, first, count))
        return readImage(hdu, first, count, TFLOAT, target);
    const auto at = m_hdus[static_cast<std::size_t>(hdu)].dataAt + first * qint64(sizeof(float));
    fromBigEndian(bytes() + at, static_cast<std::size_t>(count), target);
    return true;
}

bool FitsFile::readImage(int hdu, qint64 first, qint64 count, double* target)
{
    const auto begin = m_hdus[static_cast<std::size_t>(hdu)].dataAt;
    if (canTakeImage(hdu, FLOAT_IMG, first, count)) {
        widenBigEndian(bytes() + begin + first * qint64(sizeof(float)), static_cast<std::size_t>(count),
                       target);
        return true;
    }
    if (!canTakeImage(hdu, DOUBLE_IMG, first, count))
        return readImage(hdu, first, count, TDOUBLE, target);
    fromBigEndian(bytes() + begin + first * qint64(sizeof(double)), static_cast<std::size_t>(count), target);
    return true;
}

bool FitsFile::readImage(int hdu, qint64 first, qint64 count, qint64* target)
{
    return readImage(hdu, first, count, TLONGLONG, target);
}

bool FitsFile::readColumn(int hdu, const TableColumn& column, qint64 row, qint64 count, int type,
                          void* target)
{
    if (count <= 0 || row < 0 || column.repeat < 1 || column.type == 'A' || column.type == 'P'
        || column.type == 'Q' || row >= m_hdus[hdu].rows()
        || count > (m_hdus[hdu].rows() - row) * column.repeat || !goTo(hdu))
        return false;
    int status = 0;
    NoNumber nothing;
    fits_read_col(m_handle->file, type, column.number, row + 1, 1, count, nothing.of(type), target,
                  &nothing.found, &status);
    return finished(status);
}

bool FitsFile::canTakeColumn(int hdu, const TableColumn& column, char type, qint64 row, qint64 count) const
{
    const auto& table = m_hdus[static_cast<std::size_t>(hdu)];
    const auto number = QByteArray::number(column.number);
    return column.type == type && column.offset >= 0 && column.repeat > 0 && count > 0 && row >= 0
        && row < table.rows() && count <= (table.rows() - row) * column.repeat
        && !table.header.contains(("TSCAL" + number).constData())
        && !table.header.contains(("TZERO" + number).constData());
}

template<typename Value>
bool FitsFile::takeColumn(int hdu, const TableColumn& column, qint64 row, qint64 count, Value* target) const
{
    const auto& table = m_hdus[static_cast<std::size_t>(hdu)];
    const char* cell = bytes() + table.dataAt + row * table.axes[0] + column.offset;
    for (qint64 taken = 0; taken < count; cell += table.axes[0]) {
        const auto now = std::min(count - taken, column.repeat);
        if (now == 1)
            target[taken] = qFromBigEndian<Value>(cell);
        else
            fromBigEndian(cell, static_cast<std::size_t>(now), target + taken);
        taken += now;
    }
    return true;
}

bool FitsFile::readColumn(int hdu, const TableColumn& column, qint64 row, qint64 count, float* target)
{
    return canTakeColumn(hdu, column, 'E', row, count) ? takeColumn(hdu, column, row, count, target)
                                                       : readColumn(hdu, column, row, count, TFLOAT, target);
}

bool FitsFile::readColumn(int hdu, const TableColumn& column, qint64 row, qint64 count, double* target)
{
    return canTakeColumn(hdu, column, 'D', row, count) ? takeColumn(hdu, column, row, count, target)
                                                       : readColumn(hdu, column, row, count, TDOUBLE, target);
}

/// 1 for T, 0 for F and for undefined (FITS Standard 4.0, 7.3.3.1).
bool FitsFile::takeFlags(int hdu, const TableColumn& column, qint64 row, qint64 count, qint64* target) const
{
    const auto& table = m_hdus[static_cast<std::size_t>(hdu)];
    for (qint64 taken = 0; taken < count; ++taken) {
        const auto at = (row + taken / column.repeat) * table.axes[0] + column.offset + taken % column.repeat;
        target[taken] = bytes()[table.dataAt + at] == 'T' ? 1 : 0;
    }
    return true;
}

bool FitsFile::readColumn(int hdu, const TableColumn& column, qint64 row, qint64 count, qint64* target)
{
    if (canTakeColumn(hdu, column, 'L', row, count))
        return takeFlags(hdu, column, row, count, target);
    return readColumn(hdu, column, row, count, TLONGLONG, target);
}

std::optional<QString> FitsFile::readText(int hdu, const TableColumn& column, qint64 row)
{
    constexpr qint64 longest = 4096;
    const auto& table = m_hdus[static_cast<std::size_t>(hdu)];
    if (!column.isText() || column.repeat < 1 || column.repeat > longest || row < 0 || row >= table.rows())
        return {};
    QByteArray text;
    if (column.offset >= 0) {
        const char* cell = bytes() + table.dataAt + row * table.axes[0] + column.offset;
        text = QByteArray(cell, static_cast<qsizetype>(qstrnlen(cell, static_cast<uint>(column.repeat))));
    } else if (!readText(hdu, column, row, text)) {
        return {};
    }
    const auto value = QString::fromLatin1(text).trimmed();
    return isUnknownText(value) ? std::nullopt : std::optional(value);
}

/// The cell as cfitsio finds it, in ASCII tables and behind columns of unknown width. cfitsio writes as much
/// as it takes the column for, and a damaged header may tell it otherwise than us.
bool FitsFile::readText(int hdu, const TableColumn& column, qint64 row, QByteArray& text)
{
    if (!goTo(hdu))
        return false;
    int type = 0;
    long repeat = 0;
    long width = 0;
    int status = 0;
    fits_get_coltype(m_handle->file, column.number, &type, &repeat, &width, &status);
    if (!finished(status) || type != TSTRING || width > column.repeat || repeat > column.repeat)
        return false;
    text.fill('\0', static_cast<qsizetype>(column.repeat) + 1);
    char* target = text.data();
    char nothing[] = "";
    fits_read_col(m_handle->file, TSTRING, column.number, row + 1, 1, 1, nothing, &target, nullptr, &status);
    text.truncate(static_cast<qsizetype>(qstrnlen(text.constData(), static_cast<uint>(text.size()))));
    return finished(status);
}

Error FitsFile::failure() const
{
    char reason[FLEN_STATUS] = "values outside the file";
    if (m_status != 0)
        fits_get_errstatus(m_status, reason);
    return refusal(m_name, QCoreApplication::translate("FitsFile", "%1 is damaged: its data cannot be read."),
                   u"cfitsio status %1: %2"_s.arg(m_status).arg(QString::fromLatin1(reason)));
}
