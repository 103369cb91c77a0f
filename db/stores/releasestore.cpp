#include "db/stores/releasestore.h"

#include "db/sql/dberror.h"
#include "db/sql/sqlquery.h"
#include "db/sql/sqlvalue.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {
ReleasedSpectrum spectrumFrom(const QSqlQuery& row)
{
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    ReleasedSpectrum spectrum;
    spectrum.obsid = next().toLongLong();
    spectrum.designation = next().toString();
    spectrum.obsDate = dateFrom(next());
    spectrum.lmjd = optionalFrom<int>(next());
    spectrum.planId = next().toString();
    spectrum.spectrographId = optionalFrom<int>(next());
    spectrum.fiberId = optionalFrom<int>(next());
    spectrum.raDeg = optionalFrom<double>(next());
    spectrum.decDeg = optionalFrom<double>(next());
    for (auto& band : spectrum.snr)
        band = optionalFrom<double>(next());
    spectrum.spectralClass = next().toString();
    spectrum.subclass = next().toString();
    spectrum.z = optionalFrom<double>(next());
    spectrum.zError = optionalFrom<double>(next());
    spectrum.zFlag = next().toString();
    spectrum.decidedBy = next().toString();
    spectrum.fiberType = next().toString();
    spectrum.pipelineVersion = next().toString();
    spectrum.file = next().toString();
    spectrum.indexInFile = next().toInt();
    spectrum.layout = next().toString();
    spectrum.contentHash = next().toLongLong();
    return spectrum;
}

Result<std::vector<ReleaseCount>> counts(const QSqlDatabase& db, const SchemaNames& names,
                                         const QString& query)
{
    auto rows = runQuery(db, names, query);
    if (!rows)
        return rows.error();
    std::vector<ReleaseCount> counted;
    for (auto& row = rows.value(); row.next();)
        counted.push_back({row.value(0).toString(), row.value(1).toLongLong()});
    return counted;
}
}

namespace ReleaseStore {
Result<QStringList> releases(QSqlDatabase& db, const SchemaNames& names)
{
    const auto prefix = names.prefix() + u'_';
    auto rows = runQuery(db, names, u"select_releases"_s, {{":prefix", prefix}, {":prefix_again", prefix}});
    if (!rows)
        return rows.error();
    QStringList found;
    for (auto& row = rows.value(); row.next();)
        found << row.value(0).toString().sliced(prefix.size());
    return found;
}

Result<QStringList> built(QSqlDatabase& db, const SchemaNames& names)
{
    const auto known = releases(db, names);
    if (!known)
        return known.error();
    QMap<QDateTime, QString> found;
    for (const auto& release : known.value()) {
        const auto build = current(db, names.forRelease(release));
        if (build)
            found.insert(build.value().finishedAt, release);
        else if (build.error().kind != ErrorKind::NotFound && build.error().kind != ErrorKind::Refused)
            return build.error();
    }
    return QStringList(found.values());
}

Result<ReleaseBuild> current(QSqlDatabase& db, const SchemaNames& names)
{
    auto rows = runQuery(db, names, u"select_release_builds"_s, {{":schema", names.in(u"{product}"_s)}});
    if (!rows && !isMissing(rows.error()))
        return rows.error();
    if (!rows || !rows.value().next())
        return Error {ErrorKind::NotFound,
                      QCoreApplication::translate("db", "This release has not been integrated yet."),
                      names.in(u"{product}"_s)};
    const auto& row = rows.value();
    return ReleaseBuild {.id = row.value(0).toInt(),
                         .title = row.value(1).toString(),
                         .formal = row.value(2).toBool(),
                         .phase = row.value(3).toString(),
                         .rulesVersion = row.value(4).toString(),
                         .startedAt = utcFrom(row.value(5)),
                         .finishedAt = utcFrom(row.value(6)),
                         .spectra = row.value(7).toLongLong(),
                         .released = row.value(8).toLongLong()};
}

Result<std::vector<ReleaseGroup>> plates(QSqlDatabase& db, const SchemaNames& names)
{
    auto rows = runQuery(db, names, u"select_released_plates"_s);
    if (!rows)
        return rows.error();
    std::vector<ReleaseGroup> plates;
    for (auto& row = rows.value(); row.next();)
        plates.push_back({dateFrom(row.value(0)), row.value(1).toString(), row.value(2).toLongLong()});
    return plates;
}

Result<std::vector<ReleasedSpectrum>> ofPlate(QSqlDatabase& db, const SchemaNames& names,
                                              const ReleaseGroup& plate)
{
    const auto planId = plate.planId.isNull() ? QVariant(QMetaType(QMetaType::QString)) : plate.planId;
    auto rows = runQuery(db, names, u"select_plate_spectra"_s,
                         {{":planid", planId}, {":obsdate", sqlDate(plate.obsDate)}});
    if (!rows)
        return rows.error();
    std::vector<ReleasedSpectrum> spectra;
    for (auto& row = rows.value(); row.next();)
        spectra.push_back(spectrumFrom(row));
    return spectra;
}

Result<std::vector<ReleaseCount>> excluded(QSqlDatabase& db, const SchemaNames& names)
{
    return counts(db, names, u"count_excluded_spectra"_s);
}

Result<std::vector<ReleaseCount>> classes(QSqlDatabase& db, const SchemaNames& names)
{
    return counts(db, names, u"count_released_classes"_s);
}
}
