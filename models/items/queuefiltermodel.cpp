#include "models/items/queuefiltermodel.h"

#include <algorithm>

QueueFilterModel::QueueFilterModel(QueueModel* queue, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_queue(queue)
{
    setSourceModel(queue);
    setSortRole(QueueModel::SortRole);
}

void QueueFilterModel::setShow(QueueShow show)
{
    if (show == m_show)
        return;
    m_show = show;
    invalidateRowsFilter();
}

void QueueFilterModel::setText(const QString& text)
{
    auto words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = std::move(words);
    invalidateRowsFilter();
}

int QueueFilterModel::rowOf(qint64 obsid, const QString& pipelineVersion) const
{
    const auto sourceRow = m_queue->rowOf(obsid, pipelineVersion);
    return sourceRow < 0 ? -1 : mapFromSource(m_queue->index(sourceRow, 0)).row();
}

const QueueEntry& QueueFilterModel::entryAt(int row) const
{
    return m_queue->entryAt(mapToSource(index(row, 0)).row());
}

int QueueFilterModel::rowThatNeedsAnEye(int row, bool downwards) const
{
    for (const auto step = downwards ? 1 : -1; row >= 0 && row < rowCount(); row += step)
        if (entryAt(row).needsAnEye())
            return row;
    return -1;
}

bool QueueFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex&) const
{
    const auto& entry = m_queue->entryAt(sourceRow);
    if (m_show == QueueShow::NeedsAnEye && !entry.needsAnEye())
        return false;
    if (m_show == QueueShow::Done && !entry.verdict)
        return false;
    if (m_words.isEmpty())
        return true;
    const auto text = QueueModel::searchText(entry);
    return std::ranges::all_of(
        m_words, [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}
