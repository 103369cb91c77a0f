#pragma once

#include "models/release/explanation.h"

#include <QWidget>

class Caption;
class QAction;
class QLineEdit;
class SheetModel;
class SheetView;

/// Tells of one spectrum, rule by rule, what would become of it in a release, and what was seen.
class ExplainPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ExplainPanel(QWidget* parent = nullptr);

    /// The action that explains the chosen spectrum: its key is named.
    void setAction(const QAction* action);
    void setObsid(qint64 obsid);
    void setExplanation(qint64 obsid, const Explanation& explanation);
    void setComplaint(const QString& sentence);
    /// Goes to the field of the obsid.
    void askForObsid();

signals:
    void explanationWanted(qint64 obsid);

private:
    void ask();

    QLineEdit* m_obsid;
    Caption* m_answer;
    SheetModel* m_sheet;
    SheetView* m_rules;
    Caption* m_seen;
};
