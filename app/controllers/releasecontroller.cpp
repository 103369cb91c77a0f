#include "app/controllers/releasecontroller.h"

#include "app/commands/releaserequest.h"
#include "app/release/duecalendar.h"
#include "app/session/deliver.h"
#include "db/release/explanation.h"
#include "db/release/releaseplanning.h"
#include "db/stores/queuestore.h"
#include "db/stores/releasestore.h"
#include "models/values/wholefile.h"
#include "widgets/release/explainpanel.h"
#include "widgets/release/planview.h"
#include "widgets/release/releasepage.h"
#include "widgets/release/runpanel.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QUrl>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Result<ReleaseTask> taskOf(const ReleaseWish& wish)
{
    if (!isReleaseName(wish.release))
        return Error {ErrorKind::BadInput,
                      ReleaseController::tr("Name the release: dr6, say; letters, digits and _ only."),
                      {}};
    auto rules = releaseRulesFrom({});
    if (!rules)
        return rules.error();
    return ReleaseTask {.release = wish.release,
                        .rules = std::move(rules).value(),
                        .firstDate = wish.firstDate,
                        .lastDate = wish.lastDate};
}

QString sentenceOf(const Error& error)
{
    return error.kind == ErrorKind::Refused ? ReleaseController::tr(
               "Looking at releases is for leads and release engineers; the server refused this "
               "account. An administrator can run “specdesk migrate” to renew the rights.")
                                            : error.message;
}
}

QString releaseStateFolder(const QString& profile)
{
    const auto state = qEnvironmentVariable("XDG_STATE_HOME");
    return (state.isEmpty() ? QDir::homePath() + u"/.local/state"_s : state) + u"/specdesk/release/"_s
        + profile;
}

ReleaseController::ReleaseController(ReleasePage& page, const QString& program, const QString& stateFolder,
                                     QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_run(program, stateFolder)
{
    m_timer.setInterval(100ms);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { m_page.setPlanProgress(m_look->done, m_look->inAll); });
    connect(&m_run, &ReleaseRun::changed, this, &ReleaseController::followRun);
    connect(&m_page, &ReleasePage::planWanted, this, &ReleaseController::plan);
    connect(&m_page, &ReleasePage::planStopped, this, &ReleaseController::stopPlan);
    connect(&m_page, &ReleasePage::explanationWanted, this, &ReleaseController::explainOne);
    connect(&m_page, &ReleasePage::spectrumWanted, this, &ReleaseController::show);
    connect(&m_page, &ReleasePage::startWanted, this, &ReleaseController::start);
    connect(&m_page, &ReleasePage::exportWanted, this, &ReleaseController::save);
    auto& panel = m_page.runPanel();
    connect(&panel, &RunPanel::stopWanted, this, [this] { m_run.stop(); });
    connect(&panel, &RunPanel::folderWanted, this, &ReleaseController::chooseFolder);
    connect(&panel, &RunPanel::statisticsWanted, this, &ReleaseController::openStatistics);
    showCalendar();
}

ReleaseController::~ReleaseController()
{
    stopPlan();
}

void ReleaseController::setSession(const std::shared_ptr<Session>& session)
{
    stopPlan();
    m_planner.reset();
    m_explainer.reset();
    m_session = session;
    m_asked = false;
}

void ReleaseController::setRole(MemberRole role)
{
    m_page.setMayBuild(includesRole(role, MemberRole::Release));
}

void ReleaseController::refresh()
{
    if (!m_session)
        return;
    m_run.follow();
    showCalendar();
    fetchReleases();
}

void ReleaseController::showCalendar()
{
    const auto calendar = calendarFrom();
    if (calendar)
        m_page.runPanel().setCalendar(calendar.value(), QDateTime::currentDateTimeUtc().date());
    else
        m_page.runPanel().setComplaint(calendar.error().message);
}

void ReleaseController::fetchReleases()
{
    const auto answer = m_session->interactive().run(
        [names = m_session->schemas()](QSqlDatabase& db) { return ReleaseStore::built(db, names); });
    deliver(answer, this, [this](const Result<QStringList>& built) {
        if (!built) {
            emit complained(sentenceOf(built.error()));
            return;
        }
        auto proposed = built.value().isEmpty() ? QString() : built.value().last();
        if (const auto calendar = calendarFrom(); proposed.isEmpty() && calendar && !calendar.value().empty())
            proposed = dueOn(calendar.value(), QDateTime::currentDateTimeUtc().date())
                           .value_or(calendar.value().front())
                           .release;
        m_page.setReleases(built.value(), proposed);
        if (!m_asked)
            plan(m_page.wish());
    });
}

void ReleaseController::plan(const ReleaseWish& wish)
{
    stopPlan();
    if (!m_session)
        return;
    m_asked = true;
    auto task = taskOf(wish);
    if (!task) {
        m_look.reset(); // the answer of the one that was stopped says nothing more
        m_timer.stop();
        m_looking = false;
        m_page.endPlan(task.error().message);
        return;
    }
    if (!m_planner)
        m_planner = m_session->newThread();
    m_look = std::make_shared<Look>();
    m_looking = true;
    m_page.setPlanProgress(0, 0);
    m_timer.start();
    const auto answer = m_planner->run([names = m_session->schemas(), task = std::move(task).value(),
                                        previous = wish.previous, look = m_look](QSqlDatabase& db) {
        PlanSettings settings;
        settings.task = task;
        settings.previous = previous;
        settings.progress = [look](qint64 done, qint64 inAll) {
            look->done = done;
            look->inAll = inAll;
            return !look->stop;
        };
        return planRelease(db, names, settings);
    });
    deliver(answer, this, [this, look = m_look](const Result<ReleasePlan>& plan) {
        if (look != m_look) // another one was asked for since
            return;
        m_timer.stop();
        m_looking = false;
        if (plan)
            m_page.setPlan(plan.value());
        else
            m_page.endPlan(sentenceOf(plan.error()));
    });
}

void ReleaseController::stopPlan()
{
    if (m_look)
        m_look->stop = true;
}

void ReleaseController::explainOne(const QString& release, qint64 obsid)
{
    if (!m_session)
        return;
    ReleaseWish wish = m_page.wish();
    wish.release = release;
    auto task = taskOf(wish);
    if (!task) {
        m_page.explainPanel().setComplaint(task.error().message);
        return;
    }
    if (!m_explainer)
        m_explainer = m_session->newThread();
    const auto answer =
        m_explainer->run([names = m_session->schemas(), task = std::move(task).value(),
                          obsid](QSqlDatabase& db) { return explain(db, names, task, obsid); });
    deliver(answer, this, [this, obsid](const Result<Explanation>& explanation) {
        if (explanation)
            m_page.explainPanel().setExplanation(obsid, explanation.value());
        else
            m_page.explainPanel().setComplaint(sentenceOf(explanation.error()));
    });
}

void ReleaseController::show(qint64 obsid, const QString& pipelineVersion)
{
    if (!m_session)
        return;
    const auto answer = m_session->interactive().run([names = m_session->schemas(), obsid, pipelineVersion,
                                                      account = m_session->account()](QSqlDatabase& db) {
        return QueueStore::entry(db, names, obsid, pipelineVersion, account);
    });
    deliver(answer, this, [this](const Result<QueueEntry>& entry) {
        if (entry)
            emit inspectWanted(entry.value());
        else
            emit complained(entry.error().message);
    });
}

void ReleaseController::start(const ReleaseWish& wish, const QString& folder)
{
    if (!m_session)
        return;
    if (!folder.isEmpty() && !QDir::isAbsolutePath(folder)) {
        m_page.runPanel().setComplaint(tr("Write the folder's full path."));
        return;
    }
    const auto started = m_run.start(
        {.release = wish.release, .folder = folder, .firstDate = wish.firstDate, .lastDate = wish.lastDate},
        m_session->childEnvironment());
    m_page.runPanel().setComplaint(started ? QString() : started.error().message);
}

void ReleaseController::chooseFolder()
{
    const auto folder =
        QFileDialog::getExistingDirectory(&m_page, tr("Folder of the release"), m_page.runPanel().folder());
    if (!folder.isEmpty())
        m_page.runPanel().setFolder(folder);
}

void ReleaseController::openStatistics(const QString& folder)
{
    const auto path = folder + u"/statistics/statistics.html"_s;
    if (folder.isEmpty() || !QFile::exists(path))
        m_page.runPanel().setComplaint(
            tr("There are no statistics in this folder yet: packing writes them."));
    else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        m_page.runPanel().setComplaint(
            tr("No program shows web pages here. The statistics are %1.").arg(path));
}

void ReleaseController::followRun(const ReleaseProgress& progress)
{
    auto& panel = m_page.runPanel();
    if (panel.folder().isEmpty() && !progress.folder.isEmpty())
        panel.setFolder(progress.folder);
    panel.setProgress(progress);
    if (progress.state == ReleaseProgress::State::Done && m_session)
        fetchReleases();
}

void ReleaseController::save()
{
    const auto path = QFileDialog::getSaveFileName(&m_page, tr("Save the table"),
                                                   m_page.wish().release + u".csv"_s, tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    if (const auto written = writeWholeFile(path, m_page.planView().csv().toUtf8()); !written)
        emit complained(written.error().message);
    else
        emit said(tr("Saved: %1").arg(path));
}
