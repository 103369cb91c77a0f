#include "app/controllers/taskseats.h"

#include "app/session/deliver.h"
#include "db/stores/taskstore.h"

#include <utility>

namespace {
constexpr int renewalsInALease = 3;
}

struct TaskSeats::Answer
{
    Claims claims;
    QueueEntries lost;
};

TaskSeats::TaskSeats(int atOnce, QObject* parent)
    : QObject(parent)
    , m_atOnce(atOnce)
{
    connect(&m_renewal, &QTimer::timeout, this, &TaskSeats::renew);
}

TaskSeats::~TaskSeats()
{
    (void)giveBack();
}

void TaskSeats::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
    renew();
}

void TaskSeats::walk(int taskId)
{
    const int walk = ++m_walk;
    if (taskId == 0) {
        begin({});
        return;
    }
    if (!m_session)
        return; // no task is listed without a server
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), taskId](QSqlDatabase& db) {
            return TaskStore::one(db, names, taskId);
        });
    deliver(answer, this, [this, walk](const Result<Task>& task) {
        if (walk != m_walk)
            return;
        if (task)
            begin(task.value());
        else
            emit complained(task.error().message);
    });
}

void TaskSeats::begin(const Task& task)
{
    if (task.id != m_task.id)
        (void)giveBack(); // of the same task it is listed anew
    ++m_request;
    m_asking = false;
    m_held.clear();
    m_exhausted = false;
    m_task = task;
    emit begun(task);
    if (task.id == 0) {
        m_renewal.stop();
        return;
    }
    m_renewal.start(std::chrono::milliseconds(std::chrono::minutes(task.leaseMinutes)) / renewalsInALease);
    renew();
}

QFuture<Result<void>> TaskSeats::giveBack()
{
    if (m_task.id == 0 || !m_session || open() == 0)
        return {};
    return m_session->interactive().run(
        [names = m_session->schemas(), id = m_task.id, account = m_session->account()](QSqlDatabase& db) {
            return TaskStore::release(db, names, id, account);
        });
}

/// What the account holds after renewing and taking more, and which of `before` it lost.
Result<TaskSeats::Answer> TaskSeats::holdingNow(QSqlDatabase& db, const SchemaNames& names, int task,
                                                const QString& account, int wanted,
                                                const QueueEntries& before)
{
    auto claims = TaskStore::hold(db, names, task, account, wanted);
    if (!claims)
        return claims.error();
    Answer answer {std::move(claims).value(), {}};
    for (const auto& entry : before) {
        const bool held = std::ranges::any_of(answer.claims, [&](const Claim& claim) {
            return claim.entry.obsid == entry.obsid && claim.entry.pipelineVersion == entry.pipelineVersion;
        });
        if (held)
            continue;
        const auto mine = TaskStore::isMine(db, names, task, account, entry.obsid, entry.pipelineVersion);
        if (!mine)
            return mine.error();
        if (!mine.value())
            answer.lost.push_back(entry);
    }
    return answer;
}

void TaskSeats::renew()
{
    if (m_task.id == 0 || !m_session || m_asking)
        return;
    m_asking = true;
    QueueEntries before;
    for (const auto& [key, held] : m_held)
        if (!held.decided)
            before.push_back(held.entry);
    const auto request = ++m_request;
    const auto asked = m_session->interactive().run(
        [names = m_session->schemas(), id = m_task.id, account = m_session->account(), wanted = m_atOnce,
         before](QSqlDatabase& db) { return holdingNow(db, names, id, account, wanted, before); });
    deliver(asked, this, [this, request](const Result<Answer>& answer) {
        if (request != m_request)
            return;
        m_asking = false;
        if (answer) {
            take(answer.value());
        } else {
            emit complained(answer.error().message);
            if (answer.error().kind == ErrorKind::NotFound) // closed, or given to others
                begin({});
        }
        emit answered();
    });
}

void TaskSeats::tellLost(const QueueEntries& entries)
{
    emit complained(tr("The time for %n spectra of this task was over and somebody else has them now; "
                       "they left the list.",
                       nullptr, static_cast<int>(entries.size())));
    emit lost(entries);
}

void TaskSeats::take(const Answer& answer)
{
    QueueEntries gone;
    for (const auto& entry : answer.lost) {
        const auto found = m_held.find({entry.obsid, entry.pipelineVersion});
        if (found == m_held.end() || found->second.decided)
            continue;
        gone.push_back(entry);
        m_held.erase(found);
    }
    QueueEntries fresh;
    for (const auto& claim : answer.claims) {
        const std::pair key(claim.entry.obsid, claim.entry.pipelineVersion);
        if (m_held.contains(key))
            continue;
        m_held[key] = {claim.entry, false};
        fresh.push_back(claim.entry);
    }
    if (!gone.empty())
        tellLost(gone);
    const bool nothing = fresh.empty() && open() == 0;
    const bool wasExhausted = std::exchange(m_exhausted, nothing);
    const bool newlyNothing = nothing && !wasExhausted;
    if (newlyNothing)
        emit said(tr("Nothing more of this task is free now."));
    if (!fresh.empty() || newlyNothing)
        emit taken(fresh);
}

void TaskSeats::noteDecided(qint64 obsid, const QString& pipelineVersion)
{
    const auto found = m_held.find({obsid, pipelineVersion});
    if (found == m_held.end())
        return;
    found->second.decided = true;
    if (open() <= m_atOnce / 2)
        renew();
}

void TaskSeats::noteUndecided(qint64 obsid, const QString& pipelineVersion)
{
    if (const auto found = m_held.find({obsid, pipelineVersion}); found != m_held.end())
        found->second.decided = false;
}

int TaskSeats::open() const
{
    return static_cast<int>(
        std::ranges::count_if(m_held, [](const auto& held) { return !held.second.decided; }));
}
