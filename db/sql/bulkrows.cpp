#include "db/sql/bulkrows.h"

#include <algorithm>
#include <charconv>
#include <cmath>

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
    m_rowBegun = true;
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
    constexpr qsizetype most = 24; // also of the shortest text that reads back as the same double
    auto* place = begin(most);
    end(std::to_chars(place, place + most, value).ptr);
    return *this;
}

BulkRows& BulkRows::add(qint64 value)
{
    return addNumber(value);
}

BulkRows& BulkRows::add(double value)
{
    return std::isfinite(value) ? addNumber(value) : addNull();
}

BulkRows& BulkRows::add(QStringView text, qsizetype longest)
{
    if (text.size() > longest) {
        text = text.first(longest);
        if (text.back().isHighSurrogate())
            text.chop(1);
    }
    const auto isPlain = [](QChar letter) {
        return letter < u'\x80' && letter != u'\0' && letter != u'\t' && letter != u'\n' && letter != u'\\';
    };
    if (!std::all_of(text.begin(), text.end(), isPlain))
        return addEscaped(text.toUtf8());
    end(std::transform(text.begin(), text.end(), begin(text.size()),
                       [](QChar letter) { return static_cast<char>(letter.unicode()); }));
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
    constexpr qsizetype most = 24;
    char digits[most];
    const auto size = std::to_chars(digits, digits + most,
                                    units < 0 ? 0 - static_cast<quint64>(units) : static_cast<quint64>(units))
                          .ptr
        - digits;
    auto* place = begin(most);
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
