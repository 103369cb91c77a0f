#include "db/release/releaselock.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

Result<std::unique_ptr<ServerLock>> lockRelease(const QSqlDatabase& db, const SchemaNames& names)
{
    constexpr std::chrono::seconds patience(
        3); // the server takes a moment to notice that a builder was killed
    const auto schema = names.in(u"{product}"_s);
    auto lock = ServerLock::take(db, u"release"_s, schema, patience);
    if (!lock || lock.value())
        return lock;
    return Error {
        ErrorKind::Unavailable,
        QCoreApplication::translate("db", "Another program is building or publishing this release just now."),
        schema};
}
