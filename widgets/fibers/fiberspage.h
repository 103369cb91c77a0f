#pragma once

#include "models/check/fiberproblem.h"
#include "models/problems/hint.h"
#include "models/problems/observedplate.h"
#include "plotting/fibers/fibermap.h"

#include <QWidget>

class Actions;
class Caption;
class ChoiceRow;
class ComparisonChoice;
class FiberMapView;
class FiberStrips;
class HintList;
class ProblemForm;
class QComboBox;
class SpectrographRow;
class TaskChoice;
struct SmallMap;

/// The 2D page: a spectrograph as heat map and strips, problems of fibre ranges reported on it.
class FibersPage : public QWidget
{
    Q_OBJECT
public:
    /// Adds its actions to `actions`.
    explicit FibersPage(Actions& actions, QWidget* parent = nullptr);

    void setPlates(const ObservedPlates& plates);
    /// The choice of task at the left of the top line; hidden until there is a list to choose in.
    TaskChoice& tasks() { return *m_tasks; }
    void choosePlate(int index);
    void chooseSpectrograph(int id);
    /// A spectrograph that was read; nullptr while it is being read: then there are no hints either.
    void showSpectrograph(const FiberMapsPtr& maps, const std::vector<SpectrumPtr>& byFiber);
    /// In place of a spectrograph.
    void showNothing(const QString& sentence);
    void showComparison(const FiberMapsPtr& maps, const QString& title);
    ComparisonChoice& comparisons() { return *m_comparison; }
    /// In place of a spectrograph that cannot be read.
    void showFailure(const QString& sentence);
    void setSmallMap(int id, const SmallMap& map);
    void setHints(const Hints& hints, const QString& limitsVersion);
    /// Problems of this spectrograph that were reported already.
    void setProblems(const FiberProblems& problems);
    /// Reports nothing from now on and says why not; an empty reason: it does again.
    void setReadOnly(const QString& reason) { m_readOnly = reason; }
    /// Opens the form at a range, as two clicks do.
    void chooseRange(const FiberRange& range);
    /// The report arrived: the form closes.
    void confirmReport(const FiberProblem& problem);

    QWidget* topLine() const { return m_topLine; }
    FiberMapView& map() { return *m_map; }
    FiberStrips& strips() { return *m_strips; }
    SpectrographRow& spectrographs() { return *m_row; }
    ProblemForm& form() { return *m_form; }

signals:
    void spectrographWanted(const ObservedPlate& plate, int spectrographId);
    /// `exposure` from 1 on for a single exposure, else 0.
    void comparisonWanted(FiberComparison comparison, int exposure);
    /// Reporter and time are still to be filled in.
    void problemReported(const FiberProblem& problem);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addActions();
    void layOut();
    void layOutTopLine();
    void connectParts();
    void takeClick(int fiber);
    /// A description that was begun is there again when the form opens the next time.
    void closeForm();
    void dropForm();
    void placeForm();
    void setScale(FiberScale scale);
    /// Both 0: all.
    void showWavelengths(double fromAngstrom, double toAngstrom);
    void stepSpectrograph(int step);
    void goToHint(const Hint& hint);
    void submit(FiberProblem problem);
    void ask();

    Actions& m_actions;
    QWidget* m_topLine;
    TaskChoice* m_tasks;
    QComboBox* m_plate;
    ChoiceRow* m_scale;
    ComparisonChoice* m_comparison;
    Caption* m_readout;
    SpectrographRow* m_row;
    FiberMapView* m_map;
    FiberMapView* m_other; ///< The comparison
    FiberStrips* m_strips;
    HintList* m_hints;
    ProblemForm* m_form;
    ObservedPlates m_plates;
    QString m_readOnly;
    int m_start = 0; ///< The first click's fibre; 0: none
    FiberRange m_range;
    QUuid m_submission; ///< Of the problem in the form: submitted twice it is one problem.
};
