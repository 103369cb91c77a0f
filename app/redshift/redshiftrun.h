#pragma once

#include "models/redshift/redshiftengine.h"
#include "models/redshift/solvedspectrum.h"
#include "models/values/result.h"

#include <QStringList>

#include <functional>

/// Takes what the search found.
struct RedshiftSink
{
    std::function<void(const SolvedSpectrum&)> solved;
    std::function<void(const QString& file, const Error&)> refused;
    /// Asked in any thread; once false, the search ends and hands on only what it found before.
    std::function<bool()> goesOn = [] { return true; };
};

/// Reads the files and searches their spectra on all cores; the sink is called in the calling thread, in the
/// files' order. Cancelled when the sink wants no more.
Result<void> solveFiles(const QStringList& files, const RedshiftEngine& engine,
                        const RedshiftOptions& options, const RedshiftSink& sink);

/// Where a person's own template files lie: $XDG_DATA_HOME/specdesk/templates.
QString ownTemplateFolder();

/// What the window searches with: templatesFor() without a folder, or SpecDesk's own alone where that fails,
/// of which a complaint tells.
TemplateSet templatesOfWindow(QStringList& complaints);

/// The set to search with: SpecDesk's own and those of ownTemplateFolder(), which stand for SpecDesk's of the
/// same name; or with `folder` those of a folder alone. Complaints say which files were passed over.
Result<TemplateSet> templatesFor(const QString& folder, QStringList& complaints);
