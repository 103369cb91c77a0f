#include "widgets/release/planview.h"

#include "models/items/sheetmodel.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/sheetview.h"
#include "widgets/frame/theme.h"
#include "widgets/release/plantexts.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
const auto platesSide = u"plates"_s;
const auto changesSide = u"changes"_s;
const auto everyChange = u"all"_s;
}

PlanView::PlanView(QWidget* parent)
    : QWidget(parent)
    , m_headline(new QLabel(this))
    , m_caption(new Caption({}, this))
    , m_classSheet(new SheetModel({tr("Class"), tr("Share"), tr("Spectra")}, 1, this))
    , m_classes(new SheetView(this))
    , m_reasonSheet(new SheetModel({tr("Reason"), tr("Means"), tr("Share"), tr("Spectra")}, 2, this))
    , m_reasons(new SheetView(this))
    , m_side(new ChoiceRow(ChoiceRow::Mode::One, 0, this))
    , m_changes(new ChoiceRow(ChoiceRow::Mode::One, 0, this))
    , m_changeCaption(new Caption({}, this))
    , m_stack(new QStackedWidget(this))
    , m_plateSheet(new SheetModel(
          {tr("Night"), tr("Plate"), tr("Chief reason"), tr("Goes out"), tr("Spectra"), tr("Kept back")}, 3,
          this))
    , m_plates(new SheetView(m_stack))
    , m_exampleSheet(new SheetModel({tr("obsid"), tr("Change"), tr("Night"), tr("Plate"), tr("Fibre"),
                                     tr("Before"), tr("Now"), tr("Why")},
                                    8, this))
    , m_examples(new SheetView(m_stack))
{
    setObjectName(u"planView"_s);
    m_headline->setObjectName(u"planHeadline"_s);
    m_headline->setFont(textFont(TextSize::Title));
    m_caption->setObjectName(u"planCaption"_s);
    m_caption->useFigures();
    m_caption->setElided(true);
    m_changeCaption->setObjectName(u"planChangeCaption"_s);
    m_changeCaption->setWordWrap(true);
    const auto sheet = [](SheetView* view, const QString& name, const QString& title, SheetModel* model) {
        view->setObjectName(name);
        view->setAccessibleName(title);
        view->setSheet(model);
    };
    sheet(m_classes, u"planClasses"_s, tr("Goes out"), m_classSheet);
    sheet(m_reasons, u"planReasons"_s, tr("Kept back, and why"), m_reasonSheet);
    sheet(m_plates, u"planPlates"_s, tr("By plate"), m_plateSheet);
    sheet(m_examples, u"planExamples"_s, tr("Differences"), m_exampleSheet);
    m_plates->setFirmColumns({0});
    m_examples->setFirmColumns({0, 2});
    m_side->setObjectName(u"planSide"_s);
    m_changes->setObjectName(u"planChanges"_s);
    layOut();
    connect(m_side, &ChoiceRow::toggled, this,
            [this](const QString& code) { showDifferences(code == changesSide); });
    connect(m_changes, &ChoiceRow::toggled, this, &PlanView::fillExamples);
    connect(m_examples, &QAbstractItemView::activated, this, [this] {
        if (const auto* spectrum = chosenSpectrum())
            emit spectrumWanted(*spectrum);
    });
    m_headline->setText(tr("What would go out"));
    fillChanges();
}

void PlanView::layOut()
{
    auto* classes = new QVBoxLayout;
    classes->setSpacing(gridUnit / 2);
    classes->addWidget(heading(tr("Goes out"), this));
    classes->addWidget(m_classes, 1);
    auto* reasons = new QVBoxLayout;
    reasons->setSpacing(gridUnit / 2);
    reasons->addWidget(heading(tr("Kept back, and why"), this));
    reasons->addWidget(m_reasons, 1);
    auto* tables = new QHBoxLayout;
    tables->setSpacing(2 * gridUnit);
    tables->addLayout(classes, 2);
    tables->addLayout(reasons, 5);
    auto* changes = new QWidget(m_stack);
    auto* column = new QVBoxLayout(changes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit / 2);
    column->addWidget(m_changes);
    column->addWidget(m_changeCaption);
    column->addWidget(m_examples, 1);
    m_stack->addWidget(m_plates);
    m_stack->addWidget(changes);
    auto* side = new QHBoxLayout;
    side->addWidget(m_side);
    side->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridUnit, gridUnit, gridUnit, gridUnit);
    layout->setSpacing(gridUnit);
    layout->addWidget(m_headline);
    layout->addWidget(m_caption);
    layout->addLayout(tables, 4);
    layout->addLayout(side);
    layout->addWidget(m_stack, 5);
}

void PlanView::setActions(const Actions& actions)
{
    m_openKey = keyText(actions.action(u"planOpen"_s));
    m_side->setChoices({{platesSide, tr("By plate"), keyText(actions.action(u"planPlates"_s)), {}},
                        {changesSide, tr("Differences"), keyText(actions.action(u"planDifferences"_s)), {}}});
    showDifferences(false);
    fillChanges();
}

void PlanView::setPlan(const ReleasePlan& plan)
{
    m_plan = plan;
    m_headline->setText(
        tr("%1 of %2 spectra would go out")
            .arg(countText(static_cast<int>(plan.released)), countText(static_cast<int>(plan.spectra))));
    m_caption->setTone(Caption::Tone::Quiet);
    m_caption->setText(tr("%1, by the rules as of %2 UTC; %3 s.")
                           .arg(plan.release, plan.finishedAt.toString(u"yyyy-MM-dd HH:mm"_s))
                           .arg(plan.seconds, 0, 'f', 1));
    m_classSheet->setRows(classRows(plan));
    m_reasonSheet->setRows(reasonRows(plan));
    fillPlates();
    fillChanges();
}

void PlanView::setProgress(qint64 done, qint64 inAll)
{
    m_caption->setTone(Caption::Tone::Quiet);
    m_caption->setText(inAll > 0
                           ? tr("Looking at the spectra: %1 of %2 (%3 %)")
                                 .arg(countText(static_cast<int>(done)), countText(static_cast<int>(inAll)))
                                 .arg(100 * done / inAll)
                           : tr("Looking at the log, verdicts and problems …"));
}

void PlanView::setComplaint(const QString& sentence)
{
    m_caption->setTone(Caption::Tone::Stop);
    m_caption->setText(sentence);
}

void PlanView::showDifferences(bool differences)
{
    m_side->setChosen({differences ? changesSide : platesSide});
    m_stack->setCurrentIndex(differences ? 1 : 0);
}

/// Not by a proxy, which would keep Tab from the tables above.
void PlanView::focusInEvent(QFocusEvent*)
{
    (showsDifferences() ? m_examples : m_plates)->setFocus();
}

bool PlanView::showsDifferences() const
{
    return m_stack->currentIndex() == 1;
}

void PlanView::fillPlates()
{
    m_plateSheet->setRows(plateRows(m_plan));
}

void PlanView::fillChanges()
{
    const auto before = m_changes->chosen().value(0, everyChange);
    qint64 inAll = 0;
    Choices choices {{everyChange, {}, {}, tr("Every difference")}};
    for (const auto change : allChanges()) {
        inAll += m_plan.changed(change);
        choices.push_back(
            {changeCode(change),
             u"%1 %2"_s.arg(changeText(change), countText(static_cast<int>(m_plan.changed(change)))),
             {},
             changeMeaning(change)});
    }
    choices.front().text = tr("All %1").arg(countText(static_cast<int>(inAll)));
    m_changes->setChoices(choices);
    m_changes->setChosen({before});
    fillExamples();
}

void PlanView::fillExamples()
{
    const auto wanted = m_changes->chosen().value(0, everyChange);
    std::vector<SheetRow> rows;
    m_shown.clear();
    for (std::size_t i = 0; i < m_plan.examples.size(); ++i) {
        if (wanted != everyChange && changeCode(m_plan.examples[i].change) != wanted)
            continue;
        m_shown.push_back(i);
        rows.push_back(changedRow(m_plan.examples[i]));
    }
    m_exampleSheet->setRows(std::move(rows));
    if (!m_shown.empty())
        m_examples->chooseRow(0);
    m_changeCaption->setText(changesCaption(m_plan, m_openKey));
}

const ChangedSpectrum* PlanView::chosenSpectrum() const
{
    const int row = m_examples->chosenRow();
    return row >= 0 && row < std::ssize(m_shown) ? &m_plan.examples[m_shown[static_cast<std::size_t>(row)]]
                                                 : nullptr;
}

QString PlanView::csv() const
{
    return showsDifferences() ? m_exampleSheet->csv() : m_plateSheet->csv();
}
