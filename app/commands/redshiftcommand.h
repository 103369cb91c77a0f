#pragma once

#include "app/commands/command.h"

/// Finds the redshifts of spectra and writes the solutions.
class RedshiftCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
