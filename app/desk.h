#pragma once

#include "app/settings.h"
#include "widgets/theme.h"

#include <QObject>
#include <QStringList>

#include <memory>

class FibersController;
class FibersPage;
class InspectController;
class InspectPage;
class LineFolder;
class MainWindow;
class QueueFilterModel;
class QueueLoader;
class QueueModel;
class StarsController;
class StarsPage;
class WallModel;
class SessionRetry;
class Session;
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
    /// "light", "dark", or empty for the desktop's.
    void useTheme(const QString& name);

    MainWindow& window() { return *m_window; }
    InspectPage& inspectPage() { return *m_inspectPage; }
    InspectController& inspector() { return *m_inspector; }
    QueueModel& queue() { return *m_queue; }
    StarsPage& starsPage() { return *m_starsPage; }
    StarsController& stars() { return *m_stars; }
    WallModel& wall() { return *m_wall; }
    FibersPage& fibersPage() { return *m_fibersPage; }
    FibersController& fibers() { return *m_fibers; }

signals:
    /// Everything that was asked for is in the list.
    void loaded();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void followLoader();
    void openJournal();
    void useSession(const std::shared_ptr<Session>& session);
    /// False while verdicts are on their way, and when the person rather stays than loses them.
    bool mayClose();
    void followInspector();
    void addStarsPage();
    void addFibersPage();
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
    std::unique_ptr<WallModel> m_wall;
    StarsPage* m_starsPage = nullptr; ///< Owned by the window.
    std::unique_ptr<StarsController> m_stars;
    FibersPage* m_fibersPage = nullptr; ///< Owned by the window.
    std::unique_ptr<FibersController> m_fibers;
    bool m_readsFiles = false; ///< Not the database's lists but files are looked at.
    std::unique_ptr<LineFolder> m_lineFolder;
    bool m_closeAnyway = false;
    std::unique_ptr<SessionRetry> m_retry;
    std::unique_ptr<QueueLoader> m_loader; ///< Last: its thread ends before what it reports to.
};
