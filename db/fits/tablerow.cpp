#include "db/fits/tablerow.h"

namespace {
constexpr qint64 longestCell = 1000;
}

TableRow::TableRow(FitsFile& file, int hdu, qint64 row)
    : m_file(&file)
    , m_hdu(hdu)
    , m_row(row)
{
    for (auto& column : file.hdus()[static_cast<std::size_t>(hdu)].columns())
        m_columns.emplace(column.name, column);
}

const TableColumn* TableRow::find(const char* column) const
{
    const auto found = m_columns.find(QString::fromLatin1(column));
    return found == m_columns.end() ? nullptr : &found->second;
}

bool TableRow::contains(const char* column) const
{
    return find(column) != nullptr;
}

std::optional<double> TableRow::number(const char* column) const
{
    const auto* found = find(column);
    double value = 0;
    if (!found || !m_file->readColumn(m_hdu, *found, m_row, 1, &value) || isUnknownNumber(value))
        return {};
    return value;
}

std::optional<qint64> TableRow::integer(const char* column) const
{
    const auto* found = find(column);
    qint64 value = 0;
    if (!found || !m_file->readColumn(m_hdu, *found, m_row, 1, &value) || value == -9999 || value == -999)
        return {};
    return value;
}

std::optional<QString> TableRow::text(const char* column) const
{
    const auto* found = find(column);
    if (!found)
        return {};
    if (found->isText())
        return m_file->readText(m_hdu, *found, m_row);
    const auto value = integer(column);
    return value ? std::optional(QString::number(*value)) : std::nullopt;
}

std::vector<double> TableRow::numbers(const char* column) const
{
    const auto* found = find(column);
    if (!found || found->repeat < 1 || found->repeat > longestCell)
        return {};
    std::vector<double> values(static_cast<std::size_t>(found->repeat));
    if (!m_file->readColumn(m_hdu, *found, m_row, found->repeat, values.data()))
        return {};
    return values;
}
