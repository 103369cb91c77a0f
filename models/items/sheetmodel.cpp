#include "models/items/sheetmodel.h"

#include "models/values/csv.h"

using namespace Qt::Literals::StringLiterals;

SheetModel::SheetModel(QStringList headings, int firstNumber, QObject* parent)
    : QAbstractTableModel(parent)
    , m_headings(std::move(headings))
    , m_firstNumber(firstNumber)
{
}

void SheetModel::setRows(std::vector<SheetRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QString SheetModel::csv() const
{
    QStringList lines;
    QStringList fields;
    for (const auto& heading : m_headings)
        fields << csvField(heading);
    lines << fields.join(u',');
    for (const auto& row : m_rows) {
        fields.clear();
        for (const auto& cell : row)
            fields << csvField(cell.text);
        lines << fields.join(u',');
    }
    return lines.join(u'\n') + u'\n';
}

int SheetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SheetModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant SheetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    if (static_cast<std::size_t>(index.column()) >= row.size())
        return {};
    const auto& cell = row[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cell.text;
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() >= m_firstNumber ? Qt::AlignRight : Qt::AlignLeft)
                                | Qt::AlignVCenter);
    case SortRole:
        return cell.key.isValid() ? cell.key : QVariant(cell.text);
    case ShareRole:
        return cell.share ? QVariant(*cell.share) : QVariant();
    case ToneRole:
        return static_cast<int>(cell.tone);
    default:
        return {};
    }
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_headings.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_headings[section];
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section >= m_firstNumber ? Qt::AlignRight : Qt::AlignLeft)
                                | Qt::AlignVCenter);
    return {};
}
