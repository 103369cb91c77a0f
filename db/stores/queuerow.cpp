#include "db/stores/queuerow.h"

#include "db/sql/sqlvalue.h"
#include "db/stores/verdictrow.h"

using namespace Qt::Literals::StringLiterals;

namespace {
std::optional<int> knownNumber(const QVariant& value)
{
    return value.toInt() < 0 ? std::nullopt : std::optional(value.toInt());
}

}

QueueEntry queueEntryFrom(const QSqlQuery& row)
{
    QueueEntry entry {.obsid = row.value(0).toLongLong(),
                      .pipelineVersion = row.value(1).toString(),
                      .file = row.value(2).toString(),
                      .indexInFile = row.value(3).toInt(),
                      .designation = row.value(4).toString(),
                      .survey = row.value(5).toString(),
                      .planId = row.value(6).toString(),
                      .spectrographId = knownNumber(row.value(7)),
                      .fiberId = knownNumber(row.value(8)),
                      .obsDate = row.value(9).toString(),
                      .spectralClass = spectralClassFrom(row.value(10).toString()),
                      .subclass = row.value(11).toString(),
                      .z = optionalFrom<double>(row.value(12)),
                      .zError = optionalFrom<double>(row.value(13)),
                      .snr = {},
                      .raDeg = optionalFrom<double>(row.value(19)),
                      .decDeg = optionalFrom<double>(row.value(20)),
                      .objectType = row.value(21).toString(),
                      .page = row.value(22).toString() == "inspect"_L1 ? WorkPage::Inspect : WorkPage::Browse,
                      .reason = queueReasonFrom(row.value(23).toString()),
                      .priority = row.value(24).toInt(),
                      .verdict = verdictFrom(row, 25)};
    for (int band = 0; band < 5; ++band)
        entry.snr[static_cast<std::size_t>(band)] = optionalFrom<double>(row.value(14 + band));
    return entry;
}
