#pragma once

#include "app/commands/command.h"

/// Lists, reports and answers problems of raw data and of the 2D reduction.
class ProblemsCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
