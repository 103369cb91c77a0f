#include "db/sql/storedprocedures.h"

#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"
#include "models/values/wholefile.h"

#include <QCryptographicHash>
#include <QDir>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {
/// Comment of the procedure on the server, by which another text is told.
QString fingerprintOf(const QByteArray& script)
{
    return u"SpecDesk %1"_s.arg(
        QLatin1StringView(QCryptographicHash::hash(script, QCryptographicHash::Md5).toHex()));
}

Result<std::map<QString, QString>> presentFingerprints(const QSqlDatabase& db, const SchemaNames& names)
{
    auto rows = runQuery(db, names, u"select_procedures"_s, {{":schema", names.check()}});
    if (!rows)
        return rows.error();
    std::map<QString, QString> present;
    for (auto& row = rows.value(); row.next();)
        present[row.value(0).toString()] = row.value(1).toString();
    return present;
}

Result<void> makeAnew(const QSqlDatabase& db, const SchemaNames& names, const QString& name,
                      const QByteArray& script)
{
    auto drop = sqlText(u"drop_procedure"_s).replace(u"{procedure}"_s, name);
    if (auto dropped = runStatement(db, names.in(drop)); !dropped)
        return dropped;
    for (auto statement : splitStatements(QString::fromUtf8(script))) {
        const auto place = statement.indexOf("SQL SECURITY"_L1);
        statement.insert(place, u"COMMENT '%1' "_s.arg(fingerprintOf(script)));
        if (auto made = runStatement(db, names.in(statement)); !made)
            return made;
    }
    return {};
}
}

Result<void> installProcedures(const QSqlDatabase& db, const SchemaNames& names)
{
    const auto present = presentFingerprints(db, names);
    if (!present)
        return present.error();
    const auto files = QDir(u":/sql/procedures"_s).entryInfoList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const auto& info : files) {
        const auto script = readWholeFile(info.filePath());
        if (!script)
            return script.error();
        const auto name = info.completeBaseName();
        const auto known = present.value().find(name);
        if (known != present.value().end() && known->second == fingerprintOf(script.value()))
            continue;
        if (auto made = makeAnew(db, names, name, script.value()); !made)
            return made.error().kind == ErrorKind::Refused ? Result<void>() : made;
    }
    return {};
}
