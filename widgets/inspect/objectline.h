#pragma once

#include "models/check/queueentry.h"

#include <QWidget>

class Actions;
class Caption;
class QHBoxLayout;
class QLabel;
class QMenu;

/// Above the plot: which object this is and how well it was seen; at the right the switches of the view.
class ObjectLine : public QWidget
{
    Q_OBJECT
public:
    explicit ObjectLine(QWidget* parent = nullptr);

    void setEntry(const QueueEntry& entry);
    /// A sentence on what may be wrong with the wavelengths; empty takes it away.
    void setDoubt(const QString& sentence);
    /// The actions shown as small buttons.
    void setSwitches(const QList<QAction*>& switches);
    /// A menu behind the button of one of them.
    void setMenu(const QAction* action, QMenu* menu);
    void setSmoothing(int pixels);
    /// Which line list is drawn; empty: SpecDesk's own.
    void setLineSet(const QString& name);

private:
    void describeView();

    QLabel* m_name;
    Caption* m_facts;
    Caption* m_doubt;
    Caption* m_smoothing;
    QHBoxLayout* m_switches;
    QString m_lineSet;
    int m_pixels = 1;
};
