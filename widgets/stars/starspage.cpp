#include "widgets/stars/starspage.h"

#include "models/check/pageacceptance.h"
#include "models/check/redshiftinput.h"
#include "models/check/subclass.h"
#include "widgets/frame/actionbutton.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/hairline.h"
#include "widgets/frame/theme.h"
#include "widgets/stars/markbar.h"
#include "widgets/stars/starwall.h"
#include "widgets/team/taskchoice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double longestPage = 600; // s; longer is a pause, not looking
}

StarsPage::StarsPage(Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_topLine(new QWidget(this))
    , m_name(heading({}, m_topLine))
    , m_tasks(new TaskChoice(m_topLine))
    , m_place(new Caption({}, m_topLine))
    , m_size(new QSlider(Qt::Horizontal, m_topLine))
    , m_wall(new StarWall(this))
    , m_bar(new MarkBar(this))
{
    setObjectName(u"starsPage"_s);
    setFocusProxy(m_wall);
    addActions();
    addVerdictActions();
    m_bar->setActions(m_actions);
    layOut();
    layOutTopLine();
    connectParts();
}

void StarsPage::addActions()
{
    const auto add = [this](const QString& id, ActionGroup group, const QString& text,
                            const QList<QKeySequence>& keys, auto act) {
        auto* action = m_actions.add(id, group, text, keys, this);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add(u"starsDone"_s, ActionGroup::List, tr("Page done: accept what was seen"), {Qt::Key_Space},
        [this] { finishPage(); });
    add(u"starsInspect"_s, ActionGroup::List, tr("Open in Inspect"), {Qt::Key_O}, [this] {
        if (m_wall->current() >= 0)
            emit inspectWanted(m_wall->current());
    });
    add(u"starsLarger"_s, ActionGroup::View, tr("Larger tiles"),
        {QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)},
        [this] { m_size->setValue(m_wall->tileWidth() + 24); });
    add(u"starsSmaller"_s, ActionGroup::View, tr("Smaller tiles"), {QKeySequence(u"Ctrl+-"_s)},
        [this] { m_size->setValue(m_wall->tileWidth() - 24); });
    m_templates =
        m_actions.add(u"starsTemplates"_s, ActionGroup::View, tr("Templates on or off"), {Qt::Key_T}, this);
    m_templates->setIconText(tr("Template"));
    m_templates->setCheckable(true);
    connect(m_templates, &QAction::toggled, this, &StarsPage::templatesWanted);
    for (const auto& [hand, deed] : {std::pair(tr("click"), tr("Mark as wrong, or not")),
                                     std::pair(tr("drag; Ctrl + click"), tr("Choose several")),
                                     std::pair(tr("double click"), tr("Open in Inspect")),
                                     std::pair(tr("Ctrl + wheel"), tr("Size of the tiles"))})
        m_actions.addGesture({hand, deed, this});
}

void StarsPage::addVerdictActions()
{
    const auto add = [this](const QString& id, const QString& text, const QList<QKeySequence>& keys,
                            auto act) {
        connect(m_actions.add(id, ActionGroup::Verdict, text, keys, this), &QAction::triggered, this, act);
    };
    add(u"starsMark"_s, tr("Mark as wrong, or not"), {Qt::Key_X, Qt::Key_Return, Qt::Key_Enter},
        [this] { mark(m_wall->selection(), true); });
    const std::tuple<QString, SpectralClass, QKeySequence> classes[] = {
        {u"starsStar"_s, SpectralClass::Star, Qt::Key_Asterisk},
        {u"starsGalaxy"_s, SpectralClass::Galaxy, Qt::Key_G},
        {u"starsQso"_s, SpectralClass::Qso, Qt::Key_Q},
        {u"starsUnknown"_s, SpectralClass::Unknown, Qt::Key_K}};
    for (const auto& [id, spectralClass, key] : classes)
        add(id, tr("Class %1").arg(className(spectralClass)), {key}, [this, chosen = spectralClass] {
            correct([chosen](VerdictDraft& draft) { draft.setClass(chosen); });
        });
    add(u"starsSubclass"_s, tr("Type a subclass"), {Qt::Key_M}, [this] { m_bar->editSubclass(); });
    add(u"starsRedshift"_s, tr("Type z"), {Qt::Key_Z}, [this] { m_bar->editRedshift(); });
    add(u"starsBadReduction"_s, tr("Bad reduction"), {Qt::Key_Minus}, [this] {
        correct([](VerdictDraft& draft) {
            const auto code = u"bad-reduction"_s;
            draft.setReason(code, !draft.reasons().contains(code));
        });
    });
    add(u"starsUndo"_s, tr("Undo"), {QKeySequence(u"Ctrl+Z"_s)}, [this] { emit undoWanted(); });
    add(u"starsEscape"_s, tr("Choose nothing"), {Qt::Key_Escape}, [this] {
        m_wall->setFocus();
        m_wall->setSelection({});
    });
}

void StarsPage::layOut()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_wall, 1);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(m_bar);
}

void StarsPage::layOutTopLine()
{
    m_name->setObjectName(u"starsListName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_tasks->setObjectName(u"starsTaskChoice"_s);
    m_tasks->hide();
    m_place->setObjectName(u"starsPlace"_s);
    m_place->useFigures();
    m_place->setElided(true);
    m_size->setObjectName(u"tileSize"_s);
    m_size->setAccessibleName(tr("Tile size"));
    m_size->setToolTip(tr("Tile size (Ctrl+wheel)"));
    m_size->setRange(112, 560);
    m_size->setValue(m_wall->tileWidth());
    m_size->setFixedWidth(160);
    m_size->setFocusPolicy(Qt::TabFocus);
    auto* templates = actionButton(m_templates, m_topLine);
    auto* sizeName = new Caption(tr("Tile size"), m_topLine);

    auto* layout = new QHBoxLayout(m_topLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_name);
    layout->addWidget(m_tasks);
    layout->addWidget(m_place, 1);
    layout->addWidget(templates);
    layout->addWidget(sizeName);
    layout->addWidget(m_size);
}

void StarsPage::connectParts()
{
    connect(m_wall, &StarWall::marked, this, &StarsPage::mark);
    connect(m_wall, &StarWall::selectionChanged, this, &StarsPage::showSelection);
    connect(m_wall, &StarWall::seenChanged, this, &StarsPage::showCounts);
    connect(m_wall, &StarWall::opened, this, &StarsPage::inspectWanted);
    connect(m_wall, &StarWall::tilesWanted, this, &StarsPage::showCounts);
    connect(m_wall, &StarWall::pictureSizeChanged, this, [this] { m_size->setValue(m_wall->tileWidth()); });
    connect(m_size, &QSlider::valueChanged, m_wall, &StarWall::setTileWidth);
    connect(m_bar, &MarkBar::classChosen, this, [this](SpectralClass chosen) {
        correct([chosen](VerdictDraft& draft) { draft.setClass(chosen); });
    });
    connect(m_bar, &MarkBar::problemToggled, this, [this](const QString& code, bool on) {
        correct([&](VerdictDraft& draft) { draft.setReason(code, on); });
    });
    connect(m_bar, &MarkBar::subclassEntered, this, &StarsPage::typeSubclass);
    connect(m_bar, &MarkBar::redshiftEntered, this, &StarsPage::typeRedshift);
    connect(m_bar, &MarkBar::doneWanted, this, &StarsPage::finishPage);
    connect(m_bar, &MarkBar::editingLeft, m_wall, qOverload<>(&QWidget::setFocus));
}

void StarsPage::setModel(WallModel* model)
{
    m_model = model;
    m_wall->setModel(model);
    connect(model, &QAbstractItemModel::dataChanged, this, &StarsPage::showCounts);
    connect(model, &QAbstractItemModel::modelReset, this, &StarsPage::showSelection);
    showCounts();
}

void StarsPage::setListName(const QString& name)
{
    m_name->setText(name);
    m_name->setVisible(!name.isEmpty());
    m_tasks->setVisible(name.isEmpty());
}

void StarsPage::resumeAt(int row)
{
    m_wall->scrollToTop(row);
}

bool StarsPage::mayDecide()
{
    m_bar->setHint(m_readOnly);
    return m_readOnly.isEmpty();
}

void StarsPage::mark(const std::set<int>& rows, bool toggle)
{
    if (!mayDecide())
        return;
    const bool all = std::ranges::all_of(rows, [this](int row) { return m_model->isMarked(row); });
    for (const int row : rows)
        m_model->setMarked(row, !(toggle && all));
    showSelection();
}

void StarsPage::correct(const std::function<void(VerdictDraft&)>& change)
{
    if (!mayDecide())
        return;
    Verdicts verdicts;
    for (const int row : m_wall->selection()) {
        auto draft = m_model->draft(row);
        change(draft);
        m_model->setDraft(row, draft);
        if (m_model->state(row) == TileState::Corrected || m_model->entryAt(row).verdict)
            verdicts.push_back(draft.verdict(0));
    }
    if (!verdicts.empty())
        emit correctionsGiven(verdicts);
    showSelection();
}

void StarsPage::typeSubclass(const QString& text)
{
    if (m_wall->selection().empty())
        return;
    const auto draft = m_model->draft(*m_wall->selection().begin());
    const auto subclass = text.isEmpty() ? text : subclassFrom(draft.spectralClass(), text);
    m_bar->setHint(subclass ? QString()
                            : tr("%1 has no subclass %2.").arg(className(draft.spectralClass()), text));
    if (subclass)
        correct([&](VerdictDraft& chosen) { chosen.setSubclass(*subclass); });
}

void StarsPage::typeRedshift(const QString& text)
{
    const auto typed = parseRedshift(text);
    m_bar->setHint(typed ? QString() : typed.error().message);
    if (typed)
        correct([&](VerdictDraft& draft) {
            draft.setRedshift(typed.value().z, RedshiftOrigin::Typed, {}, typed.value().error);
        });
}

std::set<int> StarsPage::acceptable() const
{
    std::set<int> rows;
    std::ranges::copy_if(m_wall->seen(), std::inserter(rows, rows.end()),
                         [this](int row) { return m_model->state(row) == TileState::Open; });
    return rows;
}

void StarsPage::finishPage()
{
    QueueEntries seen;
    for (const int row : acceptable())
        seen.push_back(m_model->entryAt(row));
    const auto seconds = m_sincePage.isValid() ? static_cast<double>(m_sincePage.restart()) / 1000 : 0;
    m_sincePage.start();
    const auto verdicts =
        acceptedAsSeen(seen, {}, QDateTime::currentDateTimeUtc(), std::min(seconds, longestPage));
    m_wall->forgetSeen();
    m_wall->setSelection({});
    if (!verdicts.empty() && mayDecide())
        emit verdictsGiven(verdicts);
    m_wall->scrollPage(1);
}

void StarsPage::showSelection()
{
    const auto chosen = m_wall->selection();
    if (!m_model || chosen.empty()) {
        m_bar->showNothing();
    } else {
        const int first = *chosen.begin();
        m_bar->showChosen(m_model->entryAt(first), m_model->draft(first), static_cast<int>(chosen.size()));
    }
    showCounts();
}

std::pair<int, int> StarsPage::pageOnScreen() const
{
    const auto* bar = m_wall->verticalScrollBar();
    const int page = m_wall->pageHeight();
    const int pages = (bar->maximum() + page - 1) / page + 1;
    return {bar->value() == bar->maximum() ? pages : bar->value() / page + 1, pages};
}

void StarsPage::showCounts()
{
    if (!m_model)
        return;
    const auto [page, pages] = pageOnScreen();
    const auto marked = static_cast<int>(m_model->markedRows().size());
    m_bar->setCounts(page, pages, marked, static_cast<int>(acceptable().size()));
    const auto [first, last] = m_wall->rowsOnScreen();
    const bool any = last >= first && first < m_model->rowCount();
    if (any) {
        const auto& entry = m_model->entryAt(first);
        m_place->setText(tr("%1   %2   sp %3   fibre %4")
                             .arg(entry.obsDate, entry.planId)
                             .arg(entry.spectrographId.value_or(0), 2, 10, QChar(u'0'))
                             .arg(entry.fiberId.value_or(0)));
    } else {
        m_place->clear();
    }
    emit positionChanged(any ? first : -1, m_model->rowCount());
}
