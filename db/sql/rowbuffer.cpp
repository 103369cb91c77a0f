#include "db/sql/rowbuffer.h"

#include <limits>

Result<void> RowBuffer::read(const QSqlDatabase& db, const QString& statement)
{
    m_cells.clear();
    m_nulls.clear();
    m_letters.clear();
    const auto stream = RowStream::open(db, statement);
    if (!stream)
        return stream.error();
    m_columns = stream.value()->columns().size();
    for (;;) {
        const auto more = stream.value()->next();
        if (!more)
            return more.error();
        if (!more.value())
            return {};
        add(*stream.value());
    }
}

void RowBuffer::add(const RowStream& stream)
{
    const auto first = m_cells.size();
    m_cells.resize(first + m_columns);
    m_nulls.resize(first + m_columns);
    for (std::size_t column = 0; column < m_columns; ++column) {
        auto& cell = m_cells[first + column];
        const auto kind = stream.columns()[column].kind;
        if (stream.isNull(column)) {
            m_nulls[first + column] = 1;
            if (kind == StreamColumn::Kind::Real || kind == StreamColumn::Kind::Decimal)
                cell.real = std::numeric_limits<double>::quiet_NaN();
        } else if (kind == StreamColumn::Kind::Integer) {
            cell.integer = stream.integer(column);
        } else if (kind == StreamColumn::Kind::Text) {
            const auto text = stream.text(column);
            cell.text = {static_cast<quint32>(m_letters.size()), static_cast<quint32>(text.size())};
            m_letters.insert(m_letters.end(), text.begin(), text.end());
        } else {
            cell.real = stream.real(column);
        }
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
