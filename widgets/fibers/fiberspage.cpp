#include "widgets/fibers/fiberspage.h"

#include "widgets/fibers/comparisonchoice.h"
#include "widgets/fibers/fibermapview.h"
#include "widgets/fibers/fiberstrips.h"
#include "widgets/fibers/hintlist.h"
#include "widgets/fibers/problemform.h"
#include "widgets/fibers/spectrographrow.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/hairline.h"
#include "widgets/frame/theme.h"
#include "widgets/team/taskchoice.h"

#include <QComboBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

FibersPage::FibersPage(Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_topLine(new QWidget(this))
    , m_tasks(new TaskChoice(m_topLine))
    , m_plate(new QComboBox(m_topLine))
    , m_scale(new ChoiceRow(ChoiceRow::Mode::One, 0, m_topLine))
    , m_comparison(new ComparisonChoice(m_topLine))
    , m_readout(new Caption({}, m_topLine))
    , m_row(new SpectrographRow(this))
    , m_map(new FiberMapView(this))
    , m_other(new FiberMapView(this))
    , m_strips(new FiberStrips(this))
    , m_hints(new HintList(this))
    , m_form(new ProblemForm(this))
{
    setObjectName(u"fibersPage"_s);
    m_map->setObjectName(u"fiberMap"_s);
    m_map->setFocusPolicy(Qt::TabFocus); // a click leaves the focus with the field it fills
    m_other->setObjectName(u"comparisonMap"_s);
    m_other->hide();
    m_strips->setGutters(FiberMapView::leftGutter, FiberMapView::rightGutter);
    m_map->setAccessibleName(tr("Fibres against wavelength"));
    m_map->setToolTip(tr("Click the first fibre of a problem and the last, or drag; the wheel zooms"));
    setFocusProxy(m_map);
    addActions();
    layOut();
    layOutTopLine();
    connectParts();
    m_map->setTitle(tr("No plate is open."));
}

void FibersPage::addActions()
{
    const auto add = [this](const QString& id, ActionGroup group, const QString& text,
                            const QKeySequence& key, auto act) {
        auto* action = m_actions.add(id, group, text, {key}, this);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add(u"fibersNext"_s, ActionGroup::List, tr("Next spectrograph"), Qt::Key_N,
        [this] { stepSpectrograph(1); });
    add(u"fibersPrevious"_s, ActionGroup::List, tr("Previous spectrograph"), Qt::Key_B,
        [this] { stepSpectrograph(-1); });
    add(u"fibersReport"_s, ActionGroup::Verdict, tr("Report a problem"), Qt::Key_F, [this] {
        chooseRange(m_range.isEmpty() ? FiberRange {.first = 1, .last = 250} : m_range);
        m_form->edit();
    });
    add(u"fibersSubmit"_s, ActionGroup::Verdict, tr("Submit the problem"), QKeySequence(u"Ctrl+Return"_s),
        [this] {
            if (m_form->isVisible())
                m_form->submit();
        });
    add(u"fibersCancel"_s, ActionGroup::Verdict, tr("Close the form"), Qt::Key_Escape,
        [this] { dropForm(); });
    add(u"fibersFlux"_s, ActionGroup::View, tr("Colour: flux"), Qt::Key_1,
        [this] { setScale(FiberScale::Flux); });
    add(u"fibersShape"_s, ActionGroup::View, tr("Colour: shape"), Qt::Key_2,
        [this] { setScale(FiberScale::Shape); });
    add(u"fibersDifference"_s, ActionGroup::View, tr("Colour: difference"), Qt::Key_3,
        [this] { setScale(FiberScale::Difference); });
    add(u"fibersWhole"_s, ActionGroup::View, tr("All wavelengths"), Qt::Key_R,
        [this] { showWavelengths(0, 0); });
    for (const auto& [hand, deed] : {std::pair(tr("click, click"), tr("First and last fibre of a problem")),
                                     std::pair(tr("drag"), tr("A range of fibres; wide: of wavelengths too")),
                                     std::pair(tr("wheel"), tr("Closer or farther in wavelength"))})
        m_actions.addGesture({hand, deed, this});
}

void FibersPage::layOut()
{
    auto* maps = new QSplitter(Qt::Vertical, this);
    maps->setHandleWidth(1);
    maps->setChildrenCollapsible(false);
    maps->addWidget(m_map);
    maps->addWidget(m_other);
    maps->addWidget(m_strips);
    maps->setStretchFactor(0, 5);
    maps->setStretchFactor(1, 5);
    maps->setStretchFactor(2, 2);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    m_row->setContentsMargins(0, 0, 0, 0);
    left->addWidget(m_row);
    left->addWidget(new Hairline(Qt::Horizontal, this));
    left->addWidget(maps, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(new Hairline(Qt::Vertical, this));
    layout->addWidget(m_hints);
}

void FibersPage::layOutTopLine()
{
    m_tasks->setObjectName(u"fibersTaskChoice"_s);
    m_tasks->setAllText(tr("Every plate"));
    m_tasks->setCountsLooks(false);
    m_tasks->hide();
    m_plate->setObjectName(u"plate"_s);
    m_plate->setAccessibleName(tr("Plate"));
    m_plate->setMinimumContentsLength(28);
    m_plate->setFocusPolicy(Qt::TabFocus);
    m_scale->setObjectName(u"fiberScale"_s);
    const auto key = [this](const QString& id) { return keyText(m_actions.action(id)); };
    m_scale->setChoices(
        {{u"0"_s, tr("Flux"), key(u"fibersFlux"_s), tr("One scale for all: raised and negative fibres")},
         {u"1"_s, tr("Shape"), key(u"fibersShape"_s), tr("Each fibre over its own level")},
         {u"2"_s, tr("Difference"), key(u"fibersDifference"_s),
          tr("Shape minus the usual shape: banding and steps")}});
    m_form->setSubmitKey(key(u"fibersSubmit"_s));
    m_scale->setChosen({u"0"_s});
    m_readout->setObjectName(u"fiberReadout"_s);
    m_readout->useFigures();
    m_readout->setElided(true);
    auto* layout = new QHBoxLayout(m_topLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_tasks);
    layout->addWidget(m_plate);
    layout->addWidget(m_scale);
    layout->addWidget(m_comparison);
    layout->addWidget(m_readout, 1);
}

void FibersPage::connectParts()
{
    connect(m_plate, &QComboBox::activated, this, [this](int index) { choosePlate(index); });
    connect(m_row, &SpectrographRow::chosen, this, &FibersPage::chooseSpectrograph);
    connect(m_scale, &ChoiceRow::toggled, this,
            [this](const QString& code) { setScale(static_cast<FiberScale>(code.toInt())); });
    connect(m_comparison, &ComparisonChoice::chosen, this, [this](FiberComparison comparison, int exposure) {
        if (comparison == FiberComparison::None)
            showComparison(nullptr, {});
        emit comparisonWanted(comparison, exposure);
    });
    for (auto* map : {m_map, m_other}) {
        connect(map, &FiberMapView::cursorMoved, this, [this](int fiber, double angstrom) {
            m_readout->setText(fiber > 0 ? tr("fibre %1   %2 Å").arg(fiber).arg(angstrom, 0, 'f', 0)
                                         : QString());
            m_map->setCursorFiber(fiber);
            m_other->setCursorFiber(fiber);
        });
        connect(map, &FiberMapView::wavelengthsChosen, this, &FibersPage::showWavelengths);
    }
    connect(m_map, &FiberMapView::fiberClicked, this, &FibersPage::takeClick);
    connect(m_map, &FiberMapView::rangeDragged, this, &FibersPage::chooseRange);
    connect(m_strips, &FiberStrips::fiberClicked, this, &FibersPage::takeClick);
    connect(m_strips, &FiberStrips::rangeDragged, this, &FibersPage::chooseRange);
    connect(m_hints, &HintList::hintChosen, this, &FibersPage::goToHint);
    connect(m_form, &ProblemForm::rangeEdited, this, [this](const FiberRange& range) {
        m_range = range;
        m_map->setRange(range);
        m_strips->setRange(range);
    });
    connect(m_form, &ProblemForm::submitted, this, &FibersPage::submit);
}

void FibersPage::setPlates(const ObservedPlates& plates)
{
    const auto before = m_plate->currentIndex() >= 0 && m_plate->currentIndex() < std::ssize(m_plates)
        ? std::optional(m_plates[static_cast<std::size_t>(m_plate->currentIndex())])
        : std::nullopt;
    m_plates = plates;
    m_plate->clear();
    for (const auto& plate : plates)
        m_plate->addItem(u"%1   %2"_s.arg(plate.obsDate, plate.planId));
    if (plates.empty())
        return;
    const auto same = std::ranges::find_if(
        plates, [&](const ObservedPlate& plate) { return before && plate.isSame(*before); });
    if (same == plates.end()) {
        choosePlate(0);
    } else {
        m_plate->setCurrentIndex(static_cast<int>(same - plates.begin()));
        m_row->setSpectrographs(same->spectrographs);
        if (std::ranges::find(same->spectrographs, m_row->current()) == same->spectrographs.end())
            choosePlate(m_plate->currentIndex());
    }
}

void FibersPage::choosePlate(int index)
{
    if (index < 0 || index >= std::ssize(m_plates))
        return;
    m_plate->setCurrentIndex(index);
    const auto& plate = m_plates[static_cast<std::size_t>(index)];
    m_row->setSpectrographs({}); // maps of another plate
    m_row->setSpectrographs(plate.spectrographs);
    const bool has = std::ranges::find(plate.spectrographs, m_row->current()) != plate.spectrographs.end();
    if (!plate.spectrographs.empty())
        chooseSpectrograph(has ? m_row->current() : plate.spectrographs.front());
}

void FibersPage::chooseSpectrograph(int id)
{
    closeForm();
    m_row->setCurrent(id);
    m_comparison->reset();
    showComparison(nullptr, {});
    ask();
}

void FibersPage::ask()
{
    const auto index = static_cast<std::size_t>(std::max(0, m_plate->currentIndex()));
    if (index < m_plates.size())
        emit spectrographWanted(m_plates[index], m_row->current());
}

void FibersPage::stepSpectrograph(int step)
{
    const auto index = static_cast<std::size_t>(std::max(0, m_plate->currentIndex()));
    if (index >= m_plates.size())
        return;
    const auto& ids = m_plates[index].spectrographs;
    const auto place = std::ranges::find(ids, m_row->current()) - ids.begin() + step;
    if (place >= 0 && place < std::ssize(ids))
        chooseSpectrograph(ids[static_cast<std::size_t>(place)]);
}

void FibersPage::showSpectrograph(const FiberMapsPtr& maps, const std::vector<SpectrumPtr>& byFiber)
{
    if (!maps)
        m_hints->forget();
    m_map->setTitle(!maps                      ? tr("Reading …")
                        : maps->grid.isEmpty() ? tr("None of its files can be read here.")
                                               : QString());
    m_map->setMaps(maps);
    m_strips->setSpectra(byFiber, 1);
    const auto [from, to] = m_map->shownWavelengths();
    m_strips->setWavelengths(from, to);
}

void FibersPage::showNothing(const QString& sentence)
{
    closeForm();
    showSpectrograph(nullptr, {});
    showComparison(nullptr, {});
    m_row->setSpectrographs({});
    m_map->setTitle(sentence);
}

void FibersPage::showFailure(const QString& sentence)
{
    showSpectrograph(nullptr, {});
    m_map->setTitle(sentence);
}

void FibersPage::showWavelengths(double fromAngstrom, double toAngstrom)
{
    m_map->setWavelengths(fromAngstrom, toAngstrom);
    m_other->setWavelengths(fromAngstrom, toAngstrom);
    const auto [from, to] = m_map->shownWavelengths();
    m_strips->setWavelengths(from, to);
}

void FibersPage::showComparison(const FiberMapsPtr& maps, const QString& title)
{
    m_other->setTitle(title);
    m_other->setMaps(maps);
    m_other->setVisible(maps != nullptr || !title.isEmpty());
}

void FibersPage::setSmallMap(int id, const SmallMap& map)
{
    m_row->setMap(id, map);
}

void FibersPage::setHints(const Hints& hints, const QString& limitsVersion)
{
    m_hints->setHints(hints);
    m_hints->setVersion(limitsVersion);
}

void FibersPage::setProblems(const FiberProblems& problems)
{
    m_map->setProblems(problems);
}

void FibersPage::setScale(FiberScale scale)
{
    m_scale->setChosen({QString::number(static_cast<int>(scale))});
    m_map->setScale(scale);
    m_other->setScale(scale);
}

void FibersPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeForm();
}
