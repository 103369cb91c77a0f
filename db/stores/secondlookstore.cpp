#include "db/stores/secondlookstore.h"

#include "db/sql/procedure.h"
#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/sql/sqlwhere.h"
#include "db/stores/queuestore.h"
#include "db/stores/spectrumrows.h"
#include "db/stores/verdictrow.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int batch = 200; // spectra looked at twice that are fetched at once

struct Spot
{
    qint64 obsid = std::numeric_limits<qint64>::min();
    QString version {};
};

Result<std::vector<Spot>> lookedAtTwice(const QSqlDatabase& db, const SchemaNames& names, const Spot& after)
{
    auto rows = runQuery(db, names, u"select_looked_at_twice"_s,
                         {{":obsid", after.obsid},
                          {":obsid_again", after.obsid},
                          {":version", after.version},
                          {":limit", batch}});
    if (!rows)
        return rows.error();
    std::vector<Spot> spots;
    for (auto& row = rows.value(); row.next();)
        spots.push_back({row.value(0).toLongLong(), row.value(1).toString()});
    return spots;
}

/// The spectrum's entry; one that was never ingested is known by its number only.
Result<QueueEntry> entryAt(QSqlDatabase& db, const SchemaNames& names, const Spot& spot)
{
    auto entry = QueueStore::entry(db, names, spot.obsid, spot.version, {});
    if (!entry && entry.error().kind == ErrorKind::NotFound) {
        QueueEntry bare;
        bare.obsid = spot.obsid;
        bare.pipelineVersion = spot.version;
        return bare;
    }
    return entry;
}

Recheck recheckFrom(const QSqlQuery& row)
{
    const auto grade = optionalFrom<int>(row.value(8));
    return {.id = row.value(0).toLongLong(),
            .submission = QUuid::fromRfc4122(row.value(1).toByteArray()),
            .obsid = row.value(2).toLongLong(),
            .pipelineVersion = row.value(3).toString(),
            .spectralClass = spectralClassFrom(row.value(4).toString()),
            .subclass = row.value(5).toString(),
            .z = optionalFrom<double>(row.value(6)),
            .zError = optionalFrom<double>(row.value(7)),
            .grade = grade ? std::optional(static_cast<Grade>(*grade)) : std::nullopt,
            .comment = row.value(9).toString(),
            .rechecker = row.value(10).toString(),
            .decidedAt = utcFrom(row.value(11)),
            .toolVersion = row.value(12).toString(),
            .chosenVerdict = optionalFrom<qint64>(row.value(13))};
}
}

namespace SecondLookStore {
Result<SecondLooks> inConflict(QSqlDatabase& db, const SchemaNames& names, const ConflictRules& rules,
                               const std::optional<SecondLook>& after, int limit)
{
    Spot last;
    if (after)
        last = {after->entry.obsid, storedVersion(after->entry.pipelineVersion)};
    SecondLooks looks;
    for (;;) {
        const auto spots = lookedAtTwice(db, names, last);
        if (!spots)
            return spots.error();
        for (const auto& spot : spots.value()) {
            last = spot;
            auto verdicts = verdictsOn(db, names, spot.obsid, spot.version);
            if (!verdicts)
                return verdicts.error();
            auto conflicts = conflictsAmong(verdicts.value(), rules);
            if (conflicts.empty())
                continue;
            auto entry = entryAt(db, names, spot);
            if (!entry)
                return entry.error();
            looks.push_back({std::move(entry).value(), std::move(verdicts).value(), std::move(conflicts)});
            if (static_cast<int>(looks.size()) == limit)
                return looks;
        }
        if (static_cast<int>(spots.value().size()) < batch)
            return looks;
    }
}

Result<Verdicts> verdictsOn(QSqlDatabase& db, const SchemaNames& names, qint64 obsid,
                            const QString& pipelineVersion)
{
    auto rows = runQuery(db, names, u"select_standing_verdicts"_s,
                         {{":obsid", obsid}, {":version", storedVersion(pipelineVersion)}});
    if (!rows)
        return rows.error();
    Verdicts verdicts;
    for (auto& row = rows.value(); row.next();)
        if (auto verdict = verdictFrom(row, 0))
            verdicts.push_back(std::move(*verdict));
    return verdicts;
}

Result<qint64> settle(QSqlDatabase& db, const SchemaNames& names, const Recheck& recheck)
{
    const auto moment = recheck.decidedAt.isValid() ? recheck.decidedAt : QDateTime::currentDateTimeUtc();
    const auto stored =
        callProcedure(db, names, u"call_store_recheck"_s,
                      {{":signer", recheck.rechecker},
                       {":submission", recheck.submission.toRfc4122()},
                       {":obsid", recheck.obsid},
                       {":version", storedVersion(recheck.pipelineVersion)},
                       {":class", className(recheck.spectralClass)},
                       {":subclass", recheck.subclass},
                       {":z", sqlOptional(recheck.z)},
                       {":z_err", sqlOptional(recheck.zError)},
                       {":grade", recheck.grade ? QVariant(static_cast<int>(*recheck.grade)) : QVariant()},
                       {":remark", recheck.comment},
                       {":at", sqlUtc(moment)},
                       {":tool", recheck.toolVersion},
                       {":chosen", sqlOptional(recheck.chosenVerdict)}});
    if (!stored)
        return stored.error();
    auto rows =
        runQuery(db, names, u"select_submitted_recheck"_s, {{":submission", recheck.submission.toRfc4122()}});
    if (!rows)
        return rows.error();
    return rows.value().next() ? rows.value().value(0).toLongLong() : 0;
}

Result<Rechecks> rechecks(QSqlDatabase& db, const SchemaNames& names, qint64 obsid,
                          const QString& pipelineVersion)
{
    SqlWhere where;
    where.add(u"r.obsid = %1"_s, obsid);
    where.add(u"r.pipeline_version = %1"_s, storedVersion(pipelineVersion));
    auto rows = runText(db, names, sqlText(u"select_rechecks"_s).replace(u"{conditions}"_s, where.text()),
                        where.values());
    if (!rows)
        return rows.error();
    Rechecks found;
    for (auto& row = rows.value(); row.next();)
        found.push_back(recheckFrom(row));
    return found;
}
}
