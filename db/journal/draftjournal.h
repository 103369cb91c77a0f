#pragma once

#include "db/journal/recordfile.h"
#include "models/check/verdict.h"

#include <map>

/// Holds on this machine's disk what a person has said of spectra and not decided yet, so that a window that
/// is closed or killed loses none of it. Each window has a file of its own; what those that are gone left is
/// taken over by the next one.
class DraftJournal
{
public:
    /// Opens a journal in `folder` for `profile`, as VerdictJournal::open() does.
    static Result<std::unique_ptr<DraftJournal>> open(const QString& folder, const QString& profile);
    ~DraftJournal(); ///< Removes the file when nothing is unfinished.
    Q_DISABLE_COPY_MOVE(DraftJournal)

    /// What others left unfinished, the newest of each spectrum; `decidedAt` is when it was kept.
    Verdicts leftovers() const;
    /// All that is unfinished now: what is not among them is finished. Writes what is new of it; NoSpace or
    /// CannotWrite.
    Result<void> keep(const Verdicts& unfinished);

private:
    using Key = std::pair<qint64, QString>; // obsid, pipeline version

    explicit DraftJournal(std::unique_ptr<RecordFile> file);
    void takeOver(const QString& path);

    std::unique_ptr<RecordFile> m_file;
    std::map<Key, Verdict> m_kept;
};
