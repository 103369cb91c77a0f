#include "db/stores/queuestore.h"

#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"
#include "db/stores/queuekeys.h"
#include "db/stores/queuerow.h"
#include "db/stores/spectrumrows.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
/// What the search and the rules of acceptance say, in the columns behind the entry's own.
void addSearch(QueueEntry& entry, const QSqlQuery& row)
{
    entry.probability = optionalFrom<double>(row.value(47));
    entry.foundClass = spectralClassFrom(row.value(48).toString());
    entry.foundZ = optionalFrom<double>(row.value(49));
    entry.machineRule = row.value(50).toString();
}

/// The entries of the keys that `keys` gives, in this order.
Result<QueueEntries> entriesOf(const QSqlDatabase& db, const SchemaNames& names, const QueueKeys& keys,
                               const SqlValues& values)
{
    const auto text =
        sqlText(u"select_queue_page"_s).replace(u"{keys}"_s, keys.text).replace(u"{order}"_s, keys.order);
    auto rows = runText(db, names, text, values);
    if (!rows)
        return rows.error();
    QueueEntries entries;
    for (auto& row = rows.value(); row.next();) {
        entries.push_back(queueEntryFrom(row));
        addSearch(entries.back(), row);
    }
    return entries;
}

/// Spectra of spec_check, s, that are named one by one.
QueueKeys namedKeys(const QString& condition)
{
    return {sqlText(u"select_named_keys"_s).replace(u"{conditions}"_s, condition),
            u"k.obsid, k.pipeline_version"_s};
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
        SqlWhere where;
        const auto keys = queueKeys(where, filter, page, behind);
        where.values().emplace_back(":inspector", filter.inspector);
        where.values().emplace_back(":limit", room);
        const auto more = entriesOf(db, names, keys, where.values());
        if (!more)
            return more.error();
        entries.insert(entries.end(), more.value().begin(), more.value().end());
    }
    return entries;
}

Result<QueueEntries> entries(const QSqlDatabase& db, const SchemaNames& names, const QStringList& obsids,
                             const QString& inspector)
{
    return entriesOf(db, names, namedKeys(u"s.obsid IN (%1)"_s.arg(obsids.join(u','))),
                     {{":inspector", inspector}});
}

Result<QueueEntry> entry(QSqlDatabase& db, const SchemaNames& names, qint64 obsid,
                         const QString& pipelineVersion, const QString& inspector)
{
    const auto found = entriesOf(
        db, names, namedKeys(u"s.obsid = :obsid AND s.pipeline_version = :version"_s),
        {{":inspector", inspector}, {":obsid", obsid}, {":version", storedVersion(pipelineVersion)}});
    if (!found)
        return found.error();
    if (found.value().empty())
        return Error {ErrorKind::NotFound,
                      QCoreApplication::translate("db", "The spectrum %1 is not in the database.").arg(obsid),
                      pipelineVersion};
    return found.value().front();
}
}
