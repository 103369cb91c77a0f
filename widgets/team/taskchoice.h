#pragma once

#include "models/check/task.h"

#include <QComboBox>

/// Chooses what a page walks: everything open, or one of the tasks given to this person.
class TaskChoice : public QComboBox
{
    Q_OBJECT
public:
    explicit TaskChoice(QWidget* parent = nullptr);

    /// What stands for no task: "Everything open" unless told otherwise.
    void setAllText(const QString& text) { setItemText(0, text); }
    /// Where looks are not what is counted the titles stand alone.
    void setCountsLooks(bool counts) { m_countsLooks = counts; }
    /// The tasks to choose from, with what is left of each. The one chosen stays so, as ended when it is no
    /// longer among them: the page still walks it.
    void setTasks(const Tasks& tasks);
    /// Shows a task as chosen; 0: everything open.
    void setChosen(int taskId);
    int chosen() const;

signals:
    /// The person chose; 0: everything open.
    void taskWanted(int taskId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_countsLooks = true;
};
