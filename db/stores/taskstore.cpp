#include "db/stores/taskstore.h"

#include "db/sql/keptstatement.h"
#include "db/sql/procedure.h"
#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/sql/sqlwhere.h"
#include "db/sql/transaction.h"
#include "db/stores/classcondition.h"
#include "db/stores/queuerow.h"
#include "db/stores/spectrumrows.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostInspectors = 9; // the texts count seats up to this
constexpr int mostGold = 5000;

Error badTask(const QString& sentence)
{
    return {ErrorKind::BadInput, sentence, {}};
}

/// '*' and '?' of a wildcard as LIKE has them.
QString likePattern(QString wildcard)
{
    wildcard.replace(u"\\"_s, u"\\\\"_s).replace(u"%"_s, u"\\%"_s).replace(u"_"_s, u"\\_"_s);
    return wildcard.replace(u'*', u'%').replace(u'?', u'_');
}

void addWildcards(SqlWhere& where, const QString& column, const QStringList& wildcards)
{
    QStringList either;
    for (const auto& wildcard : wildcards)
        either << u"%1 LIKE %2"_s.arg(column, where.bind(likePattern(wildcard)));
    if (!either.isEmpty())
        where.add(u'(' + either.join(u" OR "_s) + u')');
}

template<typename Values, typename Word>
QVariantList listOf(const Values& values, Word word)
{
    QVariantList list;
    for (const auto& value : values)
        list << QVariant(word(value));
    return list;
}

void addFilter(SqlWhere& where, const TaskFilter& filter)
{
    const auto text = [](const QString& word) { return word; };
    where.add(u"s.is_object = 1"_s);
    where.addOneOf(u"s.obs_date"_s, listOf(filter.nights, text));
    where.addOneOf(u"s.planid"_s, listOf(filter.planIds, text));
    where.addOneOf(u"s.spid"_s, listOf(filter.spectrographs, [](int number) { return number; }));
    addClasses(where, u"s.spectral_class"_s, filter.classes);
    where.addOneOf(u"s.reason"_s, listOf(filter.reasons, reasonName));
    addWildcards(where, u"s.subclass"_s, filter.subclasses);
    addWildcards(where, u"s.object_type"_s, filter.objectTypes);
    if (filter.page)
        where.add(u"s.page = %1"_s, pageName(*filter.page));
    if (!filter.pipelineVersion.isEmpty())
        where.add(u"s.pipeline_version = %1"_s, storedVersion(filter.pipelineVersion));
    const auto best = u"GREATEST(COALESCE(s.snrg, -1), COALESCE(s.snrr, -1))"_s;
    if (filter.minSnr)
        where.add(best + u" >= %1"_s, *filter.minSnr);
    if (filter.maxSnr)
        where.add(best + u" <= %1"_s, *filter.maxSnr);
    if (filter.openOnly)
        where.add(u"NOT EXISTS (SELECT 1 FROM {check}.standing_verdict AS h WHERE h.obsid = s.obsid AND "
                  "h.pipeline_version = s.pipeline_version)"_s);
}

const auto naturalOrder = u"s.obs_date, s.planid, s.spid, s.fiberid, s.obsid, s.pipeline_version"_s;

/// What each order puts first; q is SpecDesk's own best answer, i what the pipeline warned of, where there is
/// one.
QString orderText(TaskOrder order, bool warned)
{
    const auto probability =
        u"COALESCE(q.probability, 5e-1), "_s; // nothing known lies between sure and unsure
    const auto deltaChi2 = u"COALESCE(q.delta_chi2, 1e9), "_s;
    const auto disagrees = u"COALESCE(q.spectral_class <> s.spectral_class, 0) DESC, "_s;
    const auto reason =
        u"CASE s.reason WHEN 'reprocessed' THEN 0 WHEN 'target-mismatch' THEN 1 WHEN 'unknown' THEN 2 ELSE 3 END, "_s;
    switch (order) {
    case TaskOrder::Natural:
        return naturalOrder;
    case TaskOrder::Random:
        return u"CRC32(s.obsid), s.obsid, s.pipeline_version"_s;
    case TaskOrder::Probability:
        return probability + deltaChi2 + naturalOrder;
    case TaskOrder::DeltaChi2:
        return deltaChi2 + probability + naturalOrder;
    case TaskOrder::Photometry:
        return u"s.reason <> 'target-mismatch', "_s + disagrees + probability + naturalOrder;
    case TaskOrder::Information:
        break;
    }
    return disagrees + reason + (warned ? u"COALESCE(i.z_warning, 0) = 0, "_s : QString()) + probability
        + deltaChi2 + u"s.priority, s.z_err IS NULL DESC, s.z_err DESC, "_s + naturalOrder;
}

/// What the filter finds, in the task's order.
Result<qint64> chooseSpectra(const QSqlDatabase& db, const SchemaNames& names, const Task& wish)
{
    SqlWhere where;
    addFilter(where, wish.filter);
    const bool informed = wish.order == TaskOrder::Information && !wish.filter.pipelineVersion.isEmpty();
    const auto text = sqlText(informed ? u"insert_informed_spectra"_s : u"insert_chosen_spectra"_s)
                          .replace(u"{order}"_s, orderText(wish.order, informed))
                          .replace(u"{conditions}"_s, where.text());
    const auto chosen = runText(db, names.forVersion(wish.filter.pipelineVersion), text, where.values());
    return chosen ? Result<qint64>(chosen.value().numRowsAffected()) : chosen.error();
}

/// How many known spectra came in.
Result<qint64> mixInGold(const QSqlDatabase& db, const SchemaNames& names, int taskId, const Task& wish,
                         qint64 spectra)
{
    const auto wanted =
        std::min<qint64>(mostGold, std::lround(wish.goldShare * static_cast<double>(spectra)));
    if (wanted == 0)
        return 0;
    const auto mixed =
        runQuery(db, names, u"insert_mixed_spectra"_s,
                 {{":places", spectra}, {":gold_count", wanted}, {":gold_limit", wanted}, {":seed", taskId}});
    return mixed ? Result<qint64>(mixed.value().numRowsAffected()) : mixed.error();
}

/// How many spectra got seats.
Result<qint64> fillSeats(const QSqlDatabase& db, const SchemaNames& names, int taskId, const Task& wish)
{
    for (const auto& text :
         {u"drop_chosen_spectrum"_s, u"create_chosen_spectrum"_s, u"create_mixed_spectrum"_s})
        if (const auto made = runQuery(db, names, text); !made)
            return made.error();
    const auto spectra = chooseSpectra(db, names, wish);
    if (!spectra)
        return spectra.error();
    if (spectra.value() == 0)
        return badTask(QCoreApplication::translate("db", "No spectrum fits this filter."));
    const auto gold = mixInGold(db, names, taskId, wish, spectra.value());
    if (!gold)
        return gold.error();
    if (const auto filled = runQuery(db, names, u"insert_task_seats"_s,
                                     {{":task", taskId}, {":inspectors", wish.inspectors}});
        !filled)
        return filled.error();
    if (const auto dropped = runQuery(db, names, u"drop_chosen_spectrum"_s); !dropped)
        return dropped.error();
    return spectra.value() + gold.value();
}

Result<void> insertMembers(const QSqlDatabase& db, const SchemaNames& names, int taskId,
                           const QStringList& members)
{
    for (const auto& account : members)
        if (const auto given =
                runQuery(db, names, u"insert_task_member"_s, {{":task", taskId}, {":account", account}});
            !given)
            return given.error();
    return {};
}

Result<int> createOpen(const QSqlDatabase& db, const SchemaNames& names, const Task& wish)
{
    const auto made = runQuery(
        db, names, u"insert_task"_s,
        {{":title", wish.title.left(120)},
         {":filter", QString::fromUtf8(QJsonDocument(wish.filter.toJson()).toJson(QJsonDocument::Compact))},
         {":order", orderName(wish.order)},
         {":inspectors", wish.inspectors},
         {":gold_share", wish.goldShare},
         {":lease", wish.leaseMinutes},
         {":created_by", wish.createdBy}});
    if (!made)
        return made.error();
    const int id = made.value().lastInsertId().toInt();
    const auto spectra = fillSeats(db, names, id, wish);
    if (!spectra)
        return spectra.error();
    if (const auto noted = runQuery(
            db, names, u"update_task_size"_s,
            {{":spectra", spectra.value()}, {":looks", spectra.value() * wish.inspectors}, {":task", id}});
        !noted)
        return noted.error();
    if (auto given = insertMembers(db, names, id, wish.members); !given)
        return given.error();
    return id;
}

Task taskFrom(const QSqlQuery& row)
{
    return {.id = row.value(0).toInt(),
            .title = row.value(1).toString(),
            .filter =
                TaskFilter::fromJson(QJsonDocument::fromJson(row.value(2).toString().toUtf8()).object()),
            .order = taskOrderFrom(row.value(3).toString()).value_or(TaskOrder::Information),
            .inspectors = row.value(4).toInt(),
            .goldShare = row.value(5).toDouble(),
            .leaseMinutes = row.value(6).toInt(),
            .members = row.value(14).toString().split(u',', Qt::SkipEmptyParts),
            .createdBy = row.value(7).toString(),
            .createdAt = utcFrom(row.value(8)),
            .closed = row.value(9).toBool(),
            .spectra = row.value(10).toLongLong(),
            .looks = row.value(11).toLongLong(),
            .looksDone = row.value(12).toLongLong(),
            .looksHeld = row.value(13).toLongLong()};
}

Result<Tasks> tasksWhere(const QSqlDatabase& db, const SchemaNames& names, SqlWhere& where)
{
    auto rows = runText(db, names, sqlText(u"select_tasks"_s).replace(u"{conditions}"_s, where.text()),
                        where.values());
    if (!rows)
        return rows.error();
    Tasks tasks;
    for (auto& row = rows.value(); row.next();)
        tasks.push_back(taskFrom(row));
    return tasks;
}
}

namespace TaskStore {
Result<Task> create(QSqlDatabase& db, const SchemaNames& names, const Task& wish)
{
    if (wish.title.trimmed().isEmpty())
        return badTask(QCoreApplication::translate("db", "A task needs a title."));
    if (wish.inspectors < 1 || wish.inspectors > mostInspectors)
        return badTask(QCoreApplication::translate("db", "From 1 to %1 people can look at each spectrum.")
                           .arg(mostInspectors));
    if (!(wish.goldShare >= 0 && wish.goldShare <= 0.5) || wish.leaseMinutes < 1)
        return badTask(QCoreApplication::translate(
            "db", "The share of known spectra goes from 0 to 0.5, and a lease lasts a minute at least."));
    if (const auto set = runQuery(db, names, u"read_committed"_s); !set)
        return set.error();
    const auto id = inTransaction(db, [&](QSqlDatabase& open) { return createOpen(open, names, wish); });
    return id ? one(db, names, id.value()) : id.error();
}

Result<void> assign(QSqlDatabase& db, const SchemaNames& names, int taskId, const QStringList& members)
{
    return inTransaction(db, [&](QSqlDatabase& open) -> Result<void> {
        if (const auto task = one(open, names, taskId); !task)
            return task.error();
        if (const auto taken = runQuery(open, names, u"delete_task_members"_s, {{":task", taskId}}); !taken)
            return taken.error();
        return insertMembers(open, names, taskId, members);
    });
}

Result<void> setClosed(QSqlDatabase& db, const SchemaNames& names, int taskId, bool closed)
{
    if (const auto task = one(db, names, taskId); !task)
        return task.error();
    const auto done = runQuery(db, names, u"close_task"_s, {{":task", taskId}, {":closed", closed ? 1 : 0}});
    return done ? Result<void>() : done.error();
}

Result<Tasks> all(QSqlDatabase& db, const SchemaNames& names, const TaskQuery& query)
{
    SqlWhere where;
    if (query.openOnly)
        where.add(u"k.closed = 0"_s);
    if (!query.account.isEmpty())
        where.add(u"(NOT EXISTS (SELECT 1 FROM {check}.task_member AS e WHERE e.task_id = k.id) OR EXISTS "
                  "(SELECT 1 FROM {check}.task_member AS o WHERE o.task_id = k.id AND o.account = %1))"_s,
                  query.account);
    return tasksWhere(db, names, where);
}

Result<Task> one(QSqlDatabase& db, const SchemaNames& names, int taskId)
{
    SqlWhere where;
    where.add(u"k.id = %1"_s, taskId);
    auto tasks = tasksWhere(db, names, where);
    if (!tasks)
        return tasks.error();
    if (tasks.value().empty())
        return Error {
            ErrorKind::NotFound, QCoreApplication::translate("db", "There is no task %1.").arg(taskId), {}};
    return tasks.value().front();
}

Result<Claims> hold(QSqlDatabase& db, const SchemaNames& names, int taskId, const QString& account,
                    int wanted)
{
    if (auto held = callProcedure(db, names, u"call_hold_seats"_s,
                                  {{":task", taskId}, {":signer", account}, {":wanted", wanted}});
        !held)
        return held.error();
    const auto rows = runKept(db, names, u"select_claims"_s,
                              {{":inspector", account}, {":task", taskId}, {":holder", account}});
    if (!rows)
        return rows.error();
    auto& row = *rows.value();
    Claims claims;
    while (row.next())
        claims.push_back(
            {.taskId = taskId, .entry = queueEntryFrom(row), .leasedUntil = utcFrom(row.value(47))});
    row.finish();
    return claims;
}

Result<bool> isMine(QSqlDatabase& db, const SchemaNames& names, int taskId, const QString& account,
                    qint64 obsid, const QString& pipelineVersion)
{
    auto rows = runQuery(db, names, u"count_my_seats"_s,
                         {{":task", taskId},
                          {":holder", account},
                          {":obsid", obsid},
                          {":version", storedVersion(pipelineVersion)}});
    if (!rows)
        return rows.error();
    return rows.value().next() && rows.value().value(0).toInt() > 0;
}

Result<void> release(QSqlDatabase& db, const SchemaNames& names, int taskId, const QString& account)
{
    return callProcedure(db, names, u"call_release_seats"_s, {{":task", taskId}, {":signer", account}});
}
}
