#include "db/stores/queuestore.h"

#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/sql/sqlwhere.h"
#include "db/stores/classcondition.h"
#include "db/stores/queuerow.h"
#include "db/stores/spectrumrows.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
/// A file, or a folder with everything below: '0' is the character after '/'.
void addPaths(SqlWhere& where, const QStringList& paths)
{
    QStringList either;
    for (auto path : paths) {
        while (path.size() > 1 && path.endsWith(u'/'))
            path.chop(1);
        const auto below = path == "/"_L1 ? path : path + u'/';
        either << u"s.file_path = %1 OR (s.file_path >= %2 AND s.file_path < %3)"_s.arg(
            where.bind(path), where.bind(below), where.bind(QString(below.chopped(1) + u'0')));
    }
    if (!either.isEmpty())
        where.add(u'(' + either.join(u" OR "_s) + u')');
}

void addFilter(SqlWhere& where, const QueueFilter& filter, WorkPage page)
{
    where.add(u"s.page = %1"_s, pageName(page));
    if (filter.page == WorkPage::Browse)
        where.add(u"s.is_object = 1"_s);
    addPaths(where, filter.paths);
    if (!filter.planId.isEmpty())
        where.add(u"s.planid = %1"_s, filter.planId);
    if (!filter.pipelineVersion.isEmpty())
        where.add(u"s.pipeline_version = %1"_s, storedVersion(filter.pipelineVersion));
    if (filter.spectralClass)
        addClasses(where, u"s.spectral_class"_s, {*filter.spectralClass});
    if (filter.reason)
        where.add(u"s.reason = %1"_s, reasonName(*filter.reason));
    if (filter.probabilityBelow)
        where.add(u"r.probability < %1"_s, *filter.probabilityBelow);
    if (filter.probabilityFrom)
        where.add(u"r.probability >= %1"_s, *filter.probabilityFrom);
    if (filter.machineAccepted)
        where.add(*filter.machineAccepted ? u"m.rule_name IS NOT NULL"_s : u"m.rule_name IS NULL"_s);
    if (filter.state == QueueFilter::State::Open)
        where.add(u"h.verdict_id IS NULL"_s);
    else if (filter.state == QueueFilter::State::Done)
        where.add(u"h.verdict_id IS NOT NULL"_s);
}

struct SortColumn
{
    QString name;
    QVariant after; ///< The value in the last entry of the page before.
};

std::vector<SortColumn> sortColumns(QueueFilter::Order order, const QueueEntry& last)
{
    std::vector<SortColumn> columns;
    constexpr double notSearched = 2; // behind every probability
    if (order == QueueFilter::Order::Priority)
        columns = {{u"s.priority"_s, last.priority}};
    else if (order == QueueFilter::Order::Probability)
        columns = {{u"COALESCE(r.probability, 2)"_s, last.probability.value_or(notSearched)}};
    else
        columns = {{u"s.obs_date"_s, last.obsDate},
                   {u"s.planid"_s, last.planId},
                   {u"s.spid"_s, last.spectrographId.value_or(-1)},
                   {u"s.fiberid"_s, last.fiberId.value_or(-1)}};
    columns.push_back({u"s.obsid"_s, last.obsid});
    columns.push_back({u"s.pipeline_version"_s, storedVersion(last.pipelineVersion)});
    return columns;
}

/// (a, b, c) behind (x, y, z), written out because the servers use an index for ORs of ranges but not for row
/// comparisons.
void addBehind(SqlWhere& where, const std::vector<SortColumn>& columns)
{
    QStringList either;
    for (std::size_t last = 0; last < columns.size(); ++last) {
        QStringList all;
        for (std::size_t i = 0; i < last; ++i)
            all << columns[i].name + u" = "_s + where.bind(columns[i].after);
        all << columns[last].name + u" > "_s + where.bind(columns[last].after);
        either << u'(' + all.join(u" AND "_s) + u')';
    }
    where.add(u'(' + either.join(u"\n   OR "_s) + u')');
}

/// What the search and the rules of acceptance say, in the columns behind the entry's own.
void addSearch(QueueEntry& entry, const QSqlQuery& row)
{
    entry.probability = optionalFrom<double>(row.value(47));
    entry.foundClass = spectralClassFrom(row.value(48).toString());
    entry.foundZ = optionalFrom<double>(row.value(49));
    entry.machineRule = row.value(50).toString();
}

/// Walking along an index gives a page at once in a table of millions; a folder or a plate is found faster by
/// its own index.
QString indexHint(const QueueFilter& filter)
{
    if (!filter.paths.isEmpty() || !filter.planId.isEmpty() || filter.state == QueueFilter::State::Done
        || filter.order == QueueFilter::Order::Probability || filter.machineAccepted.value_or(false))
        return {};
    return filter.order == QueueFilter::Order::Priority ? u"FORCE INDEX FOR ORDER BY (by_priority)"_s
                                                        : u"FORCE INDEX FOR ORDER BY (by_observation)"_s;
}

Result<void> appendPage(const QSqlDatabase& db, const SchemaNames& names, const QueueFilter& filter,
                        WorkPage page, const std::optional<QueueEntry>& after, int limit,
                        QueueEntries& entries)
{
    SqlWhere where;
    addFilter(where, filter, page);
    const auto columns = sortColumns(filter.order, after.value_or(QueueEntry()));
    if (after)
        addBehind(where, columns);
    QStringList order {u"s.page"_s};
    for (const auto& column : columns)
        order << column.name;
    auto text = sqlText(u"select_queue_page"_s)
                    .replace(u"{index}"_s, indexHint(filter))
                    .replace(u"{conditions}"_s, where.text())
                    .replace(u"{order}"_s, order.join(u", "_s));
    where.values().emplace_back(":inspector", filter.inspector);
    where.values().emplace_back(":limit", limit);
    auto rows = runText(db, names, text, where.values());
    if (!rows)
        return rows.error();
    for (auto& row = rows.value(); row.next();) {
        entries.push_back(queueEntryFrom(row));
        addSearch(entries.back(), row);
    }
    return {};
}

std::vector<WorkPage> pagesOf(const QueueFilter& filter)
{
    if (filter.page)
        return {*filter.page};
    return {WorkPage::Inspect, WorkPage::Browse};
}
}

namespace QueueStore {
Result<QueueEntries> page(QSqlDatabase& db, const SchemaNames& names, const QueueFilter& filter,
                          const std::optional<QueueEntry>& after, int limit)
{
    QueueEntries entries;
    auto behind = after;
    for (const auto page : pagesOf(filter)) {
        if (after && !filter.page && after->page == WorkPage::Browse && page == WorkPage::Inspect)
            continue;
        if (behind && behind->page != page)
            behind.reset();
        const int room = limit - static_cast<int>(entries.size());
        if (room <= 0)
            break;
        if (auto done = appendPage(db, names, filter, page, behind, room, entries); !done)
            return done.error();
    }
    return entries;
}

Result<QueueEntries> entries(const QSqlDatabase& db, const SchemaNames& names, const QStringList& obsids,
                             const QString& inspector)
{
    constexpr int mostVersions = 100; // of a spectrum
    const auto text = sqlText(u"select_queue_page"_s)
                          .remove(u"{index}"_s)
                          .replace(u"{conditions}"_s, u"s.obsid IN (%1)"_s.arg(obsids.join(u',')))
                          .replace(u"{order}"_s, u"s.obsid, s.pipeline_version"_s);
    auto rows =
        runText(db, names, text,
                {{":inspector", inspector}, {":limit", static_cast<qint64>(obsids.size() * mostVersions)}});
    if (!rows)
        return rows.error();
    QueueEntries entries;
    for (auto& row = rows.value(); row.next();) {
        entries.push_back(queueEntryFrom(row));
        addSearch(entries.back(), row);
    }
    return entries;
}

Result<QueueEntry> entry(QSqlDatabase& db, const SchemaNames& names, qint64 obsid,
                         const QString& pipelineVersion, const QString& inspector)
{
    auto text = sqlText(u"select_queue_page"_s)
                    .remove(u"{index}"_s)
                    .replace(u"{conditions}"_s, u"s.obsid = :obsid AND s.pipeline_version = :version"_s)
                    .replace(u"{order}"_s, u"s.obsid"_s);
    auto rows = runText(db, names, text,
                        {{":inspector", inspector},
                         {":obsid", obsid},
                         {":version", storedVersion(pipelineVersion)},
                         {":limit", 1}});
    if (!rows)
        return rows.error();
    if (!rows.value().next())
        return Error {ErrorKind::NotFound,
                      QCoreApplication::translate("db", "The spectrum %1 is not in the database.").arg(obsid),
                      pipelineVersion};
    auto entry = queueEntryFrom(rows.value());
    addSearch(entry, rows.value());
    return entry;
}
}
