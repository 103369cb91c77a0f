#include "db/stores/verdictstore.h"

#include "db/sql/keptstatement.h"
#include "db/sql/procedure.h"
#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/stores/spectrumrows.h"
#include "db/stores/verdictrow.h"
#include "models/check/verdictjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {
/// The verdicts as store_verdicts reads them.
QString jsonOf(const std::vector<const Verdict*>& verdicts)
{
    QJsonArray array;
    for (const auto* verdict : verdicts) {
        auto object = verdictToJson(*verdict);
        object.insert(u"version"_s, storedVersion(verdict->pipelineVersion));
        array << object;
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
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
Result<void> submitAll(QSqlDatabase& db, const SchemaNames& names, const Verdicts& verdicts)
{
    std::map<QString, std::vector<const Verdict*>> byInspector;
    for (const auto& verdict : verdicts) {
        if (verdict.submission.isNull() || verdict.inspector.isEmpty())
            return Error {ErrorKind::Internal, u"A verdict needs a submission and an inspector."_s,
                          QString::number(verdict.obsid)};
        byInspector[verdict.inspector].push_back(&verdict);
    }
    for (const auto& [inspector, given] : byInspector)
        if (auto stored = callProcedure(db, names, u"store_verdicts"_s,
                                        {{":signer", inspector}, {":verdicts", jsonOf(given)}});
            !stored)
            return stored;
    return {};
}

Result<qint64> submit(QSqlDatabase& db, const SchemaNames& names, const Verdict& verdict)
{
    if (auto stored = submitAll(db, names, {verdict}); !stored)
        return stored.error();
    auto rows =
        runQuery(db, names, u"select_submission"_s, {{":submission", verdict.submission.toRfc4122()}});
    if (!rows)
        return rows.error();
    return rows.value().next() ? rows.value().value(0).toLongLong() : 0;
}

Result<std::optional<Verdict>> withdraw(QSqlDatabase& db, const SchemaNames& names, const Verdict& given,
                                        const QUuid& submission)
{
    const auto& meant = given.submission;
    const auto withdrawn =
        callProcedure(db, names, u"withdraw_verdict"_s,
                      {{":signer", given.inspector},
                       {":submission", submission.toRfc4122()},
                       {":meant", meant.isNull() ? QVariant() : QVariant(meant.toRfc4122())},
                       {":obsid", given.obsid},
                       {":version", storedVersion(given.pipelineVersion)},
                       {":tool", QCoreApplication::applicationVersion()}});
    if (!withdrawn)
        return withdrawn.error();
    return standing(db, names, given.obsid, given.pipelineVersion, given.inspector);
}

Result<void> rememberPlace(QSqlDatabase& db, const SchemaNames& names, const QString& inspector,
                           WorkPage list, qint64 obsid, const QString& pipelineVersion)
{
    return callProcedure(db, names, u"remember_place"_s,
                         {{":signer", inspector},
                          {":list", pageName(list)},
                          {":obsid", obsid},
                          {":version", storedVersion(pipelineVersion)}});
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

Result<void> addStanding(QSqlDatabase& db, const SchemaNames& names, const QString& inspector,
                         QueueEntries& entries)
{
    if (entries.empty())
        return {};
    QStringList obsids;
    for (const auto& entry : entries)
        obsids << QString::number(entry.obsid);
    auto rows =
        runText(db, names, sqlText(u"select_standing_among"_s).replace(u"{obsids}"_s, obsids.join(u',')),
                {{":inspector", inspector}});
    if (!rows)
        return rows.error();
    std::map<std::pair<qint64, QString>, Verdict> standing;
    for (auto& row = rows.value(); row.next();)
        if (auto verdict = verdictFrom(row, 0))
            standing.insert_or_assign({verdict->obsid, storedVersion(verdict->pipelineVersion)},
                                      std::move(*verdict));
    for (auto& entry : entries) {
        const auto found = standing.find({entry.obsid, storedVersion(entry.pipelineVersion)});
        entry.verdict = found == standing.end() ? std::nullopt : std::optional(found->second);
    }
    return {};
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

Result<VerdictChanges> changes(QSqlDatabase& db, const SchemaNames& names, qint64 obsid,
                               const QString& pipelineVersion, const QString& inspector)
{
    const auto rows =
        all(db, names, {.inspector = inspector, .obsid = obsid, .pipelineVersion = pipelineVersion});
    if (!rows)
        return rows.error();
    return changesOf(rows.value());
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
    const bool isOwn = !inspector.isEmpty();
    const auto rows = runKept(db, names, isOwn ? u"select_own_status"_s : u"select_check_status"_s,
                              isOwn ? SqlValues {{":inspector", inspector}} : SqlValues());
    if (!rows)
        return rows.error();
    auto& row = *rows.value();
    std::vector<CheckStatus> lines;
    while (row.next())
        lines.push_back({row.value(0).toString(), row.value(1).toString(), row.value(2).toLongLong(),
                         row.value(3).toLongLong(), row.value(4).toDouble(), row.value(5).toLongLong(),
                         row.value(6).toString()});
    row.finish();
    return lines;
}
}
