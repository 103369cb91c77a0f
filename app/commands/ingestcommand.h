#pragma once

#include "app/commands/command.h"

/// Reads spectra into the processing and eye-check databases.
class IngestCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
