#include "widgets/release/platelogpage.h"

#include "models/items/sheetmodel.h"
#include "widgets/frame/actionbutton.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/datefield.h"
#include "widgets/frame/hairline.h"
#include "widgets/frame/sheetview.h"
#include "widgets/frame/theme.h"
#include "widgets/release/platelogform.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int sideWidth = 400;
const auto openOnly = u"unconfirmed"_s;

SheetCell scienceCell(const std::optional<bool>& science)
{
    if (!science)
        return {PlateLogPage::tr("? not said"), {}, {}, SheetCell::Tone::Quiet};
    return *science ? SheetCell {PlateLogPage::tr("science")}
                    : SheetCell {PlateLogPage::tr("▲ test"), {}, {}, SheetCell::Tone::Attention};
}

SheetCell validCell(const std::optional<bool>& valid)
{
    if (!valid)
        return {PlateLogPage::tr("? not said"), {}, {}, SheetCell::Tone::Quiet};
    return *valid ? SheetCell {PlateLogPage::tr("valid")}
                  : SheetCell {PlateLogPage::tr("✕ not valid"), {}, {}, SheetCell::Tone::Stop};
}

SheetCell numberCell(const std::optional<double>& value)
{
    return {value ? QString::number(*value, 'f', 1) : u"–"_s, value.value_or(-1)};
}

QString sourceText(const QString& enteredFrom)
{
    return enteredFrom == "headers"_L1 ? PlateLogPage::tr("headers")
        : enteredFrom == "file"_L1     ? PlateLogPage::tr("file")
                                       : PlateLogPage::tr("person");
}

QString momentText(const QDateTime& moment)
{
    return moment.isValid() ? moment.toUTC().toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

SheetRow rowOf(const PlateLog& plate)
{
    return {{plate.obsDate},
            {plate.planId},
            scienceCell(plate.isScience),
            validCell(plate.isValid),
            plate.confirmedBy.isEmpty()
                ? SheetCell {PlateLogPage::tr("○ nobody"), {}, {}, SheetCell::Tone::Attention}
                : SheetCell {u"✓ "_s + plate.confirmedBy, {}, {}, SheetCell::Tone::Ok},
            {momentText(plate.confirmedAt)},
            {sourceText(plate.enteredFrom), {}, {}, SheetCell::Tone::Quiet},
            {plate.weather},
            {plate.remark},
            numberCell(plate.moonPhaseDays),
            numberCell(plate.seeingArcsec)};
}

SheetRow rowOf(const PlateLogChange& change)
{
    return {{momentText(change.at)},
            {change.account},
            scienceCell(change.said.isScience),
            validCell(change.said.isValid),
            {change.said.remark},
            {sourceText(change.said.enteredFrom), {}, {}, SheetCell::Tone::Quiet}};
}
}

PlateLogPage::PlateLogPage(Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_topLine(new QWidget(this))
    , m_which(new ChoiceRow(ChoiceRow::Mode::One, 0, m_topLine))
    , m_from(new DateField(u"logFrom"_s, tr("from yyyy-mm-dd"), m_topLine))
    , m_until(new DateField(u"logUntil"_s, tr("to yyyy-mm-dd"), m_topLine))
    , m_count(new Caption({}, m_topLine))
    , m_sheet(new SheetModel({tr("Night"), tr("Plate"), tr("Science"), tr("Valid"), tr("Confirmed"),
                              tr("When, UTC"), tr("From"), tr("Weather"), tr("Comment"), tr("Moon, d"),
                              tr("Seeing, ″")},
                             9, this))
    , m_list(new SheetView(this))
    , m_empty(new QLabel(this))
    , m_historySheet(new SheetModel(
          {tr("When, UTC"), tr("Who"), tr("Science"), tr("Valid"), tr("Comment"), tr("From")}, 6, this))
    , m_history(new SheetView(this))
{
    setObjectName(u"plateLogPage"_s);
    m_list->setObjectName(u"plateLogs"_s);
    m_list->setAccessibleName(tr("Observation log"));
    m_list->setSheet(m_sheet);
    m_list->setSpareColumns({6, 5}); // where from and when: the form says them of the chosen one
    m_list->setFirmColumns({0, 5});
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_history->setObjectName(u"plateHistory"_s);
    m_history->setAccessibleName(tr("What was said of it"));
    m_history->setSheet(m_historySheet);
    m_history->setSpareColumns({5});
    m_history->setFirmColumns({0});
    m_empty->setObjectName(u"plateLogEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setFont(textFont(TextSize::Title));
    m_count->setObjectName(u"plateLogCount"_s);
    setFocusProxy(m_list);
    addActions();
    m_form = new PlateLogForm(actions, this);
    layOut();
    layOutTopLine();
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PlateLogPage::showChosen);
    connect(m_form, &PlateLogForm::confirmWanted, this, [this] { confirmChosen(); });
    setPlates({});
}

void PlateLogPage::addActions()
{
    const auto add = [this](const QString& id, const QString& text, const QString& word,
                            const QList<QKeySequence>& keys, auto act) {
        auto* action = m_actions.add(id, ActionGroup::List, text, keys, this);
        action->setIconText(word);
        connect(action, &QAction::triggered, this, act);
    };
    add(u"plateConfirm"_s, tr("Confirm what is said of the chosen plates"), tr("Confirm"),
        {Qt::Key_C, Qt::Key_Return, Qt::Key_Enter}, [this] { confirmChosen(); });
    add(u"plateInvalid"_s, tr("Not valid, or valid again, and confirmed"), tr("Valid or not"), {Qt::Key_V},
        [this] { confirmTurned(&PlateLog::isValid); });
    add(u"plateTest"_s, tr("A test, or science again, and confirmed"), tr("Science or test"), {Qt::Key_T},
        [this] { confirmTurned(&PlateLog::isScience); });
    add(u"plateComment"_s, tr("Comment on the chosen plates"), tr("Comment"), {Qt::Key_E},
        [this] { m_form->goToRemark(); });
    add(u"plateNext"_s, tr("The next plate that nobody confirmed"), tr("Next unconfirmed"), {Qt::Key_N},
        [this] { nextUnconfirmed(); });
    add(u"plateFilter"_s, tr("All plates, or those that nobody confirmed"), tr("Filter"), {Qt::Key_U},
        [this] {
            m_which->setChosen({unconfirmedOnly() ? u"all"_s : openOnly});
            emit filterChanged();
        });
    add(u"plateRefresh"_s, tr("Read the log again"), tr("Refresh"), {Qt::Key_F5},
        [this] { emit filterChanged(); });
    add(u"plateExport"_s, tr("Save the log as CSV"), tr("Export"), {QKeySequence(u"Ctrl+S"_s)},
        [this] { emit exportWanted(); });
}

void PlateLogPage::layOut()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(sideWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(2 * gridUnit, gridUnit, 2 * gridUnit, gridUnit);
    column->setSpacing(gridUnit);
    column->addWidget(m_form);
    column->addWidget(heading(tr("What was said of it"), side));
    column->addWidget(m_history, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(new Hairline(Qt::Vertical, this));
    layout->addWidget(side);
}

void PlateLogPage::layOutTopLine()
{
    m_which->setObjectName(u"plateLogWhich"_s);
    m_which->setChoices({{u"all"_s, tr("All"), {}, {}},
                         {openOnly, tr("Unconfirmed"), keyText(m_actions.action(u"plateFilter"_s)), {}}});
    m_which->setChosen({u"all"_s});
    auto* layout = new QHBoxLayout(m_topLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    for (auto* widget : std::initializer_list<QWidget*> {m_which, m_from, m_until, m_count})
        layout->addWidget(widget);
    layout->addStretch(1);
    for (const auto& id : {u"plateNext"_s, u"plateRefresh"_s, u"plateExport"_s})
        layout->addWidget(actionButton(m_actions.action(id), m_topLine));
    connect(m_which, &ChoiceRow::toggled, this, &PlateLogPage::filterChanged);
    connect(m_from, &QLineEdit::returnPressed, this, &PlateLogPage::filterChanged);
    connect(m_until, &QLineEdit::returnPressed, this, &PlateLogPage::filterChanged);
}

void PlateLogPage::setPlates(const PlateLogs& plates)
{
    const auto before = chosen();
    const int row = m_list->chosenRow();
    m_plates = plates;
    std::vector<SheetRow> rows;
    std::vector<int> places;
    for (std::size_t i = 0; i < plates.size(); ++i) {
        if (std::ranges::any_of(before, [&](const PlateLog& plate) {
                return plates[i].planId == plate.planId && plates[i].lmjd == plate.lmjd;
            }))
            places.push_back(static_cast<int>(i));
        rows.push_back(rowOf(plates[i]));
    }
    m_sheet->setRows(std::move(rows));
    m_list->setVisible(!plates.empty());
    m_empty->setVisible(plates.empty());
    m_empty->setText(unconfirmedOnly() ? tr("Every plate is confirmed.")
                                       : tr("The log is empty: “specdesk log --headers” enters the plates."));
    const auto open =
        std::ranges::count_if(plates, [](const PlateLog& plate) { return plate.confirmedBy.isEmpty(); });
    m_count->setText(tr("%n plates, %1 unconfirmed", nullptr, static_cast<int>(plates.size()))
                         .arg(countText(static_cast<int>(open))));
    if (places.empty() && !plates.empty())
        places = {std::clamp(row, 0, static_cast<int>(plates.size()) - 1)};
    m_list->chooseRows(places);
    showChosen();
}

PlateLogs PlateLogPage::chosen() const
{
    PlateLogs plates;
    for (const int row : m_list->chosenRows())
        if (row < std::ssize(m_plates))
            plates.push_back(m_plates[static_cast<std::size_t>(row)]);
    return plates;
}

void PlateLogPage::showChosen()
{
    const auto plates = chosen();
    m_form->setPlates(plates);
    m_form->setComplaint({});
    m_historySheet->setRows({});
    m_history->setEmptyText(plates.size() == 1 ? tr("Reading …") : QString());
    if (plates.size() == 1)
        emit historyWanted(plates.front().planId, plates.front().lmjd);
}

void PlateLogPage::setHistory(const PlateLogChanges& changes)
{
    std::vector<SheetRow> rows;
    for (const auto& change : changes)
        rows.push_back(rowOf(change));
    m_history->setEmptyText(tr("Nobody has said anything of this plate since it was entered."));
    m_historySheet->setRows(std::move(rows));
}

void PlateLogPage::failHistory(const QString& sentence)
{
    m_history->setEmptyText(sentence);
}

void PlateLogPage::confirmStored()
{
    m_form->forgetTyped();
}

void PlateLogPage::confirmChosen()
{
    const auto plates = m_form->changed();
    if (!plates || plates->empty())
        return;
    m_list->setFocus(); // from a field back to the plates and their keys
    emit confirmWanted(*plates);
}

/// Several plates become what the first one is not.
void PlateLogPage::confirmTurned(std::optional<bool> PlateLog::*flag)
{
    auto plates = m_form->changed();
    if (!plates || plates->empty())
        return;
    const bool turned = !(plates->front().*flag).value_or(true);
    for (auto& plate : *plates)
        plate.*flag = turned;
    emit confirmWanted(*plates);
}

void PlateLogPage::nextUnconfirmed()
{
    const int count = static_cast<int>(m_plates.size());
    const int from = std::max(m_list->chosenRow(), -1);
    for (int step = 1; step <= count; ++step) {
        const int row = (from + step) % count;
        if (m_plates[static_cast<std::size_t>(row)].confirmedBy.isEmpty()) {
            m_list->clearSelection();
            m_list->chooseRow(row);
            m_list->setFocus();
            return;
        }
    }
}

bool PlateLogPage::unconfirmedOnly() const
{
    return m_which->chosen().contains(openOnly);
}

QString PlateLogPage::fromDate() const
{
    return m_from->isoDate();
}

QString PlateLogPage::untilDate() const
{
    return m_until->isoDate();
}

QString PlateLogPage::csv() const
{
    return m_sheet->csv();
}
