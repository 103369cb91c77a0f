#pragma once

#include "app/session/session.h"
#include "models/check/task.h"

#include <QObject>

#include <memory>

class FibersController;
class FibersPage;
class MainWindow;
class MembersController;
class MembersPage;
class PlateLogController;
class PlateLogPage;
class ProgressController;
class ProgressPage;
class ReleaseController;
class ReleasePage;
class ResponseController;
class ResponsePage;
class SecondLookController;
class SecondLookPage;
class StarsController;
class StarsPage;
class VerdictSender;
class WallModel;
enum class MemberRole;

/// The pages beside Inspect with what joins them to the data: stars, 2D, second looks, progress, the 2D
/// team's answers, members, the release, the observation log. The window owns the pages.
class WorkPages : public QObject
{
    Q_OBJECT
public:
    WorkPages(MainWindow& window, VerdictSender& sender, const Settings& settings, QObject* parent = nullptr);
    ~WorkPages() override;

    /// Files are looked at rather than the lists of the database.
    void setFiles(bool files, const QString& listName);
    void setSession(const std::shared_ptr<Session>& session);
    void addEntries(const QueueEntries& entries);
    /// Why this person may decide nothing; empty: he may.
    static QString readOnlyReason(const Session& session);
    /// The tasks this person may work on.
    void setTasks(const Tasks& tasks);

    StarsPage& starsPage() { return *m_starsPage; }
    StarsController& stars() { return *m_stars; }
    WallModel& wall() { return *m_wall; }
    FibersPage& fibersPage() { return *m_fibersPage; }
    FibersController& fibers() { return *m_fibers; }
    ResponsePage& responsePage() { return *m_responsePage; }
    ResponseController& response() { return *m_response; }
    SecondLookPage& secondLookPage() { return *m_secondLookPage; }
    ProgressController& progress() { return *m_progress; }
    ReleasePage& releasePage() { return *m_releasePage; }
    ReleaseController& release() { return *m_release; }
    PlateLogPage& plateLogPage() { return *m_plateLogPage; }

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);
    /// What was complained of is over.
    void mended(const QString& sentence);
    /// Look at these one by one, the first at once.
    void inspectWanted(const QueueEntries& entries);
    /// Work on this task, on the inspector's page.
    void taskWanted(const Task& task);
    /// There is one more, or one was closed.
    void tasksChanged();

private:
    void addPages();
    void connectPages();
    void workOn(const Task& task);
    template<typename Controller>
    void hear(Controller& controller);
    void refresh(const QString& pageId);
    void offer(MemberRole role);

    MainWindow& m_window;
    std::shared_ptr<Session> m_session;
    Tasks m_tasks; ///< This person may work on
    bool m_files = false;
    std::unique_ptr<WallModel> m_wall;
    StarsPage* m_starsPage;
    FibersPage* m_fibersPage;
    SecondLookPage* m_secondLookPage;
    ProgressPage* m_progressPage;
    ResponsePage* m_responsePage;
    MembersPage* m_membersPage;
    ReleasePage* m_releasePage;
    PlateLogPage* m_plateLogPage;
    std::unique_ptr<StarsController> m_stars;
    std::unique_ptr<FibersController> m_fibers;
    std::unique_ptr<SecondLookController> m_secondLooks;
    std::unique_ptr<ProgressController> m_progress;
    std::unique_ptr<ResponseController> m_response;
    std::unique_ptr<MembersController> m_members;
    std::unique_ptr<ReleaseController> m_release;
    std::unique_ptr<PlateLogController> m_plateLog;
};
