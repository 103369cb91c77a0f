#pragma once

#include "models/check/inspectorscore.h"
#include "models/check/member.h"
#include "models/check/progress.h"
#include "models/check/task.h"

#include <QWidget>

class Actions;
class Caption;
class ChoiceRow;
class DateField;
class ProgressChart;
class QLabel;
class SheetModel;
class SheetView;
class TaskForm;

/// Tasks and progress: how far the work is by night, plate, person, day or task, when it will be done, who
/// does what, and how well.
class ProgressPage : public QWidget
{
    Q_OBJECT
public:
    /// Adds its actions to `actions`.
    explicit ProgressPage(Actions& actions, QWidget* parent = nullptr);

    void setLines(const ProgressLines& lines);
    /// The days of the chart and what remains.
    void setForecast(const ProgressLines& days, const Forecast& forecast);
    void setTasks(const Tasks& tasks);
    /// Nothing can be read now: an empty table says so.
    void failReading(const QString& sentence);
    void setScores(const InspectorScores& scores);
    /// False: only looking, as the server lets nobody but a lead hand out work.
    void setMayAssign(bool may);
    /// Who is no member takes no seats of a task.
    void setMayWork(bool may);
    void confirmTask(const Task& task);
    void refuseTask(const QString& sentence);

    ProgressQuery query() const;
    /// The table on the screen as CSV.
    QString csv() const;
    /// The tasks, and how people do on known spectra, as CSV; empty where nothing is shown.
    QString tasksCsv() const;
    QString scoresCsv() const;
    QWidget* topLine() const { return m_topLine; }

signals:
    void queryChanged(const ProgressQuery& query);
    void taskWanted(const Task& task);
    void taskClosed(int taskId, bool closed);
    /// Work on this task from now on.
    void taskChosen(const Task& task);
    void exportWanted();

private:
    void addActions();
    void layOut();
    void layOutTopLine();
    const Task* chosenTask() const;

    Actions& m_actions;
    QWidget* m_topLine;
    ChoiceRow* m_group;
    DateField* m_from;
    DateField* m_to;
    SheetModel* m_sheet;
    SheetView* m_list;
    ProgressChart* m_chart;
    QLabel* m_forecast;
    Caption* m_pace;
    SheetModel* m_taskSheet;
    SheetView* m_taskList;
    SheetModel* m_scoreSheet;
    QLabel* m_scoreHeading;
    SheetView* m_scoreList;
    TaskForm* m_form;
    Tasks m_tasks;
    QString m_noTask; ///< What an empty table of tasks says
};
