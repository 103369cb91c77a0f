#pragma once

#include "db/sql/rowstream.h"

/// The rows of a query in memory, to be merged with others: 9 bytes a cell and the letters of the texts.
class RowBuffer
{
public:
    /// Reads to the end of the stream that RowStream::open() makes of `statement`. Rows of before are
    /// forgotten, their memory is used again.
    Result<void> read(const QSqlDatabase& db, const QString& statement);

    std::size_t rows() const { return m_columns == 0 ? 0 : m_cells.size() / m_columns; }
    bool isNull(std::size_t row, std::size_t column) const { return m_nulls[place(row, column)] != 0; }
    /// Of an Integer column; 0 for NULL
    qint64 integer(std::size_t row, std::size_t column) const { return m_cells[place(row, column)].integer; }
    /// Of a Real or Decimal column; NaN for NULL
    double real(std::size_t row, std::size_t column) const { return m_cells[place(row, column)].real; }
    /// UTF-8, of a Text column, as long as this object lives; isNull() for NULL
    QByteArrayView text(std::size_t row, std::size_t column) const;

private:
    union Cell {
        qint64 integer;
        double real;
        struct
        {
            quint32 begin;
            quint32 length;
        } text;
    };
    std::size_t place(std::size_t row, std::size_t column) const { return row * m_columns + column; }
    void add(const RowStream& stream);

    std::size_t m_columns = 0;
    std::vector<Cell> m_cells;
    std::vector<quint8> m_nulls;
    std::vector<char> m_letters;
};

/// Finds rows of a buffer, which may be read again after back(), by ascending keys; the rows are ordered by
/// the Integer in their first column.
class RowCursor
{
public:
    explicit RowCursor(const RowBuffer& rows)
        : m_rows(rows)
    {
    }

    /// Goes to the first row with this key, which is not less than any asked for before; false when there is
    /// none.
    bool goTo(qint64 key)
    {
        while (m_row < m_rows.rows() && m_rows.integer(m_row, 0) < key)
            ++m_row;
        return m_row < m_rows.rows() && m_rows.integer(m_row, 0) == key;
    }

    std::size_t row() const { return m_row; }
    void back() { m_row = 0; }

private:
    const RowBuffer& m_rows;
    std::size_t m_row = 0;
};
