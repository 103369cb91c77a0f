#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstring>
#include <memory>
#include <vector>

class QSqlDatabase;

/// A column of streamed rows.
struct StreamColumn
{
    enum class Kind { Integer, Real, Decimal, Text };

    QByteArray name;
    Kind kind = Kind::Text;
    int bytes = 8; ///< Of an integer: 1, 2, 4 or 8
    int letters = 0; ///< Longest text, also of a decimal number
};

/// The number a decimal text stands for, correctly rounded: "-12.3400".
double decimalFrom(QByteArrayView text);

/// The rows of a query one by one as they come over the wire, in the binary protocol: memory does not grow
/// with their number. The connection can do nothing else until the stream ends or is destroyed.
class RowStream
{
public:
    /// `statement` has no placeholders.
    static Result<std::unique_ptr<RowStream>> open(const QSqlDatabase& db, const QString& statement);
    ~RowStream();
    Q_DISABLE_COPY_MOVE(RowStream)

    const std::vector<StreamColumn>& columns() const { return m_columns; }
    /// Goes to the next row; false behind the last one.
    Result<bool> next();

    bool isNull(std::size_t column) const { return m_cells[column].isNull != 0; }
    qint64 integer(std::size_t column) const { return valueOf<qint64>(column); } ///< Of an Integer column
    double real(std::size_t column) const ///< Of a Real or Decimal column
    {
        return m_columns[column].kind == StreamColumn::Kind::Decimal ? decimalFrom(text(column))
                                                                     : valueOf<double>(column);
    }
    QByteArrayView text(std::size_t column) const ///< UTF-8, of a Text or Decimal column
    {
        return {m_cells[column].bytes, static_cast<qsizetype>(m_cells[column].length)};
    }

private:
    struct Native;
    struct Cell
    {
        QByteArray room {};
        const char* bytes = nullptr; ///< Of the room.
        unsigned long length = 0;
        char isNull = 0;
    };

    template<typename Value>
    Value valueOf(std::size_t column) const
    {
        Value value;
        std::memcpy(&value, m_cells[column].bytes, sizeof value);
        return value;
    }

    explicit RowStream(std::unique_ptr<Native> native);
    Result<void> describe(const QString& statement);

    std::unique_ptr<Native> m_native;
    std::vector<StreamColumn> m_columns;
    std::vector<Cell> m_cells;
};
