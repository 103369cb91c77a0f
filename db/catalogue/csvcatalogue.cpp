#include "db/archive/gzipstream.h"
#include "db/catalogue/cataloguefile.h"
#include "models/values/outputfile.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype bufferBytes = 1 << 20;

void appendText(QByteArray& line, QByteArrayView text)
{
    // RFC 4180
    if (std::ranges::none_of(text, [](char letter) {
            return letter == ',' || letter == '"' || letter == '\n' || letter == '\r';
        })) {
        line.append(text);
        return;
    }
    line += '"';
    for (const char letter : text) {
        if (letter == '"')
            line += '"';
        line += letter;
    }
    line += '"';
}

class CsvCatalogue : public CatalogueFile
{
public:
    CsvCatalogue(const QString& path, const std::vector<StreamColumn>& columns)
        : m_file(path)
        , m_columns(columns)
        , m_opened(m_file.open())
    {
        m_text.reserve(bufferBytes + 4096);
        if (path.endsWith(".gz"_L1))
            m_packer.emplace();
        for (const auto& column : columns) {
            appendText(m_text, column.name);
            m_text += ',';
        }
        m_text.back() = '\n';
    }

    Result<void> append(const RowStream& row) override
    {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            appendCell(row, i);
            m_text += ',';
        }
        m_text.back() = '\n';
        return m_text.size() < bufferBytes ? Result<void>() : flush(false);
    }

    Result<void> finish() override
    {
        if (auto flushed = flush(true); !flushed)
            return flushed;
        return m_file.commit();
    }

private:
    void appendCell(const RowStream& row, std::size_t column)
    {
        const auto kind = m_columns[column].kind;
        if (row.isNull(column)) {
            if (kind != StreamColumn::Kind::Text)
                m_text += QByteArray::number(unknownNumber);
            return;
        }
        if (kind == StreamColumn::Kind::Decimal) {
            m_text.append(row.text(column));
            return;
        }
        if (kind == StreamColumn::Kind::Text) {
            appendText(m_text, row.text(column));
            return;
        }
        std::array<char, 32> digits;
        const auto end = kind == StreamColumn::Kind::Integer
            ? std::to_chars(digits.data(), digits.data() + digits.size(), row.integer(column)).ptr
            : std::to_chars(digits.data(), digits.data() + digits.size(), row.real(column)).ptr;
        m_text.append(digits.data(), end - digits.data());
    }

    Result<void> flush(bool last)
    {
        if (!m_opened)
            return m_opened;
        if (m_packer) {
            m_packed.resize(0);
            if (auto packed = m_packer->add(m_text, last, m_packed); !packed)
                return packed;
        }
        auto written = m_file.write(m_packer ? m_packed : m_text);
        m_text.resize(0);
        return written;
    }

    OutputFile m_file;
    const std::vector<StreamColumn> m_columns;
    Result<void> m_opened;
    QByteArray m_text;
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
