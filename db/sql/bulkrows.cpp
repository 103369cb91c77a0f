#include "db/sql/bulkrows.h"

#include <array>
#include <charconv>
#include <cmath>

BulkRows::BulkRows(QString table, QStringList columns)
    : m_table(std::move(table))
    , m_columns(std::move(columns))
{
}

void BulkRows::separate()
{
    if (m_rowBegun)
        m_text += '\t';
    m_rowBegun = true;
}

BulkRows& BulkRows::add(qint64 value)
{
    separate();
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    m_text.append(digits.data(), end - digits.data());
    return *this;
}

BulkRows& BulkRows::add(double value)
{
    if (!std::isfinite(value))
        return addNull();
    separate();
    std::array<char, 32>
        digits; // the shortest text that reads back as the same double has at most 24 characters
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    m_text.append(digits.data(), end - digits.data());
    return *this;
}

BulkRows& BulkRows::add(QStringView text, qsizetype longest)
{
    separate();
    if (text.size() > longest) {
        text = text.first(longest);
        if (text.back().isHighSurrogate())
            text.chop(1);
    }
    const auto utf8 = text.toUtf8();
    for (const char letter : utf8) {
        switch (letter) {
        case '\0':
            m_text += "\\0";
            break;
        case '\t':
            m_text += "\\t";
            break;
        case '\n':
            m_text += "\\n";
            break;
        case '\\':
            m_text += "\\\\";
            break;
        default:
            m_text += letter;
        }
    }
    return *this;
}

BulkRows& BulkRows::addNull()
{
    separate();
    m_text += "\\N";
    return *this;
}

void BulkRows::endRow()
{
    m_text += '\n';
    m_rowBegun = false;
    ++m_rows;
}

void BulkRows::rewind(qsizetype position, qsizetype rows)
{
    m_text.truncate(position);
    m_rows -= rows;
    m_rowBegun = false;
}

void BulkRows::clear()
{
    m_text.truncate(0);
    m_rows = 0;
    m_rowBegun = false;
}
