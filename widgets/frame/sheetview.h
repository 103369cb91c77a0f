#pragma once

#include <QTableView>

#include <vector>

class SheetModel;
class QSortFilterProxyModel;

/// Shows a SheetModel: rows chosen whole, sorted by a click on a heading, bars and tones in the cells.
class SheetView : public QTableView
{
    Q_OBJECT
public:
    explicit SheetView(QWidget* parent = nullptr);

    void setSheet(SheetModel* sheet);
    /// Columns to leave out, in this order, while there is no room for all; what they say must stand
    /// elsewhere too.
    void setSpareColumns(const std::vector<int>& columns);
    /// Columns that give way to nothing: dates and times, of which no part can be missed.
    void setFirmColumns(const std::vector<int>& columns);
    /// What an empty sheet says in its middle.
    void setEmptyText(const QString& sentence);
    /// Row of the sheet; -1: none is chosen.
    int chosenRow() const;
    /// Rows of the sheet in the order shown; several where the selection mode lets a person choose them.
    std::vector<int> chosenRows() const;
    void chooseRow(int row);
    /// Several at once; the last is the current one.
    void chooseRows(const std::vector<int>& rows);

signals:
    /// The person went to another row of the sheet; -1: to none.
    void rowChosen(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    void measureColumns();
    bool isFirm(int column) const;

    QSortFilterProxyModel* m_order;
    QString m_emptyText;
    std::vector<int> m_wanted; ///< Widths that show every word; empty until measured
    std::vector<int> m_spare;
    std::vector<int> m_firm;
    bool m_fitting = false;
    bool m_fitted = true; ///< Until the person sets a column's width
};
