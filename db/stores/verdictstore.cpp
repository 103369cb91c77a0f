#include "db/stores/verdictstore.h"

#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/sql/transaction.h"
#include "db/stores/spectrumrows.h"
#include "db/stores/verdictrow.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
/// The list for spectra that were never ingested.
const QString unlisted = u"unlisted"_s;

/// One spectrum and one inspector: what most texts ask for.
SqlValues keyOf(const Verdict& verdict)
{
    return {{":inspector", verdict.inspector},
            {":obsid", verdict.obsid},
            {":version", storedVersion(verdict.pipelineVersion)}};
}

SqlValues with(SqlValues values, std::initializer_list<std::pair<const char*, QVariant>> more)
{
    values.insert(values.end(), more);
    return values;
}

/// The first column of the first row; absent when there is no row or it is NULL.
Result<std::optional<QVariant>> single(const QSqlDatabase& db, const SchemaNames& names, const QString& name,
                                       const SqlValues& values)
{
    auto rows = runQuery(db, names, name, values);
    if (!rows)
        return rows.error();
    if (!rows.value().next() || rows.value().isNull(0))
        return std::optional<QVariant>();
    return std::optional(rows.value().value(0));
}

Result<std::optional<qint64>> storedSubmission(const QSqlDatabase& db, const SchemaNames& names,
                                               const QUuid& submission)
{
    const auto id = single(db, names, u"select_submission"_s, {{":submission", submission.toRfc4122()}});
    if (!id)
        return id.error();
    return id.value() ? std::optional(id.value()->toLongLong()) : std::nullopt;
}

Result<QString> listOf(const QSqlDatabase& db, const SchemaNames& names, const Verdict& verdict)
{
    const auto list =
        single(db, names, u"select_list_of_spectrum"_s,
               {{":obsid", verdict.obsid}, {":version", storedVersion(verdict.pipelineVersion)}});
    if (!list)
        return list.error();
    return list.value() ? list.value()->toString() : unlisted;
}

Result<void> done(const Result<QSqlQuery>& query)
{
    return query ? Result<void>() : query.error();
}

Result<void> lockStatus(const QSqlDatabase& db, const SchemaNames& names, const Verdict& verdict,
                        const QString& list)
{
    return done(runQuery(db, names, u"lock_check_status"_s,
                         with(keyOf(verdict), {{":list", list}, {":list_again", list}})));
}

Result<void> count(const QSqlDatabase& db, const SchemaNames& names, const Verdict& verdict,
                   const QString& list, int growth)
{
    return done(runQuery(db, names, u"update_check_status"_s,
                         with(keyOf(verdict), {{":list", list}, {":growth", growth}})));
}

Result<qint64> insert(const QSqlDatabase& db, const SchemaNames& names, const Verdict& verdict,
                      std::optional<qint64> withdrawnId)
{
    const auto moment = verdict.decidedAt.isValid() ? verdict.decidedAt : QDateTime::currentDateTimeUtc();
    auto query =
        runQuery(db, names, u"insert_verdict"_s,
                 with(keyOf(verdict),
                      {{":submission", verdict.submission.toRfc4122()},
                       {":class", className(verdict.spectralClass)},
                       {":subclass", verdict.subclass},
                       {":z", sqlOptional(verdict.z)},
                       {":z_err", sqlOptional(verdict.zError)},
                       {":z_origin", originName(verdict.origin)},
                       {":z_origin_detail", verdict.originDetail},
                       {":grade", verdict.grade ? QVariant(static_cast<int>(*verdict.grade)) : QVariant()},
                       {":reasons", verdict.reasons.join(u',')},
                       {":remark", verdict.comment},
                       {":decided_at", sqlUtc(moment)},
                       {":seconds_spent", std::isfinite(verdict.secondsSpent) ? verdict.secondsSpent : 0.0},
                       {":shown_class", className(verdict.shownClass)},
                       {":shown_subclass", verdict.shownSubclass},
                       {":shown_z", sqlOptional(verdict.shownZ)},
                       {":tool_version", verdict.toolVersion},
                       {":line_list_version", verdict.lineListVersion},
                       {":withdraws", withdrawnId ? 1 : 0},
                       {":withdrawn_id", sqlOptional(withdrawnId)}}));
    if (!query)
        return query.error();
    return query.value().lastInsertId().toLongLong();
}

Result<void> noteEvent(const QSqlDatabase& db, const SchemaNames& names, const Verdict& verdict,
                       bool withdrawn)
{
    auto detail = u"%1: %2 %3"_s.arg(verdict.inspector, className(verdict.spectralClass), verdict.subclass);
    if (verdict.z)
        detail += u" z=%1"_s.arg(*verdict.z, 0, 'g', 8);
    const auto moment = verdict.decidedAt.isValid() ? verdict.decidedAt : QDateTime::currentDateTimeUtc();
    return done(runQuery(db, names, u"insert_event"_s,
                         {{":obsid", verdict.obsid},
                          {":version", storedVersion(verdict.pipelineVersion)},
                          {":state", withdrawn ? u"withdrawn"_s : u"verified"_s},
                          {":at", sqlUtc(moment)},
                          {":detail", detail.left(200)}}));
}

Result<void> letStand(const QSqlDatabase& db, const SchemaNames& names, const Verdict& verdict, qint64 id,
                      const QString& list)
{
    return done(runQuery(db, names, u"upsert_standing_verdict"_s,
                         with(keyOf(verdict), {{":verdict", id}, {":list", list}})));
}

Result<qint64> submitOpen(QSqlDatabase& db, const SchemaNames& names, const Verdict& verdict,
                          const QString& list)
{
    if (auto locked = lockStatus(db, names, verdict, list); !locked)
        return locked.error();
    const auto id = insert(db, names, verdict, {});
    if (!id)
        return id;
    const auto before = single(db, names, u"select_standing_verdict"_s, keyOf(verdict));
    if (!before)
        return before.error();
    for (const auto& step :
         {letStand(db, names, verdict, id.value(), list), noteEvent(db, names, verdict, false),
          count(db, names, verdict, list, before.value() ? 0 : 1)})
        if (!step)
            return step.error();
    return id;
}

Error nothingToWithdraw(const Verdict& verdict)
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("db", "There is no verdict of yours on this spectrum to take back."),
            QString::number(verdict.obsid)};
}

Result<std::optional<Verdict>> verdictById(const QSqlDatabase& db, const SchemaNames& names, qint64 id)
{
    auto text =
        sqlText(u"select_verdicts"_s).replace(u"{conditions}"_s, u"v.id = :id"_s).remove(u"{limit}"_s);
    auto rows = runText(db, names, text, {{":id", id}});
    if (!rows)
        return rows.error();
    return rows.value().next() ? verdictFrom(rows.value(), 0) : std::nullopt;
}

/// Lets the newest verdict that was not taken back stand, or none.
Result<std::optional<Verdict>> letPreviousStand(QSqlDatabase& db, const SchemaNames& names,
                                                const Verdict& withdrawn, const QString& list)
{
    const auto previous = single(db, names, u"select_previous_verdict"_s, keyOf(withdrawn));
    if (!previous)
        return previous.error();
    if (!previous.value()) {
        if (auto gone = done(runQuery(db, names, u"delete_standing_verdict"_s, keyOf(withdrawn))); !gone)
            return gone.error();
        return std::optional<Verdict>();
    }
    const auto id = previous.value()->toLongLong();
    if (auto stands = letStand(db, names, withdrawn, id, list); !stands)
        return stands.error();
    return verdictById(db, names, id);
}

Result<std::optional<Verdict>> withdrawOpen(QSqlDatabase& db, const SchemaNames& names, const Verdict& wish,
                                            const QUuid& submission, const QString& list)
{
    if (auto locked = lockStatus(db, names, wish, list); !locked)
        return locked.error();
    const auto standing = VerdictStore::standing(db, names, wish.obsid, wish.pipelineVersion, wish.inspector);
    if (!standing)
        return standing.error();
    if (!standing.value())
        return nothingToWithdraw(wish);
    auto row = *standing.value();
    row.submission = submission;
    row.decidedAt = QDateTime::currentDateTimeUtc();
    row.secondsSpent = 0;
    if (const auto id = insert(db, names, row, standing.value()->id); !id)
        return id.error();
    auto previous = letPreviousStand(db, names, row, list);
    if (!previous)
        return previous;
    for (const auto& step :
         {noteEvent(db, names, row, true), count(db, names, row, list, previous.value() ? 0 : -1)})
        if (!step)
            return step.error();
    return previous;
}

struct Conditions
{
    QStringList texts {u"TRUE"_s};
    SqlValues values;
    void add(const QString& text, const char* placeholder, const QVariant& value)
    {
        texts << text;
        values.emplace_back(placeholder, value);
    }
};

Conditions conditionsOf(const VerdictFilter& filter)
{
    Conditions conditions;
    if (!filter.inspector.isEmpty())
        conditions.add(u"v.inspector = :inspector"_s, ":inspector", filter.inspector);
    if (filter.obsid)
        conditions.add(u"v.obsid = :obsid"_s, ":obsid", *filter.obsid);
    if (!filter.pipelineVersion.isEmpty())
        conditions.add(u"v.pipeline_version = :version"_s, ":version", storedVersion(filter.pipelineVersion));
    if (filter.from.isValid())
        conditions.add(u"v.decided_at >= :from"_s, ":from", sqlUtc(filter.from));
    if (filter.before.isValid())
        conditions.add(u"v.decided_at < :before"_s, ":before", sqlUtc(filter.before));
    if (filter.afterId > 0)
        conditions.add(u"v.id > :after"_s, ":after", filter.afterId);
    if (filter.currentOnly)
        conditions.texts
            << u"v.id IN (SELECT h.verdict_id FROM {check}.standing_verdict AS h WHERE h.obsid = v.obsid "
               "AND h.pipeline_version = v.pipeline_version)"_s;
    return conditions;
}
}

namespace VerdictStore {
Result<qint64> submit(QSqlDatabase& db, const SchemaNames& names, const Verdict& verdict)
{
    if (verdict.submission.isNull() || verdict.inspector.isEmpty())
        return Error {ErrorKind::Internal, u"A verdict needs a submission and an inspector."_s,
                      QString::number(verdict.obsid)};
    const auto list = listOf(db, names, verdict);
    if (!list)
        return list.error();
    auto id =
        inTransaction(db, [&](QSqlDatabase& open) { return submitOpen(open, names, verdict, list.value()); });
    if (id || !isDuplicate(id.error()))
        return id;
    const auto stored = storedSubmission(db, names, verdict.submission);
    if (!stored)
        return stored.error();
    return stored.value() ? Result<qint64>(*stored.value()) : id;
}

Result<std::optional<Verdict>> withdraw(QSqlDatabase& db, const SchemaNames& names,
                                        const Verdict& standingVerdict, const QUuid& submission)
{
    const auto list = listOf(db, names, standingVerdict);
    if (!list)
        return list.error();
    const auto stored = storedSubmission(db, names, submission);
    if (!stored)
        return stored.error();
    if (stored.value())
        return standing(db, names, standingVerdict.obsid, standingVerdict.pipelineVersion,
                        standingVerdict.inspector);
    return inTransaction(db, [&](QSqlDatabase& open) {
        return withdrawOpen(open, names, standingVerdict, submission, list.value());
    });
}

Result<std::optional<Verdict>> standing(QSqlDatabase& db, const SchemaNames& names, qint64 obsid,
                                        const QString& pipelineVersion, const QString& inspector)
{
    auto rows = runQuery(
        db, names, u"select_standing_verdict"_s,
        {{":inspector", inspector}, {":obsid", obsid}, {":version", storedVersion(pipelineVersion)}});
    if (!rows)
        return rows.error();
    return rows.value().next() ? verdictFrom(rows.value(), 0) : std::nullopt;
}

Result<Verdicts> all(QSqlDatabase& db, const SchemaNames& names, const VerdictFilter& filter)
{
    const auto conditions = conditionsOf(filter);
    auto text = sqlText(u"select_verdicts"_s)
                    .replace(u"{conditions}"_s, conditions.texts.join(u" AND "_s))
                    .replace(u"{limit}"_s, filter.limit > 0 ? u"LIMIT %1"_s.arg(filter.limit) : QString());
    auto rows = runText(db, names, text, conditions.values);
    if (!rows)
        return rows.error();
    Verdicts verdicts;
    for (auto& row = rows.value(); row.next();)
        if (auto verdict = verdictFrom(row, 0))
            verdicts.push_back(std::move(*verdict));
    return verdicts;
}

Result<QStringList> verifiedFiles(QSqlDatabase& db, const SchemaNames& names)
{
    auto rows = runQuery(db, names, u"select_verified_files"_s);
    if (!rows)
        return rows.error();
    QStringList files;
    for (auto& row = rows.value(); row.next();)
        files << row.value(0).toString();
    return files;
}

Result<std::vector<CheckStatus>> status(QSqlDatabase& db, const SchemaNames& names, const QString& inspector)
{
    auto rows = runQuery(db, names, u"select_check_status"_s,
                         {{":inspector", inspector}, {":inspector_again", inspector}});
    if (!rows)
        return rows.error();
    std::vector<CheckStatus> lines;
    for (auto& row = rows.value(); row.next();)
        lines.push_back({row.value(0).toString(), row.value(1).toString(), row.value(2).toLongLong(),
                         row.value(3).toLongLong(), row.value(4).toDouble(), row.value(5).toLongLong(),
                         row.value(6).toString()});
    return lines;
}
}
