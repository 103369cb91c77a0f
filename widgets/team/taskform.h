#pragma once

#include "models/check/task.h"

#include <QWidget>

class Caption;
class ChoiceRow;
class QLineEdit;
class QPushButton;

/// What the lead fills in to hand out work.
class TaskForm : public QWidget
{
    Q_OBJECT
public:
    explicit TaskForm(QWidget* parent = nullptr);

    /// The task was not made, and why; another one can be wished for.
    void refuse(const QString& sentence);
    /// Empties it: the task is made.
    void clear();

signals:
    /// Nothing more is wished for before clear() or refuse().
    void taskWanted(const Task& task);

private:
    void offerChoices();
    void layOut();
    void ask();
    void showComplaint(const QString& sentence);
    QString wrongNumber() const;

    QLineEdit* m_title;
    QLineEdit* m_nights;
    QLineEdit* m_plates;
    QLineEdit* m_spectrographs;
    QLineEdit* m_members;
    QLineEdit* m_minSnr;
    QLineEdit* m_maxSnr;
    QLineEdit* m_gold;
    ChoiceRow* m_classes;
    ChoiceRow* m_inspectors;
    ChoiceRow* m_order;
    ChoiceRow* m_page;
    Caption* m_complaint;
    QPushButton* m_make;
};
