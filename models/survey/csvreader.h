#pragma once

#include "models/values/result.h"

#include <QStringList>

class QIODevice;

/// The rows of comma-separated values with a heading one by one, RFC 4180, where a quote within a bare field
/// is a letter; lines that begin with '#' are left out. Memory does not grow with the rows.
class CsvReader
{
public:
    /// `device` is open for reading and outlives the reader; `name` is what errors call it.
    CsvReader(QIODevice& device, QString name);

    /// Reads the heading; BadFile where there is none, and as next().
    Result<void> begin();
    const QStringList& heading() const { return m_heading; }
    /// Goes to the next row; false behind the last one. BadFile where a row has another number of fields than
    /// the heading, a quote stays open or a line does not end, and where the device (a QFileDevice) cannot be
    /// read to its end.
    Result<bool> next();
    const QStringList& fields() const { return m_fields; } ///< Of the row, without spaces around them

private:
    Result<bool> readRow();
    Result<bool> readLine();

    QIODevice& m_device;
    QString m_name;
    QStringList m_heading;
    QStringList m_fields;
    QByteArray m_buffer;
    QByteArrayView m_bytes; ///< The line in hand
    qsizetype m_line = 0; ///< Its number
    qsizetype m_rowLine = 0; ///< Where the row begins
};
