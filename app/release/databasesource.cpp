#include "app/release/databasesource.h"

#include "db/sql/dbthread.h"
#include "db/stores/releasestore.h"

ReleaseSource databaseSource(DbThread& db, const SchemaNames& names)
{
    ReleaseSource source;
    source.groups = [&db, names] {
        return db.run([names](QSqlDatabase& open) { return ReleaseStore::plates(open, names); }).result();
    };
    source.spectra = [&db, names](const ReleaseGroup& plate) {
        return db
            .run([names, plate](QSqlDatabase& open) { return ReleaseStore::ofPlate(open, names, plate); })
            .result();
    };
    source.excluded = [&db, names]() -> Result<QMap<QString, qint64>> {
        const auto counted =
            db.run([names](QSqlDatabase& open) { return ReleaseStore::excluded(open, names); }).result();
        if (!counted)
            return counted.error();
        QMap<QString, qint64> reasons;
        for (const auto& count : counted.value())
            reasons[count.word] += count.spectra;
        return reasons;
    };
    return source;
}
