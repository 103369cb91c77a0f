#include "db/sql/keptstatement.h"

#include "db/sql/dberror.h"
#include "db/sql/sqltext.h"
#include "db/sql/sqlvalue.h"

#include <QSqlDriver>
#include <QSqlError>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {
/// The statements of a connection's session. Belongs to its driver and ends with it.
class KeptStatements : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    std::map<QString, QSqlQuery> queries;
};

KeptStatements* keptBy(const QSqlDatabase& db)
{
    return db.driver()->findChild<KeptStatements*>(QString(), Qt::FindDirectChildrenOnly);
}
}

void forgetKept(const QSqlDatabase& db)
{
    delete keptBy(db);
}

Result<QSqlQuery*> runKept(const QSqlDatabase& db, const SchemaNames& names, const QString& name,
                           const SqlValues& values)
{
    auto* kept = keptBy(db);
    if (!kept)
        kept = new KeptStatements(db.driver());
    auto& queries = kept->queries;
    const QString key = names.check() + u'/' + name;
    auto found = queries.find(key);
    if (found == queries.end()) {
        QSqlQuery query(db);
        query.setForwardOnly(true);
        if (!query.prepare(names.in(sqlText(name))))
            return databaseError(query.lastError(), name);
        found = queries.emplace(key, std::move(query)).first;
    }
    for (const auto& [placeholder, value] : values)
        found->second.bindValue(QLatin1String(placeholder), sqlBindable(value));
    if (found->second.exec())
        return &found->second;
    const auto error = databaseError(found->second.lastError(), name);
    queries.erase(found);
    return error;
}

#include "keptstatement.moc"
