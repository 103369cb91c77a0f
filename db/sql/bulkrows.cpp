#include "db/sql/bulkrows.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace {
constexpr qsizetype longestNumber = 24; ///< Also of the shortest text that reads back as the same double

/// The catalogues' numbers have few decimals: such a one is written from its digits as a whole number,
/// several times as fast as its shortest text. nullptr where the value has more than `places` decimals. A
/// quotient of two whole numbers below 2^53 is rounded correctly (IEEE 754), as the reader's is.
template<int places, quint64 scale>
char* writeDecimal(char* place, double value)
{
    constexpr double wholeNumbers = 1ULL << 53;
    const double magnitude = std::abs(value);
    const double scaled = std::nearbyint(magnitude * scale);
    if (!(scaled < wholeNumbers) || scaled / scale != magnitude)
        return nullptr;
    if (std::signbit(value))
        *place++ = '-';
    const auto digits = static_cast<quint64>(scaled);
    place = std::to_chars(place, place + longestNumber, digits / scale).ptr;
    auto rest = digits % scale;
    if (rest == 0)
        return place;
    *place = '.';
    for (auto* digit = place + places; digit > place; --digit, rest /= 10)
        *digit = static_cast<char>('0' + rest % 10);
    place += places;
    while (*place == '0')
        --place;
    return place + 1;
}
}

BulkRows::BulkRows(QString table, QStringList columns)
    : m_table(std::move(table))
    , m_columns(std::move(columns))
{
}

/// Room for a separator and `most` bytes behind the text; where the bytes go.
char* BulkRows::begin(qsizetype most)
{
    reserve(m_used + most + 1);
    auto* place = m_room.data() + m_used;
    if (m_rowBegun)
        *place++ = '\t';
    return place;
}

void BulkRows::reserve(qsizetype bytes)
{
    if (bytes > m_room.size())
        m_room.resize(std::max(bytes, 2 * m_room.size()));
}

template<typename Number>
BulkRows& BulkRows::addNumber(Number value)
{
    auto* place = begin(longestNumber);
    end(std::to_chars(place, place + longestNumber, value).ptr);
    return *this;
}

BulkRows& BulkRows::add(qint64 value)
{
    return addNumber(value);
}

BulkRows& BulkRows::add(double value)
{
    if (!std::isfinite(value))
        return addNull();
    auto* place = begin(longestNumber);
    auto* behind = writeDecimal<2, 100>(place, value);
    if (!behind)
        behind = writeDecimal<6, 1'000'000>(place, value);
    if (!behind)
        behind = writeDecimal<10, 10'000'000'000>(place, value);
    end(behind ? behind : std::to_chars(place, place + longestNumber, value).ptr);
    return *this;
}

BulkRows& BulkRows::add(QStringView text, qsizetype longest)
{
    if (text.size() > longest) {
        text = text.first(longest);
        if (text.back().isHighSurrogate())
            text.chop(1);
    }
    auto* place = begin(text.size());
    bool isPlain = true; // looked at while copying, without a branch: so it takes many letters at once
    for (const QChar letter : text) {
        const auto code = letter.unicode();
        isPlain &= (code < 0x80) & (code != '\0') & (code != '\t') & (code != '\n') & (code != '\\');
        *place++ = static_cast<char>(code);
    }
    if (!isPlain)
        return addEscaped(text.toUtf8());
    end(place);
    return *this;
}

BulkRows& BulkRows::addEscaped(const QByteArray& utf8)
{
    auto* place = begin(2 * utf8.size());
    const auto escape = [&place](char letter) {
        *place++ = '\\';
        *place++ = letter;
    };
    for (const char letter : utf8) {
        switch (letter) {
        case '\0':
            escape('0');
            break;
        case '\t':
            escape('t');
            break;
        case '\n':
            escape('n');
            break;
        case '\\':
            escape('\\');
            break;
        default:
            *place++ = letter;
        }
    }
    end(place);
    return *this;
}

BulkRows& BulkRows::addNull()
{
    auto* place = begin(2);
    *place++ = '\\';
    *place++ = 'N';
    end(place);
    return *this;
}

void BulkRows::endRow()
{
    reserve(m_used + 1);
    m_room.data()[m_used++] = '\n';
    m_rowBegun = false;
    ++m_rows;
}

void BulkRows::rewind(qsizetype position, qsizetype rows)
{
    m_used = position;
    m_rows -= rows;
    m_rowBegun = false;
}

void BulkRows::clear()
{
    rewind(0, m_rows);
}
