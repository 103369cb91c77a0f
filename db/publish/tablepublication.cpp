#include "db/publish/tablepublication.h"

#include "db/archive/sha256.h"
#include "db/catalogue/catalogueexport.h"
#include "db/release/releaselock.h"
#include "db/sql/bulkwriter.h"
#include "db/sql/migrator.h"
#include "db/sql/rowstream.h"
#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TablePublication)
};

constexpr qsizetype batchRows = 20'000;
constexpr qsizetype longestText = 400;

QString streamText(const TablePlace& place, const QString& table, const QString& prefix)
{
    const auto query = table == "catalogue"_L1 ? u"stream_public_catalogue"_s : u"stream_public_table"_s;
    return place.names.in(sqlText(query).replace(u"{table}"_s, prefix + table));
}

void addCell(BulkRows& rows, const RowStream& row, std::size_t column)
{
    if (row.isNull(column)) {
        rows.addNull();
        return;
    }
    switch (row.columns()[column].kind) {
    case StreamColumn::Kind::Integer:
        rows.add(row.integer(column));
        break;
    case StreamColumn::Kind::Real:
        rows.add(row.real(column));
        break;
    case StreamColumn::Kind::Decimal:
    case StreamColumn::Kind::Text:
        rows.add(QString::fromUtf8(row.text(column)), longestText);
        break;
    }
}

/// Takes batches of rows; an empty one says goodbye.
using BatchSink = std::function<Result<void>(const BulkRows&)>;

/// Reads a table and hands its rows on; the digest is that of their text.
Result<PublishedTable> readTable(const TablePlace& place, const QString& table, const QString& prefix,
                                 const BatchSink& sink)
{
    auto stream = RowStream::open(place.db, streamText(place, table, prefix));
    if (!stream)
        return stream.error();
    QStringList columns;
    for (const auto& column : stream.value()->columns())
        columns << QString::fromUtf8(column.name);
    BulkRows rows(u"{product}.next_"_s + table, columns);
    PublishedTable read {table, 0, {}};
    Sha256 digest;
    while (true) {
        const auto more = stream.value()->next();
        if (!more)
            return more.error();
        if (more.value()) {
            for (std::size_t column = 0; column < stream.value()->columns().size(); ++column)
                addCell(rows, *stream.value(), column);
            rows.endRow();
            ++read.rows;
        }
        if (rows.size() >= batchRows || (!more.value() && !rows.isEmpty())) {
            digest.add(rows.text());
            if (auto taken = sink(rows); !taken)
                return taken.error();
            rows.clear();
        }
        if (!more.value())
            break;
    }
    read.sha256 = digest.hex();
    return read;
}

Result<void> onTable(const TablePlace& place, const QString& query, const QString& table)
{
    return runStatement(place.db, place.names.in(sqlText(query).replace(u"{table}"_s, table)));
}

Result<PublishedTable> copyTable(const TablePlace& source, const TablePlace& target, const QString& table,
                                 const std::function<bool(qint64)>& progress)
{
    for (const auto& query : {u"drop_next_table"_s, u"create_next_table"_s}) {
        if (auto changed = onTable(target, query, table); !changed)
            return changed.error();
    }
    qint64 sent = 0;
    const auto copied = readTable(source, table, {}, [&](const BulkRows& rows) -> Result<void> {
        const auto written = writeBulk(target.db, target.names, rows, OnDuplicate::Keep);
        if (!written)
            return written.error();
        sent += rows.size();
        if (progress(sent))
            return {};
        return Error {ErrorKind::Cancelled, Text::tr("Publishing was stopped; it can be started again."), {}};
    });
    if (!copied)
        return copied;
    const auto arrived =
        readTable(target, table, u"next_"_s, [](const BulkRows&) -> Result<void> { return {}; });
    if (!arrived)
        return arrived;
    if (arrived.value() == copied.value())
        return copied;
    return Error {
        ErrorKind::Unavailable,
        Text::tr("The table %1 did not arrive as it was sent; nothing was changed there.").arg(table),
        u"%1 rows of %2"_s.arg(arrived.value().rows).arg(copied.value().rows)};
}

/// The names of the tables as the server sees them in one statement.
Result<void> switchTables(const TablePlace& target, const QStringList& tables)
{
    QStringList renames;
    for (const auto& table : tables) {
        if (auto dropped = onTable(target, u"drop_previous_table"_s, table); !dropped)
            return dropped;
        renames << u"{product}.%1 TO {product}.previous_%1"_s.arg(table)
                << u"{product}.next_%1 TO {product}.%1"_s.arg(table);
    }
    const auto text = sqlText(u"switch_release"_s).replace(u"{renames}"_s, renames.join(u", "_s));
    return runStatement(target.db, target.names.in(text));
}
}

Result<std::vector<PublishedTable>> publishTables(const TablePlace& source, const TablePlace& target,
                                                  const std::function<bool(qint64)>& progress)
{
    const auto lock = lockRelease(source.db, source.names); // no build may come between two tables
    if (!lock)
        return lock.error();
    const auto lockThere = lockRelease(target.db, target.names);
    if (!lockThere)
        return lockThere.error();
    const auto tables = CatalogueExport::tables(source.db, source.names);
    if (!tables)
        return tables.error();
    if (const auto migrated = migrate(target.db, target.names, SchemaGroup::Product); !migrated)
        return migrated.error();
    std::vector<PublishedTable> published;
    for (const auto& table : tables.value()) {
        auto copied = copyTable(source, target, table, progress);
        if (!copied)
            return copied.error();
        published.push_back(std::move(copied).value());
    }
    if (auto switched = switchTables(target, tables.value()); !switched)
        return switched.error();
    return published;
}

Result<std::vector<PublishedTable>> publishedTables(const TablePlace& place)
{
    const auto lock = lockRelease(place.db, place.names);
    if (!lock)
        return lock.error();
    const auto tables = CatalogueExport::tables(place.db, place.names);
    if (!tables)
        return tables.error();
    std::vector<PublishedTable> found;
    for (const auto& table : tables.value()) {
        auto read = readTable(place, table, {}, [](const BulkRows&) -> Result<void> { return {}; });
        if (!read)
            return read.error();
        found.push_back(std::move(read).value());
    }
    return found;
}
