#pragma once

#include "app/commands/command.h"

/// Exports what people decided.
class VerdictsCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
