// How a problem is pointed out and reported on the 2D page.
#include "widgets/fibers/fibermapview.h"
#include "widgets/fibers/fiberspage.h"
#include "widgets/fibers/fiberstrips.h"
#include "widgets/fibers/problemform.h"
#include "widgets/fibers/spectrographrow.h"
#include "widgets/frame/theme.h"

#include <QComboBox>

#include <algorithm>

void FibersPage::takeClick(int fiber)
{
    m_strips->showFiber(fiber);
    if (m_form->takeFiber(fiber))
        return;
    if (m_start == 0) {
        m_start = fiber;
        m_range = {.first = fiber, .last = fiber};
        m_map->setRange(m_range);
        m_strips->setRange(m_range);
        return;
    }
    chooseRange({.first = std::min(m_start, fiber), .last = std::max(m_start, fiber)});
}

void FibersPage::chooseRange(const FiberRange& range)
{
    m_start = 0;
    m_range = range;
    m_map->setRange(range);
    m_strips->setRange(range);
    m_submission = QUuid::createUuid();
    m_form->open(range);
    placeForm();
}

void FibersPage::placeForm()
{
    if (!m_form->isVisible())
        return;
    const auto area = m_map->mapArea().translated(m_map->mapTo(this, QPoint()));
    const auto rows = m_map->rowsOf(m_range.first, m_range.last).translated(m_map->mapTo(this, QPoint()));
    const int below = rows.bottom() + gridUnit;
    const int y =
        below + m_form->height() <= height() - gridUnit ? below : rows.top() - gridUnit - m_form->height();
    m_form->move(area.right() - m_form->width() - 2 * gridUnit,
                 std::clamp(y, gridUnit, std::max(gridUnit, height() - m_form->height() - gridUnit)));
}

void FibersPage::closeForm()
{
    m_form->hide();
    m_start = 0;
    m_range = {};
    m_map->setRange({});
    m_strips->setRange({});
    m_map->setFocus();
}

void FibersPage::dropForm()
{
    m_form->clear();
    closeForm();
}

void FibersPage::goToHint(const Hint& hint)
{
    m_strips->showFiber((hint.firstFiber + hint.lastFiber) / 2);
    chooseRange({.first = hint.firstFiber, .last = hint.lastFiber});
    m_form->setKind(hint.kind, hint.arm);
}

void FibersPage::submit(FiberProblem problem)
{
    const auto index = static_cast<std::size_t>(std::max(0, m_plate->currentIndex()));
    if (index >= m_plates.size())
        return;
    if (!m_readOnly.isEmpty()) {
        m_form->setComplaint(m_readOnly);
        return;
    }
    const auto& plate = m_plates[index];
    problem.submission = m_submission;
    problem.obsDate = plate.obsDate;
    problem.planId = plate.planId;
    problem.pipelineVersion = plate.pipelineVersion;
    problem.spectrographId = m_row->current();
    emit problemReported(problem);
}

void FibersPage::confirmReport(const FiberProblem& problem)
{
    if (problem.submission == m_submission)
        dropForm();
}
