#pragma once

#include "models/release/releaseplan.h"

#include <QWidget>

class Actions;
class Caption;
class ChoiceRow;
class QLabel;
class QStackedWidget;
class SheetModel;
class SheetView;

/// What a release built now would hold: how many spectra of which class go out, how many stay and why, plate
/// by plate, and how that differs from an earlier release.
class PlanView : public QWidget
{
    Q_OBJECT
public:
    explicit PlanView(QWidget* parent = nullptr);

    /// Of the page it stands on: their keys are named.
    void setActions(const Actions& actions);
    void setPlan(const ReleasePlan& plan);
    const ReleasePlan& plan() const { return m_plan; }
    /// While it is computed; what is shown stays until the answer is there.
    void setProgress(qint64 done, qint64 inAll);
    /// Instead of an answer: why there is none.
    void setComplaint(const QString& sentence);
    /// Plates, or the differences to the earlier release.
    void showDifferences(bool differences);
    bool showsDifferences() const;
    /// The spectrum chosen among the differences; nullptr: none.
    const ChangedSpectrum* chosenSpectrum() const;
    /// The table on the screen as CSV.
    QString csv() const;

signals:
    void spectrumWanted(const ChangedSpectrum& spectrum);

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    void layOut();
    void fillPlates();
    void fillChanges();
    void fillExamples();

    ReleasePlan m_plan;
    std::vector<std::size_t> m_shown; ///< Places of the shown examples in the plan
    QString m_openKey; ///< Shows the chosen spectrum
    QLabel* m_headline;
    Caption* m_caption;
    SheetModel* m_classSheet;
    SheetView* m_classes;
    SheetModel* m_reasonSheet;
    SheetView* m_reasons;
    ChoiceRow* m_side;
    ChoiceRow* m_changes;
    Caption* m_changeCaption;
    QStackedWidget* m_stack;
    SheetModel* m_plateSheet;
    SheetView* m_plates;
    SheetModel* m_exampleSheet;
    SheetView* m_examples;
};
