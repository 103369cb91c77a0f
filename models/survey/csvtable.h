#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

/// A text of comma-separated values with a heading, RFC 4180; lines that begin with '#' are left out.
class CsvTable
{
public:
    /// `name` is what errors call it. BadFile where a row has another number of fields than the heading.
    static Result<CsvTable> parse(const QByteArray& text, const QString& name);

    const QStringList& heading() const { return m_heading; }
    std::size_t size() const { return m_rows.size(); }
    /// The field of the first of these columns that the heading has; empty where it has none. Case does not
    /// count.
    QString field(std::size_t row, const QStringList& columns) const;
    bool has(const QString& column) const { return indexOf(column) >= 0; }

private:
    qsizetype indexOf(const QString& column) const;

    QStringList m_heading;
    std::vector<QStringList> m_rows;
};
