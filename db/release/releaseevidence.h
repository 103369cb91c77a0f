#pragma once

#include "db/sql/schemanames.h"
#include "models/release/releaserules.h"
#include "models/values/result.h"

#include <limits>

class QSqlDatabase;

/// A release that is to be built, as all its steps know it.
struct ReleaseTask
{
    QString release; ///< "dr6" or "dr6_alpha"
    ReleaseRules rules;
    QString firstDate; ///< Evenings from this on, "yyyy-MM-dd"; empty: from the first
    QString lastDate; ///< Evenings up to this one; empty: to the last

    bool isFormal() const { return isFormalRelease(release); }
};

/// A range of obsids.
struct ObsidRange
{
    qint64 first = std::numeric_limits<qint64>::min();
    qint64 last = std::numeric_limits<qint64>::max(); ///< Included
};

/// What a build of a release goes by: product tables build_decision, build_plate and
/// build_problem. `names` knows the release.
namespace ReleaseEvidence {
/// Pipeline versions, newest first.
Result<QStringList> versions(const QSqlDatabase& db, const SchemaNames& names);
/// A text that differs when verdicts, rechecks, problems, the log, withdrawals, loaded results or versions
/// do.
Result<QByteArray> inputs(const QSqlDatabase& db, const SchemaNames& names);
/// Empties the tables and fills them from what is known now, for spectra of a range.
Result<void> freeze(QSqlDatabase& db, const SchemaNames& names, const ReleaseTask& task,
                    const QStringList& versions, ObsidRange range = {});
}
