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

/// The next spectra looked at twice behind `last`, which moves on, with their verdicts.
Result<SecondLooks> lookedAtTwice(const QSqlDatabase& db, const SchemaNames& names, QueueEntry& last)
{
    auto rows = runQuery(db, names, u"select_second_looks"_s,
                         {{":obsid", last.obsid},
                          {":obsid_again", last.obsid},
                          {":version", storedVersion(last.pipelineVersion)},
                          {":limit", batch}});
    if (!rows)
        return rows.error();
    SecondLooks looks;
    for (auto& row = rows.value(); row.next();) {
        auto verdict = verdictFrom(row, 0);
        if (!verdict)
            continue;
        if (looks.empty() || last.obsid != verdict->obsid || last.pipelineVersion != verdict->pipelineVersion)
            looks.emplace_back();
        last.obsid = verdict->obsid;
        last.pipelineVersion = verdict->pipelineVersion;
        looks.back().entry = last;
        looks.back().verdicts.push_back(std::move(*verdict));
    }
    return looks;
}

/// Puts what the queue knows into the entries; one that was never ingested is known by its number only.
Result<void> addEntries(const QSqlDatabase& db, const SchemaNames& names, SecondLooks& looks)
{
    QStringList obsids;
    for (const auto& look : looks)
        obsids << QString::number(look.entry.obsid);
    const auto entries = QueueStore::entries(db, names, obsids, {});
    if (!entries)
        return entries.error();
    for (auto& look : looks)
        for (const auto& entry : entries.value())
            if (entry.obsid == look.entry.obsid
                && storedVersion(entry.pipelineVersion) == storedVersion(look.entry.pipelineVersion))
                look.entry = entry;
    return {};
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
    QueueEntry last;
    last.obsid = after ? after->entry.obsid : std::numeric_limits<qint64>::min();
    last.pipelineVersion = after ? after->entry.pipelineVersion : QString();
    SecondLooks looks;
    for (bool more = true; more;) {
        auto twice = lookedAtTwice(db, names, last);
        if (!twice)
            return twice.error();
        more = std::ssize(twice.value()) == batch;
        for (auto& look : twice.value()) {
            look.conflicts = conflictsAmong(look.verdicts, rules);
            if (!look.conflicts.empty() && std::ssize(looks) < limit)
                looks.push_back(std::move(look));
        }
        more = more && std::ssize(looks) < limit;
    }
    if (looks.empty())
        return looks;
    const auto added = addEntries(db, names, looks);
    return added ? Result<SecondLooks>(std::move(looks)) : added.error();
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
