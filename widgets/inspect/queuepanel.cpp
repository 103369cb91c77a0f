#include "widgets/inspect/queuepanel.h"

#include "models/items/queuemodel.h"
#include "widgets/frame/focusedge.h"
#include "widgets/frame/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {
/// Gives the state sign its colour; the sign says the same without it.
class StateDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto colours = ThemeColours::of(option->palette);
        const auto colour = [&] {
            switch (static_cast<QueueState>(index.data(QueueModel::StateRole).toInt())) {
            case QueueState::Agreed:
                return colours.ok;
            case QueueState::Changed:
            case QueueState::Doubtful:
                return colours.attention;
            case QueueState::Waiting:
                return colours.text;
            case QueueState::Machine:
                return colours.ok;
            case QueueState::Browse:
                break;
            }
            return colours.quiet;
        }();
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
    }
};

/// A name that does not fit loses its middle: its end is what tells it from its neighbours on a plate.
class NameDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

struct ColumnWidth
{
    int column;
    const char* sample; ///< Widest text expected
};

/// In the order in which they get room; the first three always do.
constexpr ColumnWidth columnWidths[] = {{QueueModel::State, "≠"},
                                        {QueueModel::Class, "UNKNOWN"},
                                        {QueueModel::Redshift, "−0.00000"},
                                        {QueueModel::Probability, "0.000"},
                                        {QueueModel::SignalToNoise, "1000.0"},
                                        {QueueModel::Fiber, "Fibre"},
                                        {QueueModel::Reason, "target was no star"}};
constexpr int alwaysShown = 3;
constexpr int wantedColumns = 4; // the list begins as wide as these need
constexpr QLatin1StringView wholeName("J042429+340750");
constexpr int columnMargin = 8;
}

QueuePanel::QueuePanel(QWidget* parent)
    : QWidget(parent)
    , m_view(new QTableView(this))
{
    m_view->setObjectName(u"queue"_s);
    m_view->setAccessibleName(tr("Spectra"));
    m_view->setItemDelegateForColumn(QueueModel::State, new StateDelegate(m_view));
    m_view->setItemDelegateForColumn(QueueModel::Designation, new NameDelegate(m_view));
    m_view->setTabKeyNavigation(false); // Tab goes on to the spectrum
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAutoScroll(false);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setFont(figureFont(TextSize::Caption));
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(QFontMetrics(m_view->font()).height() + gridUnit);
    m_view->horizontalHeader()->setFont(textFont(TextSize::Caption));
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setMinimumSectionSize(16);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    new FocusEdge(m_view);
    setMinimumWidth(200);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    connect(m_view, &QTableView::clicked, this,
            [this](const QModelIndex& index) { emit rowWanted(index.row()); });
}

void QueuePanel::setModel(QAbstractItemModel* model)
{
    if (auto* old = m_view->model())
        disconnect(old, nullptr, this, nullptr);
    m_view->setModel(model);
    if (!model)
        return;
    m_view->sortByColumn(-1, Qt::AscendingOrder);
    m_view->setSortingEnabled(true);
    fitColumns();
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { followInserted(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this, &QueuePanel::follow);
    connect(model, &QAbstractItemModel::modelReset, this, &QueuePanel::follow);
    connect(model, &QAbstractItemModel::layoutChanged, this, &QueuePanel::follow);
    follow();
}

QAbstractItemModel* QueuePanel::model() const
{
    return m_view->model();
}

int QueuePanel::rowCount() const
{
    return model() ? model()->rowCount() : 0;
}

void QueuePanel::setCurrent(qint64 obsid, const QString& pipelineVersion)
{
    m_obsid = obsid;
    m_version = pipelineVersion;
    follow();
}

void QueuePanel::follow()
{
    m_row = findRow();
    auto* selection = m_view->selectionModel();
    if (!selection)
        return;
    if (m_row < 0) {
        selection->clear();
    } else {
        const auto index = model()->index(m_row, QueueModel::Designation);
        selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        bringIntoView(index);
    }
    emit positionChanged(m_row, rowCount());
}

/// A list that is filling is not gone through from its beginning with every part that comes.
void QueuePanel::followInserted(int first, int last)
{
    if (m_row >= first)
        m_row += last - first + 1;
    for (auto row = first; m_row < 0 && row <= last; ++row)
        if (isCurrent(row))
            m_row = row;
    if (m_row >= 0)
        follow();
    else
        emit positionChanged(m_row, rowCount());
}

void QueuePanel::bringIntoView(const QModelIndex& index)
{
    // By leaps: a list that scrolls is drawn anew, which costs a step as much as the spectrum does.
    constexpr int context = 2;
    const auto place = m_view->visualRect(index);
    if (place.bottom() > m_view->viewport()->height())
        m_view->scrollTo(index.siblingAtRow(std::max(index.row() - context, 0)),
                         QAbstractItemView::PositionAtTop);
    else if (place.top() < 0)
        m_view->scrollTo(index.siblingAtRow(std::min(index.row() + context, rowCount() - 1)),
                         QAbstractItemView::PositionAtBottom);
}

bool QueuePanel::isCurrent(int row) const
{
    const auto index = model()->index(row, 0);
    return index.isValid() && index.data(QueueModel::ObsidRole).toLongLong() == m_obsid
        && index.data(QueueModel::VersionRole).toString() == m_version;
}

int QueuePanel::findRow() const
{
    if (!model())
        return -1;
    for (const auto near : {m_row, m_row + 1, m_row - 1}) // the usual step, without going through the list
        if (near >= 0 && near < rowCount() && isCurrent(near))
            return near;
    for (auto row = 0; row < rowCount(); ++row)
        if (isCurrent(row))
            return row;
    return -1;
}

int QueuePanel::rowThatNeedsAnEye(bool downwards) const
{
    const auto count = rowCount();
    const auto step = downwards ? 1 : count - 1;
    auto row = m_row < 0 ? count - 1 : m_row;
    for (auto tried = 1; tried < count; ++tried) {
        row = (row + step) % count;
        const auto state = model()->index(row, 0).data(QueueModel::StateRole).toInt();
        if (state == static_cast<int>(QueueState::Waiting))
            return row;
    }
    return -1;
}

int QueuePanel::columnWidth(const QString& sample) const
{
    return m_view->fontMetrics().horizontalAdvance(sample) + columnMargin;
}

int QueuePanel::wantedWidth() const
{
    auto wanted = columnWidth(wholeName) + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    for (auto place = 0; place < wantedColumns; ++place)
        wanted += columnWidth(QString::fromUtf8(columnWidths[place].sample));
    return wanted;
}

void QueuePanel::fitColumns()
{
    if (!model())
        return;
    auto* header = m_view->horizontalHeader();
    header->setSectionResizeMode(QueueModel::Designation, QHeaderView::Stretch);
    auto left = m_view->viewport()->width() - columnWidth(wholeName);
    for (auto place = 0; const auto& [column, sample] : columnWidths) {
        const auto needed = columnWidth(QString::fromUtf8(sample));
        const bool fits = place++ < alwaysShown || needed <= left;
        left = fits ? left - needed : 0; // what comes behind one without room has none
        m_view->setColumnHidden(column, !fits);
        m_view->setColumnWidth(column, needed);
    }
}

bool QueuePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    // The view moves its current row; only what the person's own key moved is a wish.
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto current = m_view->currentIndex().row();
    const auto page =
        qMax(1, m_view->viewport()->height() / m_view->verticalHeader()->defaultSectionSize() - 1);
    const auto target = [&] {
        switch (key->key()) {
        case Qt::Key_Up:
            return current - 1;
        case Qt::Key_Down:
            return current + 1;
        case Qt::Key_PageUp:
            return qMax(0, current - page);
        case Qt::Key_PageDown:
            return qMin(rowCount() - 1, current + page);
        case Qt::Key_Home:
            return 0;
        case Qt::Key_End:
            return rowCount() - 1;
        default:
            return -1;
        }
    }();
    if (target >= 0 && target < rowCount() && target != current)
        emit rowWanted(target);
    return target >= 0 || QWidget::eventFilter(watched, event);
}
