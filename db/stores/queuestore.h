#pragma once

#include "db/sql/schemanames.h"
#include "models/check/queueentry.h"
#include "models/values/result.h"

#include <QStringList>

class QSqlDatabase;

/// Which part of the queue is asked for. Empty and absent members do not restrict.
struct QueueFilter
{
    enum class State { Open, Done, All }; ///< Whether `inspector` has a verdict that stands.
    enum class Order {
        Priority, ///< Most urgent first
        Observation, ///< Date, plate, spectrograph, fibre: S1 §4.3.2(3)
        Probability ///< Where SpecDesk's own redshift is least sure first; those not searched last
    };

    std::optional<WorkPage> page {};
    QStringList paths {}; ///< Files, or folders with everything below them; as they were ingested.
    QString planId {};
    QString pipelineVersion {};
    std::optional<SpectralClass> spectralClass {};
    std::optional<QueueReason> reason {};
    std::optional<double> probabilityBelow {}; ///< Only searched spectra less sure than this.
    std::optional<double> probabilityFrom {}; ///< Only searched spectra at least this sure.
    std::optional<bool> machineAccepted {}; ///< Only those that a rule accepted without eyes, or only others.
    State state = State::All;
    Order order = Order::Priority;
    QString inspector {}; ///< Whose verdicts count; an inspector never sees the verdicts of others.
};

/// Reads the queue, spec_check.
namespace QueueStore {
/// At most `limit` entries behind `after` (the last entry of the previous page; absent: from the start) in
/// the filter's order.
Result<QueueEntries> page(QSqlDatabase& db, const SchemaNames& names, const QueueFilter& filter,
                          const std::optional<QueueEntry>& after, int limit);
/// All versions' entries of these obsids, by obsid and version; none where there is none.
Result<QueueEntries> entries(const QSqlDatabase& db, const SchemaNames& names, const QStringList& obsids,
                             const QString& inspector);
/// One entry, or NotFound.
Result<QueueEntry> entry(QSqlDatabase& db, const SchemaNames& names, qint64 obsid,
                         const QString& pipelineVersion, const QString& inspector);
}
