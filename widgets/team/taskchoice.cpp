#include "widgets/team/taskchoice.h"

#include "widgets/frame/caption.h"

#include <QSignalBlocker>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int widest = 300; // px; longer titles are elided
}

TaskChoice::TaskChoice(QWidget* parent)
    : QComboBox(parent)
{
    setObjectName(u"taskChoice"_s);
    setAccessibleName(tr("What to work on"));
    setMaximumWidth(widest);
    setMinimumWidth(widest / 2);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setFocusPolicy(Qt::TabFocus);
    addItem(tr("Everything open"), 0);
    connect(this, &QComboBox::activated, this, [this] { emit taskWanted(chosen()); });
}

void TaskChoice::setTasks(const Tasks& tasks)
{
    const QSignalBlocker quiet(this);
    const int before = chosen();
    while (count() > 1)
        removeItem(count() - 1);
    for (const auto& task : tasks) {
        const auto left = countText(static_cast<int>(task.looks - task.looksDone));
        addItem(m_countsLooks ? tr("%1   %2 left").arg(task.title, left) : task.title, task.id);
        setItemData(count() - 1,
                    tr("%1 of %2 looks done; %3 are held just now")
                        .arg(countText(static_cast<int>(task.looksDone)),
                             countText(static_cast<int>(task.looks)),
                             countText(static_cast<int>(task.looksHeld))),
                    Qt::ToolTipRole);
    }
    setChosen(before);
}

void TaskChoice::setChosen(int taskId)
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(qMax(0, findData(taskId)));
}

int TaskChoice::chosen() const
{
    return currentData().toInt();
}
