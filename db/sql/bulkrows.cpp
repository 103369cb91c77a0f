#include "db/sql/bulkrows.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace {
constexpr qsizetype longestNumber = 24; ///< Also of the shortest text that reads back as the same double

/// How many 1/`scale` a value is, where it is so exactly: a quotient of two whole numbers below 2^53 is
/// rounded correctly (IEEE 754), as the reader's of the same digits is.
std::optional<qint64> unitsOf(double value, double scale)
{
    constexpr double wholeNumbers = 1ULL << 53;
    const double units = std::nearbyint(value * scale);
    const bool isExact = std::abs(units) < wholeNumbers && units / scale == value;
    return isExact && (units != 0 || !std::signbit(value)) ? std::optional(static_cast<qint64>(units))
                                                           : std::nullopt;
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
    // The catalogues' numbers have few decimals, which are written several times as fast as the shortest
    // text.
    for (const auto& [scale, decimals] : {std::pair(1e2, 2), std::pair(1e6, 6), std::pair(1e10, 10)})
        if (const auto units = unitsOf(value, scale))
            return addDecimal(*units, decimals);
    return addNumber(value);
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

BulkRows& BulkRows::addEscaped(QByteArrayView utf8)
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

BulkRows& BulkRows::addUtf8(QByteArrayView utf8, qsizetype longest)
{
    if (utf8.size() > longest) {
        const auto begins = [](char byte) { return (byte & 0xC0) != 0x80; }; // a character: RFC 3629, 3
        qsizetype end = 0;
        for (qsizetype letters = 0; end < utf8.size(); ++end)
            if (begins(utf8[end]) && ++letters > longest)
                break;
        utf8 = utf8.first(end);
    }
    const auto isPlain = [](char byte) {
        return byte != '\0' && byte != '\t' && byte != '\n' && byte != '\\';
    };
    return std::all_of(utf8.begin(), utf8.end(), isPlain) ? addFields(utf8) : addEscaped(utf8);
}

BulkRows& BulkRows::addFields(QByteArrayView fields)
{
    end(std::copy(fields.begin(), fields.end(), begin(fields.size())));
    return *this;
}

BulkRows& BulkRows::addDecimal(qint64 units, int decimals)
{
    char digits[longestNumber];
    const auto size = std::to_chars(digits, digits + longestNumber,
                                    units < 0 ? 0 - static_cast<quint64>(units) : static_cast<quint64>(units))
                          .ptr
        - digits;
    auto* place = begin(longestNumber);
    if (units < 0)
        *place++ = '-';
    const auto whole = std::max<qsizetype>(size - decimals, 0);
    place = whole == 0 ? std::fill_n(place, 1, '0') : std::copy_n(digits, whole, place);
    auto last = size; // behind the last digit that is not 0
    while (last > whole && digits[last - 1] == '0')
        --last;
    if (last > whole) {
        *place++ = '.';
        place = std::fill_n(place, decimals - (size - whole), '0');
        place = std::copy(digits + whole, digits + last, place);
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
