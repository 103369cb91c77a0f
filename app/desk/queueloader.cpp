#include "app/desk/queueloader.h"

#include "app/spectra/parallelreader.h"
#include "db/stores/verdictstore.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {
QueueEntries entriesOf(const std::vector<SpectrumPtr>& spectra, const QueueRules& rules)
{
    QueueEntries entries;
    entries.reserve(spectra.size());
    for (const auto& spectrum : spectra)
        entries.push_back(queueEntryOf(*spectrum, decide(*spectrum, rules)));
    return entries;
}

/// Marks what the inspector has decided before.
std::optional<Error> addStandingVerdicts(Session& session, QueueEntries& entries)
{
    const auto done =
        session.background()
            .run([&](QSqlDatabase& db) {
                return VerdictStore::addStanding(db, session.schemas(), session.account(), entries);
            })
            .result();
    return done ? std::nullopt : std::optional(done.error());
}
}

QueueLoader::QueueLoader(Settings settings, QStringList paths, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_paths(std::move(paths))
{
}

QueueLoader::~QueueLoader()
{
    m_stopped = true;
    if (m_thread)
        m_thread->wait();
}

void QueueLoader::start()
{
    m_thread.reset(QThread::create([this] { load(); }));
    m_thread->setObjectName(u"QueueLoader"_s);
    m_thread->start();
}

void QueueLoader::load()
{
    const auto rules = defaultQueueRules();
    if (!rules) {
        emit failed(rules.error());
        return;
    }
    const auto session = Session::open(m_settings);
    if (session)
        emit sessionOpened(session.value());
    else
        emit sessionFailed(session.error());

    if (!m_paths.isEmpty())
        loadFiles(session ? session.value().get() : nullptr, rules.value());
    else if (!session)
        emit finished({});
}

void QueueLoader::loadFiles(Session* session, const QueueRules& rules)
{
    const auto files = filesToIngest(m_paths);
    if (!session) {
        IngestReport report {.filesRead = 0, .filesInAll = files.size(), .counts = {}, .refused = {}};
        readInParallel(files, [&](std::vector<FileReading> readings) {
            const auto spectra = acceptedSpectra(std::move(readings), report);
            emit entriesArrived(entriesOf(spectra, rules), spectra);
            emit progressed(report.filesRead, report.filesInAll);
            return !m_stopped;
        });
        emit finished(report);
        return;
    }
    Ingestion::Observer observer;
    bool isTold = false; // once, not with every window of files
    observer.onRead = [&](const std::vector<SpectrumPtr>& spectra, const IngestReport& soFar) {
        auto entries = entriesOf(spectra, rules);
        if (auto failure = addStandingVerdicts(*session, entries); failure && !std::exchange(isTold, true))
            emit failed(*failure);
        emit entriesArrived(entries, spectra);
        emit progressed(soFar.filesRead, soFar.filesInAll);
    };
    observer.onStored = [&](const IngestReport&) { return !m_stopped; };
    observer.onFailure = [&](const Error&) { return !m_stopped; };
    const auto report = Ingestion(session->background(), session->schemas(), rules).run(files, observer);
    if (report)
        emit finished(report.value());
    else
        emit failed(report.error());
}
