#include "models/items/wallmodel.h"

#include "models/check/signaltonoise.h"

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype tileKilobytes = 192 * 1024; // some 1,900 tiles of usual size

auto order(const QueueEntry& entry)
{
    return std::tuple(entry.obsDate, entry.planId, entry.spectrographId.value_or(-1),
                      entry.fiberId.value_or(-1), entry.obsid, entry.pipelineVersion);
}

bool isBefore(const QueueEntry& left, const QueueEntry& right)
{
    return order(left) < order(right);
}

QString answerText(SpectralClass spectralClass, const QString& subclass)
{
    if (spectralClass == SpectralClass::Star && !subclass.isEmpty())
        return subclass;
    return subclass.isEmpty() ? className(spectralClass) : className(spectralClass) + u' ' + subclass;
}

bool saysSomethingElse(const VerdictDraft& draft)
{
    return draft.differs() || !draft.reasons().isEmpty() || !draft.comment().isEmpty();
}
}

WallModel::WallModel(QObject* parent)
    : QAbstractListModel(parent)
    , m_tiles(tileKilobytes)
{
}

void WallModel::appendEntries(const QueueEntries& entries)
{
    auto fresh = entries;
    std::erase_if(fresh,
                  [this](const QueueEntry& entry) { return rowOf(entry.obsid, entry.pipelineVersion) >= 0; });
    if (fresh.empty())
        return;
    if (m_sorted)
        std::ranges::sort(fresh, isBefore);
    if (m_sorted && !m_entries.empty() && isBefore(fresh.front(), m_entries.back())) {
        merge(fresh);
        return;
    }
    const auto first = static_cast<int>(m_entries.size());
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    for (const auto& entry : fresh) {
        m_rows.emplace(std::pair(entry.obsid, entry.pipelineVersion), static_cast<int>(m_entries.size()));
        m_entries.push_back(entry);
    }
    endInsertRows();
}

void WallModel::merge(const QueueEntries& entries)
{
    auto all = m_entries;
    all.insert(all.end(), entries.begin(), entries.end());
    std::ranges::sort(all, isBefore);
    replace(std::move(all));
}

void WallModel::removeEntry(qint64 obsid, const QString& pipelineVersion)
{
    const int row = rowOf(obsid, pipelineVersion);
    if (row < 0)
        return;
    auto left = m_entries;
    left.erase(left.begin() + row);
    replace(std::move(left));
}

/// Other rows, of which those that stay keep what was said of them.
void WallModel::replace(QueueEntries entries)
{
    beginResetModel();
    std::map<std::pair<qint64, QString>, VerdictDraft> drafts;
    for (const auto& [row, draft] : m_drafts)
        drafts.emplace(std::pair(entryAt(row).obsid, entryAt(row).pipelineVersion), draft);
    m_entries = std::move(entries);
    m_rows.clear();
    m_drafts.clear();
    m_tiles.clear();
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        const std::pair key(m_entries[row].obsid, m_entries[row].pipelineVersion);
        m_rows.emplace(key, static_cast<int>(row));
        if (const auto found = drafts.find(key); found != drafts.end())
            m_drafts.emplace(static_cast<int>(row), found->second);
    }
    endResetModel();
}

void WallModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_rows.clear();
    m_drafts.clear();
    m_tiles.clear();
    endResetModel();
}

int WallModel::rowOf(qint64 obsid, const QString& pipelineVersion) const
{
    const auto found = m_rows.find({obsid, pipelineVersion});
    return found == m_rows.end() ? -1 : found->second;
}

VerdictDraft WallModel::draft(int row) const
{
    const auto found = m_drafts.find(row);
    return found == m_drafts.end() ? VerdictDraft(entryAt(row)) : found->second;
}

TileState WallModel::state(int row) const
{
    if (isMarked(row))
        return saysSomethingElse(draft(row)) ? TileState::Corrected : TileState::Marked;
    const auto& entry = entryAt(row);
    if (!entry.verdict)
        return TileState::Open;
    return saysSomethingElse(VerdictDraft(entry)) ? TileState::Changed : TileState::Accepted;
}

void WallModel::setMarked(int row, bool marked)
{
    if (marked == isMarked(row))
        return;
    if (marked)
        m_drafts.emplace(row, VerdictDraft(entryAt(row)));
    else
        m_drafts.erase(row);
    changed(row);
}

void WallModel::setDraft(int row, const VerdictDraft& draft)
{
    m_drafts.insert_or_assign(row, draft);
    changed(row);
}

std::vector<int> WallModel::markedRows() const
{
    std::vector<int> rows;
    for (const auto& [row, draft] : m_drafts)
        rows.push_back(row);
    return rows;
}

void WallModel::setVerdict(int row, std::optional<Verdict> verdict)
{
    m_drafts.erase(row);
    m_entries.at(static_cast<std::size_t>(row)).verdict = std::move(verdict);
    changed(row);
}

QImage WallModel::tile(int row) const
{
    const auto* tile = m_tiles.object(row);
    return tile ? *tile : QImage();
}

void WallModel::setTile(int row, const QImage& tile)
{
    if (row < 0 || row >= rowCount())
        return;
    m_tiles.insert(row, new QImage(tile), tile.sizeInBytes() / 1024 + 1);
    changed(row);
}

void WallModel::dropTiles()
{
    m_tiles.clear();
    if (!m_entries.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int WallModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant WallModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& entry = entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.designation;
    case Qt::DecorationRole:
        return tile(index.row());
    case Qt::ToolTipRole:
        return tr("%1\nobsid %2, plate %3, spectrograph %4, fibre %5")
            .arg(entry.designation)
            .arg(entry.obsid)
            .arg(entry.planId)
            .arg(entry.spectrographId.value_or(0))
            .arg(entry.fiberId.value_or(0));
    case ObsidRole:
        return entry.obsid;
    case StateRole:
        return static_cast<int>(state(index.row()));
    case CaptionRole:
        return caption(entry);
    case NoteRole:
        return note(index.row());
    default:
        return {};
    }
}

QString WallModel::caption(const QueueEntry& entry) const
{
    const auto snr = signalToNoise(entry);
    const auto answer = answerText(entry.spectralClass, entry.subclass);
    return snr ? tr("%1   S/N %2").arg(answer).arg(*snr, 0, 'f', 0) : answer;
}

QString WallModel::note(int row) const
{
    const auto now = state(row);
    if (now == TileState::Marked)
        return tr("wrong");
    if (now != TileState::Corrected && now != TileState::Changed)
        return {};
    const auto said = draft(row);
    QStringList words;
    if (said.classDiffers() || said.subclassDiffers())
        words << answerText(said.spectralClass(), said.subclass());
    if (said.redshiftDiffers() && said.z())
        words << u"z %1"_s.arg(*said.z(), 0, 'f', 4);
    if (!said.reasons().isEmpty())
        words << tr("problem");
    return words.isEmpty() ? tr("remark") : words.join(u"  "_s);
}

void WallModel::changed(int row)
{
    emit dataChanged(index(row), index(row));
}
