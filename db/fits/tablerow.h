#pragma once

#include "db/fits/fitsfile.h"

#include <map>

/// One row of a table by column name (upper case): results and targets beside the spectra. Unknown numbers
/// are absent.
class TableRow
{
public:
    TableRow(FitsFile& file, int hdu, qint64 row = 0);

    /// Moves to another row of the same table.
    void goTo(qint64 row) { m_row = row; }

    bool contains(const char* column) const;
    std::optional<double> number(const char* column) const;
    std::optional<qint64> integer(const char* column) const;
    /// A text cell; a whole number where the column holds numbers.
    std::optional<QString> text(const char* column) const;
    /// All values of a vector cell, sentinels included; empty where there is no such column.
    std::vector<double> numbers(const char* column) const;

private:
    const TableColumn* find(const char* column) const;

    FitsFile* m_file;
    int m_hdu;
    qint64 m_row;
    std::map<QString, TableColumn> m_columns;
};
