#pragma once

#include "models/check/verdictdraft.h"

#include <QWidget>

class AcceptButton;
class Actions;
class Caption;
class ChoiceRow;
class QLabel;
class QLineEdit;

/// The foot of the wall: which spectra are chosen, what is wrong with them, and "page done".
class MarkBar : public QWidget
{
    Q_OBJECT
public:
    explicit MarkBar(QWidget* parent = nullptr);

    /// Keys on the cells and the button.
    void setActions(const Actions& actions);
    /// What is chosen: nothing, one spectrum with its answer, or several with the first one's.
    void showNothing();
    void showChosen(const QueueEntry& first, const VerdictDraft& draft, int count);
    /// Page from 1; tiles marked, and how many "page done" would accept and store.
    void setCounts(int page, int pages, int marked, int accepted);
    void editSubclass();
    void editRedshift();
    /// A sentence about what was typed; empty takes it away.
    void setHint(const QString& hint);

signals:
    void classChosen(SpectralClass spectralClass);
    void subclassEntered(const QString& text);
    void redshiftEntered(const QString& text);
    void problemToggled(const QString& code, bool on);
    void doneWanted();
    void editingLeft();

private:
    void layOut();
    static QStringList offeredProblems();

    QLineEdit* m_id;
    ChoiceRow* m_class;
    QLineEdit* m_subclass;
    QLineEdit* m_redshift;
    ChoiceRow* m_problems;
    Caption* m_hint;
    AcceptButton* m_done;
};
