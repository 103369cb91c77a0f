#pragma once

#include "models/check/secondlook.h"
#include "models/lines/spectralline.h"
#include "models/spectrum/spectrum.h"

#include <QWidget>

class Actions;
class Caption;
class ChoiceRow;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class SpectrumPlot;
class VerdictColumn;

/// Adjudication: the verdicts of several people side by side on the same spectrum; one key settles it.
class SecondLookPage : public QWidget
{
    Q_OBJECT
public:
    /// Adds its actions to `actions`. `lines`: the overlay.
    SecondLookPage(Actions& actions, LineList lines, QWidget* parent = nullptr);

    /// What is in conflict; `isAll` false: there is more. The one on the screen stays there while it is among
    /// them or an own answer to it is being typed.
    void setLooks(const SecondLooks& looks, bool isAll = true);
    /// The conflicts cannot be read: where none is shown this stands in their place.
    void showFailure(const QString& sentence);
    /// The spectrum of the look that is shown; nullptr: it cannot be read, and `sentence` says why.
    void showSpectrum(const SpectrumPtr& spectrum, const QString& sentence);
    const SecondLook* current() const;
    /// Takes a look off the list: it is settled.
    void remove(qint64 obsid, const QString& pipelineVersion);
    /// What settled() said was not stored: another answer may be given.
    void refuse() { m_answered = false; }
    QWidget* topLine() const { return m_topLine; }
    SpectrumPlot& plot() { return *m_plot; }

signals:
    void spectrumWanted(const QueueEntry& entry);
    /// Rechecker, time and tool are still to be filled in. Nothing more is settled before remove() or
    /// refuse().
    void settled(const Recheck& recheck);

private:
    void addActions();
    void layOutTopLine();
    QLayout* ownAnswer();
    void layOut();
    void show(int index);
    /// Takes over a verdict as it stands.
    void take(std::size_t verdict);
    /// Draws the lines where this verdict has them.
    void overlay(std::size_t verdict);
    void decideAnew();
    void settle(const Recheck& recheck);
    /// Place of a spectrum among the looks; -1: it is not there.
    int indexOf(qint64 obsid, const QString& pipelineVersion) const;
    void showCount();

    Actions& m_actions;
    QWidget* m_topLine;
    Caption* m_count;
    QLabel* m_name;
    Caption* m_facts;
    QLabel* m_nothing;
    QWidget* m_desk;
    SpectrumPlot* m_plot;
    QHBoxLayout* m_columns;
    std::vector<VerdictColumn*> m_shown;
    ChoiceRow* m_class;
    QLineEdit* m_subclass;
    QLineEdit* m_redshift;
    Caption* m_hint;
    SecondLooks m_looks;
    bool m_isAll = true; ///< No more conflicts than these
    int m_index = 0;
    std::size_t m_overlaid = 0;
    bool m_seen = false; ///< The spectrum of the look that is shown was painted.
    bool m_answered = false; ///< Until the server has said whether it stored the answer.
};
