#pragma once

#include "models/items/wallmodel.h"

#include <QElapsedTimer>
#include <QWidget>

#include <functional>
#include <set>

class Actions;
class Caption;
class MarkBar;
class QAction;
class QLabel;
class QSlider;
class StarWall;
class TaskChoice;

/// The browse page: the wall of tiles and the bar at its foot. Works on the WallModel's drafts and says what
/// is decided.
class StarsPage : public QWidget
{
    Q_OBJECT
public:
    /// Adds its actions to `actions`.
    explicit StarsPage(Actions& actions, QWidget* parent = nullptr);

    void setModel(WallModel* model);
    /// Names the list of files; empty: the list is the database's, and tasks() says which.
    void setListName(const QString& name);
    TaskChoice& tasks() { return *m_tasks; }
    /// Marks and accepts nothing from now on and says why not; an empty reason: it does again.
    void setReadOnly(const QString& reason) { m_readOnly = reason; }
    /// Puts the row at the top: where the person left off.
    void resumeAt(int row);
    QWidget* topLine() const { return m_topLine; }
    StarWall& wall() { return *m_wall; }
    /// The page that “page done” would finish, from 1, and how many there are.
    std::pair<int, int> pageOnScreen() const;

signals:
    /// The page is done: the pipeline's answer of tiles that were seen and not marked. The inspector and the
    /// versions are still to be filled in.
    void verdictsGiven(const Verdicts& verdicts);
    /// Corrections, to be stored at once; the page goes on.
    void correctionsGiven(const Verdicts& verdicts);
    void undoWanted();
    void inspectWanted(int row);
    void templatesWanted(bool on);
    /// Row of the first tile on the screen, and number of rows.
    void positionChanged(int row, int count);

private:
    void addActions();
    void addVerdictActions();
    void layOut();
    void layOutTopLine();
    void connectParts();
    void mark(const std::set<int>& rows, bool toggle);
    /// Applies a change to the draft of every chosen tile, which marks it.
    void correct(const std::function<void(VerdictDraft&)>& change);
    void typeSubclass(const QString& text);
    void typeRedshift(const QString& text);
    void finishPage();
    std::set<int> acceptable() const; ///< Seen, open and unmarked rows
    /// Says why not, if it may not.
    bool mayDecide();
    void showSelection();
    void showCounts();

    Actions& m_actions;
    QWidget* m_topLine;
    QLabel* m_name;
    TaskChoice* m_tasks;
    Caption* m_place;
    QSlider* m_size;
    QAction* m_templates;
    StarWall* m_wall;
    MarkBar* m_bar;
    WallModel* m_model = nullptr;
    QString m_readOnly;
    QElapsedTimer m_sincePage;
};
