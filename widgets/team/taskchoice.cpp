#include "widgets/team/taskchoice.h"

#include "widgets/frame/caption.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QSignalBlocker>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int widest = 300; // px; longer titles are elided
constexpr int titleRole = Qt::UserRole + 1;
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
    view()->installEventFilter(this);
    addItem(tr("Everything open"), 0);
    connect(this, &QComboBox::activated, this, [this] { emit taskWanted(chosen()); });
}

/// Qt's list closes at the override already; the same Enter would then accept the spectrum below it.
bool TaskChoice::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            event->accept();
    }
    return QComboBox::eventFilter(watched, event);
}

void TaskChoice::setTasks(const Tasks& tasks)
{
    const QSignalBlocker quiet(this);
    const int before = chosen();
    const auto title = currentData(titleRole).toString();
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
        setItemData(count() - 1, task.title, titleRole);
    }
    if (findData(before) < 0) {
        addItem(tr("%1   ended").arg(title), before);
        setItemData(count() - 1, title, titleRole);
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
