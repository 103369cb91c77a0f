#include "db/sql/rowstream.h"

#include "db/sql/connection.h"
#include "db/sql/dberror.h"

#include <QSqlDatabase>

#include <algorithm>
#include <charconv>
#include <mysql.h>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr unsigned long longestCell = 16384;
constexpr int bytesOfLetter = 4; // utf8mb4

StreamColumn described(const MYSQL_FIELD& field)
{
    StreamColumn column {.name = QByteArray(field.name)};
    switch (field.type) {
    case MYSQL_TYPE_TINY:
        column.bytes = 1;
        break;
    case MYSQL_TYPE_SHORT:
        column.bytes = 2;
        break;
    case MYSQL_TYPE_INT24:
    case MYSQL_TYPE_LONG:
        column.bytes = 4;
        break;
    case MYSQL_TYPE_LONGLONG:
        break;
    case MYSQL_TYPE_FLOAT:
    case MYSQL_TYPE_DOUBLE:
        column.kind = StreamColumn::Kind::Real;
        return column;
    case MYSQL_TYPE_DECIMAL:
    case MYSQL_TYPE_NEWDECIMAL:
        column.kind = StreamColumn::Kind::Decimal;
        column.letters = static_cast<int>(std::min(field.length, longestCell));
        return column;
    case MYSQL_TYPE_DATE:
        column.kind = StreamColumn::Kind::Text;
        column.letters = 10;
        return column;
    default:
        column.kind = StreamColumn::Kind::Text;
        column.letters =
            static_cast<int>(std::min(field.length / bytesOfLetter, longestCell / bytesOfLetter));
        return column;
    }
    column.kind = StreamColumn::Kind::Integer;
    return column;
}
}

struct RowStream::Native
{
    ~Native()
    {
        if (statement)
            mysql_stmt_close(statement);
    }

    MYSQL_STMT* statement = nullptr;
    std::vector<MYSQL_BIND> binds {};

    Error failure(const QString& doing) const
    {
        return databaseError(static_cast<int>(mysql_stmt_errno(statement)),
                             QString::fromUtf8(mysql_stmt_error(statement)), doing);
    }
};

RowStream::RowStream(std::unique_ptr<Native> native)
    : m_native(std::move(native))
{
}

RowStream::~RowStream() = default;

Result<std::unique_ptr<RowStream>> RowStream::open(const QSqlDatabase& db, const QString& statement)
{
    auto* connection = nativeConnection(db);
    if (!connection)
        return Error {ErrorKind::Internal, u"Not a MySQL connection."_s, db.driverName()};
    auto native = std::make_unique<Native>();
    native->statement = mysql_stmt_init(connection);
    const auto text = statement.toUtf8();
    if (!native->statement
        || mysql_stmt_prepare(native->statement, text.constData(), static_cast<unsigned long>(text.size()))
            != 0
        || mysql_stmt_execute(native->statement) != 0)
        return native->statement ? native->failure(statement) : databaseError(connection, statement);
    std::unique_ptr<RowStream> stream(new RowStream(std::move(native)));
    if (auto described = stream->describe(statement); !described)
        return described.error();
    return stream;
}

Result<void> RowStream::describe(const QString& statement)
{
    const std::unique_ptr<MYSQL_RES, decltype(&mysql_free_result)> metadata(
        mysql_stmt_result_metadata(m_native->statement), &mysql_free_result);
    if (!metadata)
        return m_native->failure(statement);
    const auto count = mysql_num_fields(metadata.get());
    const auto* fields = mysql_fetch_fields(metadata.get());
    m_native->binds.resize(count);
    m_cells.resize(count);
    for (unsigned i = 0; i < count; ++i) {
        m_columns.push_back(described(fields[i]));
        const auto& column = m_columns.back();
        auto& cell = m_cells[i];
        auto& bind = m_native->binds[i];
        bind = {};
        const bool isInteger = column.kind == StreamColumn::Kind::Integer;
        const bool isReal = column.kind == StreamColumn::Kind::Real;
        bind.buffer_type = isInteger ? MYSQL_TYPE_LONGLONG : isReal ? MYSQL_TYPE_DOUBLE : MYSQL_TYPE_STRING;
        cell.room = QByteArray(isInteger || isReal ? 8 : column.letters * bytesOfLetter + 1, '\0');
        bind.buffer = cell.room.data();
        cell.bytes = cell.room.constData();
        bind.buffer_length = static_cast<unsigned long>(cell.room.size());
        bind.length = &cell.length;
        bind.is_null = &cell.isNull;
    }
    if (mysql_stmt_bind_result(m_native->statement, m_native->binds.data()) != 0)
        return m_native->failure(statement);
    return {};
}

Result<bool> RowStream::next()
{
    switch (mysql_stmt_fetch(m_native->statement)) {
    case 0:
        return true;
    case MYSQL_NO_DATA:
        return false;
    case MYSQL_DATA_TRUNCATED:
        return Error {ErrorKind::Internal, u"A text is longer than its column."_s, {}};
    default:
        return m_native->failure(u"reading rows"_s);
    }
}

double decimalFrom(QByteArrayView text)
{
    // Up to 2^53 and 10^22 both parts are exact, so their quotient is rounded once: Clinger 1990.
    constexpr double powers[] {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                               1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    constexpr qsizetype exactDigits = 15;
    const char* at = text.begin() + (text.startsWith('-') ? 1 : 0);
    const char* const start = at;
    quint64 digits = 0;
    for (; at != text.end() && *at >= '0' && *at <= '9'; ++at)
        digits = digits * 10 + static_cast<quint64>(*at - '0');
    const char* const point = at;
    if (at != text.end() && *at == '.')
        for (++at; at != text.end() && *at >= '0' && *at <= '9'; ++at)
            digits = digits * 10 + static_cast<quint64>(*at - '0');
    if (at != text.end() || at - start > exactDigits) {
        double value = 0;
        std::from_chars(text.begin(), text.end(), value);
        return value;
    }
    const auto decimals = point == at ? 0 : at - point - 1;
    const double value = static_cast<double>(digits) / powers[decimals];
    return start == text.begin() ? value : -value;
}
