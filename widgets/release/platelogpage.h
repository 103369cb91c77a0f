#pragma once

#include "models/survey/platelog.h"

#include <QWidget>

class Actions;
class Caption;
class ChoiceRow;
class DateField;
class PlateLogForm;
class QLabel;
class SheetModel;
class SheetView;

/// The observation log, confirmed by a person: every plate with science or test, valid or not, moon, seeing,
/// weather and comment, where the entry is from, and who confirmed it when. One plate or many at once. S1
/// §1(2).
class PlateLogPage : public QWidget
{
    Q_OBJECT
public:
    /// Adds its actions to `actions`.
    explicit PlateLogPage(Actions& actions, QWidget* parent = nullptr);

    void setPlates(const PlateLogs& plates);
    /// What was ever said of the plate that is chosen alone.
    void setHistory(const PlateLogChanges& changes);
    /// It cannot be read.
    void failHistory(const QString& sentence);
    /// What was said is stored: what was typed with it is no longer to be kept.
    void confirmStored();
    bool unconfirmedOnly() const;
    QString fromDate() const; ///< "yyyy-MM-dd"; empty: from the first
    QString untilDate() const;
    /// The chosen plates as they are known.
    PlateLogs chosen() const;
    QString csv() const; ///< The table on the screen
    QWidget* topLine() const { return m_topLine; }

signals:
    void filterChanged();
    /// Store what is said of these plates, and that a person says so.
    void confirmWanted(const PlateLogs& plates);
    void historyWanted(const QString& planId, int lmjd);
    void exportWanted();

private:
    void addActions();
    void layOut();
    void layOutTopLine();
    void showChosen();
    void confirmChosen();
    void confirmTurned(std::optional<bool> PlateLog::*flag);
    void nextUnconfirmed();

    Actions& m_actions;
    QWidget* m_topLine;
    ChoiceRow* m_which;
    DateField* m_from;
    DateField* m_until;
    Caption* m_count;
    SheetModel* m_sheet;
    SheetView* m_list;
    QLabel* m_empty;
    PlateLogForm* m_form;
    SheetModel* m_historySheet;
    SheetView* m_history;
    PlateLogs m_plates;
};
