#pragma once

#include "models/check/fiberproblem.h"
#include "models/problems/observedplate.h"

#include <QFrame>

class AcceptButton;
class Caption;
class ChoiceRow;
class QLineEdit;

/// The small form that reports a problem of a range of fibres. It opens at the range.
class ProblemForm : public QFrame
{
    Q_OBJECT
public:
    explicit ProblemForm(QWidget* parent = nullptr);

    /// Shows the range. What was chosen and typed stays while the form stands open, and with a description
    /// that was begun also after it was away. A form that opens takes the focus, so that letters are no keys.
    void open(const FiberRange& range);
    void clear();
    /// Gives the first field the focus: for people at the keyboard.
    void edit();
    void setRange(const FiberRange& range);
    FiberRange range() const;
    void setKind(const QString& kind, const QString& arm);
    /// A click on a fibre fills the field that has the focus: first the start, then the end. False when
    /// neither has it.
    bool takeFiber(int fiber);
    void submit();
    /// Shown on the button.
    void setSubmitKey(const QString& key);
    static QString kindLabel(const QString& kind);
    /// Says in the form why it was not submitted.
    void setComplaint(const QString& sentence);

signals:
    /// Plate, spectrograph and person are still to be filled in.
    void submitted(const FiberProblem& problem);
    void rangeEdited(const FiberRange& range);

private:
    void layOut();
    FiberProblem problem() const;

    QLineEdit* m_first;
    QLineEdit* m_last;
    ChoiceRow* m_arm;
    QLineEdit* m_from;
    QLineEdit* m_to;
    ChoiceRow* m_kind;
    ChoiceRow* m_origin;
    QLineEdit* m_description;
    Caption* m_complaint;
    AcceptButton* m_submit;
};
