#include "db/sql/serverlock.h"

#include "db/sql/sqlquery.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

ServerLock::ServerLock(const QSqlDatabase& db, QString name)
    : m_db(db)
    , m_name(std::move(name))
{
}

ServerLock::~ServerLock()
{
    (void)runQuery(m_db, {}, u"release_server_lock"_s, {{":name", m_name}});
}

Result<std::unique_ptr<ServerLock>> ServerLock::take(const QSqlDatabase& db, const QString& purpose,
                                                     const QString& subject, std::chrono::seconds patience)
{
    const auto hash = QCryptographicHash::hash(subject.toUtf8(), QCryptographicHash::Sha1);
    const auto name = purpose + u'-' + QString::fromLatin1(hash.toHex());
    auto rows = runQuery(db, {}, u"take_server_lock"_s,
                         {{":name", name}, {":seconds", static_cast<qint64>(patience.count())}});
    if (!rows)
        return rows.error();
    const bool isOurs = rows.value().next() && rows.value().value(0).toInt() == 1;
    return std::unique_ptr<ServerLock>(isOurs ? new ServerLock(db, name) : nullptr);
}
