#include "widgets/frame/sheetview.h"

#include "models/items/sheetmodel.h"
#include "widgets/frame/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace {
QColor toneColour(SheetCell::Tone tone, const ThemeColours& colours)
{
    switch (tone) {
    case SheetCell::Tone::Quiet:
        return colours.quiet;
    case SheetCell::Tone::Ok:
        return colours.ok;
    case SheetCell::Tone::Attention:
        return colours.attention;
    case SheetCell::Tone::Stop:
        return colours.stop;
    case SheetCell::Tone::Plain:
        break;
    }
    return colours.text;
}

/// Draws the share as a bar under the text.
class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * gridUnit, 0); // paint()'s margins
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto colours = ThemeColours::of(option.palette);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colours.hover);
        if (const auto share = index.data(SheetModel::ShareRole); share.isValid()) {
            auto bar = option.rect.adjusted(2, 3, -2, -3);
            bar.setWidth(static_cast<int>(bar.width() * std::clamp(share.toDouble(), 0.0, 1.0)));
            auto colour = colours.focus;
            colour.setAlphaF(0.25F);
            painter->fillRect(bar, colour);
        }
        painter->setFont(option.font);
        painter->setPen(
            toneColour(static_cast<SheetCell::Tone>(index.data(SheetModel::ToneRole).toInt()), colours));
        const auto area = option.rect.adjusted(6, 0, -6, 0);
        painter->drawText(
            area, index.data(Qt::TextAlignmentRole).toInt(),
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }
};
}

SheetView::SheetView(QWidget* parent)
    : QTableView(parent)
    , m_order(new QSortFilterProxyModel(this))
{
    m_order->setSortRole(SheetModel::SortRole);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFont(figureFont(TextSize::Caption));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(3 * gridUnit);
    horizontalHeader()->setHighlightSections(false);
    setSortingEnabled(true);
    setModel(m_order);
    m_order->sort(-1);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
}

void SheetView::setSheet(SheetModel* sheet)
{
    m_order->setSourceModel(sheet);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { emit rowChosen(chosenRow()); });
    connect(m_order, &QAbstractItemModel::modelReset, this, [this] { resizeColumnsToContents(); });
}

int SheetView::chosenRow() const
{
    const auto current = selectionModel()->currentIndex();
    return current.isValid() ? m_order->mapToSource(current).row() : -1;
}

std::vector<int> SheetView::chosenRows() const
{
    auto indexes = selectionModel()->selectedRows();
    std::ranges::sort(indexes, {}, &QModelIndex::row);
    std::vector<int> rows;
    for (const auto& index : indexes)
        rows.push_back(m_order->mapToSource(index).row());
    return rows;
}

void SheetView::chooseRow(int row)
{
    const auto index = m_order->mapFromSource(m_order->sourceModel()->index(row, 0));
    if (index.isValid())
        setCurrentIndex(index);
}
