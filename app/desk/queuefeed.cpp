#include "app/desk/queuefeed.h"

#include "app/controllers/inspectcontroller.h"
#include "app/session/deliver.h"
#include "db/stores/queuestore.h"
#include "db/stores/taskstore.h"
#include "models/items/queuemodel.h"

namespace {
constexpr int pageSize = 1000; // entries of the queue a round trip
constexpr int readAhead = 20'000; // entries in the list before the person comes near them
constexpr int heldAtOnce = 40; // of a task: some minutes' work, far less than a lease
}

QueueFeed::QueueFeed(InspectController& inspector, QueueModel& queue, QObject* parent)
    : QObject(parent)
    , m_inspector(inspector)
    , m_queue(queue)
    , m_seats(heldAtOnce)
    , m_question([this] { fetchMore(); })
{
    connect(&m_question, &RepeatedQuestion::complained, this, &QueueFeed::complained);
    connect(&m_question, &RepeatedQuestion::complained, this, &QueueFeed::failed);
    connect(&m_question, &RepeatedQuestion::mended, this, &QueueFeed::mended);
    connect(&inspector, &InspectController::shown, this, &QueueFeed::fetchMore);
    connect(&inspector, &InspectController::decided, this, &QueueFeed::noteDecided);
    connect(&inspector.sender(), &VerdictSender::refused, this, [this](Verdict verdict) {
        verdict.withdraws = !verdict.withdraws; // it stands as before
        noteDecided(verdict);
    });
    connect(&inspector.sender(), &VerdictSender::resumed, &m_seats, &TaskSeats::renew);
    connect(&inspector.sender(), &VerdictSender::resumed, this, &QueueFeed::fetchMore);
    connectSeats();
}

void QueueFeed::connectSeats()
{
    connect(&m_seats, &TaskSeats::said, this, &QueueFeed::said);
    connect(&m_seats, &TaskSeats::complained, this, &QueueFeed::complained);
    connect(&m_seats, &TaskSeats::begun, this, &QueueFeed::begin);
    connect(&m_seats, &TaskSeats::taken, this, [this](const QueueEntries& entries) {
        auto brought = entries;
        for (auto& entry : brought)
            entry.page = WorkPage::Inspect; // the task brings it here, wherever the rules sent it
        m_inspector.addEntries(brought, {});
        tellFilled();
    });
    connect(&m_seats, &TaskSeats::lost, &m_inspector, &InspectController::dropEntries);
    connect(&m_seats, &TaskSeats::answered, this, &QueueFeed::refreshTasks);
}

void QueueFeed::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
    m_seats.setSession(session);
    refreshTasks();
}

void QueueFeed::start()
{
    if (!m_started)
        choose(0);
}

void QueueFeed::choose(int taskId)
{
    m_seats.walk(taskId);
}

void QueueFeed::begin(const Task& task)
{
    m_started = true;
    ++m_request;
    m_fetching = false;
    m_filled = false;
    m_question.settle();
    m_last.reset();
    m_complete = task.id != 0;
    m_inspector.clearEntries();
    emit chosen(task);
    fetchMore();
}

void QueueFeed::refreshTasks()
{
    if (!m_session)
        return;
    const auto answer = m_session->interactive().run(
        [names = m_session->schemas(), account = m_session->account()](QSqlDatabase& db) {
            return TaskStore::all(db, names, {.account = account});
        });
    deliver(answer, this, [this](const Result<Tasks>& tasks) {
        if (tasks)
            emit tasksListed(tasks.value());
        else
            emit complained(tasks.error().message);
    });
}

void QueueFeed::fetchMore()
{
    if (m_started && !m_complete && !m_fetching && m_queue.rowCount() - m_inspector.queueRow() < readAhead)
        fetchPage();
}

void QueueFeed::fetchPage()
{
    if (!m_session)
        return;
    m_fetching = true;
    const QueueFilter filter {.page = WorkPage::Inspect, .inspector = m_session->account()};
    const auto request = ++m_request;
    const auto answer = m_session->interactive().run(
        [names = m_session->schemas(), filter, after = m_last](QSqlDatabase& db) {
            return QueueStore::page(db, names, filter, after, pageSize);
        });
    deliver(answer, this, [this, request](const Result<QueueEntries>& page) {
        if (request != m_request)
            return;
        m_fetching = false;
        if (page) {
            m_question.settle();
            takePage(page.value());
        } else {
            m_question.fail(page.error());
        }
    });
}

void QueueFeed::takePage(const QueueEntries& entries)
{
    m_complete = std::ssize(entries) < pageSize;
    if (!entries.empty())
        m_last = entries.back();
    m_inspector.addEntries(entries, {});
    tellFilled();
    fetchMore();
}

void QueueFeed::tellFilled()
{
    if (!std::exchange(m_filled, true))
        emit filled();
}

void QueueFeed::noteDecided(const Verdict& verdict)
{
    if (verdict.withdraws)
        m_seats.noteUndecided(verdict.obsid, verdict.pipelineVersion);
    else
        m_seats.noteDecided(verdict.obsid, verdict.pipelineVersion);
}
