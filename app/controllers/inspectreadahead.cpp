// What the inspector's page shows next, read and searched before he gets there.
#include "app/controllers/inspectcontroller.h"
#include "models/items/queuefiltermodel.h"
#include "models/items/queuemodel.h"
#include "widgets/inspect/inspectpage.h"

namespace {
constexpr int readAheadForward = 12; // a held key goes through 30 spectra a second; reading one takes 0.2 ms
constexpr int readAheadBackward = 3;
constexpr int searchAheadForward = 4; // a search takes tens of milliseconds
}

void InspectController::present()
{
    const int row = m_current.row();
    const auto spectrum = m_cache.find(addressOf(row));
    m_page.showEntry(m_queue.entryAt(row), spectrum);
    if (spectrum)
        m_page.setSolutions(m_solutions.find(spectrum));
    else
        m_cache.fetch(addressOf(row));
}

void InspectController::readAhead()
{
    if (currentRow() >= 0)
        m_cache.expect(addressesAround(readAheadForward, readAheadBackward));
}

/// Searches the spectrum on screen and those that come next, as far as they have been read.
void InspectController::searchAhead()
{
    if (!m_current.isValid())
        return;
    std::vector<SpectrumPtr> wanted {m_cache.find(addressOf(m_current.row()))};
    for (const auto& address : addressesAround(searchAheadForward, 1))
        wanted.push_back(m_cache.find(address));
    std::erase(wanted, nullptr);
    m_solutions.want(wanted);
}

/// What the person may look at next, the most likely first.
std::vector<SpectrumAddress> InspectController::addressesAround(int forward, int backward) const
{
    const int row = currentRow();
    std::vector<SpectrumAddress> wanted;
    const auto want = [&](int listRow) {
        if (listRow >= 0 && listRow < m_list.rowCount())
            wanted.push_back(addressOf(m_list.mapToSource(m_list.index(listRow, 0)).row()));
    };
    want(row + 1);
    if (const int open = nextOpenQueueRow(); open >= 0)
        wanted.push_back(addressOf(open));
    for (int ahead = 2; ahead <= forward; ++ahead)
        want(row + ahead);
    for (int behind = 1; behind <= backward; ++behind)
        want(row - behind);
    return wanted;
}

int InspectController::currentRow() const
{
    return m_current.isValid() ? m_list.mapFromSource(m_current).row() : -1;
}

int InspectController::nextOpenQueueRow() const
{
    return m_queue.waitingCount() == 0
        ? -1
        : nextQueueRow([](const QueueEntry& entry) { return entry.needsAnEye(); });
}

int InspectController::nextUnjudgedQueueRow() const
{
    return nextQueueRow([](const QueueEntry& entry) { return !entry.verdict; });
}

int InspectController::nextQueueRow(const std::function<bool(const QueueEntry&)>& isMeant) const
{
    const int count = m_list.rowCount();
    const int start = currentRow();
    for (int step = 1; step <= count; ++step) {
        const int row = m_list.mapToSource(m_list.index((start + step) % count, 0)).row();
        if (isMeant(m_queue.entryAt(row)) && row != m_current.row())
            return row;
    }
    return -1;
}

SpectrumAddress InspectController::addressOf(int queueRow) const
{
    const auto& entry = m_queue.entryAt(queueRow);
    return {entry.file, entry.indexInFile};
}
