#pragma once

#include "models/check/verdictdraft.h"

#include <QAbstractListModel>
#include <QCache>
#include <QImage>

#include <map>
#include <set>

/// How a tile of the wall stands.
enum class TileState {
    Open, ///< Nobody has said anything
    Marked, ///< Pointed out as wrong, without an answer yet
    Corrected, ///< Pointed out with another class, subclass, z, or a problem; not stored yet
    Accepted, ///< Verdict as the pipeline said
    Changed ///< Verdict that says something else
};

/// The spectra of the wall in the order date, plate, spectrograph, fibre, their pictures, and what a person
/// says about them until it is stored. Holds what it is given.
class WallModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        ObsidRole = Qt::UserRole,
        StateRole, ///< TileState as int
        CaptionRole, ///< Class, subclass and S/N
        NoteRole ///< What was said about it, in a word
    };

    explicit WallModel(QObject* parent = nullptr);

    /// Adds entries; those that belong before present ones move them.
    void appendEntries(const QueueEntries& entries);
    void removeEntry(qint64 obsid, const QString& pipelineVersion);
    void clear();
    /// False: rows stay in the order they come, as of a task; true, as at first: date, plate, spectrograph,
    /// fibre. Only while it is empty.
    void setSorted(bool sorted) { m_sorted = sorted; }
    const QueueEntry& entryAt(int row) const { return m_entries.at(static_cast<std::size_t>(row)); }
    int rowOf(qint64 obsid, const QString& pipelineVersion) const;

    /// What is decided of a row so far: the pipeline's answer, a stored verdict, or corrections.
    VerdictDraft draft(int row) const;
    TileState state(int row) const;
    bool isMarked(int row) const { return m_drafts.contains(row); }
    /// A mark that is taken away takes the corrections along.
    void setMarked(int row, bool marked);
    /// Marks the row and keeps what is to be said of it.
    void setDraft(int row, const VerdictDraft& draft);
    /// Rows marked, in order.
    std::vector<int> markedRows() const;
    /// Sets or takes away a stored verdict; a mark is answered by it.
    void setVerdict(int row, std::optional<Verdict> verdict);

    /// A row's picture; null when it is not in memory.
    QImage tile(int row) const;
    void setTile(int row, const QImage& tile);
    void dropTiles();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QString caption(const QueueEntry& entry) const;
    QString note(int row) const;
    void merge(const QueueEntries& entries);
    void replace(QueueEntries entries);
    void changed(int row);

    bool m_sorted = true;
    QueueEntries m_entries;
    std::map<std::pair<qint64, QString>, int> m_rows;
    std::map<int, VerdictDraft> m_drafts; ///< Of marked rows
    QCache<int, QImage> m_tiles; ///< Cost in kilobytes
};
