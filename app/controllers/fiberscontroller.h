#pragma once

#include "app/session/session.h"
#include "app/spectra/spectrographreader.h"
#include "models/check/queueentry.h"
#include "models/problems/hint.h"
#include "models/problems/observedplate.h"
#include "plotting/fibers/fibermap.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <map>
#include <memory>

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
    /// The page is on the screen now: reads what it shows.
    void activate();
    /// Nothing is being read for the page.
    bool isSettled() const { return m_shown && m_reading == 0; }

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
    using Reading = SpectrographReading;
    using Key = std::tuple<QString, QString, QString, int>;

    static Key keyOf(const ObservedPlate& plate, int spectrographId);
    void show(const ObservedPlate& plate, int spectrographId);
    void compare(FiberComparison comparison);
    /// The place to compare with; spectrographId 0: there is none.
    Place counterpart(FiberComparison comparison) const;
    void read(const Place& place, bool exposures, std::function<void(const Reading&)> use);
    void readFiles(const QueueEntries& entries, const QDate& night, bool exposures,
                   const std::function<void(const Reading&)>& use);
    void addFailureHints(const Hints& hints);
    void present(const Reading& reading);
    void readPictures();
    void fetchProblems();
    void report(FiberProblem problem);

    FibersPage& m_page;
    std::shared_ptr<Session> m_session;
    QString m_account;
    std::map<Key, std::vector<QueueEntry>> m_entries; ///< Fibres of every spectrograph
    ObservedPlates m_plates;
    Place m_place;
    bool m_fromDatabase = false;
    bool m_active = false;
    bool m_shown = false;
    int m_reading = 0;
    quint64 m_request = 0; ///< Of the spectrograph shown: older answers are dropped.
    QSet<QString> m_pictured; ///< Spectrographs whose small map is there or on its way
    QThreadPool m_pool;
};
