#pragma once

#include "app/commands/command.h"

/// Builds template sets and lists what is in one.
class TemplatesCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
