#pragma once

#include "app/commands/command.h"

/// Tells how far the work is, by day, night, plate, person or task, and when it will be done.
class ProgressCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
