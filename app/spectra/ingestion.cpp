#include "app/spectra/ingestion.h"

#include "db/fits/spectrumfiles.h"
#include "db/sql/dbthread.h"
#include "db/stores/problemstore.h"
#include "db/stores/spectrumrows.h"
#include "models/values/wholefile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

Result<QueueRules> defaultQueueRules()
{
    const auto text = readWholeFile(u":/rules/queue.json"_s);
    return text ? QueueRules::fromJson(text.value()) : text.error();
}

QStringList filesToIngest(const QStringList& paths)
{
    QStringList absolute;
    for (const auto& path : paths)
        absolute << (path.contains("://"_L1) ? path : QFileInfo(path).absoluteFilePath());
    return spectrumFilesIn(absolute);
}

std::vector<SpectrumPtr> acceptedSpectra(std::vector<FileReading> readings, IngestReport& report)
{
    std::vector<SpectrumPtr> spectra;
    for (auto& [file, reading] : readings) {
        ++report.filesRead;
        if (reading)
            spectra.insert(spectra.end(), reading.value().begin(), reading.value().end());
        else
            report.refused.push_back({file, reading.error().message, reading.error().kind});
    }
    return spectra;
}

namespace {
/// Which spectra a run has met. Copies of one spectrum, packed and not or in two folders, would replace each
/// other with every run; the first counts.
class Encountered
{
public:
    /// Removes what was met before; their number.
    int dropCopies(std::vector<SpectrumPtr>& spectra)
    {
        const auto isCopy = [this](const SpectrumPtr& spectrum) {
            const auto before = m_keys.size();
            m_keys.insert(qHashMulti(seed, spectrum->target.obsid, storedVersion(spectrum->pipelineVersion)));
            return m_keys.size() == before;
        };
        return static_cast<int>(std::erase_if(spectra, isCopy));
    }

private:
    static constexpr std::size_t seed = 0x9e3779b97f4a7c15ULL;
    QSet<std::size_t>
        m_keys; ///< Hashes: 10 million spectra take 100 MB, and one in 10⁵ such runs confuses two.
};
}

Ingestion::Ingestion(DbThread& db, SchemaNames names, QueueRules rules)
    : m_db(db)
    , m_names(std::move(names))
    , m_rules(std::move(rules))
{
}

Result<IngestReport> Ingestion::run(const QStringList& files, const Observer& observer)
{
    IngestReport report;
    report.filesInAll = files.size();
    std::optional<Error> failure;
    Encountered encountered;
    readInParallel(files, [&](std::vector<FileReading> readings) {
        auto spectra = acceptedSpectra(std::move(readings), report);
        report.counts.unchanged += encountered.dropCopies(spectra);
        observer.onRead(spectra, report);
        if (failure)
            return observer.onFailure(*failure);
        const auto stored =
            m_db.run([&](QSqlDatabase& db) { return SpectrumStore::add(db, m_names, spectra, m_rules); })
                .result();
        if (!stored) {
            failure = stored.error();
            return observer.onFailure(*failure);
        }
        report.counts += stored.value();
        return observer.onStored(report);
    });
    if (failure)
        return *failure;
    if (report.counts.added > 0) { // a new version may mend what was reported
        const auto reopened =
            m_db.run([&](QSqlDatabase& db) { return ProblemStore::reopenMended(db, m_names); }).result();
        if (!reopened && reopened.error().kind != ErrorKind::Refused)
            return reopened.error();
    }
    return report;
}
