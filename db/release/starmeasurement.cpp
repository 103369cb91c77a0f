#include "db/release/starmeasurement.h"

#include "db/fits/spectrumreader.h"
#include "db/sql/bulkwriter.h"
#include "db/sql/namedvalues.h"
#include "db/sql/sqltext.h"
#include "models/measure/starindices.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Star
{
    qint64 obsid = 0;
    double z = 0;
    QString file;
    int indexInFile = 0;
};

Result<std::vector<Star>> starsOf(const QSqlDatabase& db, const SchemaNames& names, const QString& query,
                                  const QVariantMap& values)
{
    auto rows = runNamed(db, names, sqlText(query), values);
    if (!rows)
        return rows.error();
    std::vector<Star> stars;
    for (auto& row = rows.value(); row.next();)
        stars.push_back({row.value(0).toLongLong(), row.value(1).toDouble(), row.value(2).toString(),
                         row.value(3).toInt()});
    return stars;
}

Result<SpectrumPtr> spectrumOf(const Star& star)
{
    const auto spectra = readSpectra(star.file, {.exposures = false});
    if (!spectra)
        return spectra.error();
    for (const auto& spectrum : spectra.value())
        if (spectrum->indexInFile == star.indexInFile)
            return spectrum;
    return Error {
        ErrorKind::NotFound,
        QCoreApplication::translate("db", "%1 does not contain the spectrum any more.").arg(star.file),
        {}};
}

/// Rounded as the column keeps it, so that the server has nothing to change; NULL where it has no room.
void addRounded(BulkRows& rows, const std::optional<double>& value, double perUnit, double largest)
{
    if (value && std::isfinite(*value) && std::abs(*value) < largest)
        rows.add(std::round(*value * perUnit) / perUnit); // the shortest text has no more digits
    else
        rows.addNull();
}

using Indices = std::vector<IndexValue>;

QStringList columnsOf(const Indices& indices)
{
    QStringList columns;
    for (const auto& index : indices)
        columns << QString::fromLatin1(index.column);
    return columns;
}

std::optional<double> valueOf(const IndexValue& index)
{
    return index.measured ? std::optional(index.measured->value) : std::nullopt;
}

std::optional<double> errorOf(const IndexValue& index)
{
    return index.measured ? std::optional(index.measured->error) : std::nullopt;
}

/// Widths of the catalogue's columns: DECIMAL(8,2); DECIMAL(12,6); `na` DECIMAL(10,6).
constexpr double hundredths = 100;
constexpr double millionths = 1e6;

BulkRows emptyARows()
{
    return {u"{product}.next_astellar"_s, QStringList {u"obsid"_s} + columnsOf(aStarIndices({}, 0))};
}

void addARow(BulkRows& rows, qint64 obsid, const Indices& indices)
{
    rows.add(obsid);
    for (const auto& index : indices)
        addRounded(rows, valueOf(index), hundredths, 999'999);
    rows.endRow();
}

/// The spectral type and the sodium index are published without errors.
bool hasErrorColumn(const IndexValue& index)
{
    const auto column = QLatin1StringView(index.column);
    return column != "type"_L1 && column != "na"_L1;
}

BulkRows emptyMRows()
{
    QStringList columns {u"obsid"_s};
    for (const auto& index : mStarIndices({}, 0)) {
        columns << QString::fromLatin1(index.column);
        if (hasErrorColumn(index))
            columns << columns.last() + u"_err"_s;
    }
    return {u"{product}.next_mstellar"_s, columns + QStringList {u"magact"_s}};
}

void addMRow(BulkRows& rows, qint64 obsid, const Indices& indices)
{
    rows.add(obsid);
    for (const auto& index : indices) {
        const bool isType = QLatin1StringView(index.column) == "type"_L1;
        addRounded(rows, valueOf(index), isType ? hundredths : millionths, isType ? 999'999 : 9'999);
        if (hasErrorColumn(index))
            addRounded(rows, errorOf(index), millionths, 999'999);
    }
    rows.add(magneticActivity(indices.front().measured)).endRow();
}

struct Catalogue
{
    QString name;
    BulkRows rows;
    Indices (*measure)(const Samples&, double);
    void (*addRow)(BulkRows&, qint64, const Indices&);
};

Result<void> fill(QSqlDatabase& db, const SchemaNames& names, const QVariantMap& values, Catalogue& catalogue,
                  std::vector<UnreadableStar>& unreadable)
{
    const auto stars = starsOf(db, names, u"select_%1_targets"_s.arg(catalogue.name), values);
    if (!stars)
        return stars.error();
    for (const auto& star : stars.value()) {
        const auto spectrum = spectrumOf(star);
        if (spectrum)
            catalogue.addRow(catalogue.rows, star.obsid, catalogue.measure(spectrum.value()->coadd, star.z));
        else
            unreadable.push_back({star.obsid, spectrum.error().message});
    }
    if (const auto written = writeBulk(db, names, catalogue.rows, OnDuplicate::Keep); !written)
        return written.error();
    const auto completed = runNamed(db, names, sqlText(u"complete_%1"_s.arg(catalogue.name)), values);
    return completed ? Result<void>() : completed.error();
}
}

Result<std::vector<UnreadableStar>> measureStars(QSqlDatabase& db, const SchemaNames& names,
                                                 const ReleaseTask& task, const ReleaseChunk& chunk)
{
    auto values = task.rules.values;
    values.insert(u"from"_s, chunk.from);
    values.insert(u"before"_s, chunk.before);
    std::vector<UnreadableStar> unreadable;
    Catalogue catalogues[] {{u"astellar"_s, emptyARows(), aStarIndices, addARow},
                            {u"mstellar"_s, emptyMRows(), mStarIndices, addMRow}};
    for (auto& catalogue : catalogues)
        if (auto filled = fill(db, names, values, catalogue, unreadable); !filled)
            return filled.error();
    return unreadable;
}
