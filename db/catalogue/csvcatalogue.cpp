#include "db/catalogue/cataloguefile.h"
#include "models/values/outputfile.h"

#include <QBuffer>
#include <QCoreApplication>

#include <KCompressionDevice>
#include <algorithm>
#include <array>
#include <charconv>

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
        if (path.endsWith(".gz"_L1)) {
            m_packed.open(QIODevice::ReadWrite);
            m_packer = std::make_unique<KCompressionDevice>(&m_packed, false, KCompressionDevice::GZip);
            m_packer->open(QIODevice::WriteOnly);
        }
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
        return m_text.size() < bufferBytes ? Result<void>() : flush();
    }

    Result<void> finish() override
    {
        if (auto flushed = flush(); !flushed)
            return flushed;
        if (m_packer) {
            m_packer->close();
            if (auto written = m_file.write(takePacked()); !written)
                return written;
        }
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
        if (kind == StreamColumn::Kind::Text || kind == StreamColumn::Kind::Decimal) {
            appendText(m_text, row.text(column));
            return;
        }
        std::array<char, 32> digits;
        const auto end = kind == StreamColumn::Kind::Integer
            ? std::to_chars(digits.data(), digits.data() + digits.size(), row.integer(column)).ptr
            : std::to_chars(digits.data(), digits.data() + digits.size(), row.real(column)).ptr;
        m_text.append(digits.data(), end - digits.data());
    }

    Result<void> flush()
    {
        if (!m_opened)
            return m_opened;
        QByteArray bytes;
        if (m_packer) {
            if (m_packer->write(m_text) != m_text.size())
                return Error {ErrorKind::Internal,
                              QCoreApplication::translate("db", "A catalogue could not be packed."),
                              m_packer->errorString()};
            bytes = takePacked();
        } else {
            bytes.swap(m_text);
        }
        m_text.resize(0);
        m_text.reserve(bufferBytes + 4096);
        return m_file.write(bytes);
    }

    QByteArray takePacked()
    {
        auto bytes = m_packed.data();
        m_packed.buffer().clear();
        m_packed.seek(0);
        constexpr qsizetype timeAt = 4; // RFC 1952, section 2.3: the same rows shall be the same bytes
        if (!m_begun && bytes.size() >= timeAt + 4) {
            std::fill_n(bytes.begin() + timeAt, 4, '\0');
            m_begun = true;
        }
        return bytes;
    }

    OutputFile m_file;
    const std::vector<StreamColumn> m_columns;
    Result<void> m_opened;
    QByteArray m_text;
    QBuffer m_packed;
    bool m_begun = false;
    std::unique_ptr<KCompressionDevice> m_packer;
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
