#pragma once

#include "db/journal/recordfile.h"
#include "models/check/verdict.h"

#include <QSet>

/// Holds each verdict on this machine's disk from the key press until the server has it. Each window has a
/// file of its own; what killed windows left behind is taken over by the next one. A verdict may reach the
/// server twice this way, which its submission makes harmless.
class VerdictJournal
{
public:
    /// Opens a journal in `folder` (created, 0700) for `profile`, the server and account the verdicts go to,
    /// and takes over what was left for it.
    static Result<std::unique_ptr<VerdictJournal>> open(const QString& folder, const QString& profile);
    ~VerdictJournal(); ///< Removes the file when the server has everything in it.
    Q_DISABLE_COPY_MOVE(VerdictJournal)

    /// What was left by others, in the order given; a row with `withdraws` takes a verdict back.
    const Verdicts& leftovers() const { return m_leftovers; }
    /// Lines of files left behind that could not be read; those files are kept as *.damaged.
    int damaged() const { return m_damaged; }

    /// Keeps verdicts given together; NoSpace or CannotWrite when they are not kept.
    Result<void> append(const Verdicts& verdicts);
    /// The server has it, or will never take it.
    void settle(const QUuid& submission);
    qsizetype waiting() const { return m_waiting.size(); }
    const QString& path() const { return m_file->path(); }

private:
    explicit VerdictJournal(std::unique_ptr<RecordFile> file);
    void takeOver(const QString& path);

    std::unique_ptr<RecordFile> m_file;
    QSet<QUuid> m_waiting;
    Verdicts m_leftovers;
    int m_damaged = 0;
};

/// The default folder, $XDG_STATE_HOME/specdesk/journal or that below ~/.local/state.
QString defaultJournalFolder();
