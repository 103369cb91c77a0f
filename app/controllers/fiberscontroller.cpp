#include "app/controllers/fiberscontroller.h"

#include "app/session/deliver.h"
#include "db/stores/platestore.h"
#include "db/stores/problemstore.h"
#include "models/problems/hint.h"
#include "models/problems/platefilter.h"
#include "widgets/fibers/comparisonchoice.h"
#include "widgets/fibers/fiberspage.h"
#include "widgets/fibers/spectrographrow.h"

#include <QtConcurrent>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
SmallMap smallMapOf(const FiberMaps& maps)
{
    const auto picture = [&maps](bool dark) {
        const MapView view {.scale = FiberScale::Flux, .dark = dark};
        return fiberMapPicture(maps.of(view.scale), maps.grid, view, SpectrographRow::mapSize);
    };
    return {picture(false), picture(true)};
}
}

FibersController::FibersController(FibersPage& page, QObject* parent)
    : QObject(parent)
    , m_page(page)
{
    connect(&page, &FibersPage::spectrographWanted, this, &FibersController::show);
    connect(&page, &FibersPage::comparisonWanted, this, &FibersController::compare);
    connect(&page, &FibersPage::problemReported, this, &FibersController::report);
}

FibersController::~FibersController()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void FibersController::setSession(const std::shared_ptr<Session>& session)
{
    m_session = session;
    m_account = session->account();
}

FibersController::Key FibersController::keyOf(const ObservedPlate& plate, int spectrographId)
{
    return {plate.obsDate, plate.planId, plate.pipelineVersion, spectrographId};
}

void FibersController::addEntries(const QueueEntries& entries)
{
    bool grown = false;
    bool shownGrew = false;
    for (const auto& entry : entries) {
        if (!entry.spectrographId || !entry.fiberId || entry.planId.isEmpty())
            continue;
        const ObservedPlate plate {entry.obsDate, entry.planId, entry.pipelineVersion, {}};
        auto& fibers = m_entries[keyOf(plate, *entry.spectrographId)];
        grown = grown || fibers.empty();
        fibers.push_back(entry);
        if (m_place.plate.isSame(plate)) {
            m_grown.insert(*entry.spectrographId);
            shownGrew = shownGrew || m_place.spectrographId == *entry.spectrographId;
        }
    }
    const auto request = m_request;
    if (grown)
        listPlates();
    if (!m_active || m_place.spectrographId == 0 || request != m_request)
        return;
    if (shownGrew)
        readShown();
    orderPictures();
    readNext();
}

void FibersController::listPlates()
{
    m_plates.clear();
    for (const auto& [key, fibers] : m_entries) {
        const ObservedPlate plate {std::get<0>(key), std::get<1>(key), std::get<2>(key), {}};
        if (m_plates.empty() || !m_plates.back().isSame(plate))
            m_plates.push_back(plate);
        m_plates.back().spectrographs.push_back(std::get<3>(key));
    }
    offerPlates();
}

void FibersController::narrowTo(const TaskFilter& filter)
{
    m_filter = filter;
    offerPlates();
    if (m_shown) // the same one as before; spectrographs that come back have no small map
        show(m_place.plate, m_place.spectrographId);
}

void FibersController::offerPlates()
{
    const auto offered = narrowedTo(m_filter, m_plates);
    m_page.setPlates(offered);
    if (offered.empty() && !m_plates.empty()) {
        m_place = {};
        m_shown = false;
        ++m_request;
        m_page.showNothing(tr("No plate of this task is here."));
    }
}

void FibersController::activate()
{
    m_active = true;
    if (!m_shown && m_place.spectrographId > 0)
        show(m_place.plate, m_place.spectrographId);
}

void FibersController::show(const ObservedPlate& plate, int spectrographId)
{
    const bool otherPlate = !m_place.plate.isSame(plate);
    m_place = {plate, spectrographId};
    m_shown = false;
    if (!m_active)
        return;
    m_page.showSpectrograph(nullptr, {});
    ++m_request;
    ++m_comparison;
    m_compared.reset();
    if (otherPlate)
        m_grown.clear();
    readShown();
    orderPictures();
    readNext();
    fetchProblems();
}

void FibersController::readShown()
{
    m_wanted = Order {m_place, 0,
                      [this, request = m_request](const Reading& reading) {
                          if (request == m_request)
                              present(reading);
                      },
                      [this, request = m_request](const Error& error) {
                          if (request == m_request)
                              m_page.showFailure(error.message);
                      }};
}

void FibersController::readNext()
{
    if (m_reads)
        return;
    if (const auto order = nextOrder()) {
        m_reads = true;
        read(*order);
    }
}

std::optional<FibersController::Order> FibersController::nextOrder()
{
    if (m_wanted)
        return std::exchange(m_wanted, std::nullopt);
    if (m_compared)
        return std::exchange(m_compared, std::nullopt);
    if (m_pictures.empty())
        return {};
    auto order = std::move(m_pictures.front());
    m_pictures.pop_front();
    return order;
}

void FibersController::finishReading()
{
    m_reads = false;
    readNext();
}

void FibersController::loadPlates()
{
    m_fromDatabase = true;
    const auto answer = m_session->background().run(
        [names = m_session->schemas()](QSqlDatabase& db) { return PlateStore::plates(db, names); });
    deliver(answer, this, [this](const Result<ObservedPlates>& plates) {
        if (!plates) {
            emit complained(plates.error().message);
            return;
        }
        m_plates = plates.value();
        offerPlates();
    });
}

void FibersController::read(const Order& order)
{
    if (!m_fromDatabase) {
        const auto found = m_entries.find(keyOf(order.place.plate, order.place.spectrographId));
        readFiles(found == m_entries.end() ? QueueEntries() : found->second, order);
        return;
    }
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), place = order.place](QSqlDatabase& db) {
            return PlateStore::fibers(db, names, place.plate, place.spectrographId);
        });
    deliver(answer, this, [this, order](const Result<QueueEntries>& entries) {
        if (entries) {
            readFiles(entries.value(), order);
            return;
        }
        emit complained(entries.error().message);
        order.giveUp(entries.error());
        finishReading();
    });
}

void FibersController::readFiles(const QueueEntries& files, const Order& order)
{
    const auto night = QDate::fromString(order.place.plate.obsDate, Qt::ISODate);
    const auto work = [files, night, exposure = order.exposure] {
        Reading reading {readSpectrograph(files, night, exposure), {}};
        if (exposure == 0 && reading.maps)
            reading.small = smallMapOf(*reading.maps);
        return reading;
    };
    deliver(QtConcurrent::run(&m_pool, work), this, [this, use = order.use](const Reading& reading) {
        use(reading);
        finishReading();
    });
}

void FibersController::present(const Reading& reading)
{
    m_shown = true;
    m_page.showSpectrograph(reading.maps, reading.byFiber);
    setSmallMap(m_place, reading);
    m_page.setHints(reading.hints, builtInHintLimits().version());
    addFailureHints(reading.hints);
    if (reading.failed > 0)
        emit complained(tr("%n spectra of this spectrograph could not be read.", nullptr, reading.failed));
}

/// What the fibres did on all plates of the database comes later, and joins the ranking.
void FibersController::addFailureHints(const Hints& hints)
{
    if (!m_session)
        return;
    const auto request = m_request;
    const auto night = QDate::fromString(m_place.plate.obsDate, Qt::ISODate);
    const auto answer =
        m_session->background().run([names = m_session->schemas(), place = m_place](QSqlDatabase& db) {
            return PlateStore::records(db, names, place.spectrographId, place.plate.pipelineVersion);
        });
    deliver(answer, this, [this, request, night, hints](const Result<std::vector<FiberRecord>>& records) {
        if (request != m_request)
            return;
        if (!records) {
            emit complained(tr("%1 Hints from what the fibres did on other plates are missing.")
                                .arg(records.error().message));
            return;
        }
        auto all = failureHints(records.value(), builtInHintLimits(), night);
        all.insert(all.end(), hints.begin(), hints.end());
        std::ranges::stable_sort(all, std::greater(), &Hint::severity);
        m_page.setHints(all, builtInHintLimits().version());
    });
}

/// The small maps of the plate's spectrographs, in place of those ordered before.
void FibersController::orderPictures()
{
    m_pictures.clear();
    const auto plate = std::ranges::find_if(
        m_plates, [this](const ObservedPlate& known) { return known.isSame(m_place.plate); });
    if (plate == m_plates.end())
        return;
    for (const int id : plate->spectrographs) {
        const Place place {*plate, id};
        if (id != m_place.spectrographId && (m_grown.contains(id) || !m_page.spectrographs().hasMap(id)))
            m_pictures.push_back({place, 0,
                                  [this, place](const Reading& reading) { setSmallMap(place, reading); },
                                  [](const Error&) {}});
    }
}

void FibersController::setSmallMap(const Place& place, const Reading& reading)
{
    if (!m_place.plate.isSame(place.plate))
        return;
    m_grown.erase(place.spectrographId);
    m_page.setSmallMap(place.spectrographId, reading.small);
}

void FibersController::fetchProblems()
{
    m_page.setProblems({});
    if (!m_session)
        return;
    ProblemFilter filter;
    filter.planId = m_place.plate.planId;
    filter.pipelineVersion = m_place.plate.pipelineVersion;
    filter.spectrographId = m_place.spectrographId;
    const auto request = m_request;
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), filter](QSqlDatabase& db) {
            return ProblemStore::all(db, names, filter);
        });
    deliver(answer, this, [this, request](const Result<FiberProblems>& problems) {
        if (request != m_request)
            return;
        if (problems)
            m_page.setProblems(problems.value());
        else
            emit complained(tr("%1 What was reported of this spectrograph already is not shown.")
                                .arg(problems.error().message));
    });
}

void FibersController::report(FiberProblem problem)
{
    if (!m_session) {
        emit complained(tr("There is no server; the problem cannot be stored."));
        return;
    }
    problem.reporter = m_account;
    problem.reportedAt = QDateTime::currentDateTimeUtc();
    const auto answer =
        m_session->interactive().run([names = m_session->schemas(), problem](QSqlDatabase& db) {
            return ProblemStore::report(db, names, problem);
        });
    deliver(answer, this, [this, problem](const Result<qint64>& id) {
        if (!id) {
            emit complained(id.error().message);
            return;
        }
        m_page.confirmReport(problem);
        emit said(problem.origin == ProblemOrigin::Raw
                      ? tr("Stored: fibres %1–%2 are discarded from the release.")
                            .arg(problem.firstFiber)
                            .arg(problem.lastFiber)
                      : tr("Stored: fibres %1–%2 are a ticket for the 2D team.")
                            .arg(problem.firstFiber)
                            .arg(problem.lastFiber));
        emit reported();
        fetchProblems();
    });
}
