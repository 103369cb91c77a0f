#include "db/sql/grants.h"

#include "db/sql/sqlquery.h"
#include "db/sql/sqltext.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

Result<void> installGrants(QSqlDatabase& db, const SchemaNames& names)
{
    const auto files = QDir(u":/sql/grants"_s).entryInfoList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const auto& info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
            return Error {ErrorKind::Internal, u"Unreadable grants."_s, info.filePath()};
        for (const auto& statement : splitStatements(QString::fromUtf8(file.readAll())))
            if (auto granted = runStatement(db, names.in(statement)); !granted)
                return granted;
    }
    return {};
}
