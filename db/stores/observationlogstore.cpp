#include "db/stores/observationlogstore.h"

#include "db/sql/procedure.h"
#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/sql/transaction.h"

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

/// As confirmed by the account when it is the one that confirms.
Result<void> store(const QSqlDatabase& db, const SchemaNames& names, const PlateLog& plate,
                   const QString& account)
{
    const auto entered = runQuery(db, names, u"call_enter_plate_log"_s,
                                  {{":signer", account},
                                   {":planid", plate.planId},
                                   {":lmjd", plate.lmjd},
                                   {":pid", sqlOptional(plate.pid)},
                                   {":obs_date", plate.obsDate},
                                   {":science", sqlOptional(plate.isScience)},
                                   {":data_valid", sqlOptional(plate.isValid)},
                                   {":moon_phase", sqlOptional(plate.moonPhaseDays)},
                                   {":seeing", sqlOptional(plate.seeingArcsec)},
                                   {":weather", plate.weather.left(60)},
                                   {":remark", plate.remark.left(400)},
                                   {":entered_from", plate.enteredFrom},
                                   {":confirmed", plate.confirmedBy.isEmpty() ? 0 : 1}});
    return entered ? Result<void>() : entered.error();
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
    return callProcedure(db, names, u"call_confirm_plate"_s,
                         {{":signer", account},
                          {":planid", plate.planId},
                          {":lmjd", plate.lmjd},
                          {":seen_by", plate.confirmedBy},
                          {":seen_at", plate.confirmedAt.isValid() ? sqlUtc(plate.confirmedAt) : QVariant()},
                          {":science", sqlOptional(plate.isScience)},
                          {":data_valid", sqlOptional(plate.isValid)},
                          {":moon_phase", sqlOptional(plate.moonPhaseDays)},
                          {":seeing", sqlOptional(plate.seeingArcsec)},
                          {":weather", plate.weather.left(60)},
                          {":remark", plate.remark.left(400)}});
}

Result<PlateLogChanges> history(QSqlDatabase& db, const SchemaNames& names, const QString& planId, int lmjd)
{
    auto rows = runQuery(db, names, u"select_plate_log_history"_s, {{":planid", planId}, {":lmjd", lmjd}});
    if (!rows)
        return rows.error();
    PlateLogChanges changes;
    for (auto& row = rows.value(); row.next();) {
        PlateLogChange change;
        change.said.planId = planId;
        change.said.lmjd = lmjd;
        change.said.isScience = optionalFrom<bool>(row.value(0));
        change.said.isValid = optionalFrom<bool>(row.value(1));
        change.said.moonPhaseDays = optionalFrom<double>(row.value(2));
        change.said.seeingArcsec = optionalFrom<double>(row.value(3));
        change.said.weather = row.value(4).toString();
        change.said.remark = row.value(5).toString();
        change.said.enteredFrom = row.value(6).toString();
        change.account = row.value(7).toString();
        change.at = utcFrom(row.value(8));
        changes.push_back(std::move(change));
    }
    return changes;
}
}
