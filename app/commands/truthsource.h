#pragma once

#include "app/commands/command.h"
#include "models/templates/truthtable.h"

#include <QCommandLineParser>

/// Where a command takes the right classes and redshifts from.
struct TruthSource
{
    QStringList files; ///< The spectra to look at
    std::optional<TruthTable> table; ///< Absent: what the pipeline says without a warning

    std::optional<Truth> of(const Spectrum& spectrum) const
    {
        return table ? table->of(spectrum) : truthOfPipeline(spectrum);
    }
};

/// The options --truth and --verdicts.
void describeTruth(QCommandLineParser& parser);

/// Truth of a table that was named, of the verdicts in the database (whose spectra are taken where no path is
/// named), or of the truth.csv that a simulated night has beside it.
Result<TruthSource> truthSource(const QCommandLineParser& parser, const QStringList& paths,
                                CommandContext& context);
