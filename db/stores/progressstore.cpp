#include "db/stores/progressstore.h"

#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/sql/sqlwhere.h"
#include "db/stores/spectrumrows.h"

using namespace Qt::Literals::StringLiterals;

namespace {
Result<ProgressLines> linesOf(const QSqlDatabase& db, const SchemaNames& names, const QString& query,
                              const QString& group, SqlWhere& where)
{
    const auto text = sqlText(query).replace(u"{group}"_s, group).replace(u"{conditions}"_s, where.text());
    auto rows = runText(db, names, text, where.values());
    if (!rows)
        return rows.error();
    ProgressLines lines;
    for (auto& row = rows.value(); row.next();)
        lines.push_back({.name = row.value(0).toString(),
                         .total = row.value(1).toLongLong(),
                         .done = row.value(2).toLongLong(),
                         .withdrawn = row.value(3).toLongLong(),
                         .people = row.value(4).toInt(),
                         .secondsSpent = row.value(5).toDouble(),
                         .first = utcFrom(row.value(6)),
                         .last = utcFrom(row.value(7))});
    return lines;
}

Result<ProgressLines> verdictLines(const QSqlDatabase& db, const SchemaNames& names,
                                   const ProgressQuery& query, const QString& group)
{
    SqlWhere where;
    if (query.from.isValid())
        where.add(u"v.decided_at >= %1"_s, sqlUtc(query.from));
    if (query.before.isValid())
        where.add(u"v.decided_at < %1"_s, sqlUtc(query.before));
    if (!query.inspector.isEmpty())
        where.add(u"v.inspector = %1"_s, query.inspector);
    return linesOf(db, names, u"select_verdict_progress"_s, group, where);
}

/// Which spectra of spec_check, s, are asked for.
void addSpectra(SqlWhere& where, const ProgressQuery& query)
{
    where.add(u"s.is_object = 1"_s);
    if (query.page)
        where.add(u"s.page = %1"_s, pageName(*query.page));
    if (query.from.isValid())
        where.add(u"s.obs_date >= %1"_s, query.from.date().toString(Qt::ISODate));
    if (query.before.isValid())
        where.add(u"s.obs_date < %1"_s, query.before.date().toString(Qt::ISODate));
    if (query.taskId)
        where.add(
            u"EXISTS (SELECT 1 FROM {check}.visible_seat AS t WHERE t.task_id = %1 AND t.obsid = s.obsid "
            "AND t.pipeline_version = s.pipeline_version)"_s,
            *query.taskId);
}

Result<ProgressLines> spectrumLines(const QSqlDatabase& db, const SchemaNames& names,
                                    const ProgressQuery& query, const QString& group)
{
    SqlWhere where;
    addSpectra(where, query);
    return linesOf(db, names, u"select_spectrum_progress"_s, group, where);
}

Result<qint64> remainingSpectra(const QSqlDatabase& db, const SchemaNames& names, const ProgressQuery& query)
{
    SqlWhere where;
    addSpectra(where, query);
    const auto text = sqlText(u"count_remaining"_s).replace(u"{conditions}"_s, where.text());
    auto rows = runText(db, names, text, where.values());
    if (!rows)
        return rows.error();
    return rows.value().next() ? rows.value().value(0).toLongLong() : 0;
}
}

namespace ProgressStore {
Result<ProgressLines> lines(QSqlDatabase& db, const SchemaNames& names, const ProgressQuery& query)
{
    SqlWhere tasks;
    switch (query.group) {
    case ProgressGroup::Day:
        return verdictLines(db, names, query, u"DATE_FORMAT(v.decided_at, '%Y-%m-%d')"_s);
    case ProgressGroup::Person:
        return verdictLines(db, names, query, u"v.inspector"_s);
    case ProgressGroup::Night:
        return spectrumLines(db, names, query, u"obs_date"_s);
    case ProgressGroup::Plate:
        return spectrumLines(db, names, query, u"planid"_s);
    case ProgressGroup::Task:
        break;
    }
    if (query.taskId)
        tasks.add(u"k.id = %1"_s, *query.taskId);
    return linesOf(db, names, u"select_task_progress"_s, {}, tasks);
}

Result<Forecast> forecast(QSqlDatabase& db, const SchemaNames& names, const ProgressQuery& query,
                          const QDate& today)
{
    const auto remaining = remainingSpectra(db, names, query);
    if (!remaining)
        return remaining.error();
    const ProgressQuery recent {.group = ProgressGroup::Day,
                                .from = today.addDays(-Forecast::window).startOfDay(Qt::UTC),
                                .inspector = query.inspector};
    const auto days = lines(db, names, recent);
    if (!days)
        return days.error();
    return forecastOf(days.value(), remaining.value(), today);
}
}
