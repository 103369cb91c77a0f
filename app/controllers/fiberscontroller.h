#pragma once

#include "app/session/session.h"
#include "app/spectra/spectrographreader.h"
#include "models/check/task.h"
#include "models/problems/hint.h"
#include "models/problems/observedplate.h"
#include "plotting/fibers/fibermap.h"
#include "widgets/fibers/spectrographrow.h"

#include <QObject>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

class FibersPage;
struct FiberProblem;

/// Joins the 2D page to the plates, to the spectra of a spectrograph and to the problems reported.
class FibersController : public QObject
{
    Q_OBJECT
public:
    explicit FibersController(FibersPage& page, QObject* parent = nullptr);
    ~FibersController() override;

    void setAccount(const QString& account) { m_account = account; }
    void setSession(const std::shared_ptr<Session>& session);
    /// Takes entries of files just read; the page's plates are made of them.
    void addEntries(const QueueEntries& entries);
    /// Lists the plates of the database in place of files.
    void loadPlates();
    /// Lists the plates of a task's filter only, with their spectrographs; an empty filter lists all.
    void narrowTo(const TaskFilter& filter);
    /// The page is on the screen now: reads what it shows.
    void activate();
    /// Nothing is being read for the page.
    bool isSettled() const { return m_shown && !m_reads && !m_wanted && !m_compared && m_pictures.empty(); }

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);
    /// A problem was stored.
    void reported();

private:
    /// A spectrograph of a plate.
    struct Place
    {
        ObservedPlate plate;
        int spectrographId = 0;
    };
    struct Reading : SpectrographReading
    {
        SmallMap small; ///< Of coadds
    };
    /// A reading that is wanted, and what it is for.
    struct Order
    {
        Place place;
        int exposure = 0; ///< From 1 on; 0: the coadds
        std::function<void(const Reading&)> use;
        std::function<void(const Error&)> giveUp; ///< It could not be read.
    };
    using Key = std::tuple<QString, QString, QString, int>;

    static Key keyOf(const ObservedPlate& plate, int spectrographId);
    void listPlates();
    void offerPlates();
    void show(const ObservedPlate& plate, int spectrographId);
    void compare(FiberComparison comparison, int exposure);
    void presentComparison(const Reading& reading, int exposure, const QString& title);
    /// The place to compare with; spectrographId 0: there is none.
    Place counterpart(FiberComparison comparison) const;
    void readShown();
    /// Begins the most urgent of the orders: the spectrograph shown, the comparison, then small maps.
    void readNext();
    std::optional<Order> nextOrder();
    void read(const Order& order);
    void readFiles(const QueueEntries& entries, const Order& order);
    void finishReading();
    void addFailureHints(const Hints& hints);
    void present(const Reading& reading);
    void orderPictures();
    void setSmallMap(const Place& place, const Reading& reading);
    void fetchProblems();
    void report(FiberProblem problem);

    FibersPage& m_page;
    std::shared_ptr<Session> m_session;
    QString m_account;
    std::map<Key, std::vector<QueueEntry>> m_entries; ///< Fibres of every spectrograph
    ObservedPlates m_plates;
    TaskFilter m_filter; ///< What the page lists of them
    Place m_place;
    bool m_fromDatabase = false;
    bool m_active = false;
    bool m_shown = false;
    bool m_reads = false; ///< One reading at a time: what is chosen next never stands behind many.
    std::optional<Order> m_wanted; ///< Of the spectrograph shown
    std::optional<Order> m_compared;
    std::deque<Order> m_pictures;
    quint64 m_request = 0; ///< Of the spectrograph shown: older answers are dropped.
    quint64 m_comparison = 0; ///< The same of the comparison
    std::set<int> m_grown; ///< Spectrographs of the plate that have more fibres than their small map
    QThreadPool m_pool;
};
