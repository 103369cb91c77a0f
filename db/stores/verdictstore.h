#pragma once

#include "db/sql/schemanames.h"
#include "models/check/queueentry.h"
#include "models/check/verdictchange.h"
#include "models/values/result.h"

#include <QStringList>

class QSqlDatabase;

/// Which verdicts are exported. Empty and absent members do not restrict.
struct VerdictFilter
{
    QString inspector {};
    std::optional<qint64> obsid {};
    QString pipelineVersion {};
    QDateTime from {}; ///< First moment of decision, UTC
    QDateTime before {}; ///< First moment that is no longer wanted, UTC
    bool currentOnly =
        false; ///< Only each inspector's verdict that stands, without withdrawn and replaced ones.
    qint64 afterId = 0; ///< For reading on: rows with a larger id.
    int limit = 0; ///< 0: all
};

/// How far an inspector is with a list, and where he left it: check_status.
struct CheckStatus
{
    QString inspector;
    QString list; ///< "inspect" or "browse"
    qint64 done = 0;
    qint64 total = 0;
    double percent = 0;
    qint64 lastObsid = 0;
    QString lastPipelineVersion;
};

/// humanverify: what people decided. Rows are only ever added.
namespace VerdictStore {
/// Stores one verdict with its event and the inspector's progress in one transaction and returns its id.
/// A submission that was stored before changes nothing and returns the same id, so it may be repeated after
/// any failure. A verdict decided before the one that stands is kept and does not replace it.
/// Refused for an inspector other than the connected account.
Result<qint64> submit(QSqlDatabase& db, const SchemaNames& names, const Verdict& verdict);

/// Stores verdicts given together: each person's all or none, which is how a page is accepted. Repeatable as
/// submit().
Result<void> submitAll(QSqlDatabase& db, const SchemaNames& names, const Verdicts& verdicts);

/// Undo: adds a row that takes back the inspector's verdict with the submission of `given` (without one, the
/// verdict that stands), and returns what stands now: the newest of his others, or nothing. NotFound when it
/// was never stored or is taken back already. `submission` makes it repeatable as in submit(). Redo is
/// submit() of the same verdict with a new submission.
Result<std::optional<Verdict>> withdraw(QSqlDatabase& db, const SchemaNames& names, const Verdict& given,
                                        const QUuid& submission);

/// Notes the spectrum at which a person goes on with a list; the next status() tells it.
Result<void> rememberPlace(QSqlDatabase& db, const SchemaNames& names, const QString& inspector,
                           WorkPage list, qint64 obsid, const QString& pipelineVersion);

/// The inspector's standing verdict on a spectrum.
Result<std::optional<Verdict>> standing(QSqlDatabase& db, const SchemaNames& names, qint64 obsid,
                                        const QString& pipelineVersion, const QString& inspector);

/// Marks every entry with the inspector's standing verdict, or none, in one round trip.
Result<void> addStanding(QSqlDatabase& db, const SchemaNames& names, const QString& inspector,
                         QueueEntries& entries);

/// Verdicts by ascending id, withdrawals included unless `currentOnly`.
Result<Verdicts> all(QSqlDatabase& db, const SchemaNames& names, const VerdictFilter& filter = {});

/// The same rows with what they changed, from what to what: the audit of undo and correction.
Result<VerdictChanges> changes(QSqlDatabase& db, const SchemaNames& names, const VerdictFilter& filter = {});

/// The files of all spectra on which a verdict stands, each once.
Result<QStringList> verifiedFiles(QSqlDatabase& db, const SchemaNames& names);

/// The progress rows of an inspector, or of everybody when `inspector` is empty.
Result<std::vector<CheckStatus>> status(QSqlDatabase& db, const SchemaNames& names,
                                        const QString& inspector = {});
}
