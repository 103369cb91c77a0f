#pragma once

#include "app/controllers/repeatedquestion.h"
#include "app/controllers/taskseats.h"
#include "app/controllers/verdictfollower.h"
#include "app/controllers/verdictsender.h"
#include "app/spectra/tilestore.h"
#include "models/items/wallmodel.h"

#include <QObject>

class StarsPage;

/// Joins the wall of stars to the browse list, to the tiles drawn ahead and to the sender of verdicts.
class StarsController : public QObject
{
    Q_OBJECT
public:
    /// The page's model, and the one sender of this window; all must live as long as this.
    StarsController(StarsPage& page, WallModel& model, VerdictSender& sender, QObject* parent = nullptr);

    void setAccount(const QString& account) { m_account = account; }
    void setSession(const std::shared_ptr<Session>& session);
    /// Takes the browse entries among these, e.g. of files just read.
    void addEntries(const QueueEntries& entries);
    /// Fetches the browse list from the database, from the place where the person left off.
    void loadList();
    /// Walks a task from now on; 0: the browse list.
    void chooseTask(int taskId);
    TaskSeats& seats() { return m_seats; }
    /// Every tile on the screen is drawn, and with its template where templates are on.
    bool isSettled() const;

signals:
    void said(const QString& sentence);
    void complained(const QString& sentence);
    /// What was complained of is over.
    void mended(const QString& sentence);
    /// What the wall walks from now on; id 0: the browse list.
    void chosen(const Task& task);
    /// The person wants to look at this one alone.
    void inspectWanted(const QueueEntry& entry);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fetchPage();
    void takePage(const QueueEntries& entries);
    void fetchPlace();
    void resume();
    /// Notes where the person goes on, once the verdicts before it are stored.
    void remember(int row);
    void sendPlace();
    void want(int first, int last, int direction);
    SpectrumAddress addressOf(int row) const;
    void takeTiles(const std::vector<TileAnswer>& tiles);
    void restyle();
    void useTemplates(bool on);
    void connectSeats();
    void begin(const Task& task);
    /// Stores verdicts given together and returns the last row among them.
    int store(const Verdicts& verdicts);
    void finishPage(const Verdicts& verdicts);
    void undo();
    void noteWork();
    void resumeDraft(const Verdict& refused);

    struct Deed
    {
        Verdict verdict;
        std::optional<Verdict> before; ///< What stood before it.
    };

    static constexpr int rowsInReserve = 8000; ///< Fetched before the person comes near the end

    StarsPage& m_page;
    WallModel& m_model;
    VerdictSender& m_sender;
    VerdictFollower m_follower;
    TileStore m_tiles;
    TaskSeats m_seats;
    RepeatedQuestion m_question; ///< For a page of the browse list
    std::shared_ptr<Session> m_session;
    QString m_account;
    std::optional<QueueEntry> m_lastFetched;
    std::pair<qint64, QString> m_place; ///< The last spectrum decided on; obsid 0: none.
    std::optional<QueueEntry> m_leftAt; ///< In the list of all, when a task was begun
    std::optional<QueueEntry> m_goOnAt; ///< Still to be noted at the server.
    quint64 m_request = 0; ///< Of the browse list: answers to older ones are dropped.
    bool m_fetching = false;
    bool m_listEnded = false; ///< The last page of the browse list has been fetched.
    bool m_personWorks = false; ///< From then on the wall is not moved to where the person left off.
    bool m_templates = false;
    bool m_engineLoads = false;
    std::set<int> m_withTemplate; ///< Rows whose tile shows its template
    int m_first = 0; ///< On the screen
    int m_last = -1;
    int m_direction = 0;
    std::vector<std::vector<Deed>> m_done; ///< For undo: pages and corrections, the newest last.
};
