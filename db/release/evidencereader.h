#pragma once

#include "db/release/releaseevidence.h"
#include "models/release/spectrumevidence.h"

#include <functional>
#include <memory>

class QSqlDatabase;

/// Which versions of a spectrum are asked for.
enum class EvidenceOf { NewestVersion, AllVersions };

/// Reads what a release goes by, a range of spectra at a time: each table in the order of its key, merged
/// here, which costs the server a third of joining them. Memory is that of one range.
class EvidenceReader
{
public:
    /// `names` knows where the frozen evidence lies; `versions` are the newest first. Both tables of frozen
    /// evidence must be filled.
    static Result<EvidenceReader> open(const QSqlDatabase& db, const SchemaNames& names,
                                       const ReleaseTask& task, const QStringList& versions);
    ~EvidenceReader();
    EvidenceReader(EvidenceReader&& other) noexcept;

    /// Calls `each` for every spectrum that the release may have from obsid `from` up to, without, `before`,
    /// by obsid, of several versions the newest first. The texts live during the call.
    Result<void> read(qint64 from, qint64 before, EvidenceOf which,
                      const std::function<void(const SpectrumEvidence&)>& each);

private:
    struct Survey;
    struct Range;
    EvidenceReader(const QSqlDatabase& db, SchemaNames names, std::unique_ptr<Survey> survey);

    const QSqlDatabase& m_db;
    SchemaNames m_names;
    std::unique_ptr<Survey> m_survey;
    std::unique_ptr<Range> m_range; ///< Its memory serves for one range after the other.
};
