#include "app/controllers/progresscontroller.h"

#include "app/session/deliver.h"
#include "db/stores/progressstore.h"
#include "db/stores/scorestore.h"
#include "db/stores/taskstore.h"
#include "models/values/outputfile.h"
#include "widgets/team/progresspage.h"

#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace {
Result<void> writeTable(const QString& path, const QString& text)
{
    OutputFile file(path);
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written = file.write(text.toUtf8()); !written)
        return written;
    return file.commit();
}

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
    , m_question([this] { refresh(); })
{
    connect(&m_question, &RepeatedQuestion::complained, this, &ProgressController::complained);
    connect(&m_question, &RepeatedQuestion::complained, &page, &ProgressPage::failReading);
    connect(&m_question, &RepeatedQuestion::mended, this, &ProgressController::mended);
    connect(&page, &ProgressPage::queryChanged, this, &ProgressController::refresh);
    connect(&page, &ProgressPage::taskWanted, this, &ProgressController::make);
    connect(&page, &ProgressPage::taskClosed, this, &ProgressController::close);
    connect(&page, &ProgressPage::taskChosen, this, &ProgressController::workWanted);
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
    m_allAnswered = true;
    fetchLines();
    fetchForecast();
    fetchTasks();
    fetchScores();
}

void ProgressController::fail(const Error& error)
{
    m_allAnswered = false;
    m_question.fail(error);
}

void ProgressController::fetchLines()
{
    const auto answer =
        m_session->background().run([names = m_session->schemas(), query = m_page.query()](QSqlDatabase& db) {
            return ProgressStore::lines(db, names, query);
        });
    deliver(answer, this, [this](const Result<ProgressLines>& lines) {
        if (lines)
            m_page.setLines(lines.value());
        else
            fail(lines.error());
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
            fail(outlook.error());
    });
}

void ProgressController::fetchTasks()
{
    const auto answer = m_session->background().run([names = m_session->schemas()](QSqlDatabase& db) {
        return TaskStore::all(db, names, {.openOnly = false});
    });
    deliver(answer, this, [this](const Result<Tasks>& tasks) {
        if (!tasks) {
            fail(tasks.error());
            return;
        }
        m_page.setTasks(tasks.value());
        if (m_allAnswered) // they are answered in the order of the questions
            m_question.settle();
    });
}

/// The scores are the lead's; others are refused by the server and see none.
void ProgressController::fetchScores()
{
    const auto rules = ConflictRules::builtIn();
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
    if (!m_session) {
        m_page.refuseTask(tr("There is no server."));
        return;
    }
    auto task = wish;
    task.createdBy = m_session->account();
    const auto answer = m_session->background().run([names = m_session->schemas(), task](QSqlDatabase& db) {
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
        emit tasksChanged();
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
        emit tasksChanged();
    });
}

void ProgressController::save()
{
    const auto path =
        QFileDialog::getSaveFileName(&m_page, tr("Save the tables"), u"progress.csv"_s, tr("Tables (*.csv)"));
    if (!path.isEmpty())
        saveAs(path);
}

void ProgressController::saveAs(const QString& path)
{
    const auto stem = path.endsWith(u".csv"_s, Qt::CaseInsensitive) ? path.chopped(4) : path;
    const std::pair<QString, QString> tables[] = {{stem + u".csv"_s, m_page.csv()},
                                                  {stem + u"-tasks.csv"_s, m_page.tasksCsv()},
                                                  {stem + u"-known-spectra.csv"_s, m_page.scoresCsv()}};
    QStringList names;
    for (const auto& [name, text] : tables) {
        if (text.isEmpty())
            continue;
        if (const auto written = writeTable(name, text); !written) {
            emit complained(written.error().message);
            return;
        }
        names << QFileInfo(name).fileName();
    }
    emit said(tr("Saved: %1").arg(names.join(u", "_s)));
}
