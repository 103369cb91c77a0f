#pragma once

#include "app/commands/command.h"

/// Lists spectra of files and folders, or of the database.
class ListCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString usage() const override;
    Result<Outcome> run(const QStringList& arguments, CommandContext& context) override;
};
