#pragma once

#include "app/commands/command.h"

/// Chooses the database server: SpecDesk's own or a survey's.
class ProfileCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
