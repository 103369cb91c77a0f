#pragma once

#include "models/check/drafthistory.h"
#include "models/lines/spectralline.h"
#include "models/measure/linefit.h"
#include "models/redshift/redshiftsolution.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>

/// Works on the verdict of the spectrum that is open: every change a step that can be undone, an unfinished
/// draft kept while other spectra are looked at.
class VerdictEditor : public QObject
{
    Q_OBJECT
public:
    explicit VerdictEditor(QObject* parent = nullptr);

    /// Starts, or goes on, with a spectrum. It can be changed at once but not decided before setSeen().
    void open(const QueueEntry& entry);
    /// The spectrum is on the screen: its clock runs from here, and it can be decided.
    void setSeen();
    /// Makes a verdict that was taken back or refused the draft of its spectrum, when that is opened the next
    /// time; at once where it stands open as `entry` says and nothing was changed of it.
    void resume(const QueueEntry& entry, const Verdict& withdrawn);
    /// What a window before this one left unfinished is gone on with when its spectrum is opened, unless it
    /// was decided since. What this one has of unfinished work is forgotten: it is another person's.
    void takeUp(const Verdicts& unfinished);
    /// All that was said and not decided: see VerdictDraft::unfinished().
    Verdicts unfinished() const;
    /// Nothing is shown that could be judged; changes are ignored.
    void close();
    bool isOpen() const { return m_open; }
    const VerdictDraft& draft() const { return m_draft; }
    const QueueEntry& entry() const { return m_entry; }

    void setClass(SpectralClass spectralClass);
    void setSubclass(const QString& subclass);
    void setGrade(Grade grade);
    void setReason(const QString& code, bool given);
    void toggleReason(const QString& code);
    void setComment(const QString& comment);
    void typeRedshift(const QString& text); ///< Refuses what is none.
    void moveRedshift(double z); ///< By a slider
    void stepRedshift(int steps, bool fine);
    void dragRedshift(double z, const QString& line);
    /// The feature at an observed vacuum wavelength is this line; `pixelAngstrom` gives the uncertainty, half
    /// a pixel.
    void markLine(const SpectralLine& line, double observedAngstrom, double pixelAngstrom);
    /// The same, and the object is of that class.
    void identify(const SpectralLine& line, double observedAngstrom, SpectralClass spectralClass);
    void chooseSolution(int rank, const RedshiftSolution& solution); ///< Ranks from 1
    void choosePeak(double z, SpectralClass spectralClass); ///< Of χ²(z)
    /// A fit of this redshift is under way: accept() waits for takeFit() or dropFit(), unless class or
    /// redshift are changed.
    void awaitFit();
    void takeFit(const LineFit& fit);
    void dropFit(); ///< There is none, and what waited for it is not decided.
    void resetRedshift();
    void resetAll(); ///< Back to the pipeline's answer

    /// Decides nothing from now on and says why not; an empty reason lets it decide again.
    void setReadOnly(const QString& reason) { m_readOnly = reason; }

    /// Takes back the last change of this spectrum; false when there is none.
    bool undo();
    bool redo();

    /// Decides as drafted, or with another grade. decided() follows, or unchanged() when that verdict stands
    /// already, or missing(). Nothing follows while the spectrum has not been seen.
    void accept(std::optional<Grade> grade = {});

signals:
    void changed();
    void refused(const QString& sentence); ///< A change that makes no sense
    void missing(VerdictDraft::Missing what);
    void decided(const Verdict& verdict);
    void unchanged();
    /// The work is at rest, and unfinished() has changed or may have.
    void rested();
    /// open() goes on with what an earlier window left.
    void takenUp();

private:
    using Key = std::pair<qint64, QString>; // obsid, pipeline version
    struct Work
    {
        VerdictDraft draft;
        DraftHistory history;
    };

    Key key() const { return {m_entry.obsid, m_entry.pipelineVersion}; }
    template<typename Change>
    void change(const QString& kind, Change apply);
    void keepWork();
    bool takeUpWork();

    QueueEntry m_entry;
    VerdictDraft m_draft;
    DraftHistory m_history;
    QElapsedTimer m_clock;
    std::map<Key, Work> m_unfinished;
    std::map<Key, Verdict> m_takenUp; ///< Of an earlier window, not opened here yet
    QTimer m_rest;
    QString m_readOnly; ///< Why nothing may be decided here
    bool m_awaitsFit = false;
    std::optional<std::optional<Grade>> m_acceptAfterFit; ///< With the grade that was pressed
    bool m_open = false;
    bool m_seen = false;
};
