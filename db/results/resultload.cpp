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

/// Where a kind's columns are in a file.
struct Places
{
    int obsid = 0;
    std::optional<int> spectralClass {};
    std::optional<int> subclass {};
    std::vector<std::optional<int>> numbers {};
};

Result<Places> placesIn(const ResultFile& file, const Kind& kind, const QString& path)
{
    for (const auto& column : QStringList {u"obsid"_s} + kind.needed)
        if (!file.column(column))
            return Error {ErrorKind::BadFile,
                          QCoreApplication::translate("db", "%1 has no column “%2”.").arg(path, column),
                          {}};
    Places places {.obsid = *file.column(u"obsid"_s),
                   .spectralClass = file.column(u"class"_s),
                   .subclass = file.column(u"subclass"_s)};
    for (const auto& column : kind.numbers)
        places.numbers.push_back(file.column(column));
    return places;
}

BulkRows emptyRows(const Kind& kind)
{
    QStringList columns {u"obsid"_s};
    if (kind.hasClass)
        columns << u"spectral_class"_s << u"subclass"_s;
    return {u"{processing}."_s + kind.table, columns + kind.numbers};
}

QString textOf(ResultFile& file, const std::optional<int>& column)
{
    return column ? file.text(*column) : QString();
}

Result<void> addRow(BulkRows& rows, const Kind& kind, ResultFile& file, const Places& places, qint64 row,
                    const QString& path)
{
    const auto obsid = file.integer(places.obsid);
    if (!obsid)
        return Error {ErrorKind::BadFile,
                      QCoreApplication::translate("db", "%1, row %2 has no obsid.").arg(path).arg(row),
                      {}};
    rows.add(*obsid);
    if (kind.hasClass) {
        const auto subclass = textOf(file, places.subclass);
        rows.add(className(spectralClassFrom(textOf(file, places.spectralClass))), 10);
        rows.add(subclass.compare("Non"_L1, Qt::CaseInsensitive) == 0 ? QString() : subclass, 60);
    }
    for (const auto& column : places.numbers)
        rows.add(column ? file.number(*column) : std::nullopt);
    rows.endRow();
    return {};
}

/// Returns how many rows the file has.
Result<qint64> storeAll(QSqlDatabase& db, const SchemaNames& names, const Kind& kind, const QString& path)
{
    const auto file = ResultFile::open(path);
    if (!file)
        return file.error();
    const auto places = placesIn(*file.value(), kind, path);
    if (!places)
        return places.error();
    auto rows = emptyRows(kind);
    for (qint64 count = 0;;) {
        const auto more = file.value()->next();
        if (!more)
            return more.error();
        if (more.value())
            if (auto added = addRow(rows, kind, *file.value(), places.value(), ++count, path); !added)
                return added.error();
        if (rows.text().size() >= bulkBytes || (!more.value() && !rows.isEmpty())) {
            if (const auto written = writeBulk(db, names, rows, OnDuplicate::Replace); !written)
                return written.error();
            rows.clear();
        }
        if (!more.value())
            return count;
    }
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
    const auto names = plainNames.forVersion(version);
    return inTransaction(db, [&](QSqlDatabase& open) -> Result<ResultLoadCounts> {
        const auto stored = storeAll(open, names, *kind, path);
        if (!stored)
            return stored.error();
        ResultLoadCounts counts {stored.value(), 0};
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
