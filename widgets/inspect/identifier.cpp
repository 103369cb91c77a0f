#include "widgets/inspect/identifier.h"

#include "models/measure/lineevidence.h"
#include "models/measure/linefit.h"
#include "models/spectrum/wavelength.h"
#include "plotting/redshift/linezooms.h"
#include "plotting/redshift/redshiftcurveplot.h"
#include "plotting/redshift/residualplot.h"
#include "plotting/spectrum/spectrumplot.h"
#include "widgets/inspect/evidencepanel.h"
#include "widgets/inspect/solutionspanel.h"
#include "widgets/inspect/verdicteditor.h"

#include <cmath>

namespace {
constexpr int readingsMilliseconds = 40; // after a draft has come to rest
constexpr double sameRedshift = 2e-6; // relative; what a template was fitted for
constexpr double sameReading = 5e-4; // relative; a refined z is still the same reading

bool isNear(double one, double other, double tolerance)
{
    return std::abs(one - other) <= tolerance * (1 + one);
}
}

Identifier::Identifier(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_plot(parts.plot)
    , m_editor(parts.editor)
    , m_panel(parts.solutions)
    , m_evidence(parts.evidence)
    , m_residual(parts.residual)
{
    m_later.setSingleShot(true);
    m_later.setInterval(readingsMilliseconds);
    connect(&m_later, &QTimer::timeout, this, &Identifier::showReadings);
    m_pool.setMaxThreadCount(1);
    connect(&m_panel, &SolutionsPanel::chosen, this, &Identifier::choose);
    connect(&m_evidence, &EvidencePanel::readingChosen, this, &Identifier::takeReading);
    connect(&m_evidence.curve(), &RedshiftCurvePlot::peakChosen, &m_editor, &VerdictEditor::choosePeak);
    connect(&m_evidence.zooms(), &LineZooms::lineWanted, this, [this](const ExpectedLine& line) {
        m_plot.zoomToLine({line.name, line.label, line.vacuumAngstrom, line.kind, 0, {}});
    });
}

Identifier::~Identifier()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void Identifier::setSpectrum(const SpectrumPtr& spectrum)
{
    m_spectrum = spectrum;
    m_solutions.reset();
    m_overlay = {};
    m_feature.reset();
    m_readings.clear();
    m_later.stop();
    m_panel.setAnswer({});
    m_evidence.curve().setCurves({}, {});
    m_evidence.curve().setSearch(spectrum ? RedshiftCurvePlot::Search::UnderWay
                                          : RedshiftCurvePlot::Search::None);
    m_evidence.zooms().setSpectrum(spectrum);
    m_evidence.setEvidence({});
    m_evidence.setReadings({}, 0, -1);
    m_residual.refresh();
}

void Identifier::setSolutions(const SolutionsPtr& solutions)
{
    if (!solutions || !m_spectrum || solutions->spectrum != m_spectrum || solutions == m_solutions)
        return;
    m_solutions = solutions;
    m_panel.setPipeline(m_editor.draft().pipelineClass(), m_editor.draft().pipelineZ());
    m_panel.setAnswer(solutions->answer);
    m_panel.setDraft(m_editor.draft().spectralClass(), m_editor.draft().z());
    m_evidence.curve().setCurves(solutions->answer.curves, solutions->answer.solutions);
    m_evidence.curve().setSearch(RedshiftCurvePlot::Search::Done);
    showOverlay();
}

void Identifier::setOverlay(const SpectrumPtr& spectrum, const TemplateOverlay& overlay)
{
    const auto& draft = m_editor.draft();
    if (!m_spectrum || spectrum != m_spectrum || overlay.spectralClass != draft.spectralClass() || !draft.z()
        || !isNear(*draft.z(), overlay.z, sameRedshift))
        return;
    m_overlay = overlay;
    showOverlay();
}

void Identifier::followDraft()
{
    if (!m_spectrum)
        return;
    const auto& draft = m_editor.draft();
    m_evidence.curve().setChosen(draft.z(), draft.spectralClass());
    showOverlay();
    showEvidence();
    m_later.start();
}

void Identifier::showOverlay()
{
    const auto& draft = m_editor.draft();
    std::vector<float> flux;
    TemplateWish wish {draft.spectralClass(), draft.z().value_or(0), {}};
    if (draft.z() && draft.spectralClass() != SpectralClass::Unknown) {
        for (std::size_t at = 0; m_solutions && at < m_solutions->overlays.size(); ++at) {
            const auto& overlay = m_solutions->overlays[at];
            if (!isSameAnswer(draft.spectralClass(), *draft.z(), overlay.spectralClass, overlay.z))
                continue;
            wish.group = overlay.group;
            if (!isNear(*draft.z(), m_overlay.z, sameRedshift) || m_overlay.flux.empty())
                m_overlay = overlay;
            break;
        }
        const bool isOfClass = m_overlay.spectralClass == draft.spectralClass();
        if (isOfClass && isNear(*draft.z(), m_overlay.z, sameRedshift)) {
            flux = m_overlay.flux;
        } else {
            if (isOfClass)
                flux = shiftedTemplate(m_spectrum->coadd, m_overlay, *draft.z());
            emit templateWanted(wish);
        }
    }
    m_evidence.zooms().setTemplate(flux);
    m_plot.setTemplate(std::move(flux));
    m_residual.refresh();
}

void Identifier::showEvidence()
{
    if (m_evidence.isHidden())
        return;
    const auto& draft = m_editor.draft();
    const bool isIdentified = draft.z() && draft.spectralClass() != SpectralClass::Unknown;
    m_evidence.setEvidence(isIdentified ? lineEvidence(*m_spectrum, draft.spectralClass(), *draft.z())
                                        : std::vector<LineEvidence>());
}

void Identifier::setFeature(double angstrom)
{
    m_feature = angstrom;
    m_readings.clear();
}

void Identifier::readFeature()
{
    const auto& draft = m_editor.draft();
    if (!m_feature && draft.z() && draft.spectralClass() != SpectralClass::Star)
        m_feature = strongestLine(lineEvidence(*m_spectrum, draft.spectralClass(), *draft.z()));
    if (m_feature && m_readings.empty())
        m_readings = identificationsOf(*m_spectrum, *m_feature, draft.spectralClass());
}

void Identifier::showReadings()
{
    if (!m_spectrum || m_evidence.isHidden())
        return;
    readFeature();
    m_evidence.setReadings(m_readings, m_feature.value_or(0), readingOfDraft());
}

int Identifier::readingOfDraft() const
{
    const auto z = m_editor.draft().z();
    for (std::size_t at = 0; z && at < m_readings.size(); ++at)
        if (isNear(*z, m_readings[at].z, sameReading))
            return int(at);
    return -1;
}

void Identifier::takeReading(int reading)
{
    if (!m_feature || reading < 0 || reading >= int(m_readings.size()))
        return;
    const auto taken = m_readings[std::size_t(reading)].as; // the draft's change may read anew
    m_editor.identify(taken.line, *m_feature, taken.spectralClass);
}

void Identifier::nextReading()
{
    if (!m_spectrum)
        return;
    if (!m_feature && std::isfinite(m_plot.cursorAngstrom()) && !m_editor.draft().z())
        m_feature = m_plot.cursorAngstrom();
    readFeature();
    if (m_readings.empty()) {
        emit refused(tr("No line stands out: point at the feature and press a line's key first."));
        return;
    }
    takeReading((readingOfDraft() + 1) % int(m_readings.size()));
}

void Identifier::choose(int row)
{
    const auto& solutions = m_panel.solutions();
    if (row < 0 || row >= int(solutions.size())) {
        emit refused(m_solutions ? tr("There is no answer %1.").arg(row + 1)
                                 : tr("The answers are still being searched."));
        return;
    }
    const auto solution = solutions[std::size_t(row)];
    m_feature.reset();
    m_readings.clear();
    m_editor.chooseSolution(row + 1, solution);
}

void Identifier::chooseNeighbour(int step)
{
    const auto count = int(m_panel.solutions().size());
    const auto now = m_panel.chosenRow();
    if (count == 0)
        choose(0);
    else
        choose(now < 0 ? (step > 0 ? 0 : count - 1) : (now + step + count) % count);
}

void Identifier::refine()
{
    const auto& draft = m_editor.draft();
    if (!m_spectrum)
        return;
    if (!draft.z() || draft.spectralClass() == SpectralClass::Unknown) {
        emit refused(tr("A fit needs a class and a redshift to begin with."));
        return;
    }
    m_editor.awaitFit();
    // 5 to 40 ms, of 20,000 pixels and a QSO's lines: longer than a frame.
    m_pool.start([this, spectrum = m_spectrum, spectralClass = draft.spectralClass(), z = *draft.z()] {
        auto fit = fitLines(*spectrum, spectralClass, z);
        QMetaObject::invokeMethod(
            this,
            [this, spectrum, spectralClass, z, fit = std::move(fit)] {
                const auto& now = m_editor.draft();
                if (spectrum == m_spectrum && now.spectralClass() == spectralClass && now.z() == z)
                    takeFit(fit);
            },
            Qt::QueuedConnection);
    });
}

void Identifier::takeFit(const Result<LineFit>& fit)
{
    if (fit)
        m_editor.takeFit(fit.value());
    else
        m_editor.dropFit();
    if (!fit)
        emit refused(fit.error().message);
}
