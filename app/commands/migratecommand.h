#pragma once

#include "app/commands/command.h"

/// Creates or upgrades the tables of every schema group.
class MigrateCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
