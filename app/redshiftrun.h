#pragma once

#include "models/redshift/redshiftengine.h"
#include "models/values/result.h"

#include <QStringList>

#include <functional>

/// A spectrum and what the search says of it.
struct SolvedSpectrum
{
    SpectrumPtr spectrum;
    RedshiftAnswer answer;
};

/// Takes what the search found.
struct RedshiftSink
{
    std::function<void(const SolvedSpectrum&)> solved;
    std::function<void(const QString& file, const Error&)> refused;
};

/// Reads the files and searches their spectra on all cores; the sink is called in the calling thread, in the
/// files' order.
void solveFiles(const QStringList& files, const RedshiftEngine& engine, const RedshiftOptions& options,
                const RedshiftSink& sink);

/// The set to search with: SpecDesk's own, or with `folder` those of a folder; complaints say which files
/// were passed over.
Result<TemplateSet> templatesFor(const QString& folder, QStringList& complaints);
