#pragma once

#include "app/commands/command.h"

/// Starts, stops and shows SpecDesk's own database server.
class ServerCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
