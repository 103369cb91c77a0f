#pragma once

#include "models/release/explanation.h"
#include "models/release/releasecalendar.h"
#include "models/release/releaseplan.h"
#include "models/release/releaseprogress.h"

#include <QStringList>
#include <QWidget>

class Actions;
class ChoiceRow;
class DateField;
class ExplainPanel;
class PlanView;
class QComboBox;
class QToolButton;
class RunPanel;

/// Which release the page is about.
struct ReleaseWish
{
    QString release; ///< "dr6", "dr6_alpha"
    QString previous; ///< To compare with; empty: none
    QString firstDate; ///< Evenings from this one on, "yyyy-MM-dd"; empty: from the first
    QString lastDate;

    bool operator==(const ReleaseWish&) const = default;
};

Q_DECLARE_METATYPE(ReleaseWish)

/// The release: what would go out now and why not the rest, what differs from an earlier one, why a spectrum
/// is kept back, building and packing it, and the calendar. S1 §2(6).
class ReleasePage : public QWidget
{
    Q_OBJECT
public:
    /// Adds its actions to `actions`.
    explicit ReleasePage(Actions& actions, QWidget* parent = nullptr);

    /// The releases that were built; `proposed` is chosen where nothing is typed yet.
    void setReleases(const QStringList& built, const QString& proposed);
    ReleaseWish wish() const;
    void setPlan(const ReleasePlan& plan);
    /// A plan is being made; `done` of `inAll` spectra.
    void setPlanProgress(qint64 done, qint64 inAll);
    /// No plan is being made any more, for the reason if there is one.
    void endPlan(const QString& complaint);
    void setMayBuild(bool may);

    PlanView& planView() { return *m_plan; }
    ExplainPanel& explainPanel() { return *m_explain; }
    RunPanel& runPanel() { return *m_run; }
    QWidget* topLine() const { return m_topLine; }

signals:
    /// What would this release hold?
    void planWanted(const ReleaseWish& wish);
    void planStopped();
    void explanationWanted(const QString& release, qint64 obsid);
    void spectrumWanted(qint64 obsid, const QString& pipelineVersion);
    void startWanted(const ReleaseWish& wish, const QString& folder);
    void exportWanted();

private:
    void addActions();
    void layOut();
    void layOutTopLine();
    /// While it looks at what would go out it can be stopped.
    void setLooking(bool looking);
    void connectPanels();
    void nameChanged();
    void explainChosen();
    void fillPrevious();

    Actions& m_actions;
    QStringList m_built;
    QWidget* m_topLine;
    QComboBox* m_name;
    ChoiceRow* m_kind;
    QComboBox* m_previous;
    bool m_previousPicked = false;
    DateField* m_from;
    DateField* m_until;
    PlanView* m_plan;
    ExplainPanel* m_explain;
    RunPanel* m_run;
};
