#include "widgets/fibers/responsepage.h"

#include "models/items/sheetmodel.h"
#include "widgets/fibers/fibermapview.h"
#include "widgets/fibers/fiberstrips.h"
#include "widgets/fibers/problemform.h"
#include "widgets/frame/actionbutton.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/datefield.h"
#include "widgets/frame/hairline.h"
#include "widgets/frame/sheetview.h"
#include "widgets/frame/textfield.h"
#include "widgets/frame/theme.h"

#include <QLineEdit>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
QString stateText(ProblemState state)
{
    switch (state) {
    case ProblemState::Open:
        return ResponsePage::tr("● open");
    case ProblemState::Confirmed:
        return ResponsePage::tr("◐ confirmed");
    case ProblemState::Rejected:
        return ResponsePage::tr("✕ rejected");
    case ProblemState::Reprocessed:
        return ResponsePage::tr("✓ reprocessed");
    }
    return {};
}

SheetCell::Tone stateTone(ProblemState state)
{
    return state == ProblemState::Open     ? SheetCell::Tone::Stop
        : state == ProblemState::Confirmed ? SheetCell::Tone::Attention
                                           : SheetCell::Tone::Ok;
}

QString armText(const QString& arm)
{
    return arm == "blue"_L1 ? ResponsePage::tr("blue") : arm == "red"_L1 ? ResponsePage::tr("red") : arm;
}

SheetRow rowOf(const FiberProblem& problem)
{
    return {{stateText(problem.state), static_cast<int>(problem.state), {}, stateTone(problem.state)},
            {problem.obsDate},
            {problem.planId},
            {ProblemForm::kindLabel(problem.kind)},
            {problem.origin == ProblemOrigin::Raw ? ResponsePage::tr("raw") : u"2D"_s},
            {armText(problem.arm)},
            {problem.reporter},
            {QString::number(problem.spectrographId), problem.spectrographId},
            {u"%1–%2"_s.arg(problem.firstFiber).arg(problem.lastFiber), problem.firstFiber},
            {QString::number(problem.spectra), problem.spectra}};
}

/// Where and what, and what the table leaves out where it is narrow.
QString factsOf(const FiberProblem& problem)
{
    const auto kind = ProblemForm::kindLabel(problem.kind);
    QStringList parts {ResponsePage::tr("%1, spectrograph %2, fibres %3–%4: %5.")
                           .arg(problem.planId)
                           .arg(problem.spectrographId)
                           .arg(problem.firstFiber)
                           .arg(problem.lastFiber)
                           .arg(problem.arm.isEmpty() ? kind : u"%1, %2"_s.arg(kind, armText(problem.arm)))};
    if (const auto said = problem.description.trimmed(); !said.isEmpty())
        parts << (said.back().isPunct() ? said : said + u'.');
    parts << (problem.origin == ProblemOrigin::Raw
                  ? ResponsePage::tr("Of the raw data, reported by %1.").arg(problem.reporter)
                  : ResponsePage::tr("Of the 2D reduction, reported by %1.").arg(problem.reporter));
    return parts.join(u' ');
}
}

ResponsePage::ResponsePage(Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_topLine(new QWidget(this))
    , m_states(new ChoiceRow(ChoiceRow::Mode::One, 0, m_topLine))
    , m_from(new DateField(u"problemFrom"_s, tr("from yyyy-mm-dd"), m_topLine))
    , m_to(new DateField(u"problemTo"_s, tr("to yyyy-mm-dd"), m_topLine))
    , m_spectrograph(textField(u"problemSpectrograph"_s, tr("spectrograph"), m_topLine))
    , m_count(new Caption({}, m_topLine))
    , m_sheet(new SheetModel({tr("State"), tr("Date"), tr("Plate"), tr("Kind"), tr("Of"), tr("Arm"), tr("By"),
                              tr("Sp"), tr("Fibres"), tr("Spectra")},
                             7, this))
    , m_list(new SheetView(this))
    , m_nothing(new QLabel(this))
    , m_facts(new Caption({}, this))
    , m_map(new FiberMapView(this))
    , m_strips(new FiberStrips(this))
    , m_note(new QLineEdit(this))
    , m_version(textField(u"fixedVersion"_s, tr("new version"), this))
    , m_hint(new Caption({}, this))
{
    setObjectName(u"responsePage"_s);
    m_list->setObjectName(u"problems"_s);
    m_list->setSheet(m_sheet);
    m_list->setFirmColumns({1});
    setRoomForDigits(m_spectrograph, 13);
    setRoomForDigits(m_version, 10);
    m_list->setAccessibleName(tr("Problems"));
    m_list->setSpareColumns({6, 5, 4}); // the line over the evidence says them of the chosen one
    m_map->setAccessibleName(tr("Fibres against wavelength"));
    m_strips->setGutters(FiberMapView::leftGutter, FiberMapView::rightGutter);
    setFocusProxy(m_list);
    m_nothing->setObjectName(u"nothingLeft"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setFont(textFont(TextSize::Title));
    m_note->setObjectName(u"problemNote"_s);
    m_note->setPlaceholderText(tr("Note"));
    m_note->setAccessibleName(tr("Note"));
    m_hint->setObjectName(u"responseHint"_s);
    m_hint->setTone(Caption::Tone::Stop);
    m_facts->setTone(Caption::Tone::Text);
    m_facts->setWordWrap(true);
    addActions();
    layOut();
    layOutTopLine();
    connect(m_list, &SheetView::rowChosen, this, &ResponsePage::showChosen);
    connect(m_states, &ChoiceRow::toggled, this, [this] { emit filterChanged(filter()); });
    for (auto* edit : std::initializer_list<QLineEdit*> {m_from, m_to, m_spectrograph})
        connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
            if (!edit->isModified()) // left as it was
                return;
            edit->setModified(false);
            emit filterChanged(filter());
        });
    setProblems({});
    m_nothing->setText(tr("Reading …"));
}

void ResponsePage::addActions()
{
    const auto add = [this](const QString& id, const QString& text, const QString& word, Qt::Key key,
                            ProblemState state) {
        auto* action = m_actions.add(id, ActionGroup::Verdict, text, {key}, this);
        action->setIconText(word);
        connect(action, &QAction::triggered, this, [this, state] { answer(state); });
    };
    add(u"problemConfirm"_s, tr("Confirm the problem"), tr("Confirm"), Qt::Key_C, ProblemState::Confirmed);
    add(u"problemReject"_s, tr("It is no problem"), tr("Reject"), Qt::Key_X, ProblemState::Rejected);
    add(u"problemReprocessed"_s, tr("Reprocessed with a new version"), tr("Reprocessed"), Qt::Key_P,
        ProblemState::Reprocessed);
}

void ResponsePage::layOut()
{
    auto* evidence = new QWidget(this);
    auto* right = new QVBoxLayout(evidence);
    right->setContentsMargins(2 * gridUnit, gridUnit, gridUnit, gridUnit);
    right->setSpacing(gridUnit);
    right->addWidget(m_facts);
    right->addWidget(m_map, 3);
    right->addWidget(m_strips, 2);
    right->addWidget(m_hint);
    auto* answerRow = new QHBoxLayout;
    answerRow->setSpacing(gridUnit);
    answerRow->addWidget(m_note, 1);
    answerRow->addWidget(m_version);
    for (const auto& id : {u"problemConfirm"_s, u"problemReject"_s, u"problemReprocessed"_s}) {
        answerRow->addWidget(actionButton(m_actions.action(id), this));
    }
    right->addLayout(answerRow);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_list);
    splitter->addWidget(evidence);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({650, 650});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(splitter, 1);
    splitter->setObjectName(u"problemSplitter"_s);
}

void ResponsePage::layOutTopLine()
{
    m_states->setObjectName(u"problemStates"_s);
    m_states->setChoices({{u"todo"_s, tr("To do"), {}, tr("Open and confirmed")},
                          {u"open"_s, tr("Open"), {}, tr("Nobody has looked yet")},
                          {u"all"_s, tr("All"), {}, tr("Answered ones too")}});
    m_states->setChosen({u"todo"_s});
    m_count->useFigures();
    auto* layout = new QHBoxLayout(m_topLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_states);
    layout->addWidget(m_from);
    layout->addWidget(m_to);
    layout->addWidget(m_spectrograph);
    layout->addStretch(1);
    layout->addWidget(m_count);
}

ProblemFilter ResponsePage::filter() const
{
    ProblemFilter filter;
    filter.fromDate = m_from->isoDate();
    filter.toDate = m_to->isoDate();
    if (const int id = m_spectrograph->text().toInt(); id > 0)
        filter.spectrographId = id;
    const auto state = m_states->chosen().value(0);
    if (state == "todo"_L1)
        filter.states = {ProblemState::Open, ProblemState::Confirmed};
    else if (state == "open"_L1)
        filter.states = {ProblemState::Open};
    return filter;
}

void ResponsePage::setProblems(const FiberProblems& problems)
{
    const auto before = chosen();
    m_problems = problems;
    std::vector<SheetRow> rows;
    for (const auto& problem : problems)
        rows.push_back(rowOf(problem));
    m_sheet->setRows(std::move(rows));
    m_nothing->setText(m_states->chosen().contains(u"all"_s)
                           ? tr("No problem was reported of these.")
                           : tr("Nothing is left. Every problem has its answer."));
    m_nothing->setVisible(problems.empty());
    findChild<QSplitter*>(u"problemSplitter"_s)->setVisible(!problems.empty());
    m_count->setText(tr("%n problems", nullptr, static_cast<int>(problems.size())));
    int row = 0;
    for (std::size_t i = 0; before && i < problems.size(); ++i)
        if (problems[i].id == before->id)
            row = static_cast<int>(i);
    if (!problems.empty())
        m_list->chooseRow(row); // shows it
}

void ResponsePage::showFailure(const QString& sentence)
{
    m_nothing->setText(sentence);
}

std::optional<FiberProblem> ResponsePage::chosen() const
{
    const int row = m_list->chosenRow();
    return row >= 0 && row < std::ssize(m_problems) ? std::optional(m_problems[static_cast<std::size_t>(row)])
                                                    : std::nullopt;
}

void ResponsePage::showChosen()
{
    const auto problem = chosen();
    m_hint->clear();
    if (!problem)
        return;
    if (std::exchange(m_shown, problem->id) != problem->id)
        forgetTyped();
    refreshText(m_note, problem->note);
    refreshText(m_version, problem->fixedVersion);
    m_facts->setText(factsOf(*problem));
    if (m_evidence == problem->id)
        return;
    showEvidence(nullptr, {}, tr("Reading …"));
    m_evidence = problem->id;
    emit evidenceWanted(*problem);
}

void ResponsePage::forgetTyped()
{
    m_note->setModified(false);
    m_version->setModified(false);
}

void ResponsePage::confirm(qint64 problemId)
{
    if (m_shown == problemId)
        forgetTyped();
}

void ResponsePage::showEvidence(const FiberMapsPtr& maps, const std::vector<SpectrumPtr>& byFiber,
                                const QString& sentence)
{
    if (!maps)
        m_evidence.reset(); // to be asked for again
    m_map->setTitle(maps && maps->grid.isEmpty() ? tr("None of its files can be read here.") : sentence);
    m_map->setMaps(maps);
    m_strips->setSpectra(byFiber, 1);
    const auto [from, to] = m_map->shownWavelengths();
    m_strips->setWavelengths(from, to);
    const auto problem = chosen();
    if (!problem)
        return;
    const FiberRange range {.first = problem->firstFiber,
                            .last = problem->lastFiber,
                            .fromAngstrom = problem->fromAngstrom.value_or(0),
                            .toAngstrom = problem->toAngstrom.value_or(0)};
    m_map->setRange(range);
    m_strips->setRange(range);
    m_strips->showFiber((range.first + range.last) / 2);
}

void ResponsePage::answer(ProblemState state)
{
    const auto problem = chosen();
    if (!problem)
        return;
    if (state == ProblemState::Reprocessed && m_version->text().trimmed().isEmpty()) {
        m_hint->setText(tr("Which version mends it? Type it first."));
        m_version->setFocus();
        return;
    }
    m_hint->clear();
    m_list->setFocus();
    emit answered(
        *problem,
        {.problemId = problem->id,
         .state = state,
         .note = m_note->text().trimmed(),
         .fixedVersion = state == ProblemState::Reprocessed ? m_version->text().trimmed() : QString()});
}
