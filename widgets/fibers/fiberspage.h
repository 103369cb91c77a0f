#pragma once

#include "models/check/fiberproblem.h"
#include "models/problems/hint.h"
#include "models/problems/observedplate.h"
#include "plotting/fibers/fibermap.h"

#include <QWidget>

class Actions;
class Caption;
class ChoiceRow;
class FiberMapView;
class FiberStrips;
class HintList;
class ProblemForm;
class QComboBox;
class SpectrographRow;

/// The 2D page: a spectrograph as heat map and strips, problems of fibre ranges reported on it.
class FibersPage : public QWidget
{
    Q_OBJECT
public:
    /// Adds its actions to `actions`.
    explicit FibersPage(Actions& actions, QWidget* parent = nullptr);

    void setPlates(const ObservedPlates& plates);
    void choosePlate(int index);
    void chooseSpectrograph(int id);
    /// A spectrograph that was read; nullptr while it is being read.
    void showSpectrograph(const FiberMapsPtr& maps, const std::vector<SpectrumPtr>& byFiber);
    void showComparison(const FiberMapsPtr& maps, const QString& title);
    void setSpectrographPicture(int id, const QImage& picture);
    void setHints(const Hints& hints, const QString& limitsVersion);
    /// Problems of this spectrograph that were reported already.
    void setProblems(const FiberProblems& problems);
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
    void comparisonWanted(FiberComparison comparison);
    /// Reporter and time are still to be filled in.
    void problemReported(const FiberProblem& problem);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addActions();
    void layOut();
    void layOutTopLine();
    void connectParts();
    void takeClick(int fiber);
    void closeForm();
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
    QComboBox* m_plate;
    ChoiceRow* m_scale;
    QComboBox* m_comparison;
    Caption* m_readout;
    SpectrographRow* m_row;
    FiberMapView* m_map;
    FiberMapView* m_other; ///< The comparison
    FiberStrips* m_strips;
    HintList* m_hints;
    ProblemForm* m_form;
    ObservedPlates m_plates;
    int m_start = 0; ///< The first click's fibre; 0: none
    FiberRange m_range;
    QUuid m_submission; ///< Of the problem in the form: submitted twice it is one problem.
};
