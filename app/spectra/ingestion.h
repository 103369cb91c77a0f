#pragma once

#include "app/spectra/parallelreader.h"
#include "db/sql/schemanames.h"
#include "db/stores/spectrumstore.h"
#include "models/check/queuerules.h"
#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

#include <QStringList>

#include <functional>
#include <vector>

class DbThread;

/// A file the ingest did not take, and why.
struct RefusedFile
{
    QString file;
    QString sentence;
    ErrorKind kind = ErrorKind::BadFile;
};

/// What an ingest did so far.
struct IngestReport
{
    qsizetype filesRead = 0;
    qsizetype filesInAll = 0;
    IngestCounts counts;
    std::vector<RefusedFile> refused;
};

/// The rules of resources/rules/queue.json.
Result<QueueRules> defaultQueueRules();

/// The spectrum files of what a person named, as absolute paths, so that they are found again from anywhere.
QStringList filesToIngest(const QStringList& paths);

/// The spectra of a window of readings; counts the files and notes those that were refused.
std::vector<SpectrumPtr> acceptedSpectra(std::vector<FileReading> readings, IngestReport& report);

/// Brings files into the processing and eye-check databases: reads them in parallel and stores them in
/// batches, each one transaction. It can be stopped or killed at any moment and run again: what is stored
/// stays as it is.
class Ingestion
{
public:
    /// Who follows an ingest; called in its thread.
    struct Observer
    {
        /// A batch was read and is going to be stored; may be empty. The report counts its files already.
        std::function<void(const std::vector<SpectrumPtr>&, const IngestReport&)> onRead = [](const auto&,
                                                                                              const auto&) {};
        /// A batch is stored; returning false stops.
        std::function<bool(const IngestReport&)> onStored = [](const auto&) { return true; };
        /// Storing failed. Returning true goes on reading without storing; the report then tells of both.
        std::function<bool(const Error&)> onFailure = [](const auto&) { return false; };
    };

    Ingestion(DbThread& db, SchemaNames names, QueueRules rules);

    /// Runs in the calling thread, which must not be the GUI's, until all files are stored or refused.
    Result<IngestReport> run(const QStringList& files, const Observer& observer);

private:
    DbThread& m_db;
    SchemaNames m_names;
    QueueRules m_rules;
};
