#include "db/results/resultload.h"

#include "db/sql/account.h"
#include "db/sql/bulkwriter.h"
#include "db/sql/namedvalues.h"
#include "db/sql/sqltext.h"
#include "db/sql/transaction.h"
#include "models/spectrum/spectralclass.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype bulkBytes = qsizetype {32} << 20;

struct Kind
{
    QString name;
    QString table;
    QStringList numbers; ///< Columns of numbers behind obsid, and class and subclass where it has a class
    QStringList needed; ///< Columns without which a file makes no sense
    bool hasClass = false;
};

const std::vector<Kind>& allKinds()
{
    static const QStringList cfi {u"teff"_s, u"teff_err"_s, u"logg"_s,    u"logg_err"_s,
                                  u"feh"_s,  u"feh_err"_s,  u"alpha_m"_s, u"alpha_m_err"_s};
    static const auto ulyss = cfi + QStringList {u"rv"_s, u"rv_err"_s, u"chi2"_s};
    static const QStringList module {u"z"_s, u"z_err"_s, u"confidence"_s};
    static const QStringList parameters {u"teff"_s, u"logg"_s, u"feh"_s};
    static const QStringList answers {u"class"_s, u"z"_s, u"confidence"_s};
    static const std::vector<Kind> kinds {
        {u"cfi_param"_s, u"cfi_param"_s, cfi, parameters, false},
        {u"cfi_param_norm"_s, u"cfi_param_norm"_s, cfi, parameters, false},
        {u"uly_param"_s, u"uly_param"_s, ulyss, parameters, false},
        {u"uly_param_norm"_s, u"uly_param_norm"_s, ulyss, parameters, false},
        {u"gq"_s, u"GQ_info"_s, module, answers, true},
        {u"gm"_s, u"GM_info"_s, module, answers, true},
        {u"qm"_s, u"QM_info"_s, module, answers, true}};
    return kinds;
}

const Kind* kindNamed(const QString& name)
{
    for (const auto& kind : allKinds())
        if (kind.name == name)
            return &kind;
    return nullptr;
}

Result<void> checkColumns(const Kind& kind, const ResultFile& file, const QString& path)
{
    for (const auto& column : QStringList {u"obsid"_s} + kind.needed)
        if (!file.has(column))
            return Error {ErrorKind::BadFile,
                          QCoreApplication::translate("db", "%1 has no column “%2”.").arg(path, column),
                          {}};
    return {};
}

BulkRows emptyRows(const Kind& kind)
{
    QStringList columns {u"obsid"_s};
    if (kind.hasClass)
        columns << u"spectral_class"_s << u"subclass"_s;
    return {u"{processing}."_s + kind.table, columns + kind.numbers};
}

Result<void> addRow(BulkRows& rows, const Kind& kind, ResultFile& file, qint64 row, const QString& path)
{
    const auto obsid = file.integer(row, u"obsid"_s);
    if (!obsid)
        return Error {ErrorKind::BadFile,
                      QCoreApplication::translate("db", "%1, row %2 has no obsid.").arg(path).arg(row + 1),
                      {}};
    rows.add(*obsid);
    if (kind.hasClass) {
        const auto subclass = file.text(row, u"subclass"_s);
        rows.add(className(spectralClassFrom(file.text(row, u"class"_s))), 10);
        rows.add(subclass.compare("Non"_L1, Qt::CaseInsensitive) == 0 ? QString() : subclass, 60);
    }
    for (const auto& column : kind.numbers)
        rows.add(file.number(row, column));
    rows.endRow();
    return {};
}

Result<void> storeAll(QSqlDatabase& db, const SchemaNames& names, const Kind& kind, ResultFile& file,
                      const QString& path)
{
    auto rows = emptyRows(kind);
    for (qint64 row = 0; row < file.rows(); ++row) {
        if (auto added = addRow(rows, kind, file, row, path); !added)
            return added;
        if (rows.text().size() < bulkBytes && row + 1 < file.rows())
            continue;
        if (const auto written = writeBulk(db, names, rows, OnDuplicate::Replace); !written)
            return written.error();
        rows.clear();
    }
    return {};
}

Result<void> note(const QSqlDatabase& db, const SchemaNames& names, const Kind& kind, const QString& version,
                  const QString& path, qint64 rows)
{
    const auto account = connectedAccount(db);
    if (!account)
        return account.error();
    const auto noted = runNamed(db, names, sqlText(u"insert_result_load"_s),
                                {{u"kind"_s, kind.name},
                                 {u"version"_s, version},
                                 {u"path"_s, path.left(3000)},
                                 {u"rows"_s, rows},
                                 {u"account"_s, account.value()}});
    return noted ? Result<void>() : noted.error();
}

Result<qint64> withoutSpectrum(const QSqlDatabase& db, const SchemaNames& names, const Kind& kind)
{
    auto rows =
        runText(db, names, sqlText(u"count_results_without_spectrum"_s).replace(u"{table}"_s, kind.table));
    if (!rows)
        return rows.error();
    return rows.value().next() ? rows.value().value(0).toLongLong() : 0;
}
}

namespace ResultLoad {
QStringList kinds()
{
    QStringList names;
    for (const auto& kind : allKinds())
        names << kind.name;
    return names;
}

Result<ResultLoadCounts> load(QSqlDatabase& db, const SchemaNames& plainNames, const QString& kindName,
                              const QString& version, const QString& path)
{
    const auto* kind = kindNamed(kindName);
    if (!kind)
        return Error {ErrorKind::BadInput,
                      QCoreApplication::translate("db", "“%1” cannot be loaded; SpecDesk loads %2.")
                          .arg(kindName, kinds().join(u", "_s)),
                      {}};
    auto known = runQuery(db, plainNames, u"select_processing_version"_s, {{":version", version}});
    if (!known)
        return known.error();
    if (!known.value().next())
        return Error {ErrorKind::NotFound,
                      QCoreApplication::translate("db", "No spectra of pipeline version “%1” were ingested.")
                          .arg(version),
                      {}};
    auto file = ResultFile::open(path);
    if (!file)
        return file.error();
    if (auto checked = checkColumns(*kind, *file.value(), path); !checked)
        return checked.error();
    const auto names = plainNames.forVersion(version);
    return inTransaction(db, [&](QSqlDatabase& open) -> Result<ResultLoadCounts> {
        ResultLoadCounts counts {file.value()->rows(), 0};
        if (auto stored = storeAll(open, names, *kind, *file.value(), path); !stored)
            return stored.error();
        if (auto noted = note(open, names, *kind, version, path, counts.rows); !noted)
            return noted.error();
        const auto orphans = withoutSpectrum(open, names, *kind);
        if (!orphans)
            return orphans.error();
        counts.withoutSpectrum = orphans.value();
        return counts;
    });
}
}
