#pragma once

#include "app/commands/command.h"

/// Builds a release's catalogues from what was processed, checked and decided.
class IntegrateCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
