#include "db/stores/summarystore.h"

#include "db/sql/sqlquery.h"
#include "db/sql/sqlvalue.h"

using namespace Qt::Literals::StringLiterals;

namespace {
std::optional<SpectralClass> statedClass(const QVariant& value)
{
    return value.isNull() ? std::nullopt : std::optional(spectralClassFrom(value.toString()));
}

SpectrumSummary summaryFrom(const QSqlQuery& row)
{
    SpectrumSummary summary {.file = row.value(0).toString(),
                             .indexInFile = row.value(1).toInt(),
                             .obsid = row.value(2).toLongLong(),
                             .layout = row.value(3).toString(),
                             .spectralClass = statedClass(row.value(4)),
                             .subclass = row.value(5).toString(),
                             .z = optionalFrom<double>(row.value(6)),
                             .zError = optionalFrom<double>(row.value(7)),
                             .snr = {},
                             .raDeg = optionalFrom<double>(row.value(13)),
                             .decDeg = optionalFrom<double>(row.value(14)),
                             .pixels = row.value(15).toLongLong(),
                             .fromAngstrom = optionalFrom<double>(row.value(16)),
                             .toAngstrom = optionalFrom<double>(row.value(17))};
    for (int band = 0; band < 5; ++band)
        summary.snr[static_cast<std::size_t>(band)] = optionalFrom<double>(row.value(8 + band));
    return summary;
}
}

namespace SummaryStore {
Result<Page> page(QSqlDatabase& db, const SchemaNames& names, const Place& after, int limit)
{
    auto rows = runQuery(db, names, u"select_summaries"_s,
                         {{":obsid", after.obsid}, {":version", after.pipelineVersion}, {":limit", limit}});
    if (!rows)
        return rows.error();
    Page page {.summaries = {}, .last = after};
    for (auto& row = rows.value(); row.next();) {
        page.summaries.push_back(summaryFrom(row));
        page.last = {row.value(2).toLongLong(), row.value(18).toString()};
    }
    return page;
}
}
