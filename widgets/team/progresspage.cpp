#include "widgets/team/progresspage.h"

#include "models/items/sheetmodel.h"
#include "plotting/charts/progresschart.h"
#include "widgets/frame/actionbutton.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/datefield.h"
#include "widgets/frame/hairline.h"
#include "widgets/frame/sheetview.h"
#include "widgets/frame/theme.h"
#include "widgets/team/taskform.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
QString rateText(std::optional<double> perHour)
{
    return perHour ? QString::number(*perHour, 'f', 0) : u"–"_s;
}

SheetRow rowOf(const ProgressLine& line)
{
    const bool whole = line.total > 0;
    const auto name = line.name.isEmpty() // e.g. spectra without a date
        ? SheetCell {ProgressPage::tr("not known"), {}, {}, SheetCell::Tone::Quiet}
        : SheetCell {line.name};
    return {name,
            {whole ? u"%1 %"_s.arg(100 * line.share(), 0, 'f', 0) : QString(), line.share(),
             whole ? std::optional(line.share()) : std::nullopt,
             whole && line.remaining() == 0 ? SheetCell::Tone::Ok : SheetCell::Tone::Plain},
            {countText(static_cast<int>(line.done)), line.done},
            {whole ? countText(static_cast<int>(line.total)) : QString(), line.total},
            {whole ? countText(static_cast<int>(line.remaining())) : QString(), line.remaining()},
            {QString::number(line.people), line.people},
            {rateText(line.perHour()), line.perHour().value_or(0)},
            {countText(static_cast<int>(line.withdrawn)), line.withdrawn}};
}

SheetRow rowOf(const Task& task)
{
    const double share = task.looks > 0 ? double(task.looksDone) / double(task.looks) : 0;
    return {{task.title, {}, {}, task.closed ? SheetCell::Tone::Quiet : SheetCell::Tone::Plain},
            {task.members.isEmpty() ? ProgressPage::tr("everybody") : task.members.join(u", "_s)},
            {u"%1 %"_s.arg(100 * share, 0, 'f', 0), share, share},
            {u"%1 / %2"_s.arg(task.looksDone).arg(task.looks), task.looksDone},
            {QString::number(task.looksHeld), task.looksHeld}};
}

SheetRow rowOf(const InspectorScore& score)
{
    constexpr double line = 0.05; // DESI: of a batch of 50
    const double wrong = score.wrongShare();
    return {{score.inspector},
            {QString::number(score.judged), score.judged},
            {QString::number(score.wrongClass), score.wrongClass},
            {QString::number(score.wrongRedshift), score.wrongRedshift},
            {u"%1 %"_s.arg(100 * wrong, 0, 'f', 1),
             wrong,
             {},
             wrong > line ? SheetCell::Tone::Stop : SheetCell::Tone::Ok}};
}

}

ProgressPage::ProgressPage(Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_topLine(new QWidget(this))
    , m_group(new ChoiceRow(ChoiceRow::Mode::One, 0, m_topLine))
    , m_from(new DateField(u"progressFrom"_s, tr("from yyyy-mm-dd"), m_topLine))
    , m_to(new DateField(u"progressTo"_s, tr("to yyyy-mm-dd"), m_topLine))
    , m_sheet(new SheetModel({tr("Of"), tr("Share"), tr("Done"), tr("All"), tr("Left"), tr("People"),
                              tr("per hour"), tr("Taken back")},
                             1, this))
    , m_list(new SheetView(this))
    , m_chart(new ProgressChart(this))
    , m_forecast(new QLabel(this))
    , m_pace(new Caption({}, this))
    , m_taskSheet(new SheetModel({tr("Task"), tr("For"), tr("Share"), tr("Looks"), tr("Held")}, 2, this))
    , m_taskList(new SheetView(this))
    , m_scoreSheet(new SheetModel({tr("Inspector"), tr("Known"), tr("Class"), tr("z"), tr("Wrong")}, 1, this))
    , m_scoreHeading(heading(tr("On known spectra"), this))
    , m_scoreList(new SheetView(this))
    , m_form(new TaskForm(this))
{
    setObjectName(u"progressPage"_s);
    m_list->setObjectName(u"progressLines"_s);
    m_list->setSheet(m_sheet);
    m_list->setAccessibleName(tr("Progress"));
    m_list->setEmptyText(tr("Reading …"));
    m_taskList->setObjectName(u"tasks"_s);
    m_taskList->setSheet(m_taskSheet);
    m_taskList->setAccessibleName(tr("Tasks"));
    m_taskList->setEmptyText(tr("Reading …"));
    m_scoreList->setObjectName(u"scores"_s);
    m_scoreList->setSheet(m_scoreSheet);
    m_scoreList->setAccessibleName(tr("On known spectra"));
    m_scoreList->setEmptyText(
        tr("Tasks can mix in spectra whose truth is known. How people judged those stands here."));
    m_forecast->setObjectName(u"forecast"_s);
    m_forecast->setFont(textFont(TextSize::Title));
    m_pace->setObjectName(u"forecastPace"_s);
    setFocusProxy(m_list);
    addActions();
    layOut();
    layOutTopLine();
    const auto ask = [this] { emit queryChanged(query()); };
    connect(m_group, &ChoiceRow::toggled, this, ask);
    connect(m_from, &QLineEdit::editingFinished, this, ask);
    connect(m_to, &QLineEdit::editingFinished, this, ask);
    connect(m_form, &TaskForm::taskWanted, this, &ProgressPage::taskWanted);
    connect(m_taskList, &QAbstractItemView::activated, this, [this] {
        if (const auto* task = chosenTask())
            emit taskChosen(*task);
    });
    m_chart->setDays({}, {}); // what is left is not known yet
    setMayAssign(true);
}

void ProgressPage::addActions()
{
    const auto add = [this](const QString& id, const QString& text, const QString& word,
                            const QKeySequence& key, auto act) {
        auto* action = m_actions.add(id, ActionGroup::List, text, {key}, this);
        action->setIconText(word);
        connect(action, &QAction::triggered, this, act);
    };
    add(u"progressExport"_s, tr("Save the tables as CSV"), tr("Export"), QKeySequence(u"Ctrl+S"_s),
        [this] { emit exportWanted(); });
    add(u"progressRefresh"_s, tr("Read again"), tr("Refresh"), Qt::Key_F5,
        [this] { emit queryChanged(query()); });
    add(u"taskWork"_s, tr("Work on the task"), tr("Work on it"), Qt::Key_W, [this] {
        if (const auto* task = chosenTask())
            emit taskChosen(*task);
    });
    add(u"taskClose"_s, tr("End the task, or open it again"), tr("End or reopen"), Qt::Key_E, [this] {
        if (const auto* task = chosenTask())
            emit taskClosed(task->id, !task->closed);
    });
}

void ProgressPage::layOut()
{
    auto* left = new QVBoxLayout;
    left->setSpacing(gridUnit);
    left->setContentsMargins(2 * gridUnit, gridUnit, gridUnit, gridUnit);
    left->addWidget(m_forecast);
    left->addWidget(m_pace);
    left->addWidget(m_chart, 2);
    left->addWidget(m_list, 3);
    auto* tasks = new QHBoxLayout;
    tasks->addWidget(heading(tr("Tasks"), this), 1);
    for (const auto& id : {u"taskWork"_s, u"taskClose"_s}) {
        tasks->addWidget(actionButton(m_actions.action(id), this));
    }
    auto* right = new QVBoxLayout;
    right->setSpacing(gridUnit);
    right->setContentsMargins(2 * gridUnit, gridUnit, 2 * gridUnit, gridUnit);
    right->addLayout(tasks);
    right->addWidget(m_taskList, 3);
    right->addWidget(m_form);
    right->addWidget(m_scoreHeading);
    right->addWidget(m_scoreList, 2);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 3);
    layout->addWidget(new Hairline(Qt::Vertical, this));
    layout->addLayout(right, 2);
}

void ProgressPage::layOutTopLine()
{
    m_group->setObjectName(u"progressGroup"_s);
    m_group->setChoices({{u"night"_s, tr("Night"), {}, {}},
                         {u"plate"_s, tr("Plate"), {}, {}},
                         {u"person"_s, tr("Person"), {}, {}},
                         {u"day"_s, tr("Day"), {}, {}},
                         {u"task"_s, tr("Task"), {}, {}}});
    m_group->setChosen({u"night"_s});
    auto* layout = new QHBoxLayout(m_topLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_group);
    layout->addWidget(m_from);
    layout->addWidget(m_to);
    layout->addStretch(1);
    for (const auto& id : {u"progressRefresh"_s, u"progressExport"_s}) {
        layout->addWidget(actionButton(m_actions.action(id), m_topLine));
    }
}

ProgressQuery ProgressPage::query() const
{
    ProgressQuery query;
    query.group = progressGroupFrom(m_group->chosen().value(0)).value_or(ProgressGroup::Night);
    const auto from = m_from->date();
    const auto to = m_to->date();
    if (from.isValid())
        query.from = QDateTime(from, QTime(0, 0), Qt::UTC);
    if (to.isValid())
        query.before = QDateTime(to.addDays(1), QTime(0, 0), Qt::UTC);
    return query;
}

void ProgressPage::setLines(const ProgressLines& lines)
{
    std::vector<SheetRow> rows;
    for (const auto& line : lines)
        rows.push_back(rowOf(line));
    m_list->setEmptyText(tr("Nothing has been read in yet: specdesk ingest FOLDER, or open a folder."));
    m_sheet->setRows(std::move(rows));
}

void ProgressPage::setForecast(const ProgressLines& days, const Forecast& forecast)
{
    m_chart->setDays(days, forecast);
    m_forecast->setText(
        forecast.remaining == 0 ? tr("Nothing is left to look at.")
            : forecast.done
            ? tr("%1 left, done about %2")
                  .arg(countText(static_cast<int>(forecast.remaining)), forecast.done->toString(Qt::ISODate))
            : tr("%1 left").arg(countText(static_cast<int>(forecast.remaining))));
    m_pace->setText(forecast.perDay > 0
                        ? tr("%1 verdicts a day, %2 an hour for one person; %n person hours", nullptr,
                             static_cast<int>(std::ceil(forecast.personHours.value_or(0))))
                              .arg(forecast.perDay, 0, 'f', 0)
                              .arg(forecast.perHour, 0, 'f', 0)
                        : tr("There is no pace yet to tell the end by."));
}

void ProgressPage::setTasks(const Tasks& tasks)
{
    const auto before = chosenTask() ? chosenTask()->id : 0;
    m_tasks = tasks;
    std::vector<SheetRow> rows;
    int chosen = 0;
    for (const auto& task : tasks) {
        if (task.id == before)
            chosen = static_cast<int>(rows.size());
        rows.push_back(rowOf(task));
    }
    m_taskList->setEmptyText(m_noTask);
    m_taskSheet->setRows(std::move(rows));
    if (!tasks.empty())
        m_taskList->chooseRow(chosen);
}

void ProgressPage::failReading(const QString& sentence)
{
    m_list->setEmptyText(sentence);
    m_taskList->setEmptyText(sentence);
}

void ProgressPage::setScores(const InspectorScores& scores)
{
    std::vector<SheetRow> rows;
    for (const auto& score : scores)
        rows.push_back(rowOf(score));
    m_scoreSheet->setRows(std::move(rows));
}

void ProgressPage::setMayAssign(bool may)
{
    m_form->setVisible(may);
    m_noTask = may ? tr("No task yet. Hand out the first one below.")
                   : tr("No task yet. Who leads the work hands them out.");
    m_actions.action(u"taskClose"_s)->setEnabled(may);
    m_actions.action(u"taskClose"_s)->setVisible(may);
    m_scoreHeading->setVisible(may);
    m_scoreList->setVisible(may);
}

void ProgressPage::setMayWork(bool may)
{
    m_actions.action(u"taskWork"_s)->setEnabled(may);
    m_actions.action(u"taskWork"_s)->setVisible(may);
}

void ProgressPage::confirmTask(const Task&)
{
    m_form->clear();
}

void ProgressPage::refuseTask(const QString& sentence)
{
    m_form->refuse(sentence);
}

QString ProgressPage::csv() const
{
    return m_sheet->csv();
}

QString ProgressPage::tasksCsv() const
{
    return m_taskSheet->rowCount() > 0 ? m_taskSheet->csv() : QString();
}

QString ProgressPage::scoresCsv() const
{
    return m_scoreSheet->rowCount() > 0 ? m_scoreSheet->csv() : QString();
}

const Task* ProgressPage::chosenTask() const
{
    const int row = m_taskList->chosenRow();
    return row >= 0 && row < std::ssize(m_tasks) ? &m_tasks[static_cast<std::size_t>(row)] : nullptr;
}
