#include "db/archive/gzipstream.h"
#include "db/catalogue/cataloguefile.h"
#include "models/values/outputfile.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype bufferBytes = 1 << 20;

char* put(char* at, QByteArrayView text)
{
    std::copy_n(text.data(), text.size(), at);
    return at + text.size();
}

/// Returns where the next cell goes; at most two more letters than twice the text's are put.
char* putText(char* at, QByteArrayView text)
{
    // RFC 4180
    if (std::ranges::none_of(text, [](char letter) {
            return letter == ',' || letter == '"' || letter == '\n' || letter == '\r';
        }))
        return put(at, text);
    *at++ = '"';
    for (const char letter : text) {
        if (letter == '"')
            *at++ = '"';
        *at++ = letter;
    }
    *at++ = '"';
    return at;
}

/// The most bytes that a cell and the comma behind it take.
qsizetype roomFor(const StreamColumn& column)
{
    constexpr qsizetype number = 32;
    constexpr qsizetype bytesOfLetter = 4; // UTF-8
    return std::max(number, 2 * bytesOfLetter * column.letters + 3);
}

class CsvCatalogue : public CatalogueFile
{
public:
    CsvCatalogue(const QString& path, const std::vector<StreamColumn>& columns)
        : m_file(path)
        , m_columns(columns)
        , m_opened(m_file.open())
    {
        if (path.endsWith(".gz"_L1))
            m_packer.emplace();
        qsizetype heading = 0;
        for (const auto& column : columns) {
            m_rowRoom += roomFor(column);
            heading += 2 * column.name.size() + 3;
        }
        m_text.resize(bufferBytes + std::max(m_rowRoom, heading));
        auto* at = m_text.data();
        for (const auto& column : columns) {
            at = putText(at, column.name);
            *at++ = ',';
        }
        at[-1] = '\n';
        m_filled = at - m_text.data();
    }

    Result<void> append(const RowStream& row) override
    {
        auto* at = m_text.data() + m_filled;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            at = putCell(at, row, i);
            *at++ = ',';
        }
        at[-1] = '\n';
        m_filled = at - m_text.data();
        return m_filled < bufferBytes ? Result<void>() : flush(false);
    }

    Result<void> finish() override
    {
        if (auto flushed = flush(true); !flushed)
            return flushed;
        return m_file.commit();
    }

private:
    char* putCell(char* at, const RowStream& row, std::size_t column) const
    {
        const auto kind = m_columns[column].kind;
        if (row.isNull(column))
            return kind == StreamColumn::Kind::Text ? at : std::to_chars(at, at + 16, unknownNumber).ptr;
        if (kind == StreamColumn::Kind::Decimal)
            return put(at, row.text(column));
        if (kind == StreamColumn::Kind::Text)
            return putText(at, row.text(column));
        constexpr std::ptrdiff_t longest = 31;
        return kind == StreamColumn::Kind::Integer ? std::to_chars(at, at + longest, row.integer(column)).ptr
                                                   : std::to_chars(at, at + longest, row.real(column)).ptr;
    }

    Result<void> flush(bool last)
    {
        if (!m_opened)
            return m_opened;
        if (m_packer) {
            m_packed.resize(0);
            if (auto packed = m_packer->add(QByteArrayView(m_text).first(m_filled), last, m_packed); !packed)
                return packed;
        }
        const auto filled = std::exchange(m_filled, 0);
        return m_file.write(m_packer ? m_packed : QByteArray::fromRawData(m_text.constData(), filled));
    }

    OutputFile m_file;
    const std::vector<StreamColumn> m_columns;
    Result<void> m_opened;
    QByteArray m_text; ///< Room; this much of it is filled:
    qsizetype m_filled = 0;
    qsizetype m_rowRoom = 0;
    QByteArray m_packed;
    std::optional<GzipStream> m_packer;
};
}

std::unique_ptr<CatalogueFile> csvCatalogue(const QString& path, const std::vector<StreamColumn>& columns)
{
    return std::make_unique<CsvCatalogue>(path, columns);
}

Result<std::unique_ptr<CatalogueFile>> CatalogueFile::create(const QString& path, const QString& title,
                                                             const std::vector<StreamColumn>& columns)
{
    if (path.endsWith(".fits"_L1))
        return fitsCatalogue(path, title, columns);
    if (path.endsWith(".csv"_L1) || path.endsWith(".csv.gz"_L1))
        return csvCatalogue(path, columns);
    return Error {ErrorKind::BadInput,
                  QCoreApplication::translate("db", "%1 must end with .fits, .csv or .csv.gz.").arg(path),
                  {}};
}
