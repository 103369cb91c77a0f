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
    const auto at = m_text.size();
    m_text.resize(at + most + 1);
    auto* place = m_text.data() + at;
    if (m_rowBegun)
        *place++ = '\t';
    m_rowBegun = true;
    return place;
}

void BulkRows::end(const char* place)
{
    m_text.truncate(place - m_text.constData());
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
    end(begin(0));
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
    auto* place = begin(2);
    *place++ = '\\';
    *place++ = 'N';
    end(place);
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
