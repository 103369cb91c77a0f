#include "db/catalogue/cataloguefile.h"
#include "db/fits/fitschecksum.h"
#include "db/fits/headercard.h"
#include "models/values/unfinishedfile.h"

#include <QFile>
#include <QtEndian>
#include <fitsio.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype bufferBytes = 1 << 20;

/// Bytes of a column in the table: FITS Standard 4.0, table 18. A TINYINT is a B with TZERO in FITS, so it
/// goes as a 16-bit I.
int widthOf(const StreamColumn& column)
{
    switch (column.kind) {
    case StreamColumn::Kind::Integer:
        return std::max(column.bytes, 2);
    case StreamColumn::Kind::Real:
    case StreamColumn::Kind::Decimal:
        return 8;
    case StreamColumn::Kind::Text:
        break;
    }
    return std::max(column.letters, 1);
}

QByteArray formatOf(const StreamColumn& column)
{
    const int width = widthOf(column);
    if (column.kind == StreamColumn::Kind::Text)
        return QByteArray::number(width) + 'A';
    if (column.kind != StreamColumn::Kind::Integer)
        return "1D";
    return width == 2 ? "1I" : width == 4 ? "1J" : "1K";
}

void putInteger(char* at, int width, qint64 value)
{
    if (width == 2)
        qToBigEndian(static_cast<qint16>(value), at);
    else if (width == 4)
        qToBigEndian(static_cast<qint32>(value), at);
    else
        qToBigEndian(value, at);
}

/// FITS texts are ASCII (FITS Standard 4.0, section 3.2): any other letter becomes one '?'.
void putText(char* at, int width, QByteArrayView text)
{
    const auto most = static_cast<std::size_t>(width);
    if (static_cast<std::size_t>(text.size()) <= most
        && std::ranges::all_of(text, [](char letter) { return letter >= 0x20 && letter < 0x7F; })) {
        std::memcpy(at, text.data(), static_cast<std::size_t>(text.size()));
        std::memset(at + text.size(), ' ', most - static_cast<std::size_t>(text.size()));
        return;
    }
    std::memset(at, ' ', most);
    int put = 0;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if ((byte & 0xC0) == 0x80) // within a letter of several bytes
            continue;
        if (put == width)
            return;
        at[put++] = byte >= 0x20 && byte < 0x7F ? letter : '?';
    }
}

class FitsCatalogue : public CatalogueFile
{
public:
    FitsCatalogue(const QString& path, const std::vector<StreamColumn>& columns)
        : m_unfinished(path)
        , m_columns(columns)
    {
        for (const auto& column : columns) {
            m_widths.push_back(widthOf(column));
            m_rowBytes += m_widths.back();
        }
        m_buffer.reserve(bufferBytes + 5 * m_rowBytes);
    }

    ~FitsCatalogue() override
    {
        int status = 0;
        if (m_file)
            fits_close_file(m_file, &status);
    }

    void open(const QString& title)
    {
        errno = 0;
        fits_create_diskfile(&m_file, QFile::encodeName(m_unfinished.name()).constData(), &m_status);
        std::vector<QByteArray> formats;
        std::vector<char*> names;
        std::vector<char*> forms;
        for (const auto& column : m_columns) {
            formats.push_back(formatOf(column));
            names.push_back(const_cast<char*>(column.name.constData())); // cfitsio does not change it
        }
        for (auto& format : formats)
            forms.push_back(format.data());
        const auto extension = title.toLatin1();
        fits_create_tbl(m_file, BINARY_TBL, 0, static_cast<int>(names.size()), names.data(), forms.data(),
                        nullptr, extension.constData(), &m_status);
        rememberCause();
    }

    Result<void> append(const RowStream& row) override
    {
        const auto at = m_buffer.size();
        m_buffer.resize(at + m_rowBytes);
        char* cell = m_buffer.data() + at;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const int width = m_widths[i];
            putCell(cell, width, row, i);
            cell += width;
        }
        // The checksum goes by words of four bytes.
        return m_buffer.size() < bufferBytes || m_buffer.size() % 4 != 0 ? Result<void>() : flush();
    }

    /// Not by cfitsio, which reads all rows again for the sum and writes the time of day beside it: the same
    /// rows shall give the same bytes.
    void putChecksums()
    {
        fits_set_hdustruc(m_file, &m_status); // the number of rows
        const auto dataSum = QByteArray::number(m_sum);
        fits_update_key_str(m_file, "CHECKSUM", "0000000000000000", "HDU checksum", &m_status);
        fits_update_key_str(m_file, "DATASUM", dataSum.constData(), "data unit checksum", &m_status);
        int cards = 0;
        LONGLONG start = 0;
        LONGLONG data = 0;
        fits_get_hdrspace(m_file, &cards, nullptr, &m_status);
        fits_get_hduaddrll(m_file, &start, &data, nullptr, &m_status);
        QByteArray header;
        for (int number = 1; number <= cards; ++number) {
            char card[FLEN_CARD] {};
            fits_read_record(m_file, number, card, &m_status);
            header += QByteArray(card).leftJustified(fitsCardSize);
        }
        header += "END";
        if (m_status != 0 || data - start < header.size())
            return;
        const auto sum = fitsSum(header.leftJustified(data - start), m_sum);
        fits_modify_key_str(m_file, "CHECKSUM", encodedChecksum(sum).constData(), "&", &m_status);
    }

    Result<void> finish() override
    {
        if (auto flushed = flush(); !flushed)
            return flushed;
        errno = 0;
        putChecksums();
        int closing = 0;
        fits_close_file(m_file, &closing);
        m_file = nullptr;
        if (m_status == 0)
            m_status = closing;
        rememberCause();
        return m_status == 0 ? m_unfinished.appear(true) : failure();
    }

private:
    void putCell(char* cell, int width, const RowStream& row, std::size_t column) const
    {
        const bool isNull = row.isNull(column);
        switch (m_columns[column].kind) {
        case StreamColumn::Kind::Integer:
            putInteger(cell, width, isNull ? unknownNumber : row.integer(column));
            break;
        case StreamColumn::Kind::Real:
        case StreamColumn::Kind::Decimal:
            qToBigEndian(std::bit_cast<quint64>(isNull ? double {unknownNumber} : row.real(column)), cell);
            break;
        case StreamColumn::Kind::Text:
            putText(cell, width, isNull ? QByteArrayView() : row.text(column));
        }
    }

    Result<void> flush()
    {
        errno = 0;
        if (m_status == 0 && !m_buffer.isEmpty()) {
            fits_write_tblbytes(m_file, m_rows + 1, 1, m_buffer.size(),
                                reinterpret_cast<unsigned char*>(m_buffer.data()), &m_status);
            m_rows += m_buffer.size() / m_rowBytes;
            m_buffer.append((4 - m_buffer.size() % 4) % 4, '\0'); // as the file is filled up
            m_sum = fitsSum(m_buffer, m_sum);
            m_buffer.resize(0);
            rememberCause();
        }
        return m_status == 0 ? Result<void>() : Result<void>(failure());
    }

    /// The system's reason for cfitsio's first failure, before other calls change it.
    void rememberCause()
    {
        if (m_status != 0 && m_cause == 0)
            m_cause = errno != 0 ? errno : EINVAL;
    }

    Error failure() const
    {
        char words[FLEN_STATUS] {};
        fits_get_errstatus(m_status, words);
        auto error = writeFailure(m_unfinished.path(), m_cause);
        error.detail = u"cfitsio %1: %2"_s.arg(m_status).arg(QLatin1StringView(words));
        return error;
    }

    UnfinishedFile m_unfinished;
    const std::vector<StreamColumn> m_columns;
    fitsfile* m_file = nullptr;
    int m_status = 0;
    int m_cause = 0; ///< errno
    std::vector<int> m_widths;
    qsizetype m_rowBytes = 0;
    LONGLONG m_rows = 0;
    quint32 m_sum = 0;
    QByteArray m_buffer;
};
}

std::unique_ptr<CatalogueFile> fitsCatalogue(const QString& path, const QString& title,
                                             const std::vector<StreamColumn>& columns)
{
    auto file = std::make_unique<FitsCatalogue>(path, columns);
    file->open(title);
    return file;
}
