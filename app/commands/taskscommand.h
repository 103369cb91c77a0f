#pragma once

#include "app/commands/command.h"

/// Hands out work and tells how people do on known spectra: for leads; anybody may list.
class TasksCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
