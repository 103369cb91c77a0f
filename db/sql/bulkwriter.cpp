#include "db/sql/bulkwriter.h"

#include "db/sql/connection.h"
#include "db/sql/dberror.h"

#include <QSqlDatabase>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <mysql.h>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr unsigned localInfileForbidden = 1148; // ER_NOT_ALLOWED_COMMAND
constexpr unsigned localInfileDisabled = 3948; // MySQL 8: ER_CLIENT_LOCAL_FILES_DISABLED
constexpr unsigned localInfileRefusedByClient = 4166; // MariaDB: ER_LOAD_INFILE_CAPABILITY_DISABLED

/// The callbacks by which the client asks for the "file" (MariaDB Connector/C,
/// mysql_set_local_infile_handler).
struct Stream
{
    const char* at = nullptr;
    const char* end = nullptr;

    static int open(void** cursor, const char*, void* stream)
    {
        *cursor = stream;
        return 0;
    }
    static int read(void* cursor, char* buffer, unsigned int room)
    {
        auto* stream = static_cast<Stream*>(cursor);
        const auto count = std::min<std::ptrdiff_t>(room, stream->end - stream->at);
        std::memcpy(buffer, stream->at, static_cast<std::size_t>(count));
        stream->at += count;
        return static_cast<int>(count);
    }
    static void close(void*) { }
    static int error(void*, char* text, unsigned int room)
    {
        std::snprintf(text, room, "reading memory cannot fail");
        return 0;
    }
};

QByteArray columnList(const BulkRows& rows)
{
    return "(`" + rows.columns().join("`, `"_L1).toUtf8() + "`)";
}

QByteArray loadStatement(const QByteArray& table, const BulkRows& rows, OnDuplicate duplicate)
{
    return "LOAD DATA LOCAL INFILE 'memory' "
        + QByteArray(duplicate == OnDuplicate::Replace ? "REPLACE" : "IGNORE") + " INTO TABLE " + table
        + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\'"
        + " LINES TERMINATED BY '\\n' " + columnList(rows);
}

bool isRefusal(unsigned code)
{
    return code == localInfileForbidden || code == localInfileDisabled || code == localInfileRefusedByClient;
}

/// LOAD DATA LOCAL turns errors of single values into warnings, even in strict mode: an altered value is as
/// good as lost.
Result<void> insistOnUnchangedValues(MYSQL* connection, const QByteArray& statement)
{
    long records = 0;
    long deleted = 0;
    long skipped = 0;
    long warnings = 0;
    const char* info = mysql_info(connection);
    if (!info
        || std::sscanf(info, "Records: %ld Deleted: %ld Skipped: %ld Warnings: %ld", &records, &deleted,
                       &skipped, &warnings)
            != 4)
        return {};
    if (warnings <= skipped)
        return {};
    QString first;
    if (mysql_query(connection, "SHOW WARNINGS LIMIT 1") == 0)
        if (auto* answer = mysql_store_result(connection)) {
            if (auto* row = mysql_fetch_row(answer))
                first = QString::fromUtf8(row[2]);
            mysql_free_result(answer);
        }
    return databaseError(1265, first, QString::fromUtf8(statement)); // WARN_DATA_TRUNCATED
}

/// The rows of `text` as VALUES lists of at most this many bytes, well under max_allowed_packet (16 MiB by
/// default).
constexpr qsizetype insertBytes = 1 << 20;

/// One field of LOAD DATA's text as an SQL literal. Escapes mean the same in both, so only quotes are added.
void appendLiteral(QByteArray& sql, QByteArrayView field)
{
    if (field == "\\N") {
        sql += "NULL";
        return;
    }
    sql += '\'';
    for (const char letter : field) {
        if (letter == '\'')
            sql += '\'';
        sql += letter;
    }
    sql += '\'';
}

void appendTuple(QByteArray& sql, QByteArrayView row)
{
    sql += '(';
    for (qsizetype from = 0;;) {
        const auto tab = row.indexOf('\t', from);
        appendLiteral(sql, row.sliced(from, (tab < 0 ? row.size() : tab) - from));
        if (tab < 0)
            break;
        sql += ',';
        from = tab + 1;
    }
    sql += ')';
}

Result<qint64> insertRows(MYSQL* connection, const QByteArray& table, const BulkRows& rows,
                          OnDuplicate duplicate)
{
    const auto start = QByteArray(duplicate == OnDuplicate::Replace ? "REPLACE" : "INSERT") + " INTO " + table
        + ' ' + columnList(rows) + " VALUES ";
    // Strict INSERT with a no-op update keeps existing rows without INSERT IGNORE's silent conversions.
    const auto first = rows.columns().first().toUtf8();
    const auto end = duplicate == OnDuplicate::Replace
        ? QByteArray()
        : " ON DUPLICATE KEY UPDATE `" + first + "` = " + table + ".`" + first + '`';

    qint64 stored = 0;
    const auto text = rows.text();
    for (qsizetype at = 0; at < text.size();) {
        auto sql = start;
        const auto until = at + insertBytes;
        for (bool more = false; at < text.size() && at < until; more = true) {
            const auto newline = text.indexOf('\n', at);
            if (more)
                sql += ',';
            appendTuple(sql, text.sliced(at, newline - at));
            at = newline + 1;
        }
        sql += end;
        if (mysql_real_query(connection, sql.constData(), static_cast<unsigned long>(sql.size())) != 0)
            return databaseError(connection, QString::fromUtf8(start));
        stored += static_cast<qint64>(mysql_affected_rows(connection));
    }
    return stored;
}
}

Result<qint64> writeBulk(QSqlDatabase& db, const SchemaNames& names, const BulkRows& rows,
                         OnDuplicate duplicate, BulkWay way)
{
    if (rows.isEmpty())
        return qint64 {0};
    auto* connection = nativeConnection(db);
    if (!connection)
        return Error {ErrorKind::Internal, u"Not a MySQL connection."_s, db.driverName()};
    const auto table = names.in(rows.table()).toUtf8();
    if (way == BulkWay::Insert)
        return insertRows(connection, table, rows, duplicate);

    const unsigned int allowed = 1;
    mysql_options(connection, MYSQL_OPT_LOCAL_INFILE, &allowed);
    Stream stream {rows.text().begin(), rows.text().end()};
    mysql_set_local_infile_handler(connection, Stream::open, Stream::read, Stream::close, Stream::error,
                                   &stream);
    const auto statement = loadStatement(table, rows, duplicate);
    const bool failed =
        mysql_real_query(connection, statement.constData(), static_cast<unsigned long>(statement.size()))
        != 0;
    mysql_set_local_infile_default(connection);
    const unsigned int forbidden = 0;
    if (failed) {
        auto error = databaseError(connection, QString::fromUtf8(statement));
        mysql_options(connection, MYSQL_OPT_LOCAL_INFILE, &forbidden);
        return isRefusal(static_cast<unsigned>(error.code)) ? insertRows(connection, table, rows, duplicate)
                                                            : Result<qint64>(error);
    }
    const auto stored = static_cast<qint64>(mysql_affected_rows(connection));
    mysql_options(connection, MYSQL_OPT_LOCAL_INFILE, &forbidden);
    if (auto whole = insistOnUnchangedValues(connection, statement); !whole)
        return whole.error();
    return stored;
}
