#include "widgets/release/releasepage.h"

#include "models/release/releaserules.h"
#include "widgets/frame/actionbutton.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/datefield.h"
#include "widgets/frame/hairline.h"
#include "widgets/frame/theme.h"
#include "widgets/release/explainpanel.h"
#include "widgets/release/planview.h"
#include "widgets/release/runpanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {
const auto alphaSuffix = u"_alpha"_s;
constexpr int sideWidth = 400;
}

ReleasePage::ReleasePage(Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_topLine(new QWidget(this))
    , m_name(new QComboBox(m_topLine))
    , m_kind(new ChoiceRow(ChoiceRow::Mode::One, 0, m_topLine))
    , m_previous(new QComboBox(m_topLine))
    , m_from(new DateField(u"releaseFrom"_s, tr("from yyyy-mm-dd"), m_topLine))
    , m_until(new DateField(u"releaseUntil"_s, tr("to yyyy-mm-dd"), m_topLine))
    , m_plan(new PlanView(this))
    , m_explain(new ExplainPanel(this))
    , m_run(new RunPanel(actions, this))
{
    setObjectName(u"releasePage"_s);
    setFocusProxy(m_plan);
    addActions();
    m_plan->setActions(m_actions);
    m_explain->setAction(m_actions.action(u"planExplain"_s));
    layOut();
    layOutTopLine();
    connectPanels();
    nameChanged();
}

void ReleasePage::addActions()
{
    const auto add = [this](const QString& id, const QString& text, const QString& word,
                            const QKeySequence& key, auto act) {
        auto* action = m_actions.add(id, ActionGroup::List, text, {key}, this);
        action->setIconText(word);
        connect(action, &QAction::triggered, this, act);
    };
    add(u"planRefresh"_s, tr("Look again at what would go out"), tr("Refresh"), Qt::Key_F5,
        [this] { emit planWanted(wish()); });
    add(u"planStop"_s, tr("Stop looking"), tr("Stop"), Qt::Key_Escape, [this] { emit planStopped(); });
    add(u"planExport"_s, tr("Save the table as CSV"), tr("Export"), QKeySequence(u"Ctrl+S"_s),
        [this] { emit exportWanted(); });
    add(u"planPlates"_s, tr("Plate by plate"), tr("By plate"), Qt::Key_P,
        [this] { m_plan->showDifferences(false); });
    add(u"planDifferences"_s, tr("Differences to the earlier release"), tr("Differences"), Qt::Key_D,
        [this] { m_plan->showDifferences(true); });
    add(u"planExplain"_s, tr("Why is this spectrum in or out?"), tr("Explain"), Qt::Key_X,
        [this] { explainChosen(); });
    add(u"planOpen"_s, tr("Show the spectrum"), tr("Show"), Qt::Key_O, [this] {
        if (const auto* spectrum = m_plan->chosenSpectrum(); spectrum && m_plan->showsDifferences())
            emit spectrumWanted(spectrum->obsid, spectrum->pipelineVersion);
    });
    setLooking(false);
}

void ReleasePage::setLooking(bool looking)
{
    m_actions.action(u"planStop"_s)->setEnabled(looking);
    m_actions.action(u"planStop"_s)->setVisible(looking);
}

void ReleasePage::layOut()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(sideWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(2 * gridUnit, gridUnit, 2 * gridUnit, gridUnit);
    column->setSpacing(gridUnit);
    column->addWidget(m_run, 4);
    column->addWidget(new Hairline(Qt::Horizontal, side));
    column->addWidget(m_explain, 5);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_plan, 1);
    layout->addWidget(new Hairline(Qt::Vertical, this));
    layout->addWidget(side);
}

void ReleasePage::layOutTopLine()
{
    m_name->setObjectName(u"releaseName"_s);
    m_name->setAccessibleName(tr("Release"));
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->setCompleter(nullptr); // would make dr14 of a typed dr1
    m_name->setMinimumWidth(130);
    m_kind->setObjectName(u"releaseKind"_s);
    m_kind->setChoices(
        {{u"alpha"_s, tr("Alpha"), {}, tr("Internal: nobody need have confirmed or checked")},
         {u"formal"_s, tr("Formal"), {}, tr("Public: confirmed plates, checked spectra, indices")}});
    m_kind->setChosen({u"alpha"_s});
    m_previous->setObjectName(u"releasePrevious"_s);
    m_previous->setAccessibleName(tr("Compare with"));
    m_previous->setMinimumWidth(120);
    auto* layout = new QHBoxLayout(m_topLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    for (auto* widget : std::initializer_list<QWidget*> {
             m_name, m_kind, new QLabel(tr("Compare with"), m_topLine), m_previous, m_from, m_until})
        layout->addWidget(widget);
    layout->addStretch(1);
    for (const auto& id : {u"planStop"_s, u"planRefresh"_s, u"planExport"_s})
        layout->addWidget(actionButton(m_actions.action(id), m_topLine));
}

void ReleasePage::connectPanels()
{
    const auto ask = [this] {
        nameChanged();
        emit planWanted(wish());
    };
    connect(m_name->lineEdit(), &QLineEdit::returnPressed, this, ask);
    connect(m_name, &QComboBox::activated, this, ask);
    connect(m_name, &QComboBox::editTextChanged, this, &ReleasePage::nameChanged);
    connect(m_kind, &ChoiceRow::toggled, this, ask);
    connect(m_previous, &QComboBox::activated, this, [this] {
        m_previousPicked = true;
        emit planWanted(wish());
    });
    for (auto* edit : {m_from, m_until})
        connect(edit, &QLineEdit::returnPressed, this, [this] { emit planWanted(wish()); });
    connect(m_plan, &PlanView::spectrumWanted, this, [this](const ChangedSpectrum& spectrum) {
        emit spectrumWanted(spectrum.obsid, spectrum.pipelineVersion);
    });
    connect(m_explain, &ExplainPanel::explanationWanted, this,
            [this](qint64 obsid) { emit explanationWanted(wish().release, obsid); });
    connect(m_run, &RunPanel::startWanted, this, [this] {
        if (isReleaseName(wish().release))
            emit startWanted(wish(), m_run->folder());
        else
            m_run->setComplaint(tr("Name the release: dr6, say; letters, digits and _ only."));
    });
}

/// The kind follows a name that says it, and completes one that does not.
void ReleasePage::nameChanged()
{
    const auto text = m_name->currentText().trimmed();
    if (text.endsWith(alphaSuffix)) {
        const QSignalBlocker quiet(m_name);
        m_name->setEditText(text.chopped(alphaSuffix.size()));
        m_kind->setChosen({u"alpha"_s});
    }
    m_run->setRelease(wish().release);
    fillPrevious();
}

void ReleasePage::setReleases(const QStringList& built, const QString& proposed)
{
    m_built = built;
    auto text = m_name->currentText();
    QStringList names;
    for (const auto& release : built) {
        const auto name = release.endsWith(alphaSuffix) ? release.chopped(alphaSuffix.size()) : release;
        if (!names.contains(name))
            names << name;
    }
    {
        const QSignalBlocker quiet(m_name);
        m_name->clear();
        m_name->addItems(names);
        m_name->setEditText(text.isEmpty() ? proposed : text);
    }
    if (text.isEmpty())
        m_kind->setChosen({isFormalRelease(proposed) ? u"formal"_s : u"alpha"_s});
    nameChanged();
}

/// What the person picked, else what was built under the same name before, else what was built last.
void ReleasePage::fillPrevious()
{
    const auto release = wish().release;
    const auto before = m_previous->currentData().toString();
    const bool stands = m_previousPicked && (before.isEmpty() || m_built.contains(before));
    const QSignalBlocker quiet(m_previous);
    m_previous->clear();
    m_previous->addItem(tr("nothing"), QString());
    for (const auto& built : m_built)
        m_previous->addItem(built, built);
    const auto wanted = stands      ? before
        : m_built.contains(release) ? release
                                    : m_built.value(m_built.size() - 1);
    m_previous->setCurrentIndex(std::max(0, m_previous->findData(wanted)));
}

ReleaseWish ReleasePage::wish() const
{
    const auto name = m_name->currentText().trimmed();
    const bool alpha = m_kind->chosen().contains(u"alpha"_s);
    return {.release = alpha && !name.isEmpty() ? name + alphaSuffix : name,
            .previous = m_previous->currentData().toString(),
            .firstDate = m_from->isoDate(),
            .lastDate = m_until->isoDate()};
}

void ReleasePage::setPlan(const ReleasePlan& plan)
{
    m_plan->setPlan(plan);
    setLooking(false);
}

void ReleasePage::setPlanProgress(qint64 done, qint64 inAll)
{
    m_plan->setProgress(done, inAll);
    setLooking(true);
}

void ReleasePage::endPlan(const QString& complaint)
{
    m_plan->setComplaint(complaint);
    setLooking(false);
}

void ReleasePage::setMayBuild(bool may)
{
    m_run->setMayBuild(may);
}

void ReleasePage::explainChosen()
{
    const auto* spectrum = m_plan->chosenSpectrum();
    if (spectrum && m_plan->showsDifferences())
        emit explanationWanted(wish().release, spectrum->obsid);
    else
        m_explain->askForObsid();
}
