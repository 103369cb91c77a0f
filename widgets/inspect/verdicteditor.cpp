#include "widgets/inspect/verdicteditor.h"

#include "models/check/redshiftinput.h"
#include "models/lines/linename.h"
#include "models/spectrum/wavelength.h"

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int longestDetail = 120; // characters of humanverify.z_origin_detail
constexpr int mostLinesNamed = 4;
constexpr int restMilliseconds = 700; // between the words of a comment
}

VerdictEditor::VerdictEditor(QObject* parent)
    : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &VerdictEditor::rested);
}

void VerdictEditor::open(const QueueEntry& entry)
{
    const auto again =
        m_open && key() == Key(entry.obsid, entry.pipelineVersion) && m_entry.verdict == entry.verdict;
    if (again) {
        emit changed(); // it may be shown anew all the same
        return;
    }
    keepWork();
    dropFit();
    m_entry = entry;
    m_draft = VerdictDraft(entry);
    m_history = {};
    if (const auto found = m_unfinished.find(key()); found != m_unfinished.end()) {
        m_draft = found->second.draft;
        m_history = found->second.history;
        m_unfinished.erase(found);
    }
    const bool another = takeUpWork();
    m_open = true;
    m_seen = false;
    emit changed();
    if (another)
        emit takenUp();
}

bool VerdictEditor::takeUpWork()
{
    const auto left = m_takenUp.extract(key());
    if (left.empty())
        return false;
    m_rest.start();
    if (m_entry.verdict && m_entry.verdict->decidedAt > left.mapped().decidedAt)
        return false;
    auto asLeft = m_entry;
    asLeft.verdict = left.mapped();
    const VerdictDraft draft(asLeft);
    if (draft == m_draft)
        return false;
    m_history.note(m_draft);
    m_draft = draft;
    return true;
}

void VerdictEditor::takeUp(const Verdicts& unfinished)
{
    m_unfinished.clear();
    m_takenUp.clear();
    for (const auto& draft : unfinished)
        m_takenUp[{draft.obsid, draft.pipelineVersion}] = draft;
    if (!m_open)
        return;
    m_draft = VerdictDraft(m_entry);
    m_history = {};
    const bool another = takeUpWork();
    emit changed();
    if (another)
        emit takenUp();
}

Verdicts VerdictEditor::unfinished() const
{
    auto drafts = m_takenUp;
    for (const auto& [key, work] : m_unfinished)
        drafts[key] = work.draft.unfinished();
    if (m_open && !(m_draft == VerdictDraft(m_entry)))
        drafts[key()] = m_draft.unfinished();
    Verdicts unfinished;
    for (const auto& [key, draft] : drafts)
        unfinished.push_back(draft);
    return unfinished;
}

void VerdictEditor::setSeen()
{
    if (!m_open || m_seen)
        return;
    m_seen = true;
    m_clock.start();
}

void VerdictEditor::resume(const QueueEntry& entry, const Verdict& withdrawn)
{
    auto shown = entry;
    shown.verdict = withdrawn;
    if (m_open && key() == Key(entry.obsid, entry.pipelineVersion) && m_entry.verdict == entry.verdict) {
        if (m_draft == VerdictDraft(m_entry))
            m_draft = VerdictDraft(shown);
        emit changed();
        return;
    }
    m_unfinished[{entry.obsid, entry.pipelineVersion}] = {VerdictDraft(shown), {}};
    m_rest.start();
}

void VerdictEditor::close()
{
    keepWork();
    dropFit();
    m_open = false;
    m_seen = false;
}

void VerdictEditor::keepWork()
{
    if (!m_open || m_draft == VerdictDraft(m_entry))
        return;
    m_unfinished[key()] = {m_draft, m_history};
    m_rest.start();
}

template<typename Change>
void VerdictEditor::change(const QString& kind, Change apply)
{
    if (!m_open)
        return;
    auto next = m_draft;
    apply(next);
    if (!(next == m_draft)) {
        m_history.note(m_draft, kind);
        if (next.z() != m_draft.z() || next.spectralClass() != m_draft.spectralClass())
            dropFit(); // it would be another redshift's
        m_draft = next;
        m_rest.start();
    }
    emit changed(); // also when nothing changed: what shows the draft may hold what was refused
}

void VerdictEditor::setClass(SpectralClass spectralClass)
{
    change({}, [&](VerdictDraft& draft) { draft.setClass(spectralClass); });
}

void VerdictEditor::setSubclass(const QString& subclass)
{
    change({}, [&](VerdictDraft& draft) { draft.setSubclass(subclass); });
}

void VerdictEditor::setGrade(Grade grade)
{
    change({}, [&](VerdictDraft& draft) { draft.setGrade(grade); });
}

void VerdictEditor::setReason(const QString& code, bool given)
{
    change({}, [&](VerdictDraft& draft) { draft.setReason(code, given); });
}

void VerdictEditor::toggleReason(const QString& code)
{
    setReason(code, !m_draft.reasons().contains(code));
}

void VerdictEditor::setComment(const QString& comment)
{
    change(u"comment"_s, [&](VerdictDraft& draft) { draft.setComment(comment); });
}

void VerdictEditor::typeRedshift(const QString& text)
{
    const auto typed = parseRedshift(text);
    if (!typed) {
        emit refused(typed.error().message);
        return;
    }
    change({}, [&](VerdictDraft& draft) {
        draft.setRedshift(typed.value().z, RedshiftOrigin::Typed, {}, typed.value().error);
    });
}

void VerdictEditor::moveRedshift(double z)
{
    change(u"move"_s, [&](VerdictDraft& draft) { draft.setRedshift(z, RedshiftOrigin::Stepped); });
}

void VerdictEditor::stepRedshift(int steps, bool fine)
{
    moveRedshift(steppedRedshift(m_draft.z().value_or(0.0), steps, fine ? fineStep : coarseStep));
}

void VerdictEditor::dragRedshift(double z, const QString& line)
{
    change(u"drag"_s, [&](VerdictDraft& draft) { draft.setRedshift(z, RedshiftOrigin::Dragged, line); });
}

void VerdictEditor::markLine(const SpectralLine& line, double observedAngstrom, double pixelAngstrom)
{
    const auto z = redshiftOf(line.vacuumAngstrom, observedAngstrom);
    if (z < lowestRedshift || z > highestRedshift) {
        emit refused(
            tr("%1 here would mean z = %2.").arg(printedLineName(line.name), QString::number(z, 'f', 3)));
        return;
    }
    const auto error =
        pixelAngstrom > 0 ? std::optional(0.5 * pixelAngstrom / line.vacuumAngstrom) : std::nullopt;
    change({},
           [&](VerdictDraft& draft) { draft.setRedshift(z, RedshiftOrigin::LineMark, line.name, error); });
}

void VerdictEditor::identify(const SpectralLine& line, double observedAngstrom, SpectralClass spectralClass)
{
    change({}, [&](VerdictDraft& draft) {
        draft.setClass(spectralClass);
        draft.setRedshift(redshiftOf(line.vacuumAngstrom, observedAngstrom), RedshiftOrigin::LineMark,
                          line.name);
    });
}

void VerdictEditor::chooseSolution(int rank, const RedshiftSolution& solution)
{
    const auto detail = u"%1 %2 %3 P=%4"_s.arg(QString::number(rank), solution.group, solution.templateName)
                            .arg(solution.probability, 0, 'f', 3);
    change({}, [&](VerdictDraft& draft) {
        draft.setClass(solution.spectralClass);
        draft.setRedshift(solution.z, RedshiftOrigin::Solution, detail.left(longestDetail), solution.zError);
    });
}

void VerdictEditor::choosePeak(double z, SpectralClass spectralClass)
{
    change({}, [&](VerdictDraft& draft) {
        draft.setClass(spectralClass);
        draft.setRedshift(z, RedshiftOrigin::Curve, className(spectralClass));
    });
}

void VerdictEditor::awaitFit()
{
    m_awaitsFit = m_open;
    m_acceptAfterFit.reset();
}

void VerdictEditor::dropFit()
{
    m_awaitsFit = false;
    m_acceptAfterFit.reset();
}

void VerdictEditor::takeFit(const LineFit& fit)
{
    const auto wished = m_acceptAfterFit;
    const auto detail = fit.lines.mid(0, mostLinesNamed).join(u", "_s).left(longestDetail);
    change({}, [&](VerdictDraft& draft) {
        draft.setRedshift(fit.z, RedshiftOrigin::LineFit, detail, fit.zError);
    });
    dropFit();
    if (wished)
        accept(*wished);
}

void VerdictEditor::resetRedshift()
{
    change({}, [](VerdictDraft& draft) { draft.resetRedshift(); });
}

void VerdictEditor::resetAll()
{
    auto asShown = m_entry;
    asShown.verdict.reset();
    change({}, [&](VerdictDraft& draft) { draft = VerdictDraft(asShown); });
}

bool VerdictEditor::undo()
{
    if (!m_open || !m_history.canUndo())
        return false;
    dropFit();
    m_draft = m_history.undo(m_draft);
    m_rest.start();
    emit changed();
    return true;
}

bool VerdictEditor::redo()
{
    if (!m_open || !m_history.canRedo())
        return false;
    dropFit();
    m_draft = m_history.redo(m_draft);
    m_rest.start();
    emit changed();
    return true;
}

void VerdictEditor::accept(std::optional<Grade> grade)
{
    if (!m_open || !m_seen)
        return;
    if (!m_readOnly.isEmpty()) {
        emit refused(m_readOnly);
        return;
    }
    if (m_awaitsFit) {
        m_acceptAfterFit = grade;
        return;
    }
    if (grade && grade != m_draft.chosenGrade())
        setGrade(*grade);
    if (const auto what = m_draft.missing(); what != VerdictDraft::Missing::Nothing) {
        emit missing(what);
        return;
    }
    if (m_entry.verdict && m_draft.repeats(*m_entry.verdict)) {
        emit unchanged();
        return;
    }
    const auto verdict = m_draft.verdict(static_cast<double>(m_clock.elapsed()) / 1000.0);
    m_entry.verdict = verdict;
    m_draft = VerdictDraft(m_entry);
    m_history = {};
    m_rest.start();
    emit decided(verdict);
    if (m_open && m_entry.verdict && m_entry.verdict->submission == verdict.submission)
        emit changed(); // nothing else was opened: what stands now is to be shown
}
