#pragma once

#include "models/items/queuefiltermodel.h"

#include <QWidget>

class Actions;
class Caption;
class ChoiceRow;
class QLabel;
class QLineEdit;
class TaskChoice;

/// The line above the inspector's page: which list, which of its rows, search, and the number to jump to.
class QueueBar : public QWidget
{
    Q_OBJECT
public:
    explicit QueueBar(QWidget* parent = nullptr);

    /// Names the list of files that is walked.
    void setListName(const QString& name);
    /// Chooses what is walked, where the list is the database's.
    TaskChoice& tasks() { return *m_tasks; }
    /// How many there are, need an eye, are done; shown on the three choices.
    void setCounts(int all, int needAnEye, int done);
    void setPosition(int row, int count);
    void setActions(const Actions& actions);
    void search();
    void jump();
    /// The next of the three choices.
    void cycleShow();

signals:
    void filterChanged(QueueShow show, const QString& text);
    void rowWanted(int row);
    /// The person typed a number outside the list.
    void refused(const QString& sentence);
    void editingLeft();
    /// Enter in the search: what it hides is no longer meant.
    void searchEntered();

private:
    void chooseShow(QueueShow show);
    void enterNumber();
    void showNumber();

    QLabel* m_name;
    TaskChoice* m_tasks;
    ChoiceRow* m_show;
    QLineEdit* m_search;
    QLineEdit* m_number;
    Caption* m_of;
    QueueShow m_shown = QueueShow::All;
    int m_row = -1;
    int m_count = 0;
};
