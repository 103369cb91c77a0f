#pragma once

#include "models/check/queueentry.h"
#include "models/items/queuefiltermodel.h"
#include "models/lines/linelist.h"
#include "models/measure/spectrumsolutions.h"
#include "models/spectrum/spectrum.h"

#include <QWidget>

class Actions;
class Caption;
class EvidencePanel;
class ExposureMenu;
class HeaderPanel;
class Identifier;
class LinePicker;
class ObjectLine;
class QAbstractItemModel;
class QSplitter;
class QueueBar;
class QueuePanel;
class ReadoutLine;
class ResidualPlot;
class SpectrumPlot;
class TaskChoice;
class VerdictEditor;
class VerdictPanel;

/// A line list of the overlay and what it is called.
struct LineSet
{
    QString name;
    LineTable table;
};

/// The inspector's page: list, spectrum, verdict. It is handed what it shows and says what the person
/// decides.
class InspectPage : public QWidget
{
    Q_OBJECT
public:
    /// Adds its actions to `actions`. `lines`: the overlay and the line keys.
    InspectPage(Actions& actions, LineTable lines, QWidget* parent = nullptr);

    /// The list: a QueueModel or a proxy of one. Rows in signals are this model's.
    void setModel(QAbstractItemModel* queue);
    /// Names the list of files; empty: the list is the database's, and tasks() says which.
    void setListName(const QString& name);
    TaskChoice& tasks() const;
    /// On the three filter choices: how many there are, need an eye, are done.
    void setCounts(int all, int needAnEye, int done);

    /// Shows a spectrum; nullptr while it is still being read: then nothing is drawn and nothing can be
    /// judged.
    void showEntry(const QueueEntry& entry, const SpectrumPtr& spectrum);
    /// SpecDesk's answers to the spectrum on the screen; answers to another one are dropped.
    void setSolutions(const SolutionsPtr& solutions);
    /// What templateWanted() asked for.
    void setOverlay(const SpectrumPtr& spectrum, const TemplateOverlay& overlay);
    /// A verdict was taken back or refused: it is the draft when its spectrum is shown the next time.
    void resume(const QueueEntry& entry, const Verdict& withdrawn);
    /// See VerdictEditor.
    void takeUp(const Verdicts& unfinished);
    Verdicts unfinished() const;
    /// The person's own line lists, shown one after another or all with SpecDesk's.
    void setLineSets(const std::vector<LineSet>& sets);
    /// Of the lines that are shown, for the verdict.
    QString lineListVersion() const;
    /// Shows a sentence where the spectrum would be.
    void showFailure(const QueueEntry& entry, const QString& sentence);
    /// Decides nothing from now on and says why not; an empty reason: it does again.
    void setReadOnly(const QString& reason);
    /// Shows a sentence where nothing is to be inspected.
    void showNothing(const QString& sentence);

    /// What the main window puts into its top line while this page is shown.
    QWidget* topLine() const;
    SpectrumPlot& plot() { return *m_plot; }

signals:
    /// The person decided: to be stored, and then the next one that needs an eye to be shown. Inspector, tool
    /// version and line list version are still to be filled in.
    void verdictGiven(const Verdict& verdict);
    /// unfinished() may be another.
    void workRested();
    void nextWanted();
    void previousWanted();
    void entryWanted(int row);
    /// Undo with nothing left to take back on this spectrum: the last verdict is meant.
    void undoWanted();
    void redoWanted();
    void filterChanged(QueueShow show, const QString& text);
    /// A search was entered: a spectrum that it hides is no longer meant.
    void searchEntered();
    /// Something was asked for that cannot be done.
    void complained(const QString& sentence);
    void templateWanted(const SpectrumPtr& spectrum, const TemplateWish& wish);
    /// How the wavelengths on the screen are to be read, e.g. "vacuum, heliocentric"; empty: nothing is
    /// shown.
    void wavelengthsDescribed(const QString& text);
    /// Row in the list from 0, -1 when the filter hides it, and number of rows.
    void positionChanged(int row, int count);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addVerdictActions();
    void addRedshiftActions();
    void addLineMarks();
    void addLineMark(QChar key, const QString& name);
    void addEvidenceActions();
    void addViewActions();
    void addGestures();
    void addSwitches();
    void addListActions();
    QAction* addSwitch(const QString& id, const QString& text, const QString& word, const QKeySequence& key,
                       bool on, void (SpectrumPlot::*set)(bool));
    void layOut();
    QWidget* middle();
    void connectParts();
    void connectPanel();
    void connectPlot();
    void connectEvidence();

    void showDraft();
    void present(const QueueEntry& entry, const SpectrumPtr& spectrum, const QString& hint);
    void describeWavelengths(const SpectrumPtr& spectrum);
    void askForReason();
    void answerReason(const QString& code);
    void dropReasonQuestion();
    void undo();
    void redo();
    void markLine(const SpectralLine& line, double angstrom);
    void markAtCursor(QChar key);
    void measure(double fromAngstrom, double toAngstrom);
    void chooseExposures(const std::vector<std::size_t>& exposures, const QString& name, const Arm& arm);
    void cycleLineSet();
    void showLineSet();
    void openLinePicker();
    void lookAtNearestLine();
    void smooth(int step);
    void toggleList();
    void toggleHeader();
    void giveRow(int row);
    void backToPlot();

    Actions& m_actions;
    std::vector<LineSet> m_lineSets; ///< SpecDesk's own first
    std::size_t m_lineSet = 0; ///< Which is shown; behind the last: all together
    LineList m_lines; ///< What is shown
    QueueBar* m_bar;
    QSplitter* m_splitter;
    QWidget* m_left;
    QueuePanel* m_queue;
    HeaderPanel* m_header;
    ObjectLine* m_object;
    SpectrumPlot* m_plot;
    ResidualPlot* m_residual;
    EvidencePanel* m_evidence;
    ReadoutLine* m_readout;
    Caption* m_strength; ///< What was dragged over
    ExposureMenu* m_exposures;
    VerdictPanel* m_panel;
    LinePicker* m_picker;
    VerdictEditor* m_editor;
    Identifier* m_identifier = nullptr;
    bool m_listIsSized = false; ///< By a person
    int m_listWidth = 0; ///< Of the list before the header widened it
    QString m_wavelengthText;
    bool m_storeAfterReason = false; ///< The reason asked for is the last thing missing.
};
