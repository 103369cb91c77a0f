#include "db/catalogue/catalogueexport.h"

#include "db/catalogue/cataloguefile.h"
#include "db/release/releasebuild.h"
#include "db/sql/namedvalues.h"
#include "db/sql/sqltext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 rowsBetweenReports = 50'000;
}

namespace CatalogueExport {
Result<QStringList> tables(const QSqlDatabase& db, const SchemaNames& names)
{
    auto rows =
        runNamed(db, names, sqlText(u"select_release_tables"_s), {{u"schema"_s, names.in(u"{product}"_s)}});
    if (!rows)
        return rows.error();
    QStringList found;
    for (auto& row = rows.value(); row.next();)
        found << row.value(0).toString();
    return found;
}

Result<qint64> write(const QSqlDatabase& db, const SchemaNames& names, const QString& table,
                     const QStringList& paths, const std::function<bool(qint64)>& progress)
{
    if (!ReleaseBuildState::tables(true).contains(table))
        return Error {ErrorKind::BadInput,
                      QCoreApplication::translate("db", "There is no catalogue “%1”.").arg(table),
                      {}};
    const auto known = tables(db, names);
    if (!known)
        return known.error();
    if (!known.value().contains(table))
        return Error {ErrorKind::NotFound,
                      QCoreApplication::translate("db", "This release has no catalogue “%1”.").arg(table),
                      names.in(u"{product}"_s)};
    auto rows = RowStream::open(db, names.in(sqlText(u"export_"_s + table)));
    if (!rows)
        return rows.error();
    std::vector<std::unique_ptr<CatalogueFile>> files;
    for (const auto& path : paths) {
        auto file = CatalogueFile::create(path, table.toUpper(), rows.value()->columns());
        if (!file)
            return file.error();
        files.push_back(std::move(file).value());
    }
    for (qint64 count = 0;; ++count) {
        const auto more = rows.value()->next();
        if (!more)
            return more.error();
        for (const auto& file : files)
            if (auto done = more.value() ? file->append(*rows.value()) : file->finish(); !done)
                return done.error();
        if (!more.value())
            return count;
        if (count % rowsBetweenReports == 0 && !progress(count))
            return Error {
                ErrorKind::Cancelled, QCoreApplication::translate("db", "The export was stopped."), {}};
    }
}
}
