#include "db/release/releaselock.h"

#include "db/sql/sqlquery.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

ReleaseLock::ReleaseLock(const QSqlDatabase& db, SchemaNames names, QString name)
    : m_db(db)
    , m_names(std::move(names))
    , m_name(std::move(name))
{
}

ReleaseLock::~ReleaseLock()
{
    (void)runQuery(m_db, m_names, u"release_release_lock"_s, {{":name", m_name}});
}

Result<std::unique_ptr<ReleaseLock>> ReleaseLock::take(const QSqlDatabase& db, const SchemaNames& names)
{
    const auto schema = names.in(u"{product}"_s).toUtf8();
    const auto name = u"release-"_s
        + QString::fromLatin1(QCryptographicHash::hash(schema, QCryptographicHash::Sha1).toHex());
    auto rows = runQuery(db, names, u"take_release_lock"_s, {{":name", name}});
    if (!rows)
        return rows.error();
    if (rows.value().next() && rows.value().value(0).toInt() == 1)
        return std::unique_ptr<ReleaseLock>(new ReleaseLock(db, names, name));
    return Error {
        ErrorKind::Unavailable,
        QCoreApplication::translate("db", "Another program is building or publishing this release just now."),
        QString::fromUtf8(schema)};
}
