#pragma once

#include "models/items/queuemodel.h"

#include <QSortFilterProxyModel>

/// Which rows of the queue are shown.
enum class QueueShow { All, NeedsAnEye, Done };

/// The queue as the person wants to see it: filtered by state and text, sorted by any column.
class QueueFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit QueueFilterModel(QueueModel* queue, QObject* parent = nullptr);

    QueueShow show() const { return m_show; }
    void setShow(QueueShow show);
    /// Every word must occur in the name, obsid, class, subclass, plan, reason or machine's rule of a row;
    /// case does not matter. "P<0.9" and "P>0.99" are for the probability instead: rows without one are left
    /// out.
    void setText(const QString& text);

    /// The row `spectrum` would be shown in, -1 when the filter hides it.
    int rowOf(qint64 obsid, const QString& pipelineVersion) const;
    /// The entry behind a shown row.
    const QueueEntry& entryAt(int row) const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    /// Rows without a probability come last in both orders.
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QueueModel* m_queue;
    QueueShow m_show = QueueShow::All;
    bool hasWantedProbability(const QueueEntry& entry) const;

    QString m_text;
    QStringList m_words;
    std::optional<double> m_below;
    std::optional<double> m_above;
};
