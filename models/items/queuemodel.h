#pragma once

#include "models/check/queueentry.h"

#include <QAbstractTableModel>

/// Shows queue entries as rows. It holds what it is given and never fetches anything itself.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { State, Designation, Class, Redshift, SignalToNoise, Reason, Fiber, ColumnCount };
    enum Role { SortRole = Qt::UserRole, ObsidRole, DoneRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(QueueEntries entries);
    void appendEntries(const QueueEntries& entries);
    /// Sets or, with nullopt, takes away the verdict of a row.
    void setVerdict(int row, std::optional<Verdict> verdict);
    const QueueEntry& entryAt(int row) const { return m_entries.at(static_cast<std::size_t>(row)); }
    /// The row of a spectrum, -1 when it is not in the list.
    int rowOf(qint64 obsid, const QString& pipelineVersion) const;
    int doneCount() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QueueEntries m_entries;
};
