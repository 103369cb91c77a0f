#include "app/release/releaseextras.h"

#include "db/catalogue/catalogueexport.h"
#include "db/sql/dbthread.h"
#include "plotting/release/statisticspage.h"

#include <QDir>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

Result<void> addCatalogues(PackReport& report, const QString& folder, DbThread& db, const SchemaNames& names,
                           const QString& release, const std::function<bool()>& goesOn)
{
    const auto tables =
        db.run([&](QSqlDatabase& open) { return CatalogueExport::tables(open, names); }).result();
    if (!tables)
        return tables.error();
    QDir().mkpath(folder + u"/catalogues"_s);
    for (const auto& table : tables.value()) {
        const auto base = u"catalogues/"_s + release + u'_' + table;
        const QStringList paths {base + u".fits"_s, base + u".csv.gz"_s};
        QStringList places;
        for (const auto& path : paths)
            places << folder + u'/' + path;
        const auto written =
            db.run([&](QSqlDatabase& open) {
                  return CatalogueExport::write(open, names, table, places, [&](qint64) { return goesOn(); });
              }).result();
        if (!written)
            return written.error();
        for (qsizetype number = 0; number < paths.size(); ++number) {
            const auto sum = fileSum(places[number]);
            if (!sum)
                return sum.error();
            report.files.push_back({paths[number], sum.value()});
        }
    }
    return {};
}

Result<void> addStatistics(PackReport& report, const QString& folder, const ReleaseIdentity& release)
{
    const auto& statistics = report.statistics;
    const auto json = QJsonDocument(statistics.json(release.title)).toJson();
    if (auto written = addReleaseFile(report, folder, u"statistics/statistics.json"_s, json); !written)
        return written;
    if (auto written = addReleaseFile(report, folder, u"statistics/statistics.html"_s,
                                      statisticsHtml(statistics, release.title));
        !written)
        return written;
    return addReleaseFile(report, folder, u"statistics/statistics.pdf"_s,
                          statisticsPdf(statistics, release.title, release.date));
}
