#pragma once

#include "models/check/queueentry.h"
#include "models/items/queuefiltermodel.h"
#include "models/lines/spectralline.h"
#include "models/spectrum/spectrum.h"

#include <QWidget>

class Actions;
class HeaderPanel;
class LinePicker;
class ObjectLine;
class QAbstractItemModel;
class QSplitter;
class QueueBar;
class QueuePanel;
class ReadoutLine;
class SpectrumPlot;
class VerdictEditor;
class VerdictPanel;

/// The inspector's page: list, spectrum, verdict. It is handed what it shows and says what the person
/// decides.
class InspectPage : public QWidget
{
    Q_OBJECT
public:
    /// Adds its actions to `actions`. `lines`: the overlay and the line keys.
    InspectPage(Actions& actions, LineList lines, QWidget* parent = nullptr);

    /// The list: a QueueModel or a proxy of one. Rows in signals are this model's.
    void setModel(QAbstractItemModel* queue);
    void setListName(const QString& name);
    /// On the three filter choices: how many there are, need an eye, are done.
    void setCounts(int all, int needAnEye, int done);

    /// Shows a spectrum; nullptr while it is still being read: then nothing is drawn and nothing can be
    /// judged.
    void showEntry(const QueueEntry& entry, const SpectrumPtr& spectrum);
    /// Shows a sentence where the spectrum would be.
    void showFailure(const QueueEntry& entry, const QString& sentence);
    /// Shows a sentence where nothing is to be inspected.
    void showNothing(const QString& sentence);

    /// What the main window puts into its top line while this page is shown.
    QWidget* topLine() const;
    SpectrumPlot& plot() { return *m_plot; }
    /// How the wavelengths on the screen are to be read, e.g. "vacuum, heliocentric"; empty: nothing is
    /// shown.
    QString wavelengthText() const { return m_wavelengthText; }

signals:
    /// The person decided: to be stored, and then the next one that needs an eye to be shown. Inspector, tool
    /// version and line list version are still to be filled in.
    void verdictGiven(const Verdict& verdict);
    void nextWanted();
    void previousWanted();
    void entryWanted(int row);
    /// Undo with nothing left to take back on this spectrum: the last verdict is meant.
    void undoWanted();
    void redoWanted();
    void filterChanged(QueueShow show, const QString& text);
    void wavelengthsDescribed(const QString& text);
    /// Row in the list from 0, -1 when the filter hides it, and number of rows.
    void positionChanged(int row, int count);

protected:
    bool event(QEvent* event) override;

private:
    void addVerdictActions();
    void addRedshiftActions();
    void addLineMarks();
    void addViewActions();
    void addSwitches();
    void addListActions();
    QAction* addSwitch(const QString& id, const QString& text, const QString& word, const QKeySequence& key,
                       bool on, void (SpectrumPlot::*set)(bool));
    void layOut();
    QWidget* middle();
    void connectParts();
    void connectPanel();
    void connectPlot();

    void showDraft();
    void present(const QueueEntry& entry, const SpectrumPtr& spectrum, const QString& hint);
    void describeWavelengths(const SpectrumPtr& spectrum);
    void askForReason();
    void answerReason(const QString& code);
    void undo();
    void redo();
    void markLine(const SpectralLine& line, double angstrom);
    void markAtCursor(const SpectralLine& line);
    void openLinePicker();
    void lookAtNearestLine();
    void smooth(int step);
    void toggleList();
    void toggleHeader();
    void giveRow(int row);
    void backToPlot();

    Actions& m_actions;
    const LineList m_lines;
    QueueBar* m_bar;
    QSplitter* m_splitter;
    QWidget* m_left;
    QueuePanel* m_queue;
    HeaderPanel* m_header;
    ObjectLine* m_object;
    SpectrumPlot* m_plot;
    ReadoutLine* m_readout;
    VerdictPanel* m_panel;
    LinePicker* m_picker;
    VerdictEditor* m_editor;
    QString m_wavelengthText;
    bool m_storeAfterReason = false; ///< The reason asked for is the last thing missing.
};
