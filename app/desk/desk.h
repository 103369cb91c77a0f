#pragma once

#include "app/session/settings.h"
#include "widgets/frame/theme.h"

#include <QObject>
#include <QStringList>

#include <memory>

class DraftJournal;
class InspectController;
class InspectPage;
class LineFolder;
class MainWindow;
class QueueFeed;
class QueueFilterModel;
class QueueLoader;
class QueueModel;
class Reconnection;
class Session;
class WorkPages;
struct Error;
struct IngestReport;

/// SpecDesk with a window: makes the pages, their models and controllers, and joins them.
class Desk : public QObject
{
    Q_OBJECT
public:
    explicit Desk(const Settings& settings, QObject* parent = nullptr);
    ~Desk() override;

    /// Loads files, folders and URLs; the queue of the database when `paths` is empty.
    void open(const QStringList& paths);
    void show();
    /// As large and where it was closed last; the first time it fills the screen. Remembers that from now on.
    void showAsBefore();
    /// "light", "dark", or empty for the desktop's.
    void useTheme(const QString& name);

    MainWindow& window() { return *m_window; }
    InspectPage& inspectPage() { return *m_inspectPage; }
    InspectController& inspector() { return *m_inspector; }
    QueueModel& queue() { return *m_queue; }
    WorkPages& pages() { return *m_pages; }
    QueueFeed& feed() { return *m_feed; }

signals:
    /// Everything that was asked for is in the list.
    void loaded();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void followLoader();
    QString emptyText() const;
    void openBeside(const QStringList& paths);
    /// Of a server and account.
    void openJournal(const QString& profile);
    void openDrafts(const QString& profile);
    /// Unfinished work outlives the window.
    void keepDrafts();
    void useSession(const std::shared_ptr<Session>& session);
    /// False while verdicts are on their way, and when the person rather stays than loses them.
    bool mayClose();
    void followInspector();
    void addWorkPages();
    void followFeed();
    /// The first attempt to reach the server failed.
    void reconnect(const Error& error);
    /// There is a session after all.
    void arrive(const std::shared_ptr<Session>& session);
    /// Somebody else logged in than the window began with: what waits is not his. False when it would be
    /// lost.
    bool changePerson(const QString& account);
    /// What a controller has to say goes to the message bar.
    template<typename Controller>
    void hear(Controller& controller);
    void showRefused(const IngestReport& report);

    const Settings m_settings;
    Theme m_theme;
    std::unique_ptr<QueueModel> m_queue;
    std::unique_ptr<QueueFilterModel> m_list;
    std::unique_ptr<MainWindow> m_window;
    InspectPage* m_inspectPage; ///< Owned by the window.
    std::unique_ptr<InspectController> m_inspector;
    std::unique_ptr<DraftJournal> m_drafts;
    std::unique_ptr<LineFolder> m_lineFolder;
    std::unique_ptr<WorkPages> m_pages;
    std::unique_ptr<QueueFeed> m_feed;
    QString m_listName; ///< Of the files
    bool m_files = false; ///< The list is of files, until a task is chosen.
    bool m_draftsKept = true; ///< The last time
    bool m_closeAnyway = false;
    bool m_closesWhenSent = false; ///< The person closed the window while verdicts were on their way.
    bool m_remembersWindow = false;
    QString m_complaint; ///< Why there is no session, as the message bar was told
    std::unique_ptr<Reconnection> m_reconnection;
    std::unique_ptr<QueueLoader> m_loader; ///< Last: its thread ends before what it reports to.
};
