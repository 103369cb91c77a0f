// What the spectrograph on the 2D page is compared with.
#include "app/controllers/fiberscontroller.h"
#include "widgets/fibers/comparisonchoice.h"
#include "widgets/fibers/fiberspage.h"

#include <algorithm>

FibersController::Place FibersController::counterpart(FiberComparison comparison) const
{
    const auto plate = std::ranges::find_if(
        m_plates, [this](const ObservedPlate& known) { return known.isSame(m_place.plate); });
    if (plate == m_plates.end())
        return {};
    const auto has = [](const ObservedPlate& on, int id) {
        return std::ranges::find(on.spectrographs, id) != on.spectrographs.end();
    };
    const auto beside = [&](int step) {
        for (auto index = plate - m_plates.begin() + step; index >= 0 && index < std::ssize(m_plates);
             index += step)
            if (has(m_plates[static_cast<std::size_t>(index)], m_place.spectrographId))
                return Place {m_plates[static_cast<std::size_t>(index)], m_place.spectrographId};
        return Place {};
    };
    const auto neighbour = [&](int step) {
        const int id = m_place.spectrographId + step;
        return has(*plate, id) ? Place {*plate, id} : Place {};
    };
    switch (comparison) {
    case FiberComparison::PreviousSpectrograph:
        return neighbour(-1);
    case FiberComparison::NextSpectrograph:
        return neighbour(1);
    case FiberComparison::PreviousPlate:
        return beside(-1);
    case FiberComparison::NextPlate:
        return beside(1);
    case FiberComparison::Exposure:
        return m_place;
    case FiberComparison::None:
        break;
    }
    return {};
}

void FibersController::compare(FiberComparison comparison, int exposure)
{
    const auto request = ++m_comparison;
    m_compared.reset();
    if (comparison == FiberComparison::None)
        return;
    const auto other = counterpart(comparison);
    if (other.spectrographId == 0) {
        m_page.showComparison(nullptr, {});
        emit said(tr("There is nothing of that kind to compare with."));
        return;
    }
    const auto title = tr("%1   spectrograph %2").arg(other.plate.planId).arg(other.spectrographId);
    m_page.showComparison(nullptr, tr("Reading …"));
    m_compared = Order {other, exposure,
                        [this, request, title, exposure](const Reading& reading) {
                            if (request == m_comparison)
                                presentComparison(reading, exposure, title);
                        },
                        [this, request](const Error& error) {
                            if (request == m_comparison)
                                m_page.showComparison(nullptr, error.message);
                        }};
    readNext();
}

void FibersController::presentComparison(const Reading& reading, int exposure, const QString& title)
{
    if (exposure > 0)
        m_page.comparisons().setExposures(reading.exposures, exposure);
    const bool any = reading.maps->grid.width() > 0;
    m_page.showComparison(any ? reading.maps : nullptr,
                          exposure == 0 ? title
                              : !any    ? tr("These files hold no single exposures.")
                                        : tr("exposure %1 of %2: %3")
                                           .arg(exposure)
                                           .arg(reading.exposures.size())
                                           .arg(reading.exposures.value(exposure - 1)));
}
