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
