#pragma once

#include "app/commands/command.h"

/// Enters, shows and confirms the observation log.
class LogCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
