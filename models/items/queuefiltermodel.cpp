#include "models/items/queuefiltermodel.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

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
    if (text == m_text)
        return;
    m_text = text;
    m_words.clear();
    m_below.reset();
    m_above.reset();
    static const QRegularExpression limit(u"^P([<>])=?([0-9]*[.,]?[0-9]*)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    for (const auto& word : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto match = limit.match(word);
        if (!match.hasMatch()) {
            m_words << word;
            continue;
        }
        bool isNumber = false;
        const double value = match.captured(2).replace(u',', u'.').toDouble(&isNumber);
        if (isNumber) // else still being typed
            (match.captured(1) == u"<" ? m_below : m_above) = value;
    }
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

bool QueueFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex&) const
{
    const auto& entry = m_queue->entryAt(sourceRow);
    if (m_show == QueueShow::NeedsAnEye && !entry.needsAnEye())
        return false;
    if (m_show == QueueShow::Done && !entry.verdict)
        return false;
    if (!hasWantedProbability(entry))
        return false;
    if (m_words.isEmpty())
        return true;
    const auto text = QueueModel::searchText(entry);
    return std::ranges::all_of(
        m_words, [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool QueueFilterModel::hasWantedProbability(const QueueEntry& entry) const
{
    if (!m_below && !m_above)
        return true;
    return entry.probability && *entry.probability < m_below.value_or(2)
        && *entry.probability > m_above.value_or(-1);
}

bool QueueFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (left.column() == QueueModel::Probability) {
        const bool leftIsKnown = left.data(QueueModel::SortRole).isValid();
        const bool rightIsKnown = right.data(QueueModel::SortRole).isValid();
        if (leftIsKnown != rightIsKnown)
            return leftIsKnown == (sortOrder() == Qt::AscendingOrder);
    }
    return QSortFilterProxyModel::lessThan(left, right);
}
