#pragma once

#include "app/release/releaserun.h"
#include "app/session/session.h"
#include "models/check/queueentry.h"

#include <QObject>
#include <QTimer>

#include <atomic>

class ReleasePage;
struct ReleaseWish;

/// Joins the release page to the rules, the releases that were built, and the process that builds one. What
/// looks at every spectrum has a connection of its own: neither people nor ingest wait for it.
class ReleaseController : public QObject
{
    Q_OBJECT
public:
    /// `program`: SpecDesk's own, which builds; `stateFolder`: for what is known of the run.
    ReleaseController(ReleasePage& page, const QString& program, const QString& stateFolder,
                      QObject* parent = nullptr);
    ~ReleaseController() override; ///< Stops looking, and waits for the range in hand.

    void setSession(const std::shared_ptr<Session>& session);
    void setRole(MemberRole role);
    /// The page is shown: reads what was built, and what would go out where it was not asked yet.
    void refresh();
    const ReleaseRun& run() const { return m_run; }
    /// Nothing is being looked at.
    bool isSettled() const { return !m_looking; }

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);
    void inspectWanted(const QueueEntry& entry);

private:
    /// What the thread of the database and this one both see.
    struct Look
    {
        std::atomic<bool> stop = false;
        std::atomic<qint64> done = 0;
        std::atomic<qint64> inAll = 0;
    };

    void fetchReleases();
    void showCalendar();
    void plan(const ReleaseWish& wish);
    void stopPlan();
    void explainOne(const QString& release, qint64 obsid);
    void show(qint64 obsid, const QString& pipelineVersion);
    void start(const ReleaseWish& wish, const QString& folder);
    void chooseFolder();
    void openStatistics(const QString& folder);
    void save();
    void followRun(const ReleaseProgress& progress);

    ReleasePage& m_page;
    std::shared_ptr<Session> m_session;
    ReleaseRun m_run;
    QTimer m_timer; ///< Shows how far looking is
    std::shared_ptr<Look> m_look;
    bool m_looking = false;
    bool m_asked = false; ///< What would go out was asked once
    std::unique_ptr<DbThread> m_planner;
    std::unique_ptr<DbThread> m_explainer;
};

/// Where what is known of a release's run is kept: below $XDG_STATE_HOME.
QString releaseStateFolder(const QString& profile);
