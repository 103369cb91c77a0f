#include "db/stores/verdictstore.h"

#include "db/sql/keptstatement.h"
#include "db/sql/procedure.h"
#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/sql/sqlwhere.h"
#include "db/stores/spectrumrows.h"
#include "db/stores/verdictrow.h"
#include "models/check/verdictjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
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

/// One verdict goes by its values: a server reads all of a JSON text again for each.
SqlValues valuesOf(const Verdict& verdict)
{
    return {{":signer", verdict.inspector},
            {":verdicts", QVariant()},
            {":submission", verdict.submission.toRfc4122()},
            {":obsid", verdict.obsid},
            {":version", storedVersion(verdict.pipelineVersion)},
            {":class", className(verdict.spectralClass)},
            {":subclass", verdict.subclass},
            {":z", sqlOptional(verdict.z)},
            {":z_err", sqlOptional(verdict.zError)},
            {":z_origin", originName(verdict.origin)},
            {":z_origin_detail", verdict.originDetail},
            {":grade", verdict.grade ? QVariant(static_cast<int>(*verdict.grade)) : QVariant()},
            {":reasons", verdict.reasons.join(u',')},
            {":remark", verdict.comment},
            {":decided_at",
             sqlUtc(verdict.decidedAt.isValid() ? verdict.decidedAt : QDateTime::currentDateTimeUtc())},
            {":seconds_spent", std::isfinite(verdict.secondsSpent) ? verdict.secondsSpent : 0.0},
            {":shown_class", className(verdict.shownClass)},
            {":shown_subclass", verdict.shownSubclass},
            {":shown_z", sqlOptional(verdict.shownZ)},
            {":tool_version", verdict.toolVersion},
            {":line_list_version", verdict.lineListVersion}};
}

SqlValues valuesOf(const std::vector<const Verdict*>& verdicts)
{
    if (verdicts.size() == 1)
        return valuesOf(*verdicts.front());
    SqlValues values {{":signer", verdicts.front()->inspector}, {":verdicts", jsonOf(verdicts)}};
    for (const auto* name :
         {":submission", ":obsid", ":version", ":class", ":subclass", ":z", ":z_err", ":z_origin",
          ":z_origin_detail", ":grade", ":reasons", ":remark", ":decided_at", ":seconds_spent",
          ":shown_class", ":shown_subclass", ":shown_z", ":tool_version", ":line_list_version"})
        values.emplace_back(name, QVariant());
    return values;
}

void addFilter(SqlWhere& where, const VerdictFilter& filter)
{
    if (!filter.inspector.isEmpty())
        where.add(u"v.inspector = %1"_s, filter.inspector);
    if (filter.obsid)
        where.add(u"v.obsid = %1"_s, *filter.obsid);
    if (!filter.pipelineVersion.isEmpty())
        where.add(u"v.pipeline_version = %1"_s, storedVersion(filter.pipelineVersion));
    if (filter.from.isValid())
        where.add(u"v.decided_at >= %1"_s, sqlUtc(filter.from));
    if (filter.before.isValid())
        where.add(u"v.decided_at < %1"_s, sqlUtc(filter.before));
    if (filter.afterId > 0)
        where.add(u"v.id > %1"_s, filter.afterId);
    if (filter.currentOnly)
        where.add(u"v.id IN (SELECT h.verdict_id FROM {check}.standing_verdict AS h WHERE h.obsid = v.obsid "
                  "AND h.pipeline_version = v.pipeline_version)"_s);
}

/// The rows of a text with {conditions} and {limit} that `filter` wants.
Result<QSqlQuery> filteredRows(const QSqlDatabase& db, const SchemaNames& names, const QString& text,
                               const VerdictFilter& filter)
{
    SqlWhere where;
    addFilter(where, filter);
    const auto limit = filter.limit > 0 ? u"LIMIT %1"_s.arg(filter.limit) : QString();
    return runText(db, names,
                   sqlText(text).replace(u"{conditions}"_s, where.text()).replace(u"{limit}"_s, limit),
                   where.values());
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
        if (auto stored = callProcedure(db, names, u"store_verdicts"_s, valuesOf(given)); !stored)
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
    auto rows = filteredRows(db, names, u"select_verdicts"_s, filter);
    if (!rows)
        return rows.error();
    Verdicts verdicts;
    for (auto& row = rows.value(); row.next();)
        if (auto verdict = verdictFrom(row, 0))
            verdicts.push_back(std::move(*verdict));
    return verdicts;
}

Result<VerdictChanges> changes(QSqlDatabase& db, const SchemaNames& names, const VerdictFilter& filter)
{
    auto rows = filteredRows(db, names, u"select_verdict_changes"_s, filter);
    if (!rows)
        return rows.error();
    VerdictChanges changes;
    for (auto& row = rows.value(); row.next();)
        if (auto verdict = verdictFrom(row, 0))
            changes.push_back({.verdict = std::move(*verdict),
                               .from = verdictFrom(row, verdictColumns),
                               .to = verdictFrom(row, 2 * verdictColumns)});
    return changes;
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
