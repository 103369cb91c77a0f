#pragma once

#include "models/check/queueentry.h"

#include <QWidget>

class Actions;
class Caption;
class QHBoxLayout;
class QLabel;

/// Above the plot: which object this is and how well it was seen; at the right the switches of the view.
class ObjectLine : public QWidget
{
    Q_OBJECT
public:
    explicit ObjectLine(QWidget* parent = nullptr);

    void setEntry(const QueueEntry& entry);
    /// The actions shown as small buttons.
    void setSwitches(const QList<QAction*>& switches);
    void setSmoothing(int pixels);

private:
    QLabel* m_name;
    Caption* m_facts;
    Caption* m_smoothing;
    QHBoxLayout* m_switches;
};
