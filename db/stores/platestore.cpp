#include "db/stores/platestore.h"

#include "db/sql/sqlquery.h"

using namespace Qt::Literals::StringLiterals;

namespace PlateStore {
Result<ObservedPlates> plates(QSqlDatabase& db, const SchemaNames& names)
{
    auto rows = runQuery(db, names, u"select_plates"_s);
    if (!rows)
        return rows.error();
    ObservedPlates plates;
    for (auto& row = rows.value(); row.next();) {
        const ObservedPlate plate {
            row.value(0).toString(), row.value(1).toString(), row.value(2).toString(), {}};
        if (plates.empty() || !plates.back().isSame(plate))
            plates.push_back(plate);
        plates.back().spectrographs.push_back(row.value(3).toInt());
    }
    return plates;
}

Result<QueueEntries> fibers(QSqlDatabase& db, const SchemaNames& names, const ObservedPlate& plate,
                            int spectrographId)
{
    auto rows = runQuery(db, names, u"select_fibers"_s,
                         {{":plan", plate.planId},
                          {":spectrograph", spectrographId},
                          {":date", plate.obsDate},
                          {":version", plate.pipelineVersion}});
    if (!rows)
        return rows.error();
    QueueEntries entries;
    for (auto& row = rows.value(); row.next();) {
        QueueEntry entry;
        entry.obsid = row.value(0).toLongLong();
        entry.pipelineVersion = plate.pipelineVersion;
        entry.file = row.value(1).toString();
        entry.indexInFile = row.value(2).toInt();
        entry.planId = plate.planId;
        entry.obsDate = plate.obsDate;
        entry.spectrographId = spectrographId;
        entry.fiberId = row.value(3).toInt();
        entry.spectralClass = spectralClassFrom(row.value(4).toString());
        entry.subclass = row.value(5).toString();
        entries.push_back(entry);
    }
    return entries;
}

Result<std::vector<FiberRecord>> records(QSqlDatabase& db, const SchemaNames& names, int spectrographId,
                                         const QString& pipelineVersion)
{
    auto rows = runQuery(db, names, u"select_fiber_records"_s,
                         {{":spectrograph", spectrographId}, {":version", pipelineVersion}});
    if (!rows)
        return rows.error();
    std::vector<FiberRecord> records;
    for (auto& row = rows.value(); row.next();)
        records.push_back({row.value(0).toInt(), row.value(1).toLongLong(), row.value(2).toLongLong()});
    return records;
}
}
