#include "app/desk/workpages.h"

#include "app/controllers/fiberscontroller.h"
#include "app/controllers/memberscontroller.h"
#include "app/controllers/platelogcontroller.h"
#include "app/controllers/progresscontroller.h"
#include "app/controllers/releasecontroller.h"
#include "app/controllers/responsecontroller.h"
#include "app/controllers/secondlookcontroller.h"
#include "app/controllers/starscontroller.h"
#include "app/session/deliver.h"
#include "db/stores/memberstore.h"
#include "models/lines/linelist.h"
#include "widgets/fibers/fiberspage.h"
#include "widgets/fibers/responsepage.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/release/platelogpage.h"
#include "widgets/release/releasepage.h"
#include "widgets/stars/starspage.h"
#include "widgets/stars/starwall.h"
#include "widgets/team/memberspage.h"
#include "widgets/team/progresspage.h"
#include "widgets/team/secondlookpage.h"
#include "widgets/team/taskchoice.h"

using namespace Qt::Literals::StringLiterals;

WorkPages::WorkPages(MainWindow& window, VerdictSender& sender, const Settings& settings, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_wall(std::make_unique<WallModel>())
    , m_starsPage(new StarsPage(window.actions()))
    , m_fibersPage(new FibersPage(window.actions()))
    , m_secondLookPage(new SecondLookPage(window.actions(), builtInLines().lines))
    , m_progressPage(new ProgressPage(window.actions()))
    , m_responsePage(new ResponsePage(window.actions()))
    , m_membersPage(new MembersPage(window.actions()))
    , m_releasePage(new ReleasePage(window.actions()))
    , m_plateLogPage(new PlateLogPage(window.actions()))
{
    addPages();
    const auto& account = settings.account;
    m_stars = std::make_unique<StarsController>(*m_starsPage, *m_wall, sender);
    m_stars->setAccount(account);
    m_fibers = std::make_unique<FibersController>(*m_fibersPage);
    m_fibers->setAccount(account);
    m_secondLooks = std::make_unique<SecondLookController>(*m_secondLookPage);
    m_progress = std::make_unique<ProgressController>(*m_progressPage);
    m_response = std::make_unique<ResponseController>(*m_responsePage);
    m_members = std::make_unique<MembersController>(*m_membersPage);
    m_release = std::make_unique<ReleaseController>(
        *m_releasePage,
        settings.program.isEmpty() ? QCoreApplication::applicationFilePath() : settings.program,
        releaseStateFolder(settings.journalProfile()));
    m_plateLog = std::make_unique<PlateLogController>(*m_plateLogPage);
    connectPages();
    offer(MemberRole::Inspector); // until the server says more
}

WorkPages::~WorkPages() = default;

void WorkPages::addPages()
{
    const auto add = [this](const QString& id, const QString& name, const QString& key, auto* page) {
        m_window.addPage(id, name, id, QKeySequence(key), page, page->topLine());
    };
    add(u"stars"_s, tr("Stars"), u"Ctrl+2"_s, m_starsPage);
    add(u"fibers"_s, tr("2D"), u"Ctrl+3"_s, m_fibersPage);
    add(u"secondlook"_s, tr("Second"), u"Ctrl+4"_s, m_secondLookPage);
    add(u"progress"_s, tr("Progress"), u"Ctrl+5"_s, m_progressPage);
    add(u"response"_s, tr("2D team"), u"Ctrl+6"_s, m_responsePage);
    add(u"members"_s, tr("Members"), u"Ctrl+7"_s, m_membersPage);
    add(u"release"_s, tr("Release"), u"Ctrl+8"_s, m_releasePage);
    add(u"platelog"_s, tr("Log"), u"Ctrl+9"_s, m_plateLogPage);
}

void WorkPages::connectPages()
{
    hear(*m_stars);
    hear(*m_fibers);
    hear(*m_secondLooks);
    hear(*m_progress);
    hear(*m_response);
    hear(*m_members);
    hear(*m_release);
    hear(*m_plateLog);
    connect(&m_window, &MainWindow::pageShown, this, &WorkPages::refresh);
    connect(m_starsPage, &StarsPage::positionChanged, this,
            [this](int row, int count) { m_window.setPosition(u"stars"_s, row, count); });
    connect(m_stars.get(), &StarsController::inspectWanted, this,
            [this](const QueueEntry& entry) { emit inspectWanted({entry}); });
    connect(m_release.get(), &ReleaseController::inspectWanted, this,
            [this](const QueueEntry& entry) { emit inspectWanted({entry}); });
    connect(m_progress.get(), &ProgressController::workWanted, this, &WorkPages::workOn);
    connect(m_progress.get(), &ProgressController::tasksChanged, this, &WorkPages::tasksChanged);
    connect(&m_starsPage->tasks(), &TaskChoice::taskWanted, m_stars.get(), &StarsController::chooseTask);
    connect(m_stars.get(), &StarsController::chosen, this,
            [this](const Task& task) { m_starsPage->tasks().setChosen(task.id); });
    connect(&m_fibersPage->tasks(), &TaskChoice::taskWanted, this, [this](int id) {
        const auto task = std::ranges::find(m_tasks, id, &Task::id);
        if (id == 0 || task != m_tasks.end()) // of one that ended the page stays as it is
            m_fibers->narrowTo(id == 0 ? TaskFilter() : task->filter);
    });
    connect(m_fibers.get(), &FibersController::reported, m_response.get(), &ResponseController::refresh);
}

template<typename Controller>
void WorkPages::hear(Controller& controller)
{
    connect(&controller, &Controller::said, this, &WorkPages::said);
    connect(&controller, &Controller::complained, this, &WorkPages::complained);
    if constexpr (requires { &Controller::mended; })
        connect(&controller, &Controller::mended, this, &WorkPages::mended);
}

void WorkPages::refresh(const QString& pageId)
{
    if (pageId == "fibers"_L1)
        m_fibers->activate();
    else if (pageId == "secondlook"_L1)
        m_secondLooks->refresh();
    else if (pageId == "progress"_L1)
        m_progress->refresh();
    else if (pageId == "response"_L1)
        m_response->refresh();
    else if (pageId == "members"_L1)
        m_members->refresh();
    else if (pageId == "release"_L1)
        m_release->refresh();
    else if (pageId == "platelog"_L1)
        m_plateLog->refresh();
}

void WorkPages::workOn(const Task& task)
{
    if (task.filter.page != WorkPage::Browse) {
        emit taskWanted(task);
        return;
    }
    m_starsPage->setListName({});
    m_window.showPage(u"stars"_s);
    m_stars->chooseTask(task.id);
}

void WorkPages::setTasks(const Tasks& tasks)
{
    Tasks onTheWall;
    std::ranges::copy_if(tasks, std::back_inserter(onTheWall),
                         [](const Task& task) { return task.filter.page == WorkPage::Browse; });
    m_starsPage->tasks().setTasks(onTheWall);
    m_tasks = tasks;
    m_fibersPage->tasks().setTasks(tasks);
    m_fibersPage->tasks().setVisible(!m_files && !tasks.empty());
}

void WorkPages::setFiles(bool files, const QString& listName)
{
    m_files = files;
    m_starsPage->setListName(files ? listName : QString());
}

void WorkPages::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
    m_stars->setSession(session);
    m_fibers->setSession(session);
    m_secondLooks->setSession(session);
    m_progress->setSession(session);
    m_response->setSession(session);
    m_members->setSession(session);
    m_release->setSession(session);
    m_plateLog->setSession(session);
    offer(session->role());
    const auto reason = readOnlyReason(*session);
    m_starsPage->setReadOnly(reason);
    m_fibersPage->setReadOnly(reason);
    m_progressPage->setMayWork(session->isMember());
    if (m_files)
        return;
    m_stars->loadList();
    m_fibers->loadPlates();
}

void WorkPages::addEntries(const QueueEntries& entries)
{
    m_stars->addEntries(entries);
    if (m_files)
        m_fibers->addEntries(entries);
}

QString WorkPages::readOnlyReason(const Session& session)
{
    return session.isMember() ? QString()
                              : tr("Your account is not entered as a member: it may look but not decide. An "
                                   "administrator can enter it.");
}

/// The rail shows what the role may use; the server refuses the rest whatever is shown.
void WorkPages::offer(MemberRole role)
{
    const std::pair<QString, MemberRole> needs[] = {{u"secondlook"_s, MemberRole::Rechecker},
                                                    {u"response"_s, MemberRole::Team2d},
                                                    {u"members"_s, MemberRole::Admin}};
    for (const auto& [page, needed] : needs)
        m_window.setPageOffered(page, includesRole(role, needed));
    const bool sees = includesRole(role, MemberRole::Lead) || includesRole(role, MemberRole::Release);
    for (const auto& page : {u"release"_s, u"platelog"_s})
        m_window.setPageOffered(page, sees);
    m_release->setRole(role);
    m_progressPage->setMayAssign(includesRole(role, MemberRole::Lead));
}
