#pragma once

#include "models/check/task.h"

#include <QWidget>

class Caption;
class ChoiceRow;
class QLineEdit;

/// What the lead fills in to hand out work.
class TaskForm : public QWidget
{
    Q_OBJECT
public:
    explicit TaskForm(QWidget* parent = nullptr);

    void showComplaint(const QString& sentence);
    /// Empties it: the task is made.
    void clear();

signals:
    void taskWanted(const Task& task);

private:
    void ask();
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
};
