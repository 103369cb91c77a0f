#include "app/ingestion.h"

#include "app/parallelreader.h"
#include "db/sql/dbthread.h"

namespace {
/// Sorts a window of readings into spectra to store and files to report.
std::vector<SpectrumPtr> accepted(std::vector<FileReading> readings, IngestReport& report)
{
    std::vector<SpectrumPtr> spectra;
    for (auto& [file, reading] : readings) {
        ++report.filesRead;
        if (reading)
            spectra.insert(spectra.end(), reading.value().begin(), reading.value().end());
        else
            report.refused.push_back({file, reading.error().message});
    }
    return spectra;
}
}

Ingestion::Ingestion(DbThread& db, SchemaNames names, QueueRules rules)
    : m_db(db)
    , m_names(std::move(names))
    , m_rules(std::move(rules))
{
}

Result<IngestReport> Ingestion::run(const QStringList& files, const Progress& progress)
{
    IngestReport report;
    report.filesInAll = files.size();
    std::optional<Error> failure;
    readInParallel(files, [&](std::vector<FileReading> readings) {
        const auto spectra = accepted(std::move(readings), report);
        const auto stored = m_db.run([&](QSqlDatabase& db) { return SpectrumStore::add(db, m_names, spectra, m_rules); })
                                .result();
        if (!stored) {
            failure = stored.error();
            return false;
        }
        report.counts += stored.value();
        return progress(report, spectra);
    });
    if (failure)
        return *failure;
    return report;
}
