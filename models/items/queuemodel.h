#pragma once

#include "models/check/queueentry.h"

#include <QAbstractTableModel>

#include <unordered_map>

/// How far a spectrum of the queue is.
enum class QueueState {
    Browse, ///< Not queued for one-by-one inspection
    Machine, ///< A rule accepted SpecDesk's redshift without eyes
    Waiting, ///< Needs an eye
    Agreed, ///< Verdict as the pipeline said, grade 3 or 4 or class only
    Changed, ///< Verdict with another class, subclass or redshift, grade 3 or 4 or class only
    Doubtful ///< Verdict with grade 0, 1 or 2
};

QueueState queueState(const QueueEntry& entry);

/// Why a spectrum is in the queue, in the person's language.
QString reasonLabel(QueueReason reason);

/// Shows queue entries as rows. It holds what it is given and never fetches anything itself.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        State,
        Designation,
        Class,
        Redshift,
        Probability,
        SignalToNoise,
        Reason,
        Fiber,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole,
        ObsidRole,
        VersionRole, ///< Pipeline version
        DoneRole, ///< True with a verdict
        StateRole ///< QueueState as int
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(QueueEntries entries);
    /// Adds those that are not in the list yet.
    void appendEntries(const QueueEntries& entries);
    void removeEntry(int row);
    /// Sets or, with nullopt, takes away the verdict of a row.
    void setVerdict(int row, std::optional<Verdict> verdict);
    /// What SpecDesk's own search found, for a row that had no answer yet.
    void setFound(int row, double probability, SpectralClass spectralClass, double z);
    const QueueEntry& entryAt(int row) const { return m_entries.at(static_cast<std::size_t>(row)); }
    /// The row of a spectrum, -1 when it is not in the list.
    int rowOf(qint64 obsid, const QString& pipelineVersion) const;
    int doneCount() const { return m_done; }
    int waitingCount() const { return m_waiting; } ///< How many need an eye.

    /// What a text filter looks in.
    static QString searchText(const QueueEntry& entry);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant display(const QueueEntry& entry, Column column) const;
    QVariant sortKey(const QueueEntry& entry, Column column) const;
    QString explanation(const QueueEntry& entry) const;
    void count(std::size_t firstRow);

    QueueEntries m_entries;
    std::unordered_multimap<qint64, int> m_rows; ///< By obsid
    int m_done = 0;
    int m_waiting = 0;
};
