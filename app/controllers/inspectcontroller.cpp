#include "app/controllers/inspectcontroller.h"

#include "app/redshift/redshiftrun.h"
#include "app/session/deliver.h"
#include "db/stores/verdictstore.h"
#include "models/items/queuefiltermodel.h"
#include "models/items/queuemodel.h"
#include "plotting/spectrum/spectrumplot.h"
#include "widgets/inspect/inspectpage.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

InspectController::InspectController(InspectPage& page, QueueModel& queue, QueueFilterModel& list,
                                     QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_queue(queue)
    , m_list(list)
    , m_solutions(templatesOfWindow)
    , m_ownTemplates(ownTemplateFolder())
    , m_follower(m_sender, VerdictFollower::listOf(queue))
{
    connect(&page, &InspectPage::nextWanted, this, [this] { goOn(1); });
    connect(&page, &InspectPage::previousWanted, this, [this] { goOn(-1); });
    connect(&page, &InspectPage::entryWanted, this, &InspectController::showRowByHand);
    connect(&page, &InspectPage::verdictGiven, this, &InspectController::decide);
    connect(&page, &InspectPage::undoWanted, this, &InspectController::undo);
    connect(&page, &InspectPage::redoWanted, this, &InspectController::redo);
    connect(&m_cache, &SpectrumCache::arrived, this, [this](const SpectrumAddress& address) {
        const bool waits = m_current.isValid() && address == addressOf(m_current.row());
        if (waits && !m_page.plot().spectrum()) // what is on the screen is not drawn anew
            present();
        searchAhead();
    });
    followSolutions();
    connect(&m_cache, &SpectrumCache::failed, this,
            [this](const SpectrumAddress& address, const Error& error) {
                if (m_current.isValid() && address == addressOf(m_current.row()))
                    m_page.showFailure(m_queue.entryAt(m_current.row()), error.message);
            });
    connect(&page, &InspectPage::filterChanged, this, [this](QueueShow show, const QString& text) {
        const bool other = m_list.show() != show;
        m_list.setShow(show);
        m_list.setText(text);
        if (other && m_current.isValid() && currentRow() < 0)
            showWhatIsLeft(m_current.row());
    });
    connect(&page, &InspectPage::searchEntered, this, [this] {
        if (m_current.isValid() && currentRow() < 0 && m_list.rowCount() > 0)
            showWhatIsLeft(m_current.row());
    });
    connect(&queue, &QAbstractItemModel::dataChanged, this, &InspectController::countEntries);
    connect(&m_follower, &VerdictFollower::changed, this, &InspectController::presentAnew);
    connect(&m_sender, &VerdictSender::refused, this, &InspectController::forget);
    connect(&m_sender, &VerdictSender::leftBehind, this, [this] { // by whoever sat here before
        m_done.clear();
        m_undone.clear();
    });
    connect(&m_sender, &VerdictSender::held, this, [this](const Error& error) {
        m_awayComplaint = tr("%1 Verdicts wait here and are sent when it is back.").arg(error.message);
        emit complained(m_awayComplaint);
    });
    connect(&m_sender, &VerdictSender::notKept, this, [this](const Error& error) {
        emit complained(
            tr("%1 Verdicts go to the server only; closing this window while it is away loses them.")
                .arg(error.message));
    });
    connect(&m_sender, &VerdictSender::resumed, this, [this] {
        emit mended(m_awayComplaint);
        emit said(tr("The server is back."));
    });
}

void InspectController::followSolutions()
{
    connect(&m_solutions, &SolutionCache::solved, &m_page, &InspectPage::setSolutions);
    connect(&m_solutions, &SolutionCache::solved, this, &InspectController::noteFound);
    connect(&m_solutions, &SolutionCache::fitted, &m_page, &InspectPage::setOverlay);
    connect(&m_solutions, &SolutionCache::complained, this, &InspectController::complained);
    connect(&m_solutions, &SolutionCache::renewed, this, [this] {
        if (m_current.isValid())
            present();
        searchAhead();
    });
    connect(&m_page, &InspectPage::templateWanted, &m_solutions, &SolutionCache::fit);
    connect(&m_ownTemplates, &TemplateWatch::changed, &m_solutions, &SolutionCache::renew);
}

/// The list shows the probability of a spectrum that no night's search stored.
void InspectController::noteFound(const SolutionsPtr& solutions)
{
    const auto& spectrum = *solutions->spectrum;
    const auto& answers = solutions->answer.solutions;
    const int row = m_queue.rowOf(spectrum.target.obsid, spectrum.pipelineVersion);
    if (row >= 0 && !answers.empty())
        m_queue.setFound(row, answers.front().probability, answers.front().spectralClass, answers.front().z);
}

void InspectController::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
    m_account = session->account();
    m_serverText = session->serverText();
    m_sender.setSession(session);
}

void InspectController::addEntries(const QueueEntries& entries, const std::vector<SpectrumPtr>& spectra)
{
    for (const auto& spectrum : spectra)
        m_cache.insert(spectrum);
    auto complete = entries;
    m_sender.complete(complete);
    m_queue.appendEntries(complete);
    countEntries();
    const bool first = !m_current.isValid();
    const bool settled = m_personMoved || (!first && m_queue.entryAt(m_current.row()).needsAnEye());
    if (settled || m_list.rowCount() == 0)
        return;
    const int open = nextOpenQueueRow();
    if (open >= 0)
        showQueueRow(open);
    else if (first)
        showRow(0);
    if (first)
        emit firstShown();
}

void InspectController::clearEntries()
{
    m_current = QPersistentModelIndex();
    m_personMoved = false;
    m_queue.setEntries({});
    countEntries();
    m_page.showNothing(tr("Reading …"));
}

void InspectController::dropEntries(const QueueEntries& entries)
{
    for (const auto& entry : entries) {
        const int row = m_queue.rowOf(entry.obsid, entry.pipelineVersion);
        if (row < 0)
            continue;
        const int next = row == m_current.row() ? nextOpenQueueRow() : -1;
        if (next >= 0)
            showQueueRow(next);
        m_queue.removeEntry(row);
        if (!m_current.isValid())
            showWhatIsLeft(row - 1);
    }
    countEntries();
}

void InspectController::showRow(int row)
{
    if (row >= 0 && row < m_list.rowCount())
        showQueueRow(m_list.mapToSource(m_list.index(row, 0)).row());
}

void InspectController::showQueueRow(int queueRow)
{
    m_current = m_queue.index(queueRow, 0);
    present();
    readAhead();
    searchAhead();
    refreshVerdict();
    emit shown();
}

/// The filter hides the spectrum that was looked at: the next one of the list is shown in its place.
void InspectController::showWhatIsLeft(int queueRow)
{
    int next = m_list.rowCount() > 0 ? 0 : -1;
    for (int row = m_list.rowCount() - 1; row >= 0; --row)
        if (m_list.mapToSource(m_list.index(row, 0)).row() > queueRow)
            next = row;
    if (next >= 0) {
        showRow(next);
        return;
    }
    m_current = QPersistentModelIndex();
    m_page.showNothing(tr("This list is empty."));
}

/// Another window of this person may have decided meanwhile.
void InspectController::refreshVerdict()
{
    if (!m_session || m_sender.waiting() > 0)
        return;
    const auto entry = m_queue.entryAt(m_current.row());
    const auto answer = m_session->interactive().run(
        [names = m_session->schemas(), entry, account = m_account](QSqlDatabase& db) {
            return VerdictStore::standing(db, names, entry.obsid, entry.pipelineVersion, account);
        });
    deliver(answer, this, [this, entry](const Result<std::optional<Verdict>>& standing) {
        const int row = m_queue.rowOf(entry.obsid, entry.pipelineVersion);
        if (!standing || row < 0 || m_sender.waiting() > 0 || m_queue.entryAt(row).verdict != entry.verdict)
            return;
        const auto known = entry.verdict ? entry.verdict->submission : QUuid();
        const auto stored = standing.value() ? standing.value()->submission : QUuid();
        if (known == stored)
            return;
        m_queue.setVerdict(row, standing.value());
        if (m_current.isValid() && m_current.row() == row)
            present();
    });
}

void InspectController::countEntries()
{
    m_page.setCounts(m_queue.rowCount(), m_queue.waitingCount(), m_queue.doneCount());
}

void InspectController::showRowByHand(int row)
{
    m_personMoved = true;
    showRow(row);
}

void InspectController::goOn(int step)
{
    m_personMoved = true;
    const int row = currentRow();
    if (row < 0) {
        showRow(0);
        return;
    }
    if (row + step < 0 || row + step >= m_list.rowCount())
        emit said(step > 0 ? tr("This is the last one of the list.")
                           : tr("This is the first one of the list."));
    else
        showRow(row + step);
}

void InspectController::decide(Verdict verdict)
{
    if (!m_current.isValid())
        return;
    m_personMoved = true;
    const int queueRow = m_current.row();
    const int open = nextOpenQueueRow();
    // Where nothing needs an eye the person walks through all there is.
    const int next = open < 0 && !m_queue.entryAt(queueRow).needsAnEye() ? nextUnjudgedQueueRow() : open;
    verdict.inspector = m_account;
    verdict.toolVersion = QCoreApplication::applicationVersion();
    verdict.lineListVersion = m_page.lineListVersion();
    m_done.push_back({verdict, m_queue.entryAt(queueRow).verdict, m_queue.entryAt(queueRow)});
    m_undone.clear();
    m_deciding = true;
    m_sender.submit(verdict);
    m_deciding = false;
    m_pace.note(verdict.decidedAt);
    emit paceChanged(m_pace.perHour());
    emit decided(verdict);
    if (next >= 0 && next != queueRow)
        showQueueRow(next);
    else
        sayListIsDone();
}

void InspectController::sayListIsDone()
{
    const int elsewhere = m_queue.waitingCount();
    emit said(elsewhere == 0
                  ? tr("That was the last one that needs an eye. Well done.")
                  : tr("This list has no more; %n outside its filter need an eye.", nullptr, elsewhere));
}

void InspectController::undo()
{
    if (m_done.empty()) {
        emit said(tr("There is nothing to undo."));
        return;
    }
    const auto decision = m_done.back();
    m_done.pop_back();
    m_undone.push_back(decision);
    const int row = rowOf(decision);
    m_deciding = true;
    m_sender.withdraw(decision.verdict);
    m_queue.setVerdict(row, decision.before);
    m_deciding = false;
    m_page.resume(m_queue.entryAt(row), decision.verdict);
    auto withdrawal = decision.verdict;
    withdrawal.withdraws = true;
    emit decided(withdrawal);
    showQueueRow(row);
    emit said(tr("Taken back: %1.").arg(m_queue.entryAt(row).designation));
}

void InspectController::redo()
{
    if (m_undone.empty()) {
        emit said(tr("There is nothing to redo."));
        return;
    }
    auto decision = m_undone.back();
    m_undone.pop_back();
    decision.verdict.submission = QUuid::createUuid();
    m_done.push_back(decision);
    const int row = rowOf(decision);
    m_deciding = true;
    m_sender.submit(decision.verdict);
    m_deciding = false;
    emit decided(decision.verdict);
    showQueueRow(row);
    emit said(tr("Stored again: %1.").arg(m_queue.entryAt(row).designation));
}

int InspectController::rowOf(const Decision& decision)
{
    const auto& verdict = decision.verdict;
    if (m_queue.rowOf(verdict.obsid, verdict.pipelineVersion) < 0)
        m_queue.appendEntries({decision.entry});
    return m_queue.rowOf(verdict.obsid, verdict.pipelineVersion);
}

/// The spectrum on the screen was decided on elsewhere, or its verdict was refused.
void InspectController::presentAnew(qint64 obsid, const QString& pipelineVersion)
{
    if (!m_deciding && m_current.isValid() && m_current.row() == m_queue.rowOf(obsid, pipelineVersion))
        present();
}

void InspectController::forget(const Verdict& verdict, const Error& error)
{
    const auto meant = verdict.withdraws ? verdict.takesBack : verdict.submission;
    const auto isIt = [&](const Decision& decision) { return decision.verdict.submission == meant; };
    std::erase_if(m_done, isIt);
    std::erase_if(m_undone, isIt);
    const int row = m_queue.rowOf(verdict.obsid, verdict.pipelineVersion);
    if (row >= 0 && !verdict.withdraws)
        m_page.resume(m_queue.entryAt(row), verdict); // nobody has to say it all again
    if (m_refused.empty()) // those of a page come one after another and are told together
        QMetaObject::invokeMethod(this, &InspectController::sayRefused, Qt::QueuedConnection);
    m_refused.push_back(verdict);
    m_refusal = error.message;
}

void InspectController::sayRefused()
{
    for (const bool withdrawals : {false, true}) {
        Verdicts refused;
        std::ranges::copy_if(m_refused, std::back_inserter(refused),
                             [&](const Verdict& verdict) { return verdict.withdraws == withdrawals; });
        if (refused.empty())
            continue;
        const auto count = static_cast<int>(refused.size());
        const int row = m_queue.rowOf(refused.front().obsid, refused.front().pipelineVersion);
        const auto name =
            row >= 0 ? m_queue.entryAt(row).designation : QString::number(refused.front().obsid);
        const auto one = withdrawals ? tr("The verdict on %1 was not taken back. %2")
                                     : tr("The verdict on %1 was not stored. %2");
        const auto many = withdrawals ? tr("%n verdicts were not taken back. %1", nullptr, count)
                                      : tr("%n verdicts were not stored. %1", nullptr, count);
        emit complained(count == 1 ? one.arg(name, m_refusal) : many.arg(m_refusal));
    }
    m_refused.clear();
}
