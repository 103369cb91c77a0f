#pragma once

#include "app/commands/command.h"

/// Loads results of later pipelines: stellar parameters, galaxy and QSO module.
class LoadCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
