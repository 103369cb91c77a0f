#pragma once

#include "models/check/verdictdraft.h"

#include <QWidget>

class AcceptButton;
class Actions;
class AnswerTable;
class Caption;
class ChoiceRow;
class QLineEdit;
class ReasonPanel;
class RedshiftPanel;
class SolutionsPanel;
class SubclassPanel;

/// The side panel: the answer (redshift, class, subclass) on top, how sure and why below, one button at the
/// foot. It shows a draft and says what the person wishes to change of it.
class VerdictPanel : public QWidget
{
    Q_OBJECT
public:
    explicit VerdictPanel(QWidget* parent = nullptr);

    /// Shows a draft; `given` is the verdict that stands already, if any.
    void setDraft(const VerdictDraft& draft, const std::optional<Verdict>& given);
    /// Whether the spectrum's file states a class; told before its draft.
    void setClassStated(bool stated);
    /// There is no spectrum to judge: no answers, and nothing that looks like one.
    void setNothing();
    /// Ties keys and buttons to the actions; they must be there already.
    void setActions(const Actions& actions);
    /// The button that accepts says why nothing can be decided; an empty reason: it accepts.
    void setReadOnly(const QString& reason);
    /// A sentence above the button about what is missing or wrong; empty: none.
    void setHint(const QString& sentence);
    QString hint() const;

    RedshiftPanel& redshift() { return *m_redshift; }
    SubclassPanel& subclass() { return *m_subclass; }
    ReasonPanel& reasons() { return *m_reasons; }
    SolutionsPanel& solutions() { return *m_solutions; }
    void editComment();

    /// What a grade means, in one line.
    static QString gradeMeaning(Grade grade);

signals:
    void classChosen(SpectralClass spectralClass);
    void gradeChosen(Grade grade);
    void commentChanged(const QString& comment);
    void commentEntered();
    void acceptWanted();

private:
    QWidget* gradeBlock();
    QWidget* footer();
    void describe(const VerdictDraft& draft, const std::optional<Verdict>& given);

    RedshiftPanel* m_redshift;
    AnswerTable* m_answers;
    SolutionsPanel* m_solutions;
    ChoiceRow* m_classes;
    SubclassPanel* m_subclass;
    Caption* m_gradeMeaning;
    ChoiceRow* m_grades;
    ReasonPanel* m_reasons;
    QLineEdit* m_comment;
    Caption* m_hint;
    AcceptButton* m_accept;
    QString m_readOnly; ///< Why nothing can be decided
    QString m_guide; ///< What the keys do, while there is nothing else to say
};
