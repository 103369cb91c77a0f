#include "models/items/queuemodel.h"

#include "models/check/signaltonoise.h"

#include <set>

using namespace Qt::Literals::StringLiterals;

namespace {
SpectralClass shownClass(const QueueEntry& entry)
{
    return entry.verdict ? entry.verdict->spectralClass : entry.spectralClass;
}

std::optional<double> shownRedshift(const QueueEntry& entry)
{
    return entry.verdict ? entry.verdict->z : entry.z;
}

/// "J042429.00+340750.0" → "J042429+340750": what fits a narrow column.
QString shortName(const QueueEntry& entry)
{
    const auto& name = entry.designation;
    const auto sign = name.indexOf(name.contains(u'+') ? u'+' : u'-');
    if (!name.startsWith(u'J') || sign < 0)
        return name.isEmpty() ? QString::number(entry.obsid) : name;
    return name.left(sign).section(u'.', 0, 0) + name.mid(sign).section(u'.', 0, 0);
}

Qt::Alignment alignment(QueueModel::Column column)
{
    switch (column) {
    case QueueModel::State:
        return Qt::AlignCenter;
    case QueueModel::Redshift:
    case QueueModel::Probability:
    case QueueModel::SignalToNoise:
    case QueueModel::Fiber:
        return Qt::AlignRight | Qt::AlignVCenter;
    default:
        return Qt::AlignLeft | Qt::AlignVCenter;
    }
}

/// Three decimals, cut off and not rounded: 0.9996 is not 1.
QString probabilityText(double probability)
{
    return QString::number(std::floor(probability * 1000) / 1000, 'f', 3);
}

QString stateSign(QueueState state)
{
    switch (state) {
    case QueueState::Browse:
        return u"·"_s;
    case QueueState::Machine:
        return u"◆"_s;
    case QueueState::Waiting:
        return u"○"_s;
    case QueueState::Agreed:
        return u"✓"_s;
    case QueueState::Changed:
        return u"≠"_s;
    case QueueState::Doubtful:
        return u"?"_s;
    }
    return {};
}
}

QueueState queueState(const QueueEntry& entry)
{
    if (entry.isAcceptedByMachine())
        return QueueState::Machine;
    if (!entry.verdict)
        return entry.needsAnEye() ? QueueState::Waiting : QueueState::Browse;
    const auto& verdict = *entry.verdict;
    if (verdict.grade && *verdict.grade <= Grade::Possible)
        return QueueState::Doubtful;
    const auto same = verdict.spectralClass == verdict.shownClass && verdict.subclass == verdict.shownSubclass
        && verdict.z == verdict.shownZ;
    return same ? QueueState::Agreed : QueueState::Changed;
}

QString reasonLabel(QueueReason reason)
{
    switch (reason) {
    case QueueReason::None:
        break;
    case QueueReason::Extragalactic:
        return QueueModel::tr("extragalactic");
    case QueueReason::TargetMismatch:
        return QueueModel::tr("target was no star");
    case QueueReason::SpecialStar:
        return QueueModel::tr("special star");
    case QueueReason::Unknown:
        return QueueModel::tr("unknown class");
    case QueueReason::Sample:
        return QueueModel::tr("sample");
    case QueueReason::Reprocessed:
        return QueueModel::tr("reprocessed");
    }
    return {};
}

void QueueModel::setEntries(QueueEntries entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_rows.clear();
    m_done = 0;
    m_waiting = 0;
    count(0);
    endResetModel();
}

void QueueModel::appendEntries(const QueueEntries& entries)
{
    QueueEntries fresh;
    std::set<std::pair<qint64, QString>> added;
    for (const auto& entry : entries)
        if (rowOf(entry.obsid, entry.pipelineVersion) < 0
            && added.emplace(entry.obsid, entry.pipelineVersion).second)
            fresh.push_back(entry);
    if (fresh.empty())
        return;
    const auto first = m_entries.size();
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    m_entries.insert(m_entries.end(), fresh.begin(), fresh.end());
    count(first);
    endInsertRows();
}

void QueueModel::count(std::size_t firstRow)
{
    m_rows.reserve(m_entries.size());
    for (auto row = firstRow; row < m_entries.size(); ++row) {
        m_rows.emplace(m_entries[row].obsid, static_cast<int>(row));
        m_done += m_entries[row].verdict ? 1 : 0;
        m_waiting += m_entries[row].needsAnEye() ? 1 : 0;
    }
}

void QueueModel::removeEntry(int row)
{
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    m_rows.clear();
    m_done = 0;
    m_waiting = 0;
    count(0);
    endRemoveRows();
}

void QueueModel::setVerdict(int row, std::optional<Verdict> verdict)
{
    auto& entry = m_entries.at(static_cast<std::size_t>(row));
    m_done -= entry.verdict ? 1 : 0;
    m_waiting -= entry.needsAnEye() ? 1 : 0;
    entry.verdict = std::move(verdict);
    m_done += entry.verdict ? 1 : 0;
    m_waiting += entry.needsAnEye() ? 1 : 0;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void QueueModel::setFound(int row, double probability, SpectralClass spectralClass, double z)
{
    auto& entry = m_entries.at(static_cast<std::size_t>(row));
    if (entry.probability)
        return;
    entry.probability = probability;
    entry.foundClass = spectralClass;
    entry.foundZ = z;
    emit dataChanged(index(row, Probability), index(row, Probability));
}

int QueueModel::rowOf(qint64 obsid, const QString& pipelineVersion) const
{
    const auto [first, last] = m_rows.equal_range(obsid);
    for (auto found = first; found != last; ++found)
        if (entryAt(found->second).pipelineVersion == pipelineVersion)
            return found->second;
    return -1;
}

QString QueueModel::searchText(const QueueEntry& entry)
{
    return QStringList {entry.designation,
                        QString::number(entry.obsid),
                        className(shownClass(entry)),
                        entry.verdict ? entry.verdict->subclass : entry.subclass,
                        entry.planId,
                        reasonLabel(entry.reason),
                        entry.machineRule,
                        entry.objectType}
        .join(u' ');
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
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display(entry, column);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return explanation(entry);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignment(column));
    case SortRole:
        return sortKey(entry, column);
    case ObsidRole:
        return entry.obsid;
    case VersionRole:
        return entry.pipelineVersion;
    case DoneRole:
        return entry.verdict.has_value();
    case StateRole:
        return static_cast<int>(queueState(entry));
    default:
        return {};
    }
}

QVariant QueueModel::display(const QueueEntry& entry, Column column) const
{
    switch (column) {
    case State:
        return stateSign(queueState(entry));
    case Designation:
        return shortName(entry);
    case Class:
        return className(shownClass(entry));
    case Redshift: {
        const auto z = shownRedshift(entry);
        return z ? QString::number(*z, 'f', 5) : u"–"_s;
    }
    case Probability:
        return entry.probability ? probabilityText(*entry.probability) : u"–"_s;
    case SignalToNoise: {
        const auto snr = signalToNoise(entry);
        return snr ? QString::number(*snr, 'f', 1) : u"–"_s;
    }
    case Reason:
        return reasonLabel(entry.reason);
    case Fiber:
        return entry.fiberId ? QVariant(*entry.fiberId) : u"–"_s;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant QueueModel::sortKey(const QueueEntry& entry, Column column) const
{
    switch (column) {
    case State:
        return static_cast<int>(queueState(entry));
    case Designation:
        return entry.designation;
    case Class:
        return className(shownClass(entry));
    case Redshift:
        return shownRedshift(entry).value_or(-1.0);
    case Probability:
        return entry.probability ? QVariant(*entry.probability) : QVariant();
    case SignalToNoise:
        return signalToNoise(entry).value_or(-1.0);
    case Reason:
        return entry.priority;
    case Fiber:
        return entry.spectrographId.value_or(0) * 1000 + entry.fiberId.value_or(0);
    case ColumnCount:
        break;
    }
    return {};
}

QString QueueModel::explanation(const QueueEntry& entry) const
{
    QStringList lines {entry.designation.isEmpty() ? QString::number(entry.obsid) : entry.designation};
    switch (queueState(entry)) {
    case QueueState::Browse:
        break;
    case QueueState::Machine:
        lines << tr("Accepted without eyes by the rule “%1”").arg(entry.machineRule);
        break;
    case QueueState::Waiting:
        lines << tr("Needs an eye: %1").arg(reasonLabel(entry.reason));
        break;
    case QueueState::Agreed:
        lines << tr("Done: as the pipeline says");
        break;
    case QueueState::Changed:
        lines << tr("Done: differs from the pipeline");
        break;
    case QueueState::Doubtful:
        lines << tr("Done with doubt: grade %1").arg(static_cast<int>(*entry.verdict->grade));
        break;
    }
    if (entry.probability && entry.foundZ)
        lines << tr("SpecDesk: %1 at z %2, P %3")
                     .arg(className(entry.foundClass), QString::number(*entry.foundZ, 'f', 5),
                          probabilityText(*entry.probability));
    return lines.join(u'\n');
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignment(static_cast<Column>(section)));
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
    case Probability:
        return tr("P");
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
