#include "app/controllers/starscontroller.h"

#include "app/session/deliver.h"
#include "db/stores/queuestore.h"
#include "db/stores/verdictstore.h"
#include "models/lines/linelist.h"
#include "widgets/stars/starspage.h"
#include "widgets/stars/starwall.h"

#include <QCoreApplication>
#include <QEvent>

namespace {
constexpr int pageSize = 1000; // entries of the list a round trip
constexpr int heldAtOnce = 400; // of a task: a few walls
}

StarsController::StarsController(StarsPage& page, WallModel& model, VerdictSender& sender, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_model(model)
    , m_sender(sender)
    , m_follower(sender, VerdictFollower::listOf(model))
    , m_seats(heldAtOnce)
    , m_question([this] { fetchPage(); })
{
    connect(&m_question, &RepeatedQuestion::complained, this, [this](const QString& sentence) {
        m_page.wall().setEmptyText(tr("The list could not be read. %1").arg(sentence));
        emit complained(sentence);
    });
    connect(&m_question, &RepeatedQuestion::mended, this, &StarsController::mended);
    m_page.setModel(&model);
    connect(&page.wall(), &StarWall::tilesWanted, this, &StarsController::want);
    connect(&page.wall(), &StarWall::pictureSizeChanged, this, &StarsController::restyle);
    connect(&page, &StarsPage::templatesWanted, this, &StarsController::useTemplates);
    connect(&page, &StarsPage::verdictsGiven, this, &StarsController::finishPage);
    connect(&page, &StarsPage::correctionsGiven, this, [this](const Verdicts& verdicts) {
        store(verdicts);
        remember(m_first); // the next sitting begins on this page, whatever was corrected further down
    });
    connect(&page, &StarsPage::undoWanted, this, &StarsController::undo);
    connect(&page, &StarsPage::inspectWanted, this,
            [this](int row) { emit inspectWanted(m_model.entryAt(row)); });
    connect(&m_tiles, &TileStore::drawn, this, &StarsController::takeTiles);
    connect(&sender, &VerdictSender::refused, this, [this](const Verdict& verdict) {
        for (auto& deeds : m_done)
            std::erase_if(deeds,
                          [&](const Deed& deed) { return deed.verdict.submission == verdict.submission; });
        std::erase_if(m_done, [](const auto& deeds) { return deeds.empty(); });
        if (verdict.withdraws) {
            m_seats.noteDecided(verdict.obsid, verdict.pipelineVersion);
            return;
        }
        m_seats.noteUndecided(verdict.obsid, verdict.pipelineVersion);
        resumeDraft(verdict);
    });
    connect(&sender, &VerdictSender::leftBehind, this, [this] { m_done.clear(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { m_withTemplate.clear(); });
    connect(&page.wall(), &StarWall::marked, this, &StarsController::noteWork);
    connect(&page.wall(), &StarWall::selectionChanged, this, &StarsController::noteWork);
    connect(&sender, &VerdictSender::waitingChanged, this, &StarsController::sendPlace);
    connect(&sender, &VerdictSender::resumed, &m_seats, &TaskSeats::renew);
    connect(&sender, &VerdictSender::resumed, this, [this] {
        if (m_question.isOpen())
            fetchPage();
    });
    connectSeats();
    page.installEventFilter(this);
    restyle();
}

void StarsController::connectSeats()
{
    connect(&m_seats, &TaskSeats::said, this, &StarsController::said);
    connect(&m_seats, &TaskSeats::complained, this, &StarsController::complained);
    connect(&m_seats, &TaskSeats::begun, this, &StarsController::begin);
    connect(&m_seats, &TaskSeats::taken, &m_model, &WallModel::appendEntries);
    connect(&m_seats, &TaskSeats::lost, this, [this](const QueueEntries& entries) {
        for (const auto& entry : entries)
            m_model.removeEntry(entry.obsid, entry.pipelineVersion);
    });
}

void StarsController::chooseTask(int taskId)
{
    m_seats.walk(taskId);
}

void StarsController::begin(const Task& task)
{
    if (task.id != 0 && !m_leftAt && m_first >= 0 && m_first < m_model.rowCount())
        m_leftAt = m_model.entryAt(m_first);
    m_model.clear();
    m_question.settle();
    m_page.wall().setEmptyText({});
    m_personWorks = false; // in the list that comes now
    m_place = {};
    m_model.setSorted(task.id == 0);
    emit chosen(task);
    if (task.id == 0 && m_session) {
        if (const auto left = std::exchange(m_leftAt, std::nullopt))
            m_place = {left->obsid, left->pipelineVersion};
        else
            fetchPlace();
        loadList();
    } else {
        m_lastFetched.reset();
        ++m_request;
    }
}

bool StarsController::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    return QObject::eventFilter(watched, event);
}

void StarsController::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
    m_account = session->account();
    m_seats.setSession(session);
    fetchPlace();
}

void StarsController::addEntries(const QueueEntries& entries)
{
    QueueEntries browsed;
    std::ranges::copy_if(entries, std::back_inserter(browsed), [](const QueueEntry& entry) {
        return entry.page == WorkPage::Browse && entry.objectType.compare(u"sky", Qt::CaseInsensitive) != 0;
    });
    m_sender.complete(browsed);
    m_model.appendEntries(browsed);
    resume();
}

/// Where the person stopped the last time, kept by the server with every verdict.
void StarsController::fetchPlace()
{
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), account = m_account](QSqlDatabase& db) {
            return VerdictStore::status(db, names, account);
        });
    deliver(answer, this, [this](const Result<std::vector<CheckStatus>>& lists) {
        if (!lists)
            return;
        for (const auto& list : lists.value())
            if (list.list == QLatin1StringView("browse") && !m_personWorks)
                m_place = {list.lastObsid, list.lastPipelineVersion};
        resume();
    });
}

void StarsController::resume()
{
    if (m_place.first == 0 || m_personWorks)
        return;
    const int row = m_model.rowOf(m_place.first, m_place.second);
    if (row < 0)
        return;
    m_place = {};
    int next = row;
    while (next + 1 < m_model.rowCount() && m_model.entryAt(next).verdict)
        ++next;
    // A correction further down a page that was not done: the open ones above it come first.
    const int screen = std::max(1, m_last - m_first);
    for (int above = row - 1; above >= std::max(0, row - screen) && !m_model.entryAt(above).verdict; --above)
        next = above;
    m_page.resumeAt(next);
}

/// A correction that was refused stands on its tile again, not stored; nobody has to say it anew.
void StarsController::resumeDraft(const Verdict& refused)
{
    const int row = m_model.rowOf(refused.obsid, refused.pipelineVersion);
    if (row < 0 || m_model.entryAt(row).verdict)
        return;
    auto said = m_model.entryAt(row);
    said.verdict = refused;
    if (const VerdictDraft draft(said); draft.differs() || !draft.reasons().isEmpty())
        m_model.setDraft(row, draft);
}

void StarsController::noteWork()
{
    m_personWorks = true;
    m_place = {};
}

void StarsController::loadList()
{
    m_lastFetched.reset();
    m_listEnded = false;
    m_fetching = false;
    ++m_request;
    m_page.wall().setEmptyText(tr("Reading …"));
    fetchPage();
}

void StarsController::fetchPage()
{
    if (m_fetching || m_listEnded || !m_session)
        return;
    m_fetching = true;
    const QueueFilter filter {
        .page = WorkPage::Browse, .order = QueueFilter::Order::Observation, .inspector = m_account};
    const auto answer = m_session->interactive().run(
        [names = m_session->schemas(), filter, after = m_lastFetched](QSqlDatabase& db) {
            return QueueStore::page(db, names, filter, after, pageSize);
        });
    deliver(answer, this, [this, request = m_request](const Result<QueueEntries>& entries) {
        if (request != m_request)
            return; // of a list that was put away
        m_fetching = false;
        if (!entries) {
            m_question.fail(entries.error());
            return;
        }
        m_question.settle();
        m_page.wall().setEmptyText({});
        m_listEnded = entries.value().size() < static_cast<std::size_t>(pageSize);
        if (!entries.value().empty())
            takePage(entries.value());
    });
}

void StarsController::takePage(const QueueEntries& entries)
{
    m_lastFetched = entries.back();
    auto complete = entries;
    m_sender.complete(complete);
    m_model.appendEntries(complete);
    resume();
    if (m_place.first != 0 || m_model.rowCount() - m_last < rowsInReserve)
        fetchPage();
}

int StarsController::store(const Verdicts& verdicts)
{
    std::vector<Deed> deeds;
    Verdicts together;
    int last = -1;
    for (auto verdict : verdicts) {
        verdict.inspector = m_account;
        verdict.toolVersion = QCoreApplication::applicationVersion();
        verdict.lineListVersion = builtInLines().version;
        const int row = m_model.rowOf(verdict.obsid, verdict.pipelineVersion);
        if (row < 0)
            continue;
        deeds.push_back({verdict, m_model.entryAt(row).verdict});
        together.push_back(verdict);
        last = std::max(last, row);
    }
    m_sender.submitAll(together);
    for (const auto& verdict : together)
        m_seats.noteDecided(verdict.obsid, verdict.pipelineVersion);
    m_done.push_back(std::move(deeds));
    return last;
}

void StarsController::finishPage(const Verdicts& verdicts)
{
    int firstOpenBehind = std::min(store(verdicts) + 1, m_model.rowCount() - 1);
    while (firstOpenBehind + 1 < m_model.rowCount() && m_model.entryAt(firstOpenBehind).verdict)
        ++firstOpenBehind;
    remember(firstOpenBehind);
}

void StarsController::remember(int row)
{
    if (m_seats.taskId() != 0) // with a verdict of a task the server forgets the place in the list of all
        m_goOnAt = m_leftAt;
    else if (row >= 0 && row < m_model.rowCount())
        m_goOnAt = m_model.entryAt(row);
    sendPlace();
}

void StarsController::sendPlace()
{
    if (!m_goOnAt || !m_session || m_sender.waiting() > 0)
        return;
    const auto entry = *std::exchange(m_goOnAt, std::nullopt);
    const auto answer = m_session->interactive().run(
        [names = m_session->schemas(), account = m_account, entry](QSqlDatabase& db) {
            return VerdictStore::rememberPlace(db, names, account, WorkPage::Browse, entry.obsid,
                                               entry.pipelineVersion);
        });
    deliver(answer, this, [this](const Result<void>& noted) {
        if (!noted)
            emit complained(noted.error().message);
    });
}

void StarsController::undo()
{
    if (m_done.empty()) {
        emit said(tr("There is nothing to undo."));
        return;
    }
    const auto deeds = std::move(m_done.back());
    m_done.pop_back();
    int first = -1;
    for (const auto& [verdict, before] : deeds) {
        m_sender.withdraw(verdict);
        m_seats.noteUndecided(verdict.obsid, verdict.pipelineVersion);
        const int row = m_model.rowOf(verdict.obsid, verdict.pipelineVersion);
        if (row < 0)
            continue; // of a list that was put away
        m_model.setVerdict(row, before);
        first = first < 0 ? row : std::min(first, row);
    }
    if (first >= 0)
        m_page.resumeAt(first);
    remember(first);
    emit said(tr("Taken back: %n verdicts.", nullptr, static_cast<int>(deeds.size())));
}
