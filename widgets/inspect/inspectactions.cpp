// The inspector's keys. Former Marz users' keys stay theirs: Enter, 4 3 2 1 0 6, n b, s d, r, l, c, Shift +
// line letter.
#include "models/lines/linename.h"
#include "plotting/redshift/residualplot.h"
#include "plotting/spectrum/spectrumplot.h"
#include "widgets/frame/actions.h"
#include "widgets/inspect/exposuremenu.h"
#include "widgets/inspect/headerpanel.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/inspect/objectline.h"
#include "widgets/inspect/queuebar.h"
#include "widgets/inspect/queuepanel.h"
#include "widgets/inspect/reasonpanel.h"
#include "widgets/inspect/redshiftpanel.h"
#include "widgets/inspect/subclasspanel.h"
#include "widgets/inspect/verdicteditor.h"
#include "widgets/inspect/verdictpanel.h"
#include "widgets/team/taskchoice.h"

#include <algorithm>
#include <cmath>
#include <utility>
using namespace Qt::Literals::StringLiterals;

void InspectPage::addVerdictActions()
{
    const auto add = [this](const QString& id, const QString& text, const QList<QKeySequence>& keys,
                            auto act) {
        connect(m_actions.add(id, ActionGroup::Verdict, text, keys, this), &QAction::triggered, this, act);
    };
    add(u"accept"_s, tr("Accept and go on"), {Qt::Key_Return, Qt::Key_Enter}, [this] { m_editor->accept(); });
    for (const auto grade : {Grade::Secure, Grade::Probable, Grade::Possible, Grade::Hopeless, Grade::None}) {
        const auto digit = QString::number(static_cast<int>(grade));
        add(u"grade"_s + digit, tr("Grade %1 and go on").arg(digit), {QKeySequence(digit)},
            [this, grade] { m_editor->accept(grade); });
    }
    add(u"starAndGo"_s, tr("A star: grade 4 and go on"), {Qt::Key_6}, [this] {
        m_editor->setClass(SpectralClass::Star);
        m_editor->accept(Grade::Secure);
    });
    for (const auto grade : {Grade::Secure, Grade::Probable, Grade::Possible, Grade::Hopeless, Grade::None}) {
        const auto digit = QString::number(static_cast<int>(grade));
        add(u"chooseGrade"_s + digit, tr("Choose grade %1, stay here").arg(digit),
            {QKeySequence(u"Alt+"_s + digit)}, [this, grade] { m_editor->setGrade(grade); });
    }
    const std::pair<SpectralClass, QKeySequence> classes[] = {{SpectralClass::Star, Qt::Key_Asterisk},
                                                              {SpectralClass::Galaxy, Qt::Key_G},
                                                              {SpectralClass::Qso, Qt::Key_Q},
                                                              {SpectralClass::Unknown, Qt::Key_K}};
    for (const auto& [spectralClass, key] : classes)
        add(u"class"_s + className(spectralClass), tr("Class %1").arg(className(spectralClass)), {key},
            [this, chosen = spectralClass] { m_editor->setClass(chosen); });
    add(u"subclass"_s, tr("Type a subclass"), {Qt::Key_M}, [this] { m_panel->subclass().edit(); });
    add(u"reason"_s, tr("Give a reason: then its letter"), {Qt::Key_Y}, [this] { askForReason(); });
    add(u"badReduction"_s, tr("Bad reduction"), {Qt::Key_Minus},
        [this] { m_editor->toggleReason(u"bad-reduction"_s); });
    add(u"comment"_s, tr("Comment"), {Qt::Key_C, Qt::Key_E}, [this] { m_panel->editComment(); });
    add(u"resetAll"_s, tr("Back to the pipeline's answer"), {QKeySequence(u"Ctrl+Backspace"_s)},
        [this] { m_editor->resetAll(); });
    add(u"undo"_s, tr("Undo"), {QKeySequence(u"Ctrl+Z"_s)}, [this] { undo(); });
    add(u"redo"_s, tr("Redo"), {QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Y"_s)},
        [this] { redo(); });
}

void InspectPage::addRedshiftActions()
{
    const auto add = [this](const QString& id, const QString& text, const QKeySequence& key, auto act) {
        auto* action = m_actions.add(id, ActionGroup::Redshift, text, {key}, this);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add(u"typeRedshift"_s, tr("Type z"), Qt::Key_Z, [this] { m_panel->redshift().edit(); });
    const auto addStep = [&](const QString& id, const QString& text, const QString& key, int steps,
                             bool fine) {
        add(id, text, QKeySequence(key), [this, steps, fine] {
            m_editor->stepRedshift(steps, fine);
        })->setAutoRepeat(true);
    };
    addStep(u"redshiftUp"_s, tr("z up, coarse"), u"Alt+Right"_s, 1, false);
    addStep(u"redshiftDown"_s, tr("z down, coarse"), u"Alt+Left"_s, -1, false);
    addStep(u"redshiftUpFine"_s, tr("z up, fine"), u"Alt+Shift+Right"_s, 1, true);
    addStep(u"redshiftDownFine"_s, tr("z down, fine"), u"Alt+Shift+Left"_s, -1, true);
    add(u"pickLine"_s, tr("Choose the line at the cursor"), Qt::Key_X, [this] { openLinePicker(); });
    add(u"resetRedshift"_s, tr("The pipeline's z"), Qt::Key_Backspace, [this] { m_editor->resetRedshift(); });
}

void InspectPage::addLineMarks()
{
    for (const auto& line : m_lines)
        if (!line.key.isNull())
            addLineMark(line.key, line.name);
}

void InspectPage::addLineMark(QChar key, const QString& name)
{
    auto* action = m_actions.add(u"line"_s + key, ActionGroup::LineMarks, printedLineName(name),
                                 {QKeySequence(u"Shift+"_s + key)}, this);
    connect(action, &QAction::triggered, this, [this, key] { markAtCursor(key); });
}

void InspectPage::addViewActions()
{
    const auto add = [this](const QString& id, const QString& text, const QList<QKeySequence>& keys,
                            auto act) {
        auto* action = m_actions.add(id, ActionGroup::View, text, keys, this);
        action->setAutoRepeat(true);
        connect(action, &QAction::triggered, this, act);
    };
    add(u"resetZoom"_s, tr("Whole spectrum"), {Qt::Key_R}, [this] { m_plot->resetZoom(); });
    add(u"zoomIn"_s, tr("Closer"), {Qt::Key_Plus, Qt::Key_Equal}, [this] { m_plot->zoom(1.5); });
    add(u"zoomOut"_s, tr("Farther"), {QKeySequence(u"Ctrl+-"_s)}, [this] { m_plot->zoom(1 / 1.5); });
    add(u"panLeft"_s, tr("To the blue"), {QKeySequence(u"Ctrl+Left"_s)}, [this] { m_plot->pan(-0.2); });
    add(u"panRight"_s, tr("To the red"), {QKeySequence(u"Ctrl+Right"_s)}, [this] { m_plot->pan(0.2); });
    add(u"lookAtLine"_s, tr("Look at the nearest line"), {Qt::Key_V}, [this] { lookAtNearestLine(); });
    add(u"smoothMore"_s, tr("Smooth more"), {Qt::Key_S, Qt::Key_BracketRight}, [this] { smooth(1); });
    add(u"smoothLess"_s, tr("Smooth less"), {Qt::Key_D, Qt::Key_BracketLeft}, [this] { smooth(-1); });
    m_object->setSmoothing(m_plot->smoothing());
}

void InspectPage::addGestures()
{
    for (const auto& [hand, deed] :
         {std::pair(tr("wheel"), tr("Closer or farther about the pointer")),
          std::pair(tr("Shift + wheel"), tr("To the blue or red")),
          std::pair(tr("Ctrl + wheel"), tr("z, coarse; with Shift fine")),
          std::pair(tr("drag"), tr("Move the view")), std::pair(tr("drag a line mark"), tr("Move z")),
          std::pair(tr("Ctrl + drag over a line"), tr("Measure it")),
          std::pair(tr("right drag"), tr("Show the range drawn")),
          std::pair(tr("right click"), tr("Which line is this?")),
          std::pair(tr("double click"), tr("Whole spectrum"))})
        m_actions.addGesture({hand, deed, this});
}

QAction* InspectPage::addSwitch(const QString& id, const QString& text, const QString& word,
                                const QKeySequence& key, bool on, void (SpectrumPlot::*set)(bool))
{
    auto* action = m_actions.add(id, ActionGroup::View, text, {key}, this);
    action->setIconText(word);
    action->setCheckable(true);
    action->setChecked(on);
    connect(action, &QAction::toggled, m_plot, set);
    return action;
}

void InspectPage::addSwitches()
{
    auto* emission = addSwitch(u"emission"_s, tr("Emission lines on or off"), tr("Emission"), Qt::Key_F2,
                               m_plot->isEmissionVisible(), &SpectrumPlot::setEmissionVisible);
    auto* absorption =
        addSwitch(u"absorption"_s, tr("Absorption lines on or off"), tr("Absorption"), Qt::Key_F3,
                  m_plot->isAbsorptionVisible(), &SpectrumPlot::setAbsorptionVisible);
    auto* exposures = addSwitch(u"exposures"_s, tr("Single exposures on or off"), tr("Exposures"), Qt::Key_F6,
                                m_plot->areExposuresVisible(), &SpectrumPlot::setExposuresVisible);
    m_object->setSwitches({emission, absorption,
                           addSwitch(u"template"_s, tr("Template on or off"), tr("Template"), Qt::Key_T,
                                     m_plot->isTemplateVisible(), &SpectrumPlot::setTemplateVisible),
                           addSwitch(u"errors"_s, tr("Errors on or off"), tr("Error"), Qt::Key_F4,
                                     m_plot->isErrorVisible(), &SpectrumPlot::setErrorVisible),
                           addSwitch(u"sky"_s, tr("Sky on or off"), tr("Sky"), Qt::Key_F5,
                                     m_plot->isSkyVisible(), &SpectrumPlot::setSkyVisible),
                           exposures});
    m_object->setMenu(exposures, m_exposures);
    auto* lines = m_actions.add(u"lines"_s, ActionGroup::View, tr("All lines on or off"), {Qt::Key_L}, this);
    connect(lines, &QAction::triggered, this, [emission, absorption] {
        const auto on = !(emission->isChecked() || absorption->isChecked());
        emission->setChecked(on);
        absorption->setChecked(on);
    });
}

void InspectPage::addListActions()
{
    const auto add = [this](const QString& id, const QString& text, const QList<QKeySequence>& keys,
                            auto act) {
        auto* action = m_actions.add(id, ActionGroup::List, text, keys, this);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add(u"next"_s, tr("Next"), {Qt::Key_N, Qt::Key_Right, Qt::Key_Space}, [this] {
        emit nextWanted();
    })->setAutoRepeat(true);
    add(u"previous"_s, tr("Previous"), {Qt::Key_B, Qt::Key_Left}, [this] {
        emit previousWanted();
    })->setAutoRepeat(true);
    add(u"nextOpen"_s, tr("Next that needs an eye"), {Qt::Key_PageDown},
        [this] { giveRow(m_queue->rowThatNeedsAnEye(true)); });
    add(u"previousOpen"_s, tr("Previous that needs an eye"), {Qt::Key_PageUp},
        [this] { giveRow(m_queue->rowThatNeedsAnEye(false)); });
    add(u"first"_s, tr("First"), {Qt::Key_Home}, [this] { giveRow(0); });
    add(u"last"_s, tr("Last"), {Qt::Key_End}, [this] { giveRow(m_queue->rowCount() - 1); });
    add(u"jump"_s, tr("Jump to a number"), {Qt::Key_J}, [this] { m_bar->jump(); });
    add(u"search"_s, tr("Search the list"), {Qt::Key_Slash}, [this] { m_bar->search(); });
    add(u"cycleShow"_s, tr("All, needs an eye, done"), {QKeySequence(u"Ctrl+F"_s)},
        [this] { m_bar->cycleShow(); });
    add(u"chooseTask"_s, tr("Choose a task"), {QKeySequence(u"Ctrl+T"_s)}, [this] { tasks().showPopup(); });
    add(u"toggleList"_s, tr("Show or hide the list"), {Qt::Key_F8}, [this] { toggleList(); });
    add(u"toggleHeader"_s, tr("Show or hide the header"), {Qt::Key_H}, [this] { toggleHeader(); });
    add(u"backToPlot"_s, tr("Back to the spectrum"), {Qt::Key_Escape}, [this] { backToPlot(); });
}

void InspectPage::askForReason()
{
    m_panel->setHint(m_storeAfterReason ? tr("Grade 2 needs a reason: press its letter.")
                                        : tr("Which reason? Press its letter."));
    m_panel->reasons().ask();
}

void InspectPage::answerReason(const QString& code)
{
    const auto store = std::exchange(m_storeAfterReason, false);
    if (code.isEmpty())
        return;
    backToPlot();
    if (store) {
        m_editor->setReason(code, true);
        m_editor->accept();
    } else {
        m_editor->toggleReason(code);
    }
}

/// A reason asked for one spectrum is none for another.
void InspectPage::dropReasonQuestion()
{
    m_storeAfterReason = false;
    if (!m_panel->reasons().isAsking())
        return;
    m_panel->reasons().stopAsking();
    backToPlot();
}

void InspectPage::lookAtNearestLine()
{
    const auto angstrom = m_plot->cursorAngstrom();
    if (m_lines.empty() || std::isnan(angstrom)) {
        m_panel->setHint(tr("Point at a line first."));
        return;
    }
    const auto rest = angstrom / (1.0 + m_plot->redshift());
    m_plot->zoomToLine(*std::ranges::min_element(
        m_lines, {}, [rest](const SpectralLine& line) { return std::abs(line.vacuumAngstrom - rest); }));
}

void InspectPage::smooth(int step)
{
    m_plot->setSmoothing(std::clamp(m_plot->smoothing() + 2 * step, 1, 51));
    m_residual->refresh();
    m_object->setSmoothing(m_plot->smoothing());
}
