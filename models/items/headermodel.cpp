#include "models/items/headermodel.h"

void HeaderModel::setHeader(const FitsHeader& header)
{
    beginResetModel();
    m_cards = header.cards();
    endResetModel();
}

int HeaderModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

int HeaderModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HeaderModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& card = m_cards.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::ToolTipRole)
        return QString(card.keyword + u'\n' + card.value + u'\n' + card.comment);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case Keyword:
        return card.keyword;
    case Value:
        return card.value;
    case Comment:
        return card.comment;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant HeaderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Keyword:
        return tr("Keyword");
    case Value:
        return tr("Value");
    case Comment:
        return tr("Meaning");
    case ColumnCount:
        break;
    }
    return {};
}
