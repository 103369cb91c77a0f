#include "models/items/queuemodel.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
QString redshiftText(const QueueEntry& entry)
{
    const auto z = entry.verdict && entry.verdict->z ? entry.verdict->z : entry.z;
    return z ? QString::number(*z, 'f', 5) : u"–"_s;
}

/// The S/N a person judges a spectrum by: r, else g, else i.
std::optional<double> signalToNoise(const QueueEntry& entry)
{
    for (const auto band : {2, 1, 3})
        if (entry.snr[static_cast<std::size_t>(band)])
            return entry.snr[static_cast<std::size_t>(band)];
    return {};
}
}

void QueueModel::setEntries(QueueEntries entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

void QueueModel::appendEntries(const QueueEntries& entries)
{
    if (entries.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(entries.size()) - 1);
    m_entries.insert(m_entries.end(), entries.begin(), entries.end());
    endInsertRows();
}

void QueueModel::setVerdict(int row, std::optional<Verdict> verdict)
{
    m_entries.at(static_cast<std::size_t>(row)).verdict = std::move(verdict);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int QueueModel::rowOf(qint64 obsid, const QString& pipelineVersion) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const QueueEntry& entry) {
        return entry.obsid == obsid && entry.pipelineVersion == pipelineVersion;
    });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int QueueModel::doneCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_entries, [](const QueueEntry& entry) { return entry.verdict.has_value(); }));
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& entry = entryAt(index.row());
    if (role == ObsidRole)
        return entry.obsid;
    if (role == DoneRole)
        return entry.verdict.has_value();
    if (role != Qt::DisplayRole && role != SortRole)
        return {};

    switch (static_cast<Column>(index.column())) {
    case State:
        return entry.verdict ? u"●"_s : entry.needsAnEye() ? u"○"_s : u"·"_s;
    case Designation:
        return entry.designation;
    case Class:
        return className(entry.verdict ? entry.verdict->spectralClass : entry.spectralClass);
    case Redshift:
        return role == SortRole ? QVariant(entry.z.value_or(-1.0)) : redshiftText(entry);
    case SignalToNoise: {
        const auto snr = signalToNoise(entry);
        if (role == SortRole)
            return snr.value_or(-1.0);
        return snr ? QString::number(*snr, 'f', 1) : u"–"_s;
    }
    case Reason:
        return reasonName(entry.reason);
    case Fiber:
        return entry.fiberId.value_or(0);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case State:
        return QString();
    case Designation:
        return tr("Object");
    case Class:
        return tr("Class");
    case Redshift:
        return tr("z");
    case SignalToNoise:
        return tr("S/N");
    case Reason:
        return tr("Why");
    case Fiber:
        return tr("Fibre");
    case ColumnCount:
        break;
    }
    return {};
}
