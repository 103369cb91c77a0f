#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

/// Rows for one table as the text LOAD DATA reads: fields by tab, rows by newline, \N for NULL.
/// Numbers keep every digit; NaN and ±∞, which DOUBLE refuses, become NULL.
class BulkRows
{
public:
    /// `table` may carry {schema} placeholders. Columns must be named safely by the program.
    BulkRows(QString table, QStringList columns);

    BulkRows& add(qint64 value);
    BulkRows& add(int value) { return add(qint64 {value}); }
    BulkRows& add(bool value) { return add(qint64 {value}); }
    BulkRows& add(double value);
    /// At most `longest` characters of `text`: the server would cut it with a warning only.
    BulkRows& add(QStringView text, qsizetype longest);
    /// At most `longest` characters of UTF-8.
    BulkRows& addUtf8(QByteArrayView utf8, qsizetype longest);
    /// `units` of 10^−decimals, e.g. 1.05 of 105 and 2; at most 18 decimals.
    BulkRows& addDecimal(qint64 units, int decimals);
    /// One or more fields as text() has them, without the tab behind the last.
    BulkRows& addFields(QByteArrayView fields);
    BulkRows& addNull();
    template<typename T>
    BulkRows& add(const std::optional<T>& value)
    {
        return value ? add(*value) : addNull();
    }
    void endRow();

    const QString& table() const { return m_table; }
    const QStringList& columns() const { return m_columns; }
    QByteArrayView text() const { return QByteArrayView(m_room).first(m_used); }
    qsizetype size() const { return m_rows; }
    bool isEmpty() const { return m_rows == 0; }
    /// Where the next row begins in text().
    qsizetype position() const { return m_used; }
    /// Takes back what was added behind a position: the row(s) since then.
    void rewind(qsizetype position, qsizetype rows);
    void reserve(qsizetype bytes);
    void clear();

private:
    char* begin(qsizetype most);
    void end(const char* place)
    {
        m_used = place - m_room.constData();
        m_rowBegun = true;
    }
    template<typename Number>
    BulkRows& addNumber(Number value);
    BulkRows& addEscaped(QByteArrayView utf8);

    QString m_table;
    QStringList m_columns;
    QByteArray m_room; // the text and room behind it: resizing at every field costs more than its digits
    qsizetype m_used = 0;
    qsizetype m_rows = 0;
    bool m_rowBegun = false;
};
