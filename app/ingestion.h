#pragma once

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
};

/// What an ingest did so far.
struct IngestReport
{
    qsizetype filesRead = 0;
    qsizetype filesInAll = 0;
    IngestCounts counts;
    std::vector<RefusedFile> refused;
};

/// Brings files into the processing and eye-check databases: reads them in parallel and stores them in batches, each
/// one transaction. It can be stopped or killed at any moment and run again: what is stored stays as it is.
class Ingestion
{
public:
    /// Called in the ingesting thread after each batch, with the spectra of the batch; returning false stops.
    using Progress = std::function<bool(const IngestReport&, const std::vector<SpectrumPtr>& stored)>;

    Ingestion(DbThread& db, SchemaNames names, QueueRules rules);

    /// Runs in the calling thread, which must not be the GUI's, until all files are stored or refused.
    Result<IngestReport> run(const QStringList& files, const Progress& progress);

private:
    DbThread& m_db;
    SchemaNames m_names;
    QueueRules m_rules;
};
