#include "db/sql/rowbuffer.h"

#include <limits>

Result<RowBuffer> RowBuffer::read(const QSqlDatabase& db, const QString& statement)
{
    const auto stream = RowStream::open(db, statement);
    if (!stream)
        return stream.error();
    RowBuffer buffer;
    buffer.m_columns = stream.value()->columns().size();
    for (;;) {
        const auto more = stream.value()->next();
        if (!more)
            return more.error();
        if (!more.value())
            return buffer;
        buffer.add(*stream.value());
    }
}

void RowBuffer::add(const RowStream& stream)
{
    const auto& columns = stream.columns();
    for (std::size_t column = 0; column < m_columns; ++column) {
        const bool isNull = stream.isNull(column);
        const auto kind = columns[column].kind;
        Cell cell {.integer = 0};
        if (kind == StreamColumn::Kind::Integer) {
            cell.integer = isNull ? 0 : stream.integer(column);
        } else if (kind == StreamColumn::Kind::Text) {
            const auto text = isNull ? QByteArrayView() : stream.text(column);
            cell.text = {static_cast<quint32>(m_letters.size()), static_cast<quint32>(text.size())};
            m_letters.insert(m_letters.end(), text.begin(), text.end());
        } else {
            cell.real = isNull ? std::numeric_limits<double>::quiet_NaN() : stream.real(column);
        }
        m_cells.push_back(cell);
        m_nulls.push_back(isNull);
    }
}

QByteArrayView RowBuffer::text(std::size_t row, std::size_t column) const
{
    if (isNull(row, column))
        return {};
    const auto& text = m_cells[place(row, column)].text;
    // Not null even where no row has a letter.
    return text.length == 0 ? QByteArrayView("") : QByteArrayView(m_letters.data() + text.begin, text.length);
}
