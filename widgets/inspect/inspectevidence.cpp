// What argues for a redshift on the inspector's page: answers, fits, readings, measurements, own line lists,
// exposures.
#include "models/measure/linestrength.h"
#include "plotting/redshift/residualplot.h"
#include "plotting/spectrum/spectrumplot.h"
#include "widgets/frame/actions.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/theme.h"
#include "widgets/inspect/evidencepanel.h"
#include "widgets/inspect/exposuremenu.h"
#include "widgets/inspect/identifier.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/inspect/linepicker.h"
#include "widgets/inspect/objectline.h"
#include "widgets/inspect/solutionspanel.h"
#include "widgets/inspect/verdicteditor.h"
#include "widgets/inspect/verdictpanel.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int longestVersion = 40; // characters of humanverify.line_list_version
}

void InspectPage::addEvidenceActions()
{
    const auto add = [this](const QString& id, ActionGroup group, const QString& text,
                            const QList<QKeySequence>& keys, auto act) {
        auto* action = m_actions.add(id, group, text, keys, this);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    const auto redshift = ActionGroup::Redshift;
    add(u"nextSolution"_s, redshift, tr("SpecDesk's next answer"), {Qt::Key_O},
        [this] { m_identifier->chooseNeighbour(1); });
    add(u"previousSolution"_s, redshift, tr("SpecDesk's answer before"), {Qt::Key_I},
        [this] { m_identifier->chooseNeighbour(-1); });
    // Not also by what Shift + digit types: the platform offers both readings of one press, and two that fit
    // are none.
    for (int row = 0; row < 5; ++row)
        add(u"solution%1"_s.arg(row + 1), redshift, tr("SpecDesk's answer %1").arg(row + 1),
            {QKeySequence(u"Shift+%1"_s.arg(row + 1))}, [this, row] { m_identifier->choose(row); });
    add(u"refine"_s, redshift, tr("Fit z to the lines"), {Qt::Key_U}, [this] { m_identifier->refine(); });
    m_evidence->setAction(add(u"nextReading"_s, redshift, tr("Read the feature as the next line"),
                              {Qt::Key_A}, [this] { m_identifier->nextReading(); }));
    const auto view = ActionGroup::View;
    add(u"residual"_s, view, tr("Residual on or off"), {Qt::Key_W},
        [this] { m_residual->setVisible(!m_residual->isVisible()); });
    add(u"evidence"_s, view, tr("χ² and line close-ups on or off"), {Qt::Key_P}, [this] {
        m_evidence->setVisible(!m_evidence->isVisible());
        m_identifier->followDraft();
    });
    add(u"lineSet"_s, view, tr("Next line list"), {Qt::Key_F7}, [this] { cycleLineSet(); });
    add(u"nextExposure"_s, view, tr("Next exposure or arm"), {QKeySequence(u"Shift+F6"_s)},
        [this] { m_exposures->cycle(); });
}

void InspectPage::connectEvidence()
{
    connect(m_identifier, &Identifier::refused, m_panel, &VerdictPanel::setHint);
    connect(m_identifier, &Identifier::templateWanted, this,
            [this](const TemplateWish& wish) { emit templateWanted(m_plot->spectrum(), wish); });
    connect(m_exposures, &ExposureMenu::chosen, this, &InspectPage::chooseExposures);
}

void InspectPage::setSolutions(const SolutionsPtr& solutions)
{
    m_identifier->setSolutions(solutions);
}

void InspectPage::setOverlay(const SpectrumPtr& spectrum, const TemplateOverlay& overlay)
{
    m_identifier->setOverlay(spectrum, overlay);
}

void InspectPage::takeUp(const Verdicts& unfinished)
{
    m_editor->takeUp(unfinished);
}

Verdicts InspectPage::unfinished() const
{
    return m_editor->unfinished();
}

void InspectPage::resume(const QueueEntry& entry, const Verdict& withdrawn)
{
    m_editor->resume(entry, withdrawn);
}

void InspectPage::markAtCursor(QChar key)
{
    const auto angstrom = m_plot->cursorAngstrom();
    if (std::isnan(angstrom)) {
        m_panel->setHint(tr("Point at the feature first, then press the line's key."));
        return;
    }
    for (const auto* lines : {&m_lines, &m_lineSets.front().table.lines}) {
        const auto found = std::ranges::find(*lines, key, &SpectralLine::key);
        if (found == lines->end())
            continue;
        markLine(*found, angstrom);
        return;
    }
    m_panel->setHint(tr("The line list that is shown has no line for this key."));
}

void InspectPage::markLine(const SpectralLine& line, double angstrom)
{
    const auto spectrum = m_plot->spectrum();
    if (!spectrum)
        return;
    const auto& grid = spectrum->coadd.wavelengthAngstrom;
    const auto above = std::ranges::upper_bound(grid, angstrom);
    const auto pixel = above == grid.begin() || above == grid.end() ? 0.0 : *above - *std::prev(above);
    m_identifier->setFeature(angstrom);
    m_editor->markLine(line, angstrom, pixel);
}

void InspectPage::openLinePicker()
{
    const auto angstrom = m_plot->cursorAngstrom();
    if (!m_plot->spectrum() || std::isnan(angstrom)) {
        m_panel->setHint(tr("Point at a feature of the spectrum first."));
        return;
    }
    const auto area = m_plot->plotArea();
    const auto position = m_plot->mapToGlobal(
        QPointF(m_plot->xOfWavelength(angstrom) + gridUnit, area.top() + area.height() / 4));
    m_picker->open(m_lines, angstrom, m_plot->redshift(), position.toPoint());
}

void InspectPage::measure(double fromAngstrom, double toAngstrom)
{
    const auto spectrum = m_plot->spectrum();
    if (!spectrum)
        return;
    const auto measured = lineStrength(*spectrum, fromAngstrom, toAngstrom);
    m_strength->setVisible(bool(measured));
    if (!measured) {
        m_plot->setMeasuredLine({});
        m_panel->setHint(measured.error().message);
        return;
    }
    const auto& line = measured.value();
    m_plot->setMeasuredLine(MeasuredLine {line.fromAngstrom, line.toAngstrom,
                                          line.continuumAt(line.fromAngstrom),
                                          line.continuumAt(line.toAngstrom)});
    const auto rest = 1 / (1 + m_plot->redshift());
    const auto width = line.width ? tr("EW %1 ± %2 Å   rest %3")
                                        .arg(line.width->angstrom, 0, 'f', 2)
                                        .arg(line.width->error, 0, 'f', 2)
                                        .arg(line.width->angstrom * rest, 0, 'f', 2)
                                  : tr("no EW: the continuum is not above zero");
    const auto text = tr("%1   flux %2 ± %3   %4 σ   at %5 Å")
                          .arg(width)
                          .arg(line.flux, 0, 'g', 4)
                          .arg(line.fluxError, 0, 'g', 2)
                          .arg(std::abs(line.signalToNoise()), 0, 'f', 1)
                          .arg(line.centreAngstrom, 0, 'f', 2);
    m_strength->setText(text);
    m_strength->setToolTip(
        tr("Equivalent width (absorption positive) and flux between the marks against a straight "
           "continuum; errors are 1 σ"));
}

void InspectPage::chooseExposures(const std::vector<std::size_t>& exposures, const QString& name,
                                  const Arm& arm)
{
    m_plot->setShownExposures(exposures);
    m_actions.action(u"exposures"_s)->setChecked(true);
    m_panel->setHint(tr("Shown: %1").arg(name));
    if (!arm.name.isEmpty())
        m_plot->setWavelengthRange(arm.fromAngstrom, arm.toAngstrom);
}

void InspectPage::setLineSets(const std::vector<LineSet>& sets)
{
    const bool all = m_lineSet == m_lineSets.size();
    m_lineSets.resize(1);
    m_lineSets.insert(m_lineSets.end(), sets.begin(), sets.end());
    for (const auto& set : sets)
        for (const auto& line : set.table.lines)
            if (!line.key.isNull() && !m_actions.action(u"line"_s + line.key))
                addLineMark(line.key, line.name);
    m_lineSet = all && !sets.empty() ? m_lineSets.size() : std::min(m_lineSet, m_lineSets.size() - 1);
    showLineSet();
}

void InspectPage::cycleLineSet()
{
    if (m_lineSets.size() == 1) {
        m_panel->setHint(
            tr("There is no other line list. Put one into the folder lines of SpecDesk's settings."));
        return;
    }
    m_lineSet = (m_lineSet + 1) % (m_lineSets.size() + 1);
    showLineSet();
}

void InspectPage::showLineSet()
{
    const bool all = m_lineSet == m_lineSets.size();
    m_lines.clear();
    for (std::size_t at = 0; at < m_lineSets.size(); ++at)
        if (all || at == m_lineSet)
            std::ranges::copy(m_lineSets[at].table.lines, std::back_inserter(m_lines));
    std::ranges::stable_sort(m_lines, {}, &SpectralLine::vacuumAngstrom);
    m_plot->setLines(m_lines);
    m_object->setLineSet(all ? tr("all") : m_lineSets[m_lineSet].name);
}

QString InspectPage::lineListVersion() const
{
    QStringList versions;
    for (std::size_t at = 0; at < m_lineSets.size(); ++at)
        if (at == m_lineSet || m_lineSet == m_lineSets.size())
            versions << (at == 0 ? m_lineSets[at].table.version
                                 : m_lineSets[at].name + u' ' + m_lineSets[at].table.version);
    if (versions.join(u'+').size() > longestVersion) // each is named, if not whole
        for (auto& version : versions)
            version = version.left(longestVersion / versions.size() - 1);
    return versions.join(u'+').left(longestVersion);
}
