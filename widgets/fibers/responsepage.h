#pragma once

#include "models/check/fiberproblem.h"
#include "plotting/fibers/fibermap.h"

#include <QWidget>

class Actions;
class Caption;
class ChoiceRow;
class DateField;
class FiberMapView;
class FiberStrips;
class QLabel;
class QLineEdit;
class SheetModel;
class SheetView;

/// The 2D team's page: problems reported, the evidence beside each, and their answer. An empty list means
/// that all is done.
class ResponsePage : public QWidget
{
    Q_OBJECT
public:
    /// Adds its actions to `actions`.
    explicit ResponsePage(Actions& actions, QWidget* parent = nullptr);

    void setProblems(const FiberProblems& problems);
    /// The list cannot be read: where it is empty this says so.
    void showFailure(const QString& sentence);
    /// The spectrograph of the chosen problem; nullptr while it is being read or cannot be.
    void showEvidence(const FiberMapsPtr& maps, const std::vector<SpectrumPtr>& byFiber,
                      const QString& sentence);
    std::optional<FiberProblem> chosen() const;
    /// The answer is stored: what was typed with it is no longer to be kept.
    void confirm(qint64 problemId);
    QWidget* topLine() const { return m_topLine; }
    /// What is asked for now.
    ProblemFilter filter() const;

signals:
    void filterChanged(const ProblemFilter& filter);
    void evidenceWanted(const FiberProblem& problem);
    void answered(const FiberProblem& problem, const ProblemAnswer& answer);

private:
    void addActions();
    void layOut();
    void layOutTopLine();
    void answer(ProblemState state);
    void showChosen();
    void forgetTyped();

    Actions& m_actions;
    QWidget* m_topLine;
    ChoiceRow* m_states;
    DateField* m_from;
    DateField* m_to;
    QLineEdit* m_spectrograph;
    Caption* m_count;
    SheetModel* m_sheet;
    SheetView* m_list;
    QLabel* m_nothing;
    Caption* m_facts;
    FiberMapView* m_map;
    FiberStrips* m_strips;
    QLineEdit* m_note;
    QLineEdit* m_version;
    Caption* m_hint;
    FiberProblems m_problems;
    std::optional<qint64> m_shown; ///< The problem whose words stand in the fields
    std::optional<qint64> m_evidence; ///< The problem whose evidence is shown or being read
};
