#include "db/stores/observationlogstore.h"

#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/sql/transaction.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
PlateLog plateFrom(const QSqlQuery& row)
{
    return {.planId = row.value(0).toString(),
            .lmjd = row.value(1).toInt(),
            .pid = optionalFrom<qint64>(row.value(2)),
            .obsDate = row.value(3).toString(),
            .isScience = optionalFrom<bool>(row.value(4)),
            .isValid = optionalFrom<bool>(row.value(5)),
            .moonPhaseDays = optionalFrom<double>(row.value(6)),
            .seeingArcsec = optionalFrom<double>(row.value(7)),
            .weather = row.value(8).toString(),
            .remark = row.value(9).toString(),
            .enteredFrom = row.value(10).toString(),
            .confirmedBy = row.value(11).toString(),
            .confirmedAt = utcFrom(row.value(12))};
}

Result<std::vector<PlateLog>> plates(const QSqlDatabase& db, const SchemaNames& names, const QString& query,
                                     const SqlValues& values)
{
    auto rows = runQuery(db, names, query, values);
    if (!rows)
        return rows.error();
    std::vector<PlateLog> found;
    for (auto& row = rows.value(); row.next();)
        found.push_back(plateFrom(row));
    return found;
}

Result<std::optional<PlateLog>> known(const QSqlDatabase& db, const SchemaNames& names, const PlateLog& plate)
{
    const auto rows =
        plates(db, names, u"lock_plate_log"_s, {{":planid", plate.planId}, {":lmjd", plate.lmjd}});
    if (!rows)
        return rows.error();
    return rows.value().empty() ? std::nullopt : std::optional(rows.value().front());
}

/// The values both tables have.
SqlValues valuesOf(const PlateLog& plate)
{
    return {{":planid", plate.planId},
            {":lmjd", plate.lmjd},
            {":science", sqlOptional(plate.isScience)},
            {":data_valid", sqlOptional(plate.isValid)},
            {":moon_phase", sqlOptional(plate.moonPhaseDays)},
            {":seeing", sqlOptional(plate.seeingArcsec)},
            {":weather", plate.weather.left(60)},
            {":remark", plate.remark.left(400)},
            {":entered_from", plate.enteredFrom}};
}

Result<void> store(const QSqlDatabase& db, const SchemaNames& names, const PlateLog& plate,
                   const QString& account)
{
    auto values = valuesOf(plate);
    const auto now = sqlUtc(QDateTime::currentDateTimeUtc());
    auto change = values;
    change.insert(change.end(), {{":changed_by", account}, {":now", now}});
    if (const auto noted = runQuery(db, names, u"insert_plate_log_change"_s, change); !noted)
        return noted.error();
    const bool confirmed = !plate.confirmedBy.isEmpty();
    values.insert(values.end(),
                  {{":pid", sqlOptional(plate.pid)},
                   {":obs_date", plate.obsDate},
                   {":now", now},
                   {":confirmed_by", plate.confirmedBy},
                   {":confirmed_at", confirmed ? now : QVariant()}});
    const auto written = runQuery(db, names, u"replace_plate_log"_s, values);
    return written ? Result<void>() : written.error();
}

/// True when what is entered says what is known, as it would be kept, whoever said it.
bool saysTheSame(const PlateLog& known, const PlateLog& entered)
{
    return known.pid == entered.pid && known.obsDate == entered.obsDate
        && known.isScience == entered.isScience && known.isValid == entered.isValid
        && known.moonPhaseDays == entered.moonPhaseDays && known.seeingArcsec == entered.seeingArcsec
        && known.weather == entered.weather.left(60) && known.remark == entered.remark.left(400);
}
}

namespace ObservationLogStore {
Result<PlateLogCounts> enter(QSqlDatabase& db, const SchemaNames& names, const std::vector<PlateLog>& entered,
                             const QString& account)
{
    return inTransaction(db, [&](QSqlDatabase& open) -> Result<PlateLogCounts> {
        PlateLogCounts counts;
        for (const auto& plate : entered) {
            const auto before = known(open, names, plate);
            if (!before)
                return before.error();
            if (before.value() && saysTheSame(*before.value(), plate)) {
                ++counts.unchanged;
                continue;
            }
            if (before.value() && !before.value()->confirmedBy.isEmpty()) {
                ++counts.keptConfirmed;
                continue;
            }
            if (auto stored = store(open, names, plate, account); !stored)
                return stored.error();
            ++(before.value() ? counts.changed : counts.added);
        }
        return counts;
    });
}

Result<int> enterFromHeaders(QSqlDatabase& db, const SchemaNames& names, const QString& account)
{
    auto versions = runQuery(db, names, u"select_processing_versions"_s);
    if (!versions)
        return versions.error();
    QStringList list;
    for (auto& row = versions.value(); row.next();)
        list << row.value(0).toString();
    return inTransaction(db, [&](QSqlDatabase& open) -> Result<int> {
        int added = 0;
        for (const auto& version : list) {
            const auto missing = plates(open, names.forVersion(version), u"select_unlogged_plates"_s, {});
            if (!missing)
                return missing.error();
            for (const auto& plate : missing.value()) {
                const auto before = known(open, names, plate); // somebody may have entered it meanwhile
                if (!before)
                    return before.error();
                if (before.value())
                    continue;
                if (auto stored = store(open, names, plate, account); !stored)
                    return stored.error();
                ++added;
            }
        }
        return added;
    });
}

Result<std::vector<PlateLog>> page(QSqlDatabase& db, const SchemaNames& names, const PlateLogFilter& filter)
{
    return plates(db, names, u"select_plate_logs"_s,
                  {{":from", filter.fromDate},
                   {":until", filter.untilDate.isEmpty() ? u"9999-12-31"_s : filter.untilDate},
                   {":unconfirmed", filter.unconfirmedOnly}});
}

Result<void> confirm(QSqlDatabase& db, const SchemaNames& names, const PlateLog& plate,
                     const QString& account)
{
    return inTransaction(db, [&](QSqlDatabase& open) -> Result<void> {
        const auto before = known(open, names, plate);
        if (!before)
            return before.error();
        if (!before.value())
            return Error {
                ErrorKind::NotFound,
                QCoreApplication::translate("db", "The observation log has no plate %1 in night %2.")
                    .arg(plate.planId)
                    .arg(plate.lmjd),
                {}};
        auto confirmed = plate;
        confirmed.pid = before.value()->pid;
        confirmed.obsDate = before.value()->obsDate;
        confirmed.enteredFrom = u"person"_s;
        confirmed.confirmedBy = account;
        return store(open, names, confirmed, account);
    });
}
}
