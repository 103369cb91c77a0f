#include "app/controllers/progresscontroller.h"

#include "app/commands/conflictrules.h"
#include "app/session/deliver.h"
#include "db/stores/progressstore.h"
#include "db/stores/scorestore.h"
#include "db/stores/taskstore.h"
#include "models/values/outputfile.h"
#include "widgets/team/progresspage.h"

#include <QFileDialog>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int spectraAtOnce = 50; // of a task: half an hour's work and less than its lease

/// The days of the chart together with what remains.
struct Outlook
{
    ProgressLines days;
    Forecast forecast;
};
}

ProgressController::ProgressController(ProgressPage& page, QObject* parent)
    : QObject(parent)
    , m_page(page)
{
    connect(&page, &ProgressPage::queryChanged, this, &ProgressController::refresh);
    connect(&page, &ProgressPage::taskWanted, this, &ProgressController::make);
    connect(&page, &ProgressPage::taskClosed, this, &ProgressController::close);
    connect(&page, &ProgressPage::taskChosen, this, &ProgressController::take);
    connect(&page, &ProgressPage::exportWanted, this, &ProgressController::save);
}

void ProgressController::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
}

void ProgressController::refresh()
{
    if (!m_session)
        return;
    fetchLines();
    fetchForecast();
    fetchTasks();
    fetchScores();
}

void ProgressController::fetchLines()
{
    const auto answer = m_session->interactive().run(
        [names = m_session->schemas(), query = m_page.query()](QSqlDatabase& db) {
            return ProgressStore::lines(db, names, query);
        });
    deliver(answer, this, [this](const Result<ProgressLines>& lines) {
        if (lines)
            m_page.setLines(lines.value());
        else
            emit complained(lines.error().message);
    });
}

void ProgressController::fetchForecast()
{
    const auto answer =
        m_session->background().run([names = m_session->schemas()](QSqlDatabase& db) -> Result<Outlook> {
            const auto today = QDateTime::currentDateTimeUtc().date();
            const auto days = ProgressStore::lines(
                db, names,
                {.group = ProgressGroup::Day, .from = QDateTime(today.addDays(-30), QTime(0, 0), Qt::UTC)});
            if (!days)
                return days.error();
            const auto forecast = ProgressStore::forecast(db, names, {}, today);
            if (!forecast)
                return forecast.error();
            return Outlook {days.value(), forecast.value()};
        });
    deliver(answer, this, [this](const Result<Outlook>& outlook) {
        if (outlook)
            m_page.setForecast(outlook.value().days, outlook.value().forecast);
        else
            emit complained(outlook.error().message);
    });
}

void ProgressController::fetchTasks()
{
    const auto answer = m_session->interactive().run([names = m_session->schemas()](QSqlDatabase& db) {
        return TaskStore::all(db, names, {.openOnly = false});
    });
    deliver(answer, this, [this](const Result<Tasks>& tasks) {
        if (tasks)
            m_page.setTasks(tasks.value());
        else
            emit complained(tasks.error().message);
    });
}

/// The scores are the lead's; others are refused by the server and see none.
void ProgressController::fetchScores()
{
    const auto rules = defaultConflictRules();
    if (!rules)
        return;
    const auto answer =
        m_session->background().run([names = m_session->schemas(), rules = rules.value()](QSqlDatabase& db) {
            return ScoreStore::scores(db, names, rules);
        });
    deliver(answer, this, [this](const Result<InspectorScores>& scores) {
        if (scores)
            m_page.setScores(scores.value());
    });
}

void ProgressController::make(const Task& wish)
{
    if (!m_session)
        return;
    auto task = wish;
    task.createdBy = m_session->account();
    const auto answer = m_session->interactive().run([names = m_session->schemas(), task](QSqlDatabase& db) {
        return TaskStore::create(db, names, task);
    });
    deliver(answer, this, [this](const Result<Task>& made) {
        if (!made) {
            m_page.refuseTask(made.error().message);
            return;
        }
        m_page.confirmTask(made.value());
        emit said(tr("“%1”: %n spectra handed out.", nullptr, static_cast<int>(made.value().spectra))
                      .arg(made.value().title));
        fetchTasks();
    });
}

void ProgressController::close(int taskId, bool closed)
{
    if (!m_session)
        return;
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), taskId, closed](QSqlDatabase& db) {
            return TaskStore::setClosed(db, names, taskId, closed);
        });
    deliver(answer, this, [this](const Result<void>& done) {
        if (!done)
            emit complained(done.error().message);
        fetchTasks();
    });
}

void ProgressController::take(int taskId)
{
    if (!m_session)
        return;
    const auto answer = m_session->interactive().run(
        [names = m_session->schemas(), taskId, account = m_session->account()](QSqlDatabase& db) {
            return TaskStore::hold(db, names, taskId, account, spectraAtOnce);
        });
    deliver(answer, this, [this](const Result<Claims>& claims) {
        if (!claims) {
            emit complained(claims.error().message);
            return;
        }
        QueueEntries entries;
        for (const auto& claim : claims.value())
            entries.push_back(claim.entry);
        if (entries.empty())
            emit said(tr("Nothing of this task is free now."));
        else
            emit claimed(entries);
    });
}

void ProgressController::save()
{
    const auto path =
        QFileDialog::getSaveFileName(&m_page, tr("Save the table"), u"progress.csv"_s, tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    OutputFile file(path);
    for (const auto& step : {+[](OutputFile&out, const QByteArray&) { return out.open(); },
                             +[](OutputFile&out, const QByteArray&bytes) { return out.write(bytes); },
                             +[](OutputFile&out, const QByteArray&) { return out.commit(); }}) {
        if (const auto done = step(file, m_page.csv().toUtf8()); !done) {
            emit complained(done.error().message);
            return;
        }
    }
    emit said(tr("Saved: %1").arg(path));
}
