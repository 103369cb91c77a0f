#pragma once

#include "widgets/frame/actions.h"
#include "widgets/frame/theme.h"

#include <QHash>
#include <QMainWindow>

class HelpOverlay;
class MessageBar;
class PageRail;
class QStackedWidget;
class StatusLine;

/// What the status line tells of one page.
struct PagePlace
{
    int row = -1; ///< From 0 in the page's list
    int count = 0;
    QString wavelengths {};
};

/// The window: rail of pages, one line on top, the page with the message bar over its foot, status line.
/// Pages register themselves.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Theme& theme, QWidget* parent = nullptr);

    /// Takes over a page and what it wants in the top line. `icon` is a name in resources/icons.
    void addPage(const QString& id, const QString& name, const QString& icon, const QKeySequence& key,
                 QWidget* page, QWidget* topLine);
    void showPage(const QString& id);
    /// A window without a session of a survey's server can log in.
    void setLoginOffered(bool offered);
    /// Whether a page is in the rail and has its key; for people whose rights do not reach it.
    void setPageOffered(const QString& id, bool offered);
    /// Where a page is in its list, and what its wavelengths are; shown while that page is.
    void setPosition(const QString& pageId, int row, int count);
    void setWavelengths(const QString& pageId, const QString& text);

    Actions& actions() { return m_actions; }
    MessageBar& messages() { return *m_messages; }
    StatusLine& statusLine() { return *m_status; }

signals:
    /// The person switched the theme; it is applied already, and may be remembered.
    void themeChosen(ThemeChoice choice);
    /// The person wants to log in; offered while there is somewhere to.
    void loginWanted();
    /// Folders, files or addresses were dropped on the window, or chosen: they are to be looked at.
    void openWanted(const QStringList& paths);
    /// This page is on the screen now.
    void pageShown(const QString& id);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addWindowActions();
    void showPlace();
    QString shownPage() const;
    void placeMessages();
    void cycleTheme();
    void askForFolder();
    void toggleFullScreen();

    Theme& m_theme;
    Actions m_actions;
    PageRail* m_rail;
    QStackedWidget* m_topLines;
    MessageBar* m_messages;
    QStackedWidget* m_pages;
    StatusLine* m_status;
    HelpOverlay* m_help = nullptr;
    QHash<QString, PagePlace> m_places;
};
