#pragma once

#include "models/release/releasecalendar.h"
#include "models/release/releaseprogress.h"

#include <QWidget>

class Actions;
class Caption;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QToolButton;

/// Builds a release and follows it: where to, start and stop, how far it is, what happened, and what came of
/// it. The calendar says what is due.
class RunPanel : public QWidget
{
    Q_OBJECT
public:
    /// Adds its actions for `page` to `actions`.
    RunPanel(Actions& actions, QWidget* page);

    void setProgress(const ReleaseProgress& progress);
    /// What Start would build.
    void setRelease(const QString& release);
    /// False: only looking, as the server lets nobody else build releases.
    void setMayBuild(bool may);
    void setComplaint(const QString& sentence);
    void setCalendar(const std::vector<DueRelease>& calendar, QDate today);
    void setFolder(const QString& folder);
    QString folder() const;

signals:
    void startWanted();
    void stopWanted();
    void folderWanted();
    /// The statistics of the release in this folder.
    void statisticsWanted(const QString& folder);

private:
    void addActions(QWidget* page);
    void layOut();
    void showState();

    Actions& m_actions;
    bool m_mayBuild = false;
    QString m_release;
    ReleaseProgress m_progress;
    QLineEdit* m_folder;
    QToolButton* m_choose;
    QLabel* m_title;
    Caption* m_line;
    QProgressBar* m_bar;
    QPlainTextEdit* m_log;
    Caption* m_complaint;
    Caption* m_calendar;
};
