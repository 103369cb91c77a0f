#pragma once

#include "models/check/task.h"

#include <QComboBox>

/// Chooses what a page walks: everything open, or one of the tasks given to this person.
class TaskChoice : public QComboBox
{
    Q_OBJECT
public:
    explicit TaskChoice(QWidget* parent = nullptr);

    /// The tasks to choose from, with what is left of each. The one chosen stays chosen while it is among
    /// them.
    void setTasks(const Tasks& tasks);
    /// Shows a task as chosen; 0: everything open.
    void setChosen(int taskId);
    int chosen() const;

signals:
    /// The person chose; 0: everything open.
    void taskWanted(int taskId);
};
