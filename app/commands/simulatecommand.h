#pragma once

#include "app/commands/command.h"

/// Writes a simulated survey night, whose truth is known, into a folder.
class SimulateCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
