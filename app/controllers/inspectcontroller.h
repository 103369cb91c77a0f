#pragma once

#include "app/controllers/verdictfollower.h"
#include "app/controllers/verdictsender.h"
#include "app/redshift/solutioncache.h"
#include "app/redshift/templatewatch.h"
#include "app/spectra/spectrumcache.h"
#include "models/check/pace.h"
#include "models/check/queueentry.h"

#include <QObject>
#include <QPersistentModelIndex>

#include <functional>
#include <vector>

class InspectPage;
class QueueFilterModel;
class QueueModel;

/// Joins the inspector's page to its list, to the spectra read ahead and to the sender of verdicts.
class InspectController : public QObject
{
    Q_OBJECT
public:
    /// `list` filters and orders `queue`; all must live as long as this.
    InspectController(InspectPage& page, QueueModel& queue, QueueFilterModel& list,
                      QObject* parent = nullptr);

    void setSession(const std::shared_ptr<Session>& session);
    void setAccount(const QString& account) { m_account = account; }
    /// Takes entries and the spectra read on the way; the first entry that needs an eye is shown at once.
    void addEntries(const QueueEntries& entries, const std::vector<SpectrumPtr>& spectra);

    /// Puts the list away, to begin another; what was decided can still be undone.
    void clearEntries();
    /// Takes entries out of the list; the next one is shown when the one on the screen is among them.
    void dropEntries(const QueueEntries& entries);
    /// The queue row of the spectrum on the screen, -1: none.
    int queueRow() const { return m_current.row(); }

    /// Shows a row of the list.
    void showRow(int row);
    /// Shows an entry of the queue whether or not the list's filter lets it through.
    void showQueueRow(int queueRow);

    /// What the status line says of the server.
    QString serverText() const { return m_serverText; }
    VerdictSender& sender() { return m_sender; }
    SpectrumCache& cache() { return m_cache; }
    SolutionCache& solutions() { return m_solutions; }

signals:
    /// Something happened that a person should read.
    void said(const QString& sentence);
    void complained(const QString& sentence);
    /// What was complained of is over.
    void mended(const QString& sentence);
    /// Verdicts per hour; absent until there are enough to tell.
    void paceChanged(std::optional<double> perHour);
    /// The first spectrum is on the screen.
    void firstShown();
    /// Another one is on the screen.
    void shown();
    /// A verdict was given, or with `withdraws` taken back, and is on its way.
    void decided(const Verdict& verdict);

private:
    struct Decision
    {
        Verdict verdict;
        std::optional<Verdict> before; ///< What stood before it.
        QueueEntry entry; ///< As it was in the list.
    };

    void goOn(int step);
    void showRowByHand(int row);
    void countEntries();
    void sayListIsDone();
    void refreshVerdict();
    void decide(Verdict verdict);
    void undo();
    void redo();
    /// The queue row of what was decided; another list has come since when it has to be added again.
    int rowOf(const Decision& decision);
    void present();
    void readAhead();
    std::vector<SpectrumAddress> addressesAround(int forward, int backward) const;
    void searchAhead();
    void followSolutions();
    void noteFound(const SolutionsPtr& solutions);
    void showWhatIsLeft(int queueRow);
    int currentRow() const; ///< In the list; -1 when the list hides it.
    /// The queue row of the nearest entry behind the current one that still needs an eye; -1: none.
    int nextOpenQueueRow() const;
    /// The same of one without a verdict.
    int nextUnjudgedQueueRow() const;
    int nextQueueRow(const std::function<bool(const QueueEntry&)>& isMeant) const;
    SpectrumAddress addressOf(int queueRow) const;
    void presentAnew(qint64 obsid, const QString& pipelineVersion);
    void forget(const Verdict& verdict, const Error& error);
    void sayRefused();

    InspectPage& m_page;
    QueueModel& m_queue;
    QueueFilterModel& m_list;
    SpectrumCache m_cache;
    SolutionCache m_solutions;
    TemplateWatch m_ownTemplates;
    VerdictSender m_sender;
    VerdictFollower m_follower;
    std::shared_ptr<Session> m_session;
    QString m_account;
    QString m_serverText;
    Pace m_pace;
    QPersistentModelIndex m_current; ///< In the queue.
    bool m_deciding = false; ///< The verdict that is given just now comes from here.
    bool m_personMoved = false; ///< From then on arriving entries never change what is shown.
    std::vector<Decision> m_done; ///< For undo, the newest last.
    std::vector<Decision> m_undone; ///< For redo.
    Verdicts m_refused; ///< Still to be told, together
    QString m_refusal;
    QString m_awayComplaint; ///< While the server is away
};
