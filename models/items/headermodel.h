#pragma once

#include "models/spectrum/fitsheader.h"

#include <QAbstractTableModel>

/// Shows the cards of a FITS header as rows: keyword, value, comment.
class HeaderModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Keyword, Value, Comment, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setHeader(const FitsHeader& header);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<HeaderCard> m_cards;
};
