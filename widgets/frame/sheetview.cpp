#include "widgets/frame/sheetview.h"

#include "models/items/sheetmodel.h"
#include "widgets/frame/focusedge.h"
#include "widgets/frame/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QScopedValueRollback>
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
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this] { m_fitted = m_fitted && m_fitting; });
    new FocusEdge(this);
    m_order->sort(-1);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
}

void SheetView::setSheet(SheetModel* sheet)
{
    m_order->setSourceModel(sheet);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { emit rowChosen(chosenRow()); });
    connect(m_order, &QAbstractItemModel::modelReset, this, &SheetView::fitColumns);
    fitColumns();
}

void SheetView::setEmptyText(const QString& sentence)
{
    m_emptyText = sentence;
    viewport()->update();
}

/// As wide as their words, and what room is left in equal parts to all.
void SheetView::fitColumns()
{
    auto* header = horizontalHeader();
    const int count = header->count();
    if (!m_fitted || count == 0)
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    resizeColumnsToContents();
    const int left = viewport()->width() - header->length();
    for (int column = 0; left > 0 && column < count; ++column)
        header->resizeSection(column, header->sectionSize(column) + left / count + (column < left % count));
}

void SheetView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void SheetView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || m_order->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(textFont(TextSize::Caption));
    painter.setPen(ThemeColours::of(palette()).quiet);
    const auto area = viewport()->rect().adjusted(2 * gridUnit, gridUnit, -2 * gridUnit, -gridUnit);
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
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
