#include "db/sql/grants.h"

#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"
#include "models/values/wholefile.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

Result<void> installGrants(QSqlDatabase& db, const SchemaNames& names)
{
    const auto files = QDir(u":/sql/grants"_s).entryInfoList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const auto& info : files) {
        const auto script = readWholeFile(info.filePath());
        if (!script)
            return script.error();
        for (const auto& statement : splitStatements(QString::fromUtf8(script.value())))
            if (auto granted = runStatement(db, names.in(statement)); !granted)
                return granted;
    }
    return {};
}
