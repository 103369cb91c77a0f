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
#include <utility>

using namespace Qt::Literals::StringLiterals;

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

constexpr int cellMargin = 6;
constexpr int shareBarWidth = 4 * gridUnit;
constexpr int narrowest =
    7 * gridUnit; // of a column of words that gives way; the whole text is in the tooltip

int shareTextWidth(const QFontMetrics& metrics)
{
    return metrics.horizontalAdvance(u"99.99 %"_s);
}

/// Draws the share as a bar beside the text.
class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        auto size = QStyledItemDelegate::sizeHint(option, index) + QSize(gridUnit, 0); // paint()'s margins
        if (index.data(SheetModel::ShareRole).isValid())
            size.setWidth(shareBarWidth + shareTextWidth(QFontMetrics(option.font)) + 2 * cellMargin);
        return size;
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto colours = ThemeColours::of(option.palette);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colours.hover);
        if (const auto share = index.data(SheetModel::ShareRole); share.isValid()) {
            auto bar = option.rect.adjusted(2, 3, -shareTextWidth(option.fontMetrics) - 2 * cellMargin, -3);
            bar.setWidth(static_cast<int>(bar.width() * std::clamp(share.toDouble(), 0.0, 1.0)));
            auto colour = colours.focus;
            colour.setAlphaF(0.25F);
            painter->fillRect(bar, colour);
        }
        painter->setFont(option.font);
        painter->setPen(
            toneColour(static_cast<SheetCell::Tone>(index.data(SheetModel::ToneRole).toInt()), colours));
        const auto area = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
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
    const auto measureAndFit = [this] {
        m_wanted.clear();
        fitColumns();
    };
    connect(m_order, &QAbstractItemModel::modelReset, this, measureAndFit);
    measureAndFit();
}

void SheetView::setEmptyText(const QString& sentence)
{
    m_emptyText = sentence;
    viewport()->update();
}

void SheetView::setSpareColumns(const std::vector<int>& columns)
{
    m_spare = columns;
    fitColumns();
}

void SheetView::setFirmColumns(const std::vector<int>& columns)
{
    m_firm = columns;
    fitColumns();
}

void SheetView::measureColumns()
{
    m_wanted.clear();
    auto* header = horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const bool hidden = isColumnHidden(column);
        setColumnHidden(column, false); // a hidden one has no width to hint at
        m_wanted.push_back(std::max(sizeHintForColumn(column), header->sectionSizeHint(column)));
        setColumnHidden(column, hidden);
    }
}

bool SheetView::isFirm(int column) const
{
    if (std::ranges::find(m_firm, column) != m_firm.end())
        return true;
    const auto alignment = m_order->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    return alignment & Qt::AlignRight;
}

/// As wide as their words, and what room is left in equal parts to all. Where room is missing the spare
/// columns go first, then the widest columns of words give way, so that the numbers are always there.
void SheetView::fitColumns()
{
    auto* header = horizontalHeader();
    const int count = header->count();
    if (!m_fitted || count == 0 || m_fitting)
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    if (std::ssize(m_wanted) != count)
        measureColumns();
    auto widths = m_wanted;
    const auto at = [](int column) { return static_cast<std::size_t>(column); };
    int left = viewport()->width();
    for (int column = 0; column < count; ++column)
        left -= widths[at(column)];
    for (const int spare : m_spare) {
        setColumnHidden(spare, left < 0);
        if (left < 0)
            left += std::exchange(widths[at(spare)], 0);
    }
    while (left < 0) {
        int widest = -1;
        for (int column = 0; column < count; ++column)
            if (!isFirm(column) && widths[at(column)] > narrowest
                && (widest < 0 || widths[at(column)] > widths[at(widest)]))
                widest = column;
        if (widest < 0)
            break;
        --widths[at(widest)];
        ++left;
    }
    const int shown = count - header->hiddenSectionCount();
    for (int column = 0, place = 0; column < count; ++column) {
        if (isColumnHidden(column))
            continue;
        const int more = left > 0 ? left / shown + (place++ < left % shown) : 0;
        header->resizeSection(column, widths[at(column)] + more);
    }
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

void SheetView::chooseRows(const std::vector<int>& rows)
{
    QItemSelection chosen;
    for (const int row : rows) {
        const auto index = m_order->mapFromSource(m_order->sourceModel()->index(row, 0));
        chosen.select(index, index);
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    }
    selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void SheetView::chooseRow(int row)
{
    const auto index = m_order->mapFromSource(m_order->sourceModel()->index(row, 0));
    if (index.isValid())
        setCurrentIndex(index);
}
